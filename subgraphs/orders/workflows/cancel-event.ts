// An event was cancelled: every order of it is cancelled or refunded, some at a time, by a job that whoever takes over goes on
// with where it was. What is done and how far the job is, is one transaction; an order that can't be done keeps no other back.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { LeaseLost, schedule, type JobContext } from "../../../platform/jobs/jobs.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import { advanceOrder } from "../commands/advance-orders.ts";
import { JOBS } from "../job-names.ts";
import { cancellationTopic, type SagaContext } from "../commands/order-rows.ts";
import { lockEvent } from "./place-order.ts";

/** Orders that are done with in one transaction. */
const TOGETHER = 25;

export interface CancelledEvent {
  eventId: string;
  organizationId: string;
  reason: string;
}

/** From here on no order of it is placed any more, and the job sees to those that are there. */
export async function beginCancellation(tx: Tx, { eventId, organizationId, reason }: CancelledEvent): Promise<void> {
  await lockEvent(tx, eventId);
  const isNew = await change(
    tx,
    sql`insert into cancelled_event (event_id, reason, organization_id, orders)
        select ${eventId}::uuid, ${reason}, ${organizationId}::uuid, count(*) from purchase where event_id = ${eventId}::uuid and status not in ('CANCELLED', 'EXPIRED', 'DECLINED', 'REFUNDED')
        on conflict do nothing`,
  );
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
        // One of them can't be done: each is tried by itself, as often as it takes.
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

/** Does the next ones, and remembers it; true if they were the last. @throws LeaseLost */
async function cancelSome(
  tx: Tx,
  { complete, keep }: Job,
  saga: SagaContext,
  eventId: string,
  cancel: (orderId: string) => Promise<void>,
): Promise<boolean> {
  const next = await rows<{ id: string }>(
    tx,
    sql`select id from purchase where event_id = ${eventId} and status not in ('CANCELLED', 'EXPIRED', 'DECLINED', 'REFUNDED')
          and id > coalesce((select last_order_id from cancelled_event where event_id = ${eventId} for update), '00000000-0000-0000-0000-000000000000')
        order by id limit ${TOGETHER}`,
  );
  for (const { id } of next) await cancel(id);
  const isOver = next.length < TOGETHER;
  await rows(
    tx,
    sql`update cancelled_event set last_order_id = coalesce(${next.at(-1)?.id ?? null}, last_order_id) where event_id = ${eventId}`,
  );
  afterCommit(tx, () => saga.notifier.notify(cancellationTopic(eventId)));
  await (isOver ? complete(tx) : keep(tx));
  return isOver;
}
