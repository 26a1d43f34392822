// Cancels or refunds every order of a cancelled event, in batches, by a job that resumes after a crash. A batch and its progress are one
// transaction; a failing order does not block others.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { LeaseLost, schedule, type JobContext } from "../../../platform/jobs/jobs.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import { isToCancel } from "../entities/event-cancellation.ts";
import { ordersOfEvent } from "../entities/order.ts";
import { statement } from "../entities/tables.ts";
import { advanceOrder } from "../commands/advance-orders.ts";
import { JOBS } from "../job-names.ts";
import { cancellationTopic, type SagaContext } from "../commands/order-rows.ts";
import { lockEvent } from "./make-orders.ts";

/** Orders per transaction. */
const TOGETHER = 25;

export interface CancelledEvent {
  eventId: string;
  organizationId: string;
  reason: string;
}

/** From now on new orders of the event are cancelled too; a job cancels or refunds the existing ones. */
export async function beginCancellation(tx: Tx, { eventId, organizationId, reason }: CancelledEvent): Promise<void> {
  await lockEvent(tx, eventId);
  const isNew = await change(
    tx,
    sql`insert into cancelled_event (event_id, reason, organization_id, orders)
        select ${eventId}::uuid, ${reason}, ${organizationId}::uuid, count(*) from (${ordersOfEvent(eventId, isToCancel(eventId))}) o
        on conflict do nothing`,
  );
  if (isNew > 0) await schedule(tx, "orders", JOBS.cancelEvent, eventId, { eventId, reason });
}

type Job = Pick<JobContext, "database" | "complete" | "keep">;

export async function cancelOrdersOf(job: Job, saga: SagaContext, eventId: string, reason: string): Promise<void> {
  const { database } = job;
  for (let isOver = false; !isOver;) {
    isOver = await database
      .transaction((tx) => cancelSome(tx, job, saga, eventId, async (order) => cancelOrder(tx, saga, order, reason)))
      .catch(async (error: unknown) => {
        if (error instanceof LeaseLost) throw error;
        // An order of the batch failed: each gets its own job, with retries.
        return database.transaction((tx) =>
          cancelSome(tx, job, saga, eventId, ({ id, isPart }) =>
            schedule(tx, "orders", JOBS.cancelOrder, `${id} ${eventId}`, { orderId: id, reason, isPart }),
          ),
        );
      });
  }
}

export async function cancelOrder(tx: Tx, saga: SagaContext, { id, isPart }: NextOrder, reason: string): Promise<void> {
  const note = isPart ? `One of the order's events was cancelled: ${reason}` : reason;
  await advanceOrder(tx, saga, id, { type: "EventCancelled", note, isPart });
}

interface NextOrder {
  id: string;
  /** Whether it has other events, which take place. */
  isPart: boolean;
}

/** Next orders after the last cancelled one, under a lock that serializes the batches. */
function nextOrders(tx: Tx, eventId: string): Promise<NextOrder[]> {
  const rest = sql`${isToCancel(eventId)} and o.id > (select id from last) order by o.id limit ${TOGETHER}`;
  return rows<NextOrder>(
    tx,
    sql`with last as materialized (
          select coalesce(last_order_id, '00000000-0000-0000-0000-000000000000') as id from cancelled_event where event_id = ${eventId} for update
        )
        select id, exists (
            select from unnest(more_event_ids || event_id) as e(id)
            where more_event_ids <> '{}' and not exists (select from cancelled_event c where c.event_id = e.id)
          ) as is_part
        from (
          (select o.* from purchase o where o.event_id = ${eventId} and ${rest})
          union all (select o.* from purchase o where o.more_event_ids <> '{}' and o.more_event_ids @> array[${eventId}::uuid] and ${rest})
        ) o order by id limit ${TOGETHER}`,
  );
}

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
  cancel: (order: NextOrder) => Promise<void>,
): Promise<boolean> {
  const next = await nextOrders(tx, eventId);
  for (const order of next) await cancel(order);
  const isOver = next.length < TOGETHER;
  await noteLast.change(tx, { eventId, orderId: next.at(-1)?.id ?? null });
  afterCommit(tx, () => saga.notifier.notify(cancellationTopic(eventId)));
  await (isOver ? complete(tx) : keep(tx));
  return isOver;
}
