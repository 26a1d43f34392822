// Work items of open orders, which wait for seats or a deadline. Orders that are due at the same time are sold and advanced in one batch.
// SQL: one statement for a batch, on work items, which are the platform's table and not an entity.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import type { WorkItem, WorkKind } from "../../../platform/jobs/work.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { advanceOrders, withOrigins, type Happened } from "../commands/advance-orders.ts";
import { ORDER_WORK } from "../job-names.ts";
import type { Deadlines, SagaContext } from "../commands/order-rows.ts";
import { claimTickets } from "../commands/settle-exchanges.ts";
import { amountDue, type Order } from "../entities/order.ts";
import type { SagaEvent } from "../saga/saga.ts";
import type { OrderToSell, SeatingClient } from "../clients/seating.ts";

export interface OrderWorkOptions {
  database: () => Database;
  saga: () => SagaContext;
  seating: SeatingClient;
}

export function createOrderWork({ database, saga, seating }: OrderWorkOptions): WorkKind {
  return {
    kind: ORDER_WORK,
    run: async (items) => {
      const ids = items.map(({ id }) => id);
      const selling = await rows<OrderToSell>(
        database().read(),
        sql`select id, more_hold_ids <> '{}' as has_several_holds from purchase where id = any(${ids}::uuid[]) and phase = 'SELLING'`,
      );
      const sold = await sell(selling);
      await database().transaction((tx) => advanceDue(tx, saga(), items, sold));
      return items.map(({ id }) => {
        const answer = sold.get(id);
        return answer instanceof Error ? answer : undefined;
      });
    },
  };

  /** Whether each order has its seats; an Error if that is unknown. */
  async function sell(orders: OrderToSell[]): Promise<Map<string, boolean | Error>> {
    if (orders.length === 0) return new Map();
    // Without seating the deadlines of other orders still apply.
    const answers = await seating.sellSeats(orders).catch((error: Error) => orders.map(() => error));
    return new Map(orders.map(({ id }, index) => [id, answers[index]!]));
  }
}

/** Timeouts by phase, or by status if there is no phase. */
const OVERDUE: Record<string, SagaEvent> = {
  AWAITING_PAYMENT: { type: "PaymentOverdue" },
  ASSESSING: { type: "AssessmentOverdue" },
  IN_REVIEW: { type: "ReviewOverdue" },
};

interface LockedOrder extends Pick<Order, "id" | "exchangedFrom" | "paymentId" | "total" | "credit"> {
  state: string;
  isDue: boolean;
}

/** An order that exchanged tickets pay for claims them first. If they pay for all of it, it is confirmed at once. */
async function saleEvents(tx: Tx, order: LockedOrder, isSold: boolean): Promise<SagaEvent[]> {
  if (!isSold) return [{ type: "SeatsLost" }];
  if (order.exchangedFrom === null || order.state !== "SELLING") return [{ type: "SeatsSold" }];
  if (!(await claimTickets(tx, order.id))) return [{ type: "TicketsLost" }];
  if (amountDue(order) > 0) return [{ type: "SeatsSold" }];
  return [{ type: "SeatsSold" }, { type: "PaymentCaptured", paymentId: order.paymentId! }];
}

async function advanceDue(
  tx: Tx,
  saga: SagaContext,
  items: WorkItem[],
  sold: Map<string, boolean | Error>,
): Promise<void> {
  const ids = items.map(({ id }) => id);
  const correlationIds = new Map(items.map(({ id, correlationId }) => [id, correlationId]));
  // Lock before the check of what is due: a payment or an assessment may arrive concurrently.
  const locked = await rows<LockedOrder>(
    tx,
    sql`select id, coalesce(phase, status) as state, ${lookAt(saga.deadlines)} <= app_now() as is_due, exchanged_from, payment_id, total, credit
        from purchase where id = any(${withOrigins(ids)}) order by id for update`,
  );
  const happened: Happened[] = [];
  for (const order of locked.filter(({ id }) => correlationIds.has(id))) {
    const { id: orderId, state, isDue } = order;
    const answer = sold.get(orderId);
    const overdue = isDue ? OVERDUE[state] : undefined;
    const events = typeof answer === "boolean" ? await saleEvents(tx, order, answer) : overdue ? [overdue] : [];
    const correlationId = correlationIds.get(orderId) ?? null;
    happened.push(...events.map((sagaEvent) => ({ orderId, sagaEvent, correlationId })));
  }
  await advanceOrders(tx, saga, happened);
  const unchanged = ids.filter((id) => !happened.some(({ orderId }) => orderId === id) && !sold.has(id));
  if (unchanged.length > 0) await lookLater(tx, saga.deadlines, unchanged);
}

/** Due time of the order's work item; keep in step with `lookWithin` (advance-orders.ts). */
function lookAt({ assessmentSeconds }: Deadlines) {
  return sql`case
    when phase = 'ASSESSING' then waiting_since + ${`${assessmentSeconds} s`}::interval
    when phase = 'CAPTURING' then 'infinity'
    -- An exception: it began selling after this batch was read: due at once.
    when phase = 'SELLING' then app_now()
    -- A payment in progress delays the timeout until its lease ends.
    when status = 'AWAITING_PAYMENT' and payment_id is not null then greatest(expires_at, payment_lease_until)
    else expires_at end`;
}

const OPEN = sql`('AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW')`;

/** The caller has locked the orders. */
async function lookLater(tx: Tx, deadlines: Deadlines, ids: string[]): Promise<void> {
  await rows(
    tx,
    sql`update work_item w set due_at = p.look_at, attempts = 0
        from (select id, ${lookAt(deadlines)} as look_at from purchase where id = any(${ids}::uuid[]) and status in ${OPEN}) p
        where w.kind = ${ORDER_WORK} and w.id = p.id`,
  );
  await rows(
    tx,
    sql`delete from work_item w where kind = ${ORDER_WORK} and id = any(${ids}::uuid[])
          and not exists (select from purchase p where p.id = w.id and p.status in ${OPEN})`,
  );
}

/** For jobs of the previous version: makes the work item due now. */
export async function lookNow(tx: Tx, orderId: string): Promise<void> {
  await rows(
    tx,
    sql`insert into work_item as w (id, kind, attempts, due_at)
        select id, ${ORDER_WORK}, 0, app_now() from purchase where id = ${orderId} and status in ${OPEN}
        on conflict (id, kind) do update set due_at = excluded.due_at where w.due_at > excluded.due_at`,
  );
}
