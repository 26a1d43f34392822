// Moves tickets to other seats. It changes two databases: orders stores the move and its intent, asks seating, which exchanges the seats
// in one transaction and is idempotent by the ID of the move, and then gives the ticket its new seat. If the process dies, another one
// asks again.
import type { Acting } from "../../../platform/audit/acting.ts";
import type { DomainError } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { createIntents, type Answered } from "../../../platform/jobs/intents.ts";
import { beginKeyedIntent, outcomeOfKey } from "../../../platform/jobs/keyed-intents.ts";
import type { WorkItem, WorkKind } from "../../../platform/jobs/work.ts";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { forgetKey, resourceOf, settleKeys, type RequestKey } from "../../../platform/postgres/idempotency.ts";
import type { MovedSeat, SeatingClient } from "../clients/seating.ts";
import { beginMove, type MoveTicket } from "../commands/begin-move.ts";
import type { SagaContext } from "../commands/order-rows.ts";
import { settleMove } from "../commands/settle-move.ts";
import { TicketMoveEntity } from "../entities/ticket-move.ts";
import { MOVE_WORK } from "../job-names.ts";

interface IntendedMove extends MoveTicket {
  request: RequestKey;
  by: Acting;
}

type Outcome = { refusal: DomainError } | { ticketId: string };
type Answer = Answered<IntendedMove, MovedSeat>;

export interface Moving {
  /** Refusals: NotFound, TicketNotMovable, TicketAlreadyUsed, TicketFrozen, IdempotencyKeyReused */
  move(clerkId: string, by: Acting, move: MoveTicket, idempotencyKey: string): Promise<void>;
  work: WorkKind;
}

export function createMoving(options: {
  database: () => Database;
  saga: () => SagaContext;
  seating: SeatingClient;
}): Moving {
  const { database, saga, seating } = options;
  const intents = createIntents<IntendedMove, MovedSeat, Outcome>(database, {
    subgraph: "orders",
    kind: MOVE_WORK,
    ask: (all) => askSeating(database(), seating, all),
    settle: (tx, answered) => settleMoves(tx, saga(), answered),
    outcomeOf: async ({ body }) => {
      const outcome = await outcomeOfKey(database(), body.request);
      return "refusal" in outcome ? outcome : { ticketId: outcome.resourceId };
    },
    withdraw: async (tx, { id, body }) => {
      await tx.nativeDelete(TicketMoveEntity, { id });
      await forgetKey(tx, body.request);
    },
  });
  return {
    move: async (userId, by, input, idempotencyKey) => {
      const request: RequestKey = { userId, mutation: "moveTicket", key: idempotencyKey };
      const id = uuid();
      const asked = { id, request: { ...request, input }, body: { ...input, request, by } };
      const begun = await database().transaction((tx) =>
        beginKeyedIntent(tx, MOVE_WORK, asked, () => beginMove(tx, id, userId, input)),
      );
      if ("outcome" in begun) return void resourceOf(begun.outcome);
      reach("ticket move begun, seating not asked");
      const outcome = await intents.pursue(begun.intent);
      if ("refusal" in outcome) throw outcome.refusal;
    },
    work: intents.work as WorkKind,
  };
}

async function askSeating(
  database: Database,
  seating: SeatingClient,
  all: WorkItem<IntendedMove>[],
): Promise<(MovedSeat | Error)[]> {
  const moves = await database.read().find(TicketMoveEntity, { id: { $in: all.map(({ id }) => id) } });
  const known = new Map(moves.map((move) => [move.id, move]));
  return Promise.all(
    all.map(async ({ id: moveId }) => {
      const move = known.get(moveId);
      if (!move) return new Error("The move was deleted.");
      const { orderId, fromSeat: seatId, toSeat: toSeatId } = move;
      return seating.moveSeat({ moveId, orderId, seatId, toSeatId }).catch((error: Error) => error);
    }),
  );
}

/** In the order of the orders, which are locked. */
async function settleMoves(tx: Tx, saga: SagaContext, answered: Answer[]): Promise<Outcome[]> {
  const settled = new Map<string, Outcome>();
  for (const { intent, answer } of answered.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))) {
    const { orderId, ticketId, by } = intent.body;
    const refusal = await settleMove(tx, saga, { moveId: intent.id, orderId, by }, answer);
    settled.set(intent.id, refusal ? { refusal } : { ticketId });
    reach("ticket move settled, not committed");
  }
  const outcomes = answered.map(({ intent }) => settled.get(intent.id)!);
  await settleKeys(
    tx,
    answered.map(({ intent }, index) => {
      const outcome = outcomes[index]!;
      return {
        request: intent.body.request,
        outcome: "refusal" in outcome ? outcome : { resourceId: outcome.ticketId },
      };
    }),
  );
  return outcomes;
}

const orderOf = ({ intent }: Answer) => intent.body.orderId;
