// Group commit: requests for an event that arrive while a batch commits form the next batch. A batch is one statement and one commit under
// the lock of the sale (sql/functions/take_seats.sql, sql/functions/change_holds.sql). Changes that may free seats come first, then
// requests for seats in order of arrival. Before a choice from the snapshot, changes are committed by themselves. A lone request starts a
// batch at once. Several processes may do this concurrently.
// If at least half of a batch requests taken seats, those requests are refused first, without the lock (sql/functions/refuse_gone.sql).
// Every request is idempotent: holds by their key, changes by their hold and verb. So a batch whose answer was lost can be sent again.
import { LRUCache } from "lru-cache";
import { sqlState, type Database, type Tx } from "../../../platform/postgres/database.ts";
import { correlationId } from "../../../platform/telemetry/correlation.ts";
import { noteEffect } from "../../../platform/core/effects.ts";
import { rateLimited } from "../../../platform/core/errors.ts";
import { hashOf } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { notifyRelay } from "../../../platform/messaging/outbox.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { rows, type Sql } from "../../../platform/postgres/sql.ts";
import { choose } from "./choose.ts";
import { holdInTransaction } from "./hold-in-transaction.ts";
import { asksForBestAvailable, newEventQueue, nextBatch, type Batch, type EventQueue } from "./event-queue.ts";
import { createSeatMapSnapshots, type Ask, type SeatMapSnapshot } from "./snapshots.ts";
import {
  answerHold,
  hasPromoCode,
  refuseGone,
  statementFor,
  type PendingHold,
  type Decision,
  type Held,
  type HoldChange,
  type HoldRequest,
  type Verdict,
  type Waiting,
  type WaitingChange,
  type WaitingHold,
} from "./requests.ts";
import { changeTopic, lockSale } from "./sale.ts";

export interface Engine {
  /**
   * Holds all of the seats or none.
   * @throws SeatsUnavailable, SeatLeftAlone, TooManyCompanions, EventNotOnSale, SeatLimitReached, PromoCodeNotUsable, EmailNotVerified, VerifiedBuyersOnly,
   * NotFound, IdempotencyKeyReused; GraphQLError RATE_LIMITED if the queue is full
   */
  hold(request: HoldRequest): Promise<Held>;
  /** The same in a transaction that has locked the sale, by itself. @throws the same, but RATE_LIMITED */
  holdIn(tx: Tx, request: HoldRequest): Promise<Held>;
  /** @throws GraphQLError RATE_LIMITED if the queue is full */
  change(change: HoldChange): Promise<Verdict>;
  /** The seats as a transaction that has locked the sale sees them; undefined for an event without seats. */
  mapIn(tx: Tx, eventId: string): Promise<SeatMapSnapshot | undefined>;
  /** To be called if that transaction is rolled back. */
  forgetMap(eventId: string): void;
}

/** Maximum of concurrent batches of an event in a process. While the first is flushed to disk, the second waits for the lock. */
const IN_FLIGHT = 2;
/** Minimum of requests for a second concurrent batch. For fewer, an additional commit costs more than the wait. */
const ENOUGH_FOR_ANOTHER = 16;
/**
 * Limit of the queue: some tenths of a second of work. Later requests are refused instead of timing out. Changes have a separate limit, so
 * a crowd that requests seats does not block buyers who have paid.
 */
const MOST_WAITING = 4_096;
const RETRY_AFTER_SECONDS = 1;
/** Serialization failure, deadlock, lock timeout. */
const TRANSIENT = new Set(["40001", "40P01", "55P03"]);
const TRIES = 5;
const DID_SOMETHING = new Set(["HELD", "RELEASED", "EXPIRED", "EXTENDED", "CONVERTED", "SOLD", "RETURNED"]);

const MOST_HOT_EVENTS = 1_000;

