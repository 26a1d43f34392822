// Cancels or refunds every order of a cancelled event, in batches, by a job that resumes after a crash. A batch and its progress are one
// transaction; a failing order does not block others.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { LeaseLost, schedule, type JobContext } from "../../../platform/jobs/jobs.ts";
import { statement } from "../entities/tables.ts";
import { advanceOrder } from "../commands/advance-orders.ts";
import { JOBS } from "../job-names.ts";
import { cancellationTopic, type SagaContext } from "../commands/order-rows.ts";
import { lockEvent } from "./place-order.ts";

/** Orders per transaction. */
const TOGETHER = 25;

export interface CancelledEvent {
  eventId: string;
  organizationId: string;
  reason: string;
}

const OVER = ["CANCELLED", "EXPIRED", "DECLINED", "REFUNDED"] as const;

const cancelEventOnce = statement((db, { eventId, organizationId, reason }: CancelledEvent, { sql }) =>
  db
    .insertInto("cancelled_event")
    .columns(["eventId", "reason", "organizationId", "orders"])
    .expression((of) =>
      of
        .selectFrom("purchase")
        .select(({ fn }) => [
          sql<string>`${eventId}::uuid`.as("eventId"),
          sql<string>`${reason}::text`.as("reason"),
          sql<string>`${organizationId}::uuid`.as("organizationId"),
          fn.countAll<number>().as("orders"),
        ])
        .where("eventId", "=", eventId)
        .where("status", "not in", OVER),
    )
    .onConflict((known) => known.doNothing()),
);

/** From now on new orders of the event are cancelled too; a job cancels or refunds the existing ones. */
export async function beginCancellation(tx: Tx, { eventId, organizationId, reason }: CancelledEvent): Promise<void> {
  await lockEvent(tx, eventId);
  const isNew = await cancelEventOnce.change(tx, { eventId, organizationId, reason });
  if (isNew > 0) await schedule(tx, "orders", JOBS.cancelEvent, eventId, { eventId, reason });
}

type Job = Pick<JobContext, "database" | "complete" | "keep">;

export async function cancelOrdersOf(job: Job, saga: SagaContext, eventId: string, reason: string): Promise<void> {
  const { database } = job;
  for (let isOver = false; !isOver;) {
    isOver = await database
      .transaction((tx) => cancelSome(tx, job, saga, eventId, async (id) => cancelOrder(tx, saga, id, reason)))
      .catch(async (error: unknown) => {
        if (error instanceof LeaseLost) throw error;
        // An order of the batch failed: each gets its own job, with retries.
        return database.transaction((tx) =>
          cancelSome(tx, job, saga, eventId, (id) =>
            schedule(tx, "orders", JOBS.cancelOrder, id, { orderId: id, reason }),
          ),
        );
      });
  }
}

export async function cancelOrder(tx: Tx, saga: SagaContext, orderId: string, reason: string): Promise<void> {
  await advanceOrder(tx, saga, orderId, { type: "EventCancelled", note: reason });
}

/** Next orders after the last cancelled one, under a lock that serializes the batches. */
const nextOrders = statement((db, { eventId }: { eventId: string }, { sql }) =>
  db
    .selectFrom("purchase")
    .select("id")
    .where("eventId", "=", eventId)
    .where("status", "not in", OVER)
    .where("id", ">", ({ fn, selectFrom }) =>
      fn.coalesce(
        selectFrom("cancelled_event as c").select("c.lastOrderId").where("c.eventId", "=", eventId).forUpdate(),
        sql<string>`'00000000-0000-0000-0000-000000000000'`,
      ),
    )
    .orderBy("id")
    .limit(TOGETHER),
);

const noteLast = statement((db, { eventId, orderId }: { eventId: string; orderId: string | null }, { sql }) =>
  db
    .updateTable("cancelled_event")
    .set((of) => ({ lastOrderId: of.fn.coalesce(sql<string>`${orderId}::uuid`, of.ref("lastOrderId")) }))
    .where("eventId", "=", eventId),
);

/** Cancels a batch and stores the progress; true if it was the last. @throws LeaseLost */
async function cancelSome(
  tx: Tx,
  { complete, keep }: Job,
  saga: SagaContext,
  eventId: string,
  cancel: (orderId: string) => Promise<void>,
): Promise<boolean> {
  const next = await nextOrders.rows(tx, { eventId });
  for (const { id } of next) await cancel(id);
  const isOver = next.length < TOGETHER;
  await noteLast.change(tx, { eventId, orderId: next.at(-1)?.id ?? null });
  afterCommit(tx, () => saga.notifier.notify(cancellationTopic(eventId)));
  await (isOver ? complete(tx) : keep(tx));
  return isOver;
}
