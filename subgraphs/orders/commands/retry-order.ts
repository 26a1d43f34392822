// Manual retry of a stuck order: repeats the pending requests, and stores who did it and why.
// Jobs and work items are updated by SQL, because they are the platform's tables and not entities.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { wakeWork } from "../../../platform/jobs/work.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { OrderInterventionEntity } from "../entities/order-intervention.ts";
import { audit } from "./audit.ts";
import { advanceOrder } from "./advance-orders.ts";
import { JOBS, ORDER_WORK } from "../job-names.ts";
import { lockOrder, type SagaContext } from "./order-rows.ts";

export interface RetryOrder {
  orderId: string;
  note: string;
  idempotencyKey: string;
}

/** Returns the order's ID. Refusals: NotFound, IdempotencyKeyReused */
export async function retryOrder(
  tx: Tx,
  saga: SagaContext,
  userId: string,
  { idempotencyKey, ...input }: RetryOrder,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "nudgeOrder", key: idempotencyKey, input }, async () => {
    const { orderId, note } = input;
    const order = await lockOrder(tx, orderId);
    if (!order) throw new NotFound("order");
    await tx.insert(OrderInterventionEntity, { id: uuid(), orderId, byUser: userId, note });
    await audit(tx, { organizationId: order.organizationId, action: "retryOrder", subject: orderId, reason: note });
    await advanceOrder(tx, saga, orderId, { type: "RetryRequested" });
    // Makes waiting jobs and work items due now.
    await rows(
      tx,
      sql`update job set run_at = least(run_at, app_now()) where key = ${orderId} and kind in (${JOBS.sell}, ${JOBS.release}) and lease_until is null`,
    );
    await rows(
      tx,
      sql`update work_item set due_at = app_now(), given_up_at = null
          where kind = ${ORDER_WORK} and id = ${orderId}::uuid and (due_at <> 'infinity' or given_up_at is not null)`,
    );
    afterCommit(tx, () => wakeWork("orders"));
    return orderId;
  });
}