/** @param onBatch receives the number of requests in each batch */
export function createEngine(
  database: Database,
  notifier: ChangeNotifier,
  onBatch: (holds: number, changes: number) => void = () => {},
): Engine {
  const eventQueues = new Map<string, EventQueue>();
  const snapshots = createSeatMapSnapshots();
  /** Requests in progress by key. A repeated key waits, then finds the stored outcome of the first request. */
  const underWay = new Map<string, Promise<unknown>>();
  const waiting = { holds: 0, changes: 0 };
  /** Events in whose last batch at least half of the requests were for taken seats. */
  const hotEvents = new LRUCache<string, true>({ max: MOST_HOT_EVENTS });

  function enqueue<Request, Answer>(
    eventId: string,
    kind: "holds" | "changes",
    queue: (eventQueue: EventQueue) => Waiting<Request, Answer>[],
    request: Request,
  ): Promise<Answer> {
    if (waiting[kind] >= MOST_WAITING) throw rateLimited(RETRY_AFTER_SECONDS);
    waiting[kind]++;
    let eventQueue = eventQueues.get(eventId);
    if (!eventQueue) eventQueues.set(eventId, (eventQueue = newEventQueue(eventId)));
    const answered = new Promise<Answer>((resolve, reject) => {
      queue(eventQueue).push({ request, correlationId: correlationId() ?? null, resolve, reject });
    }).finally(() => waiting[kind]--);
    schedule(eventQueue);
    // The commit ran in the context of a single request, so each request of the batch notes the effect by itself.
    return answered.then((answer) => (noteEffect(), answer));
  }

  function schedule(eventQueue: EventQueue): void {
    if (eventQueue.scheduled || !mayStart(eventQueue)) return;
    eventQueue.scheduled = true;
    // Requests of the same turn of the event loop join the batch.
    setImmediate(() => {
      eventQueue.scheduled = false;
      if (!mayStart(eventQueue)) return;
      eventQueue.picking = needsSnapshot(eventQueue);
      const batch = nextBatch(eventQueue);
      eventQueue.inFlight++;
      void decide(eventQueue, batch).finally(() => {
        eventQueue.inFlight--;
        eventQueue.picking = false;
        if (eventQueue.inFlight + eventQueue.holds.length + eventQueue.changes.length === 0)
          eventQueues.delete(eventQueue.eventId);
        else schedule(eventQueue);
      });
      schedule(eventQueue);
    });
  }

  function mayStart(eventQueue: EventQueue): boolean {
    if (eventQueue.holds.length + eventQueue.changes.length === 0) return false;
    if (eventQueue.inFlight === 0) return true;
    const isCrowd = eventQueue.holds.length + eventQueue.changes.length >= ENOUGH_FOR_ANOTHER;
    return isCrowd && eventQueue.inFlight < IN_FLIGHT && !eventQueue.picking && !needsSnapshot(eventQueue);
  }

  function needsSnapshot(eventQueue: EventQueue): boolean {
    if (eventQueue.holds.length === 0) return false;
    return snapshots.isWatched(eventQueue.eventId) || asksForBestAvailable(eventQueue);
  }

  /** Decides a batch; never rejects. */
  async function decide(eventQueue: EventQueue, batch: Batch): Promise<void> {
    onBatch(batch.holds.length, batch.changes.length);
    try {
      await (eventQueue.picking ? decideBySnapshot(eventQueue, batch) : decideAsRequested(eventQueue, batch));
    } catch (error) {
      snapshots.forget(eventQueue.eventId);
      const state = sqlState(error);
      const isFault = state === undefined || /^(08|53|57)/.test(state);
      if (isFault || batch.holds.length + batch.changes.length === 1) {
        for (const one of [...batch.changes, ...batch.holds]) one.reject(error);
        return;
      }
      // The database rejected one of the requests. Each is retried by itself, so the others do not fail with it.
      for (const change of batch.changes) await decide(eventQueue, { holds: [], changes: [change] });
      for (const hold of batch.holds) await decide(eventQueue, { holds: [hold], changes: [] });
    }
  }

  async function decideAsRequested(eventQueue: EventQueue, batch: Batch): Promise<void> {
    const asked = batch.holds.map((hold): PendingHold => ({
      hold,
      seatNos: byHand(hold),
      expected: null,
      proposal: null,
    }));
    await decidePending(eventQueue, batch, asked);
  }

  async function decidePending(eventQueue: EventQueue, batch: Batch, asked: PendingHold[]): Promise<Decision[]> {
    const gone = hotEvents.has(eventQueue.eventId) ? await rejectGone(eventQueue.eventId, asked) : new Set();
    const holds = batch.holds.filter((hold) => !gone.has(hold));
    const others = asked.filter(({ hold }) => !gone.has(hold));
    const decisions = await send(alone, eventQueue.eventId, others, batch.changes);
    settle(eventQueue, { ...batch, holds }, others, decisions);
    const refused = gone.size + decisions.filter(({ verdict }) => verdict === "SeatsUnavailable").length;
    if (asked.length > 0 && refused < asked.length / 2) hotEvents.delete(eventQueue.eventId);
    else if (asked.length > 0) hotEvents.set(eventQueue.eventId, true);
    return decisions;
  }

  /** @returns the requests that were refused because their seats are taken */
  async function rejectGone(eventId: string, asked: PendingHold[]): Promise<Set<WaitingHold>> {
    const gone = new Set<WaitingHold>();
    // Choices from a snapshot avoid the seats of earlier requests, so only refusals can be removed from such a batch.
    const mayBe = asked.filter(({ expected, proposal }) => expected === null || proposal === "SeatsUnavailable");
    if (mayBe.length === 0 || hasPromoCode(mayBe[0]!.hold)) return gone;
    for (const { request, verdict, detail } of await retryTransient(alone, refuseGone(eventId, mayBe))) {
      const { hold, seatNos } = mayBe[request - 1]!;
      gone.add(hold);
      answerHold(hold, seatNos, verdict, detail);
    }
    return gone;
  }

  async function decideBySnapshot(eventQueue: EventQueue, { holds, changes }: Batch): Promise<void> {
    // The snapshot must include these changes.
    settle(eventQueue, { holds: [], changes }, [], await send(alone, eventQueue.eventId, [], changes));
    const batch = { holds, changes: [] };
    let decisions: Decision[];
    if (eventQueue.isStale) {
      let asked: PendingHold[] = [];
      decisions = await database.transaction(async (tx) => {
        await lockSale(tx, eventQueue.eventId);
        const ask: Ask = (_, statement) => rows(tx, statement);
        asked = await pickFor(eventQueue.eventId, batch, ask);
        return send(ask, eventQueue.eventId, asked, []);
      });
      settle(eventQueue, batch, asked, decisions);
    } else {
      decisions = await decidePending(eventQueue, batch, await pickFor(eventQueue.eventId, batch, alone));
    }
    eventQueue.isStale = decisions.some(({ verdict }) => verdict === "STALE");
  }

  async function pickFor(eventId: string, batch: Batch, ask: Ask): Promise<PendingHold[]> {
    const snapshot = await snapshots.current(eventId, ask);
    // Without a snapshot the event has no seats: the statement finds the refusal.
    if (!snapshot) return batch.holds.map((hold) => ({ hold, seatNos: [], expected: -1, proposal: null }));
    const choices = choose(
      snapshot,
      batch.holds.map(({ request }) => ({ ...request.selection, channelKey: request.channelKey ?? null })),
    );
    return batch.holds.flatMap((hold, index) => {
      const choice = choices[index]!;
      return choice === "look again" ? [] : [{ hold, ...choice, expected: snapshot.seq }];
    });
  }

  const alone: Ask = (name, statement) => database.prepared(name, statement);

  async function send(ask: Ask, eventId: string, asked: PendingHold[], changes: WaitingChange[]): Promise<Decision[]> {
    if (asked.length + changes.length === 0) return [];
    return retryTransient(ask, statementFor(eventId, asked, changes));
  }

  async function retryTransient(ask: Ask, { name, statement }: { name: string; statement: Sql }): Promise<Decision[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask<Decision>(name, statement);
      } catch (error) {
        if (ask !== alone || attempt === TRIES || !TRANSIENT.has(sqlState(error) ?? "")) throw error;
      }
    }
  }

  /** Answers the decided requests. The others come first in the next batch. */
  function settle(eventQueue: EventQueue, batch: Batch, asked: PendingHold[], decisions: Decision[]): void {
    if (decisions.some(({ verdict }) => DID_SOMETHING.has(verdict))) {
      notifier.notify(changeTopic(eventQueue.eventId));
      notifyRelay("seating");
    }
    const undecided = new Set(batch.holds);
    const unknown = new Set(batch.changes);
    for (const { part, request, verdict, detail } of decisions) {
      if (part === "change") {
        const change = batch.changes[request - 1]!;
        unknown.delete(change);
        change.resolve(verdict as Verdict);
        continue;
      }
      const { hold, seatNos, expected } = asked[request - 1]!;
      if (verdict === "STALE" && expected === null) snapshots.watch(eventQueue.eventId);
      if (verdict === "STALE" || verdict === "DEFERRED") continue;
      undecided.delete(hold);
      answerHold(hold, seatNos, verdict, detail);
    }
    for (const change of unknown) change.reject(new Error("The hold does not exist."));
    if (undecided.size > 0) eventQueue.holds = [...undecided, ...eventQueue.holds];
  }

  return {
    hold: async (request) => {
      const name = `${request.buyerId} ${request.mutation} ${request.key}`;
      for (let before = underWay.get(name); before; before = underWay.get(name)) await before.catch(() => {});
      const answer = enqueue(request.eventId, "holds", (eventQueue) => eventQueue.holds, {
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
    holdIn: (tx, request) => holdInTransaction(tx, snapshots, request),
    mapIn: (tx, eventId) => snapshots.current(eventId, (_, statement) => rows(tx, statement)),
    forgetMap: (eventId) => snapshots.forget(eventId),
    change: async (change) => enqueue(change.eventId, "changes", (eventQueue) => eventQueue.changes, change),
  };
}

function byHand({ request }: WaitingHold): number[] {
  return "seatNos" in request.selection ? request.selection.seatNos : [];
}
