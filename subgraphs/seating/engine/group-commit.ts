// Group commit. What comes for one event while a batch is on its way is the next batch, decided in one statement under
// the lock of the event's sale (migrations/002-engine.ts): first what may free seats, then who wants some, in the order of
// arrival. A lone request starts a batch at once; nobody waits for company. Several processes may do this side by side.
// Every request is idempotent (holds by their key, the rest by what it is about), so a batch whose answer was lost is simply sent again.
import type { Database } from "../../../platform/database.ts";
import { sqlState } from "../../../platform/database.ts";
import { correlationId } from "../../../platform/correlation.ts";
import { NotFound, rateLimited } from "../../../platform/errors.ts";
import { hashOf, outcomeOf, resourceOf, type KeyRow } from "../../../platform/idempotency.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox.ts";
import type { Hints } from "../../../platform/pubsub.ts";
import { join, sql, type Sql } from "../../../platform/sql.ts";
import { EventNotOnSale, SeatLimitReached, SeatsUnavailable } from "../errors.ts";
import { changeTopic } from "./sale.ts";

export interface HoldRequest {
  eventId: string;
  buyerId: string;
  mutation: "holdSeats" | "holdBestAvailable";
  key: string;
  /** All of the input that matters to the key. */
  input: unknown;
  seatNos: number[];
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

export interface Engine {
  /**
   * Keeps the seats, all or none; answers with the hold's id.
   * @throws SeatsUnavailable, EventNotOnSale, SeatLimitReached, NotFound, IdempotencyKeyReused; GraphQLError RATE_LIMITED if too many wait.
   */
  hold(request: HoldRequest): Promise<string>;
  /** @throws GraphQLError RATE_LIMITED if too many wait. */
  change(change: HoldChange): Promise<Verdict>;
}

/** What one statement decides at most: more makes it longer, and gains little (measured in bench/). */
const BATCH_HOLDS = 128;
const BATCH_CHANGES = 256;
/** Of one event and process. While the second waits for the lock, the first is being written to disk. */
const IN_FLIGHT = 2;
/** Some tenths of a second of work: whoever comes after that is told to come back, instead of waiting for a time-out. */
const MOST_WAITING = 4_096;
const RETRY_AFTER_SECONDS = 1;
/** Serialization failure, deadlock, a lock that was not to be had in time. */
const TRANSIENT = new Set(["40001", "40P01", "55P03"]);
const TRIES = 5;

interface Waiting<Request, Answer> {
  request: Request;
  correlationId: string | null;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}
type WaitingHold = Waiting<HoldRequest & { hash: string; holdId: string }, string>;
type WaitingChange = Waiting<HoldChange, Verdict>;

/** What waits for one event. */
interface Lane {
  eventId: string;
  holds: WaitingHold[];
  changes: WaitingChange[];
  inFlight: number;
  scheduled: boolean;
}

interface Batch {
  holds: WaitingHold[];
  changes: WaitingChange[];
}

interface Decision {
  part: "change" | "hold";
  request: number;
  verdict: string;
  detail: Record<string, unknown> | null;
}

const refusals = {
  EventNotOnSale: () => new EventNotOnSale(),
  SeatLimitReached: (detail: { limit: number }) => new SeatLimitReached(detail.limit),
  SeatsUnavailable: (detail: { seatIds: string[] }) => new SeatsUnavailable(detail.seatIds),
  "NotFound:event": () => new NotFound("event"),
  "NotFound:seat": () => new NotFound("seat"),
};
const REMEMBERED = JSON.stringify(
  Object.fromEntries(
    Object.entries(refusals).map(([verdict, make]) => {
      const { typename, message } = make({ limit: 0, seatIds: ["0"] });
      return [verdict, { typename, message }];
    }),
  ),
);

export function createEngine(database: Database, hints: Hints): Engine {
  const lanes = new Map<string, Lane>();
  /** Requests under way by their key: the same key again waits, and then finds what the first one came to. */
  const underWay = new Map<string, Promise<unknown>>();
  let waiting = 0;

  function enqueue<Request, Answer>(
    eventId: string,
    queue: (lane: Lane) => Waiting<Request, Answer>[],
    request: Request,
  ): Promise<Answer> {
    if (waiting >= MOST_WAITING) throw rateLimited(RETRY_AFTER_SECONDS);
    waiting++;
    let lane = lanes.get(eventId);
    if (!lane) lanes.set(eventId, (lane = { eventId, holds: [], changes: [], inFlight: 0, scheduled: false }));
    const answered = new Promise<Answer>((resolve, reject) => {
      queue(lane).push({ request, correlationId: correlationId() ?? null, resolve, reject });
    }).finally(() => waiting--);
    schedule(lane);
    return answered;
  }

  function schedule(lane: Lane): void {
    if (lane.scheduled || lane.inFlight >= IN_FLIGHT || lane.holds.length + lane.changes.length === 0) return;
    lane.scheduled = true;
    // Whatever else has arrived in this turn of the event loop comes along.
    setImmediate(() => {
      lane.scheduled = false;
      const batch = nextBatch(lane);
      if (batch.holds.length + batch.changes.length === 0) return;
      lane.inFlight++;
      void decide(lane, batch).finally(() => {
        lane.inFlight--;
        if (lane.inFlight + lane.holds.length + lane.changes.length === 0) lanes.delete(lane.eventId);
        else schedule(lane);
      });
      schedule(lane);
    });
  }

  /** Decides a batch, whatever it takes; never rejects. */
  async function decide(lane: Lane, batch: Batch): Promise<void> {
    try {
      settle(lane, batch, await send(lane.eventId, batch));
    } catch (error) {
      const isFault = sqlState(error) === undefined || /^(08|53|57)/.test(sqlState(error)!);
      if (isFault || batch.holds.length + batch.changes.length === 1) {
        for (const one of [...batch.changes, ...batch.holds]) one.reject(error);
        return;
      }
      // Something in one of them is more than the database takes: the others shall not suffer for it.
      for (const change of batch.changes) await decide(lane, { holds: [], changes: [change] });
      for (const hold of batch.holds) await decide(lane, { holds: [hold], changes: [] });
    }
  }

  async function send(eventId: string, batch: Batch): Promise<Decision[]> {
    const { name, statement } = statementFor(eventId, batch);
    for (let attempt = 1; ; attempt++) {
      try {
        const decisions = await database.prepared<Decision>(name, statement);
        hints.send(changeTopic(eventId));
        announce("seating");
        return decisions;
      } catch (error) {
        if (attempt === TRIES || !TRANSIENT.has(sqlState(error) ?? "")) throw error;
      }
    }
  }

  function settle(lane: Lane, batch: Batch, decisions: Decision[]): void {
    const later: WaitingHold[] = [];
    for (const { part, request, verdict, detail } of decisions) {
      if (part === "change") batch.changes[request - 1]!.resolve(verdict as Verdict);
      else {
        const one = batch.holds[request - 1]!;
        if (verdict === "LATER") later.push(one);
        else answerHold(one, verdict, detail);
      }
    }
    if (later.length > 0) lane.holds = [...later.sort(byArrival(batch)), ...lane.holds];
  }

  return {
    hold: async (request) => {
      const name = `${request.buyerId} ${request.mutation} ${request.key}`;
      for (let before = underWay.get(name); before; before = underWay.get(name)) await before.catch(() => {});
      const answer = enqueue(request.eventId, (lane) => lane.holds, {
        ...request,
        hash: hashOf(request.input),
        holdId: uuid(),
      });
      underWay.set(name, answer);
      try {
        return await answer;
      } finally {
        underWay.delete(name);
      }
    },
    change: async (change) => enqueue(change.eventId, (lane) => lane.changes, change),
  };
}

function byArrival(batch: Batch) {
  return (a: WaitingHold, b: WaitingHold) => batch.holds.indexOf(a) - batch.holds.indexOf(b);
}

/** Takes the next batch off its lane: no hold is changed twice in one. */
function nextBatch(lane: Lane): Batch {
  const changes: WaitingChange[] = [];
  const rest: WaitingChange[] = [];
  const touched = new Set<string>();
  for (const change of lane.changes) {
    const fits = changes.length < BATCH_CHANGES && !touched.has(change.request.holdId);
    (fits ? changes : rest).push(change);
    touched.add(change.request.holdId);
  }
  lane.changes = rest;
  return { changes, holds: lane.holds.splice(0, BATCH_HOLDS) };
}

function answerHold(one: WaitingHold, verdict: string, detail: Record<string, unknown> | null): void {
  if (verdict === "HELD") {
    one.resolve(one.request.holdId);
    return;
  }
  try {
    if (verdict !== "KNOWN") throw refusalOf(verdict, detail);
    const outcome = outcomeOf(detail as unknown as KeyRow, one.request.hash);
    if (!outcome) throw new Error("A key without an outcome was committed.");
    one.resolve(resourceOf(outcome));
  } catch (error) {
    one.reject(error);
  }
}

function refusalOf(verdict: string, detail: Record<string, unknown> | null): Error {
  if (!Object.hasOwn(refusals, verdict)) return new Error(`The engine does not know the verdict ${verdict}.`);
  return refusals[verdict as keyof typeof refusals](detail?.details as never);
}

function statementFor(eventId: string, { holds, changes }: Batch): { name: string; statement: Sql } {
  if (changes.length === 0 && holds.length === 1)
    return { name: "take_seats_alone", statement: takeSeatsAlone(eventId, holds[0]!) };
  if (changes.length === 0) return { name: "take_seats", statement: takeSeats(eventId, holds) };
  if (holds.length === 0) return { name: "change_holds", statement: changeHolds(eventId, changes) };
  const both = join([changeHolds(eventId, changes), takeSeats(eventId, holds)], " union all ");
  return { name: "change_holds, take_seats", statement: both };
}

function changeHolds(eventId: string, changes: WaitingChange[]): Sql {
  const [requests, seats] = flat(changes.map(({ request }) => request.seatNos ?? []));
  return sql`select 'change' as part, * from change_holds(${eventId}::uuid, ${changes.map(({ request }) => request.verb)}::text[],
    ${changes.map(({ request }) => request.holdId)}::uuid[], ${changes.map(({ request }) => request.orderId ?? null)}::uuid[],
    ${changes.map((change) => change.correlationId)}::text[], ${requests}::int[], ${seats}::int[])`;
}

function takeSeats(eventId: string, holds: WaitingHold[]): Sql {
  const [requests, seats] = flat(holds.map(({ request }) => request.seatNos));
  const column = <Value>(of: (request: WaitingHold["request"]) => Value) => holds.map(({ request }) => of(request));
  return sql`select 'hold' as part, * from take_seats(${eventId}::uuid, ${column(({ holdId }) => holdId)}::uuid[], ${column(({ buyerId }) => buyerId)}::uuid[],
    ${column(({ mutation }) => mutation)}::text[], ${column(({ key }) => key)}::text[], ${column(({ hash }) => hash)}::text[],
    ${column(({ seatNos }) => seatNos.length)}::int[], ${column(() => null)}::bigint[], ${column(() => null)}::text[],
    ${holds.map((hold) => hold.correlationId)}::text[], ${requests}::int[], ${seats}::int[], ${REMEMBERED}::jsonb)`;
}

function takeSeatsAlone(eventId: string, { request, correlationId }: WaitingHold): Sql {
  const { holdId, buyerId, mutation, key, hash, seatNos } = request;
  return sql`select 'hold' as part, * from take_seats_alone(${eventId}::uuid, ${holdId}::uuid, ${buyerId}::uuid, ${mutation}, ${key}, ${hash}, ${seatNos.length}::int,
    ${null}::bigint, ${null}::text, ${correlationId}::text, ${seatNos}::int[], ${REMEMBERED}::jsonb)`;
}

/** Lists of seats as two columns: which request, counting from 1, and which seat. */
function flat(lists: number[][]): [number[], number[]] {
  return [lists.flatMap((seats, index) => seats.map(() => index + 1)), lists.flat()];
}
