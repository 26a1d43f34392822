// Requests for seats of several events that are decided in one transaction of the caller, who has locked the sales: all or none. Each is decided by
// the statements of a lone request, so its rules are the same.
import { DomainError } from "../../../platform/core/errors.ts";
import { hashOf } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { correlationId } from "../../../platform/telemetry/correlation.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows } from "../../../platform/postgres/sql.ts";
import { choose } from "./choose.ts";
import {
  answerHold,
  statementFor,
  type Decision,
  type Held,
  type HoldRequest,
  type PendingHold,
  type WaitingHold,
} from "./requests.ts";
import type { Ask, SeatMapSnapshots } from "./snapshots.ts";

/** @throws the refusal; the caller must then roll back what it has held before */
export async function holdInTransaction(tx: Tx, snapshots: SeatMapSnapshots, asked: HoldRequest): Promise<Held> {
  const ask: Ask = (_, statement) => rows(tx, statement);
  const { promise, resolve, reject } = Promise.withResolvers<Held>();
  const request = { ...asked, hash: hashOf(asked.input), holdId: uuid() };
  const hold: WaitingHold = { request, correlationId: correlationId() ?? null, resolve, reject };
  try {
    let pending = await proposed(snapshots, hold, ask);
    let decision = await decide(ask, pending);
    if (decision.verdict === "STALE") {
      // The event avoids isolated seats, so that named seats are checked against a snapshot, too. Under the lock it stays current.
      snapshots.watch(request.eventId);
      pending = await proposed(snapshots, hold, ask);
      decision = await decide(ask, pending);
    }
    answerHold(hold, pending.seatNos, decision.verdict, decision.detail);
    return await promise;
  } catch (error) {
    if (!(error instanceof DomainError)) snapshots.forget(request.eventId);
    throw error;
  }
}

async function proposed(snapshots: SeatMapSnapshots, hold: WaitingHold, ask: Ask): Promise<PendingHold> {
  const { eventId, selection, channelKey = null } = hold.request;
  if ("seatNos" in selection && !snapshots.isWatched(eventId))
    return { hold, seatNos: selection.seatNos, expected: null, proposal: null };
  const snapshot = await snapshots.current(eventId, ask);
  // Without a snapshot the event has no seats: the statement finds the refusal.
  if (!snapshot) return { hold, seatNos: [], expected: -1, proposal: null };
  const [choice] = choose(snapshot, [{ ...selection, channelKey }]);
  if (!choice || choice === "look again") throw new Error("A lone request has a choice.");
  return { hold, ...choice, expected: snapshot.seq };
}

async function decide(ask: Ask, pending: PendingHold): Promise<Decision> {
  const [decision] = await ask<Decision>("", statementFor(pending.hold.request.eventId, [pending], []).statement);
  return decision!;
}
