// Group commit. What comes for one event while a batch is on its way is the next batch, decided in one statement under
// the lock of the event's sale (migrations/): first what may free seats, then who wants some, in the order of
// arrival. A lone request starts a batch at once; nobody waits for company. Several processes may do this side by side.
// Where most are refused because their seats are gone, that is told them without the lock.
// Every request is idempotent (holds by their key, the rest by what it is about), so a batch whose answer was lost is simply sent again.
import { LRUCache } from "lru-cache";
import { sqlState, type Database } from "../../../platform/postgres/database.ts";
import { correlationId } from "../../../platform/telemetry/correlation.ts";
import { noteEffect } from "../../../platform/core/effects.ts";
import { IdempotencyKeyReused, rateLimited } from "../../../platform/core/errors.ts";
import { hashOf } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { announce } from "../../../platform/messaging/outbox.ts";
import type { Hints } from "../../../platform/redis/pubsub.ts";
import { rows, type Sql } from "../../../platform/postgres/sql.ts";
import { choose } from "./choose.ts";
import { createPictures, type Ask } from "./pictures.ts";
import {
  hasPromoCode,
  inOrder,
  isByItself,
  refusalOf,
  refuseGone,
  statementFor,
  type Asked,
  type Decision,
  type Held,
  type HoldChange,
  type HoldRequest,
  type KnownKey,
  type MadeHold,
  type Verdict,
  type Waiting,
  type WaitingChange,
  type WaitingHold,
} from "./requests.ts";
import { changeTopic, lockSale } from "./sale.ts";

export interface Engine {
  /**
   * Keeps the seats, all or none.
   * @throws SeatsUnavailable, SeatLeftAlone, TooManyCompanions, EventNotOnSale, SeatLimitReached, NotFound, IdempotencyKeyReused; GraphQLError RATE_LIMITED if too many wait.
   */
  hold(request: HoldRequest): Promise<Held>;
  /** @throws GraphQLError RATE_LIMITED if too many wait. */
  change(change: HoldChange): Promise<Verdict>;
}

/** What one statement decides at most: more makes it longer, and gains little (measured in bench/). */
const BATCH_HOLDS = 128;
const BATCH_CHANGES = 256;
/** Of one event and process. While the second waits for the lock, the first is being written to disk. */
const IN_FLIGHT = 2;
/** A second one beside it only for so many: for a few, a commit of their own costs more than waiting for the first. */
const ENOUGH_FOR_ANOTHER = 16;
/**
 * Some tenths of a second of work: whoever comes after that is told to come back, instead of waiting for a time-out.
 * Changes are counted by themselves: a crowd that wants seats does not keep those waiting who have paid for theirs.
 */
const MOST_WAITING = 4_096;
const RETRY_AFTER_SECONDS = 1;
/** Serialization failure, deadlock, a lock that was not to be had in time. */
const TRANSIENT = new Set(["40001", "40P01", "55P03"]);
const TRIES = 5;
const DID_SOMETHING = new Set(["HELD", "RELEASED", "EXPIRED", "EXTENDED", "CONVERTED", "SOLD", "RETURNED"]);

const MOST_CROWDED = 1_000;

/** What waits for one event. */
interface Lane {
  eventId: string;
  holds: WaitingHold[];
  changes: WaitingChange[];
  inFlight: number;
  scheduled: boolean;
  /** A batch is on its way that was picked from the picture: what goes beside it would make it out of date. */
  picking: boolean;
  /** Another process changed the event while we picked: next time we pick under the lock. */
  overtaken: boolean;
}

interface Batch {
  holds: WaitingHold[];
  changes: WaitingChange[];
}

