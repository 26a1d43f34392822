// Advances orders: the saga decides each step; states, history and effects are written in one transaction of a few statements.
// Locks on the orders' rows serialize concurrent steps of an order.
// SQL: one statement for a batch, instead of a round trip for each order.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { LEASE_SECONDS } from "../../../platform/jobs/work.ts";
import { publishMany } from "../../../platform/messaging/outbox.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { OrderEnded } from "../../../schema/messages/orders.ts";
import { selectOrders, type Order } from "../entities/order.ts";
import { next, type Next, type SagaEvent } from "../saga/saga.ts";
import { applyEffects, type DueEffect, type PaidWith } from "./apply-effects.ts";
import { ORDER_WORK } from "../job-names.ts";
import { addSteps, ORDERS_TOPIC, type Deadlines, type SagaContext } from "./order-rows.ts";
import { takeBackSales } from "./drawer-entries.ts";
import { endExchanges } from "./settle-exchanges.ts";
import { writeNotifications } from "./write-notifications.ts";

export interface Happened {
  orderId: string;
  sagaEvent: SagaEvent;
  /** Data of the payment for risk. */
  paidWith?: PaidWith;
  correlationId?: string | null;
}

/** False if the event changed nothing, or the order is unknown. */
export async function advanceOrder(tx: Tx, saga: SagaContext, orderId: string, sagaEvent: SagaEvent): Promise<boolean> {
  const [isChanged] = await advanceOrders(tx, saga, [{ orderId, sagaEvent }]);
  return isChanged!;
}

/** A step of an order. */
interface Stepped {
  before: Order;
  step: Next;
  after: Order;
}

/** Advances orders in the given sequence, which may hold several events of one order. */
export async function advanceOrders(tx: Tx, saga: SagaContext, happened: Happened[]): Promise<boolean[]> {
  if (happened.length === 0) return [];
  const ids = [...new Set(happened.map(({ orderId }) => orderId))];
  const found = await rows<Order>(
    tx,
    sql`${selectOrders(sql`o.id = any(${withOrigins(ids)})`)} order by o.id for update`,
  );
  const original = new Map(found.map((order) => [order.id, order]));
  const current = new Map(original);
  const all: Stepped[] = [];
  const due: DueEffect[] = [];
  const isChanged = happened.map(({ orderId, sagaEvent, paidWith, correlationId }) => {
    const before = current.get(orderId);
    const step = before && next(before, sagaEvent);
    if (!before || !step) return false;
    const { status, phase, paymentId, eventCancelled } = step;
    const after = { ...before, status, phase, paymentId, eventCancelled };
    current.set(orderId, after);
    all.push({ before, step, after });
    due.push(...step.effects.map((effect) => ({ order: after, effect, paidWith, correlationId })));
    return true;
  });
  if (all.length === 0) return isChanged;
  const changed = [...new Set(all.map(({ after }) => after.id))];
  await record(
    tx,
    saga,
    changed.map((id) => ({ before: original.get(id)!, after: current.get(id)! })),
  );
  await addSteps(
    tx,
    all
      .filter(({ before, step }) => step.status !== before.status || step.note !== null)
      .map(({ after, step: { status, note, isInternal } }) => ({ orderId: after.id, status, note, isInternal })),
  );
  await tellOfEnded(tx, saga, all);
  const freed = await endExchanges(
    tx,
    saga,
    all.flatMap(({ after }) => (ENDED.has(after.status) ? [after] : [])),
  );
  for (const { order, reason } of freed) due.push({ ...NO_PAYMENT, order, effect: { type: "RefundAll", reason } });
  await applyEffects(tx, saga, due);
  afterCommit(tx, () => saga.notifier.notify(ORDERS_TOPIC, changed.join(",")));
  return isChanged;
}

const NO_PAYMENT = { paidWith: undefined, correlationId: undefined };

/** Also the orders whose tickets pay for one of these: both are locked in one sequence. */
export function withOrigins(ids: string[]): Sql {
  return sql`(${ids}::uuid[] || array(select exchanged_from from purchase where id = any(${ids}::uuid[]) and exchanged_from is not null))`;
}

/** Seconds until the order's work item is due; null if the order waits for nothing. Keep in step with `lookAt` (order-work.ts). */
function lookWithin({ status, phase }: Pick<Order, "status" | "phase">, deadlines: Deadlines): number | null {
  switch (phase) {
    case "ASSESSING":
      return deadlines.assessmentSeconds;
    case "SELLING":
      return LEASE_SECONDS;
    case "CAPTURING":
      // The message to payments is never lost.
      return Infinity;
    case null:
      if (status === "IN_REVIEW") return deadlines.reviewSeconds;
      // The work item already holds the payment deadline.
      return status === "AWAITING_PAYMENT" ? Infinity : null;
  }
}

/**
 * Writes the new states of orders. Due times are in work items, and are never later than a deadline.
 * The orders' rows then need no index on columns that change at each step.
 */
async function record(tx: Tx, saga: SagaContext, changes: { before: Order; after: Order }[]): Promise<void> {
  const of = <Value>(value: (change: { before: Order; after: Order }) => Value) => changes.map(value);
  await rows(
    tx,
    sql`with c as (
          select * from unnest(${of(({ after }) => after.id)}::uuid[], ${of(({ after }) => after.status)}::text[], ${of(({ after }) => after.phase)}::text[],
              ${of(({ after }) => after.paymentId)}::uuid[], ${of(({ after }) => after.eventCancelled)}::boolean[],
              ${of(({ before, after }) => before.status !== after.status || before.phase !== after.phase)}::boolean[],
              ${of(({ after }) => lookWithin(after, saga.deadlines))}::float8[])
            as c(id, status, phase, payment_id, event_cancelled, is_moved, look_within)
        ), ended as (
          delete from work_item w using c where w.kind = ${ORDER_WORK} and w.id = c.id and c.look_within is null
        ), waiting as (
          insert into work_item as w (id, kind, due_at)
          select id, ${ORDER_WORK}, case when look_within = 'infinity' then 'infinity' else app_now() + make_interval(secs => look_within) end
          from c where look_within is not null order by id
          on conflict (id, kind) do update set due_at = excluded.due_at where w.due_at > excluded.due_at
        )
        update purchase p set status = c.status, phase = c.phase, payment_id = c.payment_id, event_cancelled = c.event_cancelled,
          waiting_since = case when c.is_moved then app_now() else p.waiting_since end,
          expires_at = case when not c.is_moved then p.expires_at
                            when c.status = 'IN_REVIEW' and c.phase is null then date_trunc('milliseconds', app_now()) + make_interval(secs => c.look_within) end
        from c where p.id = c.id`,
  );
}

const ENDED = new Set(["CANCELLED", "EXPIRED", "DECLINED"]);

async function tellOfEnded(tx: Tx, saga: SagaContext, all: Stepped[]): Promise<void> {
  const ended = all.filter(({ before, after }) => ENDED.has(after.status) && before.status !== after.status);
  await publishMany(
    tx,
    OrderEnded,
    ended.map(({ after: { id, status } }) => ({
      key: id,
      body: { orderId: id, status: status as "CANCELLED" | "EXPIRED" | "DECLINED" },
    })),
  );
  await takeBackSales(
    tx,
    ended.map(({ after }) => after),
  );
  await writeNotifications(
    tx,
    saga,
    ended
      // No mail to buyers who have not paid.
      .filter(({ before }) => before.status !== "AWAITING_PAYMENT")
      .map(({ after: { id, buyerId } }) => ({ orderId: id, recipientId: buyerId, kind: "ORDER_ENDED" as const })),
  );
}
