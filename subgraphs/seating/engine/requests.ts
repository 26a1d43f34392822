// Requests to the seat engine, and the statements that decide them (sql/functions/).
import { IdempotencyKeyReused, NotFound } from "../../../platform/core/errors.ts";
import { join, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { PriceRefusal, PromoCodeRefusal } from "../schema.generated.ts";
import {
  EmailNotVerified,
  EventNotOnSale,
  type TimesOfSale,
  PriceNotUsable,
  PromoCodeNotUsable,
  SeatLeftAlone,
  SeatLimitReached,
  SeatsUnavailable,
  TooManyCompanions,
  TotalChanged,
  VerifiedBuyersOnly,
} from "../errors.ts";
import { quantityOf, type Proposal, type SeatSelection } from "./choose.ts";

export interface HoldRequest {
  eventId: string;
  buyerId: string;
  mutation: "holdSeats" | "holdBestAvailable" | "holdPackage/part" | "joinWaitlist/offer";
  key: string;
  /** Input that a repeat of the key must match. */
  input: unknown;
  selection: SeatSelection;
  /** Key of the sales channel that the buyer uses. */
  channelKey?: string | null;
  /** Hash of the access code that the buyer has. */
  accessHash?: string | null;
  /** In upper case; of a package see `codeOfPackage`. */
  promoCode?: string | null;
  /** Prices of seats that do not cost the standard price. */
  prices?: ChosenPrices | null;
  /** Total that the buyer expects, in minor units; another one is refused. */
  expectedTotal?: number | null;
  /**
   * For a guest, and for an account without a verified address: the pseudonym of its network, null if unknown. `isProven`: a guest whose
   * address is proven has no limits but those of the event.
   */
  unverified?: { network: string | null; isProven?: boolean } | undefined;
}

/** By number of the seat, or for best available seats in any order. */
export type ChosenPrices = { bySeat: Map<number, string> } | { inAnyOrder: string[] };

/** Result of a request for seats: the id of the hold, and the hold if this request created it. */
export interface Held {
  holdId: string;
  made: MadeHold | null;
}

export interface MadeHold {
  /** In ascending order. */
  seatNos: number[];
  total: number;
  /** Milliseconds since 1970. */
  createdAt: number;
  holdSeconds: number;
  maxHoldSeconds: number;
}

export type Verb = "RELEASE" | "EXPIRE" | "EXTEND" | "CONVERT" | "SELL" | "RETURN";
/** SAME: nothing changed. NOT_ACTIVE: the hold is not active, or the sale is not open. GONE: the order has lost a seat. */
export type Verdict =
  "RELEASED" | "EXPIRED" | "EXTENDED" | "CONVERTED" | "SOLD" | "RETURNED" | "SAME" | "NOT_ACTIVE" | "GONE";

export interface HoldChange {
  eventId: string;
  holdId: string;
  verb: Verb;
  /** CONVERT: the order that takes over the hold. */
  orderId?: string;
  /** RETURN: only these seats; all seats of the order if absent. */
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

/** Request for seats as passed to the statement. */
export interface PendingHold {
  hold: WaitingHold;
  seatNos: number[];
  /** `seq` of the snapshot that the seats were checked against; null without a snapshot. */
  expected: number | null;
  proposal: Proposal | null;
}

export interface Decision {
  part: "change" | "hold";
  request: number;
  verdict: string;
  detail: Record<string, unknown> | null;
}

/** Stored outcome of a key: the hold, or the refusal. */
export interface KnownKey {
  requestHash: string;
  resourceId: string | null;
  outcome: { verdict: string; details: Record<string, unknown> } | null;
}

/** Maximum of open holds of unverified accounts for an event and network: enough for a family or an office, too few for fake accounts. */
const MOST_OF_NETWORK = 5;
const UNKNOWN_NETWORK = "";

const refusals = {
  EventNotOnSale: (detail: TimesOfSale) => new EventNotOnSale(detail),
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
  VerifiedBuyersOnly: () => new VerifiedBuyersOnly(),
  SeatLeftAlone: () => new SeatLeftAlone(),
  PromoCodeNotUsable: (detail: { reason: PromoCodeRefusal }) => new PromoCodeNotUsable(detail.reason),
  PriceNotUsable: (detail: { reason: PriceRefusal; price: string | null }) => new PriceNotUsable(detail),
  TotalChanged: (detail: { total: number; currency: string }) => new TotalChanged(detail),
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
    ${column(({ channelKey }) => channelKey ?? null)}::text[], ${column(({ accessHash }) => accessHash ?? null)}::text[],
    ${asked.map(({ hold }) => hold.correlationId)}::text[], ${requests}::int[], ${seats}::int[],
    ${asked.flatMap(({ hold, seatNos }) => pricesFor(hold.request, seatNos))}::text[], ${column(({ expectedTotal }) => expectedTotal ?? null)}::int[])`;
}

/** Chosen price of each seat; null for the standard price. */
function pricesFor({ prices }: HoldRequest, seatNos: number[]): (string | null)[] {
  if (!prices) return seatNos.map(() => null);
  if ("inAnyOrder" in prices) return seatNos.map((_, index) => prices.inAnyOrder[index] ?? null);
  return seatNos.map((no) => prices.bySeat.get(no) ?? null);
}

/** The same for a single request, and the total that its buyer expects. */
function priceArguments({ hold: { request }, seatNos }: PendingHold): Sql {
  return sql`${pricesFor(request, inOrder(seatNos))}::text[], ${request.expectedTotal ?? null}::int`;
}

/** Refuses requests for taken seats without the lock. */
export function refuseGone(eventId: string, asked: PendingHold[]): { name: string; statement: Sql } {
  const [requests, seats] = flat(asked.map(({ seatNos }) => seatNos));
  const column = <Value>(of: (request: WaitingHold["request"]) => Value) => asked.map(({ hold }) => of(hold.request));
  // Seats named by the buyer are read again, because they may be free by now.
  const seen = asked.map(({ seatNos, expected }) => (seatNos.length === 0 ? expected : null));
  const statement = sql`select 'hold' as part, * from refuse_gone(${eventId}::uuid, ${column(({ buyerId }) => buyerId)}::uuid[],
    ${column(({ mutation }) => mutation)}::text[], ${column(({ key }) => key)}::text[], ${column(({ hash }) => hash)}::text[],
    ${column(({ selection }) => quantityOf(selection))}::int[], ${column(({ channelKey }) => channelKey ?? null)}::text[], ${seen}::bigint[],
    ${requests}::int[], ${seats}::int[])`;
  return { name: "refuse_gone", statement };
}

function takeSeatsAlone(eventId: string, asked: PendingHold): Sql {
  return sql`select 'hold' as part, * from take_seats_alone(${oneAsked(eventId, asked)}, ${priceArguments(asked)})`;
}

/** The outcome depends on all holds with the code, so the request is a batch by itself. */
function takeSeatsWithCode(eventId: string, asked: PendingHold): Sql {
  return sql`select 'hold' as part, * from take_seats_with_code(${oneAsked(eventId, asked)}, ${asked.hold.request.promoCode}::text,
    ${priceArguments(asked)})`;
}

function takeSeatsUnverified(eventId: string, asked: PendingHold): Sql {
  const { promoCode = null, unverified } = asked.hold.request;
  const network = unverified?.network ?? UNKNOWN_NETWORK;
  return sql`select 'hold' as part, * from take_seats_unverified(${oneAsked(eventId, asked)}, ${promoCode}::text, ${network}::text, ${MOST_OF_NETWORK}::int,
    ${unverified?.isProven ?? false}::boolean, ${priceArguments(asked)})`;
}

function oneAsked(eventId: string, { hold, seatNos, expected, proposal }: PendingHold): Sql {
  const { holdId, buyerId, mutation, key, hash, selection } = hold.request;
  return sql`${eventId}::uuid, ${holdId}::uuid, ${buyerId}::uuid, ${mutation}, ${key}, ${hash},
    ${quantityOf(selection)}::int, ${expected}::bigint, ${proposal}::text, ${hold.request.channelKey ?? null}::text, ${hold.request.accessHash ?? null}::text, ${hold.correlationId}::text,
    ${inOrder(seatNos)}::int[]`;
}

export function hasPromoCode({ request }: WaitingHold): boolean {
  return request.promoCode != null;
}

/** Whether the request is a batch by itself, because its outcome depends on more than its seats and its buyer. */
export function isByItself(hold: WaitingHold): boolean {
  return hasPromoCode(hold) || hold.request.unverified !== undefined;
}

export function inOrder(seatNos: number[]): number[] {
  return seatNos.toSorted((a, b) => a - b);
}

/** Flattens lists of seats to two columns: number of the request, from 1, and number of the seat. */
function flat(lists: number[][]): [number[], number[]] {
  return [lists.flatMap((seats, index) => seats.map(() => index + 1)), lists.flat()];
}

export function refusalOf(verdict: string, detail: Record<string, unknown> | null): Error {
  if (!Object.hasOwn(refusals, verdict)) return new Error(`Unknown verdict of the seat engine: ${verdict}.`);
  return refusals[verdict as keyof typeof refusals](detail?.details as never);
}

/** Answers a request for seats with its verdict, or rejects it. */
export function answerHold(
  one: WaitingHold,
  seatNos: number[],
  verdict: string,
  detail: Record<string, unknown> | null,
): void {
  if (verdict === "HELD") {
    const made = { ...(detail as unknown as Omit<MadeHold, "seatNos">), seatNos: inOrder(seatNos) };
    one.resolve({ holdId: one.request.holdId, made });
    return;
  }
  try {
    if (verdict !== "KNOWN") throw refusalOf(verdict, detail);
    const { requestHash, resourceId, outcome } = detail as unknown as KnownKey;
    if (requestHash !== one.request.hash) throw new IdempotencyKeyReused();
    if (resourceId === null) throw refusalOf(outcome!.verdict, outcome);
    one.resolve({ holdId: resourceId, made: null });
  } catch (error) {
    one.reject(error);
  }
}
