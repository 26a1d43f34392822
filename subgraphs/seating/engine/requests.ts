// What is asked of the seat engine, and the statements that decide it (sql/functions/).
import { NotFound } from "../../../platform/core/errors.ts";
import { join, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { PromoCodeRefusal } from "../schema.generated.ts";
import {
  EmailNotVerified,
  EventNotOnSale,
  PromoCodeNotUsable,
  SeatLeftAlone,
  SeatLimitReached,
  SeatsUnavailable,
  TooManyCompanions,
} from "../errors.ts";
import { quantityOf, type Proposal, type SeatSelection } from "./choose.ts";

export interface HoldRequest {
  eventId: string;
  buyerId: string;
  mutation: "holdSeats" | "holdBestAvailable";
  key: string;
  /** All of the input that matters to the key. */
  input: unknown;
  selection: SeatSelection;
  /** Key of the sales channel that the buyer comes through. */
  channelKey?: string | null;
  /** In capitals. */
  promoCode?: string | null;
  /** Of an account whose address is not verified: the network that it comes from, under a name; null if nobody knows. */
  unverified?: { network: string | null } | undefined;
}

/** What a request for seats came to: the hold's id, and the hold itself if it was made just now. */
export interface Held {
  holdId: string;
  made: MadeHold | null;
}

export interface MadeHold {
  /** In order. */
  seatNos: number[];
  total: number;
  /** In milliseconds. */
  createdAt: number;
  holdSeconds: number;
  maxHoldSeconds: number;
}

export type Verb = "RELEASE" | "EXPIRE" | "EXTEND" | "CONVERT" | "SELL" | "RETURN";
/** SAME: it was so already. NOT_ACTIVE: the hold has ended. GONE: the order does not have all of its seats any more. */
export type Verdict =
  "RELEASED" | "EXPIRED" | "EXTENDED" | "CONVERTED" | "SOLD" | "RETURNED" | "SAME" | "NOT_ACTIVE" | "GONE";

export interface HoldChange {
  eventId: string;
  holdId: string;
  verb: Verb;
  /** For CONVERT: the order that takes the hold over. */
  orderId?: string;
  /** For RETURN: only these; all that the order has if left out. */
  seatNos?: number[];
}

export interface Waiting<Request, Answer> {
  request: Request;
  correlationId: string | null;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}
export type WaitingHold = Waiting<HoldRequest & { hash: string; holdId: string }, Held>;
export type WaitingChange = Waiting<HoldChange, Verdict>;

/** A hold as it is asked of the statement. */
export interface PendingHold {
  hold: WaitingHold;
  seatNos: number[];
  /** The change after which the seats were picked; null for seats picked by hand, which need no snapshot. */
  expected: number | null;
  proposal: Proposal | null;
}

export interface Decision {
  part: "change" | "hold";
  request: number;
  verdict: string;
  detail: Record<string, unknown> | null;
}

/** What is remembered of a key: the hold that was made, or how it was refused. */
export interface KnownKey {
  requestHash: string;
  resourceId: string | null;
  outcome: { verdict: string; details: Record<string, unknown> } | null;
}

/** Open holds of unverified accounts of one network for one event: a family's or an office's first visitors, and no crowd of invented ones. */
const MOST_OF_NETWORK = 5;
const UNKNOWN_NETWORK = "";

const refusals = {
  EventNotOnSale: () => new EventNotOnSale(),
  SeatLimitReached: (detail: { limit: number }) => new SeatLimitReached(detail.limit),
  SeatsUnavailable: (detail: { seatIds: string[] }) => new SeatsUnavailable(detail.seatIds),
  "NotFound:event": () => new NotFound("event"),
  "NotFound:seat": () => new NotFound("seat"),
  "NotFound:channel": () => new NotFound("sales channel"),
  "NotFound:section": () => new NotFound("section"),
  "NotFound:priceTier": () => new NotFound("price tier"),
  TooManyCompanions: (detail: { companionsPerWheelchairPlace: number }) =>
    new TooManyCompanions(detail.companionsPerWheelchairPlace),
  EmailNotVerified: (detail: { reason: "ACCOUNT" | "NETWORK" }) => new EmailNotVerified(detail.reason),
  SeatLeftAlone: () => new SeatLeftAlone(),
  PromoCodeNotUsable: (detail: { reason: PromoCodeRefusal }) => new PromoCodeNotUsable(detail.reason),
};

export function statementFor(
  eventId: string,
  asked: PendingHold[],
  changes: WaitingChange[],
): { name: string; statement: Sql } {
  const [first] = asked;
  if (first && first.hold.request.unverified)
    return { name: "take_seats_unverified", statement: takeSeatsUnverified(eventId, first) };
  if (first && hasPromoCode(first.hold))
    return { name: "take_seats_with_code", statement: takeSeatsWithCode(eventId, first) };
  if (changes.length === 0 && asked.length === 1)
    return { name: "take_seats_alone", statement: takeSeatsAlone(eventId, first!) };
  if (changes.length === 0) return { name: "take_seats", statement: takeSeats(eventId, asked) };
  if (asked.length === 0) return { name: "change_holds", statement: changeHolds(eventId, changes) };
  const both = join([changeHolds(eventId, changes), takeSeats(eventId, asked)], " union all ");
  return { name: "change_holds, take_seats", statement: both };
}

function changeHolds(eventId: string, changes: WaitingChange[]): Sql {
  const [requests, seats] = flat(changes.map(({ request }) => request.seatNos ?? []));
  const column = <Value>(of: (change: HoldChange) => Value) => changes.map(({ request }) => of(request));
  return sql`select 'change' as part, * from change_holds(${eventId}::uuid, ${column(({ verb }) => verb)}::text[], ${column(({ holdId }) => holdId)}::uuid[],
    ${column(({ orderId }) => orderId ?? null)}::uuid[], ${changes.map((change) => change.correlationId)}::text[], ${requests}::int[], ${seats}::int[])`;
}

function takeSeats(eventId: string, asked: PendingHold[]): Sql {
  const [requests, seats] = flat(asked.map(({ seatNos }) => seatNos));
  const column = <Value>(of: (request: WaitingHold["request"]) => Value) => asked.map(({ hold }) => of(hold.request));
  return sql`select 'hold' as part, * from take_seats(${eventId}::uuid, ${column(({ holdId }) => holdId)}::uuid[], ${column(({ buyerId }) => buyerId)}::uuid[],
    ${column(({ mutation }) => mutation)}::text[], ${column(({ key }) => key)}::text[], ${column(({ hash }) => hash)}::text[],
    ${column(({ selection }) => quantityOf(selection))}::int[], ${asked.map(({ expected }) => expected)}::bigint[], ${asked.map(({ proposal }) => proposal)}::text[],
    ${column(({ channelKey }) => channelKey ?? null)}::text[], ${asked.map(({ hold }) => hold.correlationId)}::text[], ${requests}::int[], ${seats}::int[])`;
}

/** Who can be told without the lock that the seats are gone. */
export function refuseGone(eventId: string, asked: PendingHold[]): { name: string; statement: Sql } {
  const [requests, seats] = flat(asked.map(({ seatNos }) => seatNos));
  const column = <Value>(of: (request: WaitingHold["request"]) => Value) => asked.map(({ hold }) => of(hold.request));
  // Seats that were picked by hand are looked at again: what was gone may be back.
  const seen = asked.map(({ seatNos, expected }) => (seatNos.length === 0 ? expected : null));
  const statement = sql`select 'hold' as part, * from refuse_gone(${eventId}::uuid, ${column(({ buyerId }) => buyerId)}::uuid[],
    ${column(({ mutation }) => mutation)}::text[], ${column(({ key }) => key)}::text[], ${column(({ hash }) => hash)}::text[],
    ${column(({ selection }) => quantityOf(selection))}::int[], ${column(({ channelKey }) => channelKey ?? null)}::text[], ${seen}::bigint[],
    ${requests}::int[], ${seats}::int[])`;
  return { name: "refuse_gone", statement };
}

function takeSeatsAlone(eventId: string, asked: PendingHold): Sql {
  return sql`select 'hold' as part, * from take_seats_alone(${oneAsked(eventId, asked)})`;
}

/** What it comes to depends on what all others have: it is decided by itself. */
function takeSeatsWithCode(eventId: string, asked: PendingHold): Sql {
  return sql`select 'hold' as part, * from take_seats_with_code(${oneAsked(eventId, asked)}, ${asked.hold.request.promoCode}::text)`;
}

function takeSeatsUnverified(eventId: string, asked: PendingHold): Sql {
  const { promoCode = null, unverified } = asked.hold.request;
  const network = unverified?.network ?? UNKNOWN_NETWORK;
  return sql`select 'hold' as part, * from take_seats_unverified(${oneAsked(eventId, asked)}, ${promoCode}::text, ${network}::text, ${MOST_OF_NETWORK}::int)`;
}

function oneAsked(eventId: string, { hold, seatNos, expected, proposal }: PendingHold): Sql {
  const { holdId, buyerId, mutation, key, hash, selection } = hold.request;
  return sql`${eventId}::uuid, ${holdId}::uuid, ${buyerId}::uuid, ${mutation}, ${key}, ${hash},
    ${quantityOf(selection)}::int, ${expected}::bigint, ${proposal}::text, ${hold.request.channelKey ?? null}::text, ${hold.correlationId}::text, ${inOrder(seatNos)}::int[]`;
}

export function hasPromoCode({ request }: WaitingHold): boolean {
  return request.promoCode != null;
}

/** What it comes to depends on more than its seats and its buyer: it is a batch by itself. */
export function isByItself(hold: WaitingHold): boolean {
  return hasPromoCode(hold) || hold.request.unverified !== undefined;
}

export function inOrder(seatNos: number[]): number[] {
  return seatNos.toSorted((a, b) => a - b);
}

/** Lists of seats as two columns: which request, counting from 1, and which seat. */
function flat(lists: number[][]): [number[], number[]] {
  return [lists.flatMap((seats, index) => seats.map(() => index + 1)), lists.flat()];
}

export function refusalOf(verdict: string, detail: Record<string, unknown> | null): Error {
  if (!Object.hasOwn(refusals, verdict)) return new Error(`Unknown verdict of the seat engine: ${verdict}.`);
  return refusals[verdict as keyof typeof refusals](detail?.details as never);
}