/** @param onBatch hears how much is decided in one transaction */
export function createEngine(
  database: Database,
  hints: Hints,
  onBatch: (holds: number, changes: number) => void = () => {},
): Engine {
  const lanes = new Map<string, Lane>();
  const pictures = createPictures();
  /** Requests under way by their key: the same key again waits, and then finds what the first one came to. */
  const underWay = new Map<string, Promise<unknown>>();
  const waiting = { holds: 0, changes: 0 };
  /** Events of whose last batch at least half came for seats that are gone. */
  const crowded = new LRUCache<string, true>({ max: MOST_CROWDED });

  function enqueue<Request, Answer>(
    eventId: string,
    kind: "holds" | "changes",
    queue: (lane: Lane) => Waiting<Request, Answer>[],
    request: Request,
  ): Promise<Answer> {
    if (waiting[kind] >= MOST_WAITING) throw rateLimited(RETRY_AFTER_SECONDS);
    waiting[kind]++;
    let lane = lanes.get(eventId);
    if (!lane) lanes.set(eventId, (lane = newLane(eventId)));
    const answered = new Promise<Answer>((resolve, reject) => {
      queue(lane).push({ request, correlationId: correlationId() ?? null, resolve, reject });
    }).finally(() => waiting[kind]--);
    schedule(lane);
    // The batch was committed for whoever happened to begin it: each of its requests notes the effect by itself.
    return answered.then((answer) => (noteEffect(), answer));
  }

  function schedule(lane: Lane): void {
    if (lane.scheduled || !mayStart(lane)) return;
    lane.scheduled = true;
    // Whatever else is asked before the event loop turns comes along.
    setImmediate(() => {
      lane.scheduled = false;
      if (!mayStart(lane)) return;
      lane.picking = needsPicture(lane);
      const batch = nextBatch(lane);
      lane.inFlight++;
      void decide(lane, batch).finally(() => {
        lane.inFlight--;
        lane.picking = false;
        if (lane.inFlight + lane.holds.length + lane.changes.length === 0) lanes.delete(lane.eventId);
        else schedule(lane);
      });
      schedule(lane);
    });
  }

  function mayStart(lane: Lane): boolean {
    if (lane.holds.length + lane.changes.length === 0) return false;
    if (lane.inFlight === 0) return true;
    const isCrowd = lane.holds.length + lane.changes.length >= ENOUGH_FOR_ANOTHER;
    return isCrowd && lane.inFlight < IN_FLIGHT && !lane.picking && !needsPicture(lane);
  }

  function needsPicture(lane: Lane): boolean {
    if (lane.holds.length === 0) return false;
    return pictures.isWatched(lane.eventId) || lane.holds.slice(0, BATCH_HOLDS).some(isWish);
  }

  /** Decides a batch, whatever it takes; never rejects. */
  async function decide(lane: Lane, batch: Batch): Promise<void> {
    onBatch(batch.holds.length, batch.changes.length);
    try {
      await (lane.picking ? decideByPicture(lane, batch) : decideAsAsked(lane, batch));
    } catch (error) {
      pictures.forget(lane.eventId);
      const state = sqlState(error);
      const isFault = state === undefined || /^(08|53|57)/.test(state);
      if (isFault || batch.holds.length + batch.changes.length === 1) {
        for (const one of [...batch.changes, ...batch.holds]) one.reject(error);
        return;
      }
      // Something in one of them is more than the database takes: the others shall not suffer for it.
      for (const change of batch.changes) await decide(lane, { holds: [], changes: [change] });
      for (const hold of batch.holds) await decide(lane, { holds: [hold], changes: [] });
    }
  }

  async function decideAsAsked(lane: Lane, batch: Batch): Promise<void> {
    const asked = batch.holds.map((hold): Asked => ({ hold, seatNos: byHand(hold), expected: null, proposal: null }));
    await decideAsked(lane, batch, asked);
  }

  async function decideAsked(lane: Lane, batch: Batch, asked: Asked[]): Promise<Decision[]> {
    const gone = crowded.has(lane.eventId) ? await turnAway(lane.eventId, asked) : new Set();
    const holds = batch.holds.filter((hold) => !gone.has(hold));
    const others = asked.filter(({ hold }) => !gone.has(hold));
    const decisions = await send(alone, lane.eventId, others, batch.changes);
    settle(lane, { ...batch, holds }, others, decisions);
    const refused = gone.size + decisions.filter(({ verdict }) => verdict === "SeatsUnavailable").length;
    if (asked.length > 0 && refused < asked.length / 2) crowded.delete(lane.eventId);
    else if (asked.length > 0) crowded.set(lane.eventId, true);
    return decisions;
  }

  /** @returns those who have been told that their seats are gone */
  async function turnAway(eventId: string, asked: Asked[]): Promise<Set<WaitingHold>> {
    const gone = new Set<WaitingHold>();
    // From a picture others were picked beside what was to be taken: there only who takes nothing can be left out.
    const mayBe = asked.filter(({ expected, proposal }) => expected === null || proposal === "SeatsUnavailable");
    if (mayBe.length === 0 || hasPromoCode(mayBe[0]!.hold)) return gone;
    for (const { request, verdict, detail } of await insist(alone, refuseGone(eventId, mayBe))) {
      const { hold, seatNos } = mayBe[request - 1]!;
      gone.add(hold);
      answerHold(hold, seatNos, verdict, detail);
    }
    return gone;
  }

  async function decideByPicture(lane: Lane, { holds, changes }: Batch): Promise<void> {
    // What changes first has to be in the picture.
    settle(lane, { holds: [], changes }, [], await send(alone, lane.eventId, [], changes));
    const batch = { holds, changes: [] };
    let decisions: Decision[];
    if (lane.overtaken) {
      let asked: Asked[] = [];
      decisions = await database.transaction(async (tx) => {
        await lockSale(tx, lane.eventId);
        const ask: Ask = (_, statement) => rows(tx, statement);
        asked = await pickFor(lane.eventId, batch, ask);
        return send(ask, lane.eventId, asked, []);
      });
      settle(lane, batch, asked, decisions);
    } else {
      decisions = await decideAsked(lane, batch, await pickFor(lane.eventId, batch, alone));
    }
    lane.overtaken = decisions.some(({ verdict }) => verdict === "STALE");
  }

  async function pickFor(eventId: string, batch: Batch, ask: Ask): Promise<Asked[]> {
    const picture = await pictures.current(eventId, ask);
    // Without a picture there are no seats: the statement knows why.
    if (!picture) return batch.holds.map((hold) => ({ hold, seatNos: [], expected: -1, proposal: null }));
    const choices = choose(
      picture,
      batch.holds.map(({ request }) => ({ ...request.wanted, channelKey: request.channelKey ?? null })),
    );
    return batch.holds.flatMap((hold, index) => {
      const choice = choices[index]!;
      return choice === "look again" ? [] : [{ hold, ...choice, expected: picture.seq }];
    });
  }

  const alone: Ask = (name, statement) => database.prepared(name, statement);

  async function send(ask: Ask, eventId: string, asked: Asked[], changes: WaitingChange[]): Promise<Decision[]> {
    if (asked.length + changes.length === 0) return [];
    return insist(ask, statementFor(eventId, asked, changes));
  }

  async function insist(ask: Ask, { name, statement }: { name: string; statement: Sql }): Promise<Decision[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await ask<Decision>(name, statement);
      } catch (error) {
        if (ask !== alone || attempt === TRIES || !TRANSIENT.has(sqlState(error) ?? "")) throw error;
      }
    }
  }

  /** Answers those that are decided; the others are the first of the next batch. */
  function settle(lane: Lane, batch: Batch, asked: Asked[], decisions: Decision[]): void {
    if (decisions.some(({ verdict }) => DID_SOMETHING.has(verdict))) {
      hints.send(changeTopic(lane.eventId));
      announce("seating");
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
      if (verdict === "STALE" && expected === null) pictures.watch(lane.eventId);
      if (verdict === "STALE" || verdict === "DEFERRED") continue;
      undecided.delete(hold);
      answerHold(hold, seatNos, verdict, detail);
    }
    for (const change of unknown) change.reject(new Error("There is no such hold."));
    if (undecided.size > 0) lane.holds = [...undecided, ...lane.holds];
  }

  return {
    hold: async (request) => {
      const name = `${request.buyerId} ${request.mutation} ${request.key}`;
      for (let before = underWay.get(name); before; before = underWay.get(name)) await before.catch(() => {});
      const answer = enqueue(request.eventId, "holds", (lane) => lane.holds, {
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
    change: async (change) => enqueue(change.eventId, "changes", (lane) => lane.changes, change),
  };
}

function newLane(eventId: string): Lane {
  return { eventId, holds: [], changes: [], inFlight: 0, scheduled: false, picking: false, overtaken: false };
}

function isWish({ request }: WaitingHold): boolean {
  return "wish" in request.wanted;
}

function byHand({ request }: WaitingHold): number[] {
  return "seatNos" in request.wanted ? request.wanted.seatNos : [];
}

/** Takes the next batch off its lane: no hold is changed twice in one, and some holds are one by themselves. */
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
  const [first] = lane.holds;
  if (first && isByItself(first)) return { changes, holds: changes.length > 0 ? [] : lane.holds.splice(0, 1) };
  const many = lane.holds.slice(0, BATCH_HOLDS).findIndex(isByItself);
  return { changes, holds: lane.holds.splice(0, many === -1 ? BATCH_HOLDS : many) };
}

function answerHold(
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
