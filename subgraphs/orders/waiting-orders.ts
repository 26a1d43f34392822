// Orders that are not done: whoever has the item of an order sees to what the order waits for. Its state says what that is: seats that are to be
// sold, or a deadline. Those that are due at the same time are asked for, and go on, together.
import type { Database, Tx } from "../../platform/database.ts";
import { endWork, type WorkItem, type WorkKind } from "../../platform/messaging/work.ts";
import { rows, sql } from "../../platform/sql.ts";
import { advanceOrders, type Happened } from "./commands/advance-orders.ts";
import { ORDER_WORK } from "./commands/job-names.ts";
import type { Deadlines, Saga } from "./commands/order-rows.ts";
import type { Occurrence } from "./saga.ts";
import type { SeatingClient } from "./seating-client.ts";

export interface WaitingOrdersOptions {
  database: () => Database;
  saga: () => Saga;
  seating: SeatingClient;
}

export function createWaitingOrders({ database, saga, seating }: WaitingOrdersOptions): WorkKind {
  return {
    kind: ORDER_WORK,
    run: async (items) => {
      const ids = items.map(({ id }) => id);
      const selling = await rows<{ id: string }>(
        database().read(),
        sql`select id from purchase where id = any(${ids}::uuid[]) and phase = 'SELLING'`,
      );
      const sold = await sell(selling.map(({ id }) => id));
      await database().transaction((tx) => goOn(tx, saga(), items, sold));
      return items.map(({ id }) => {
        const answer = sold.get(id);
        return answer instanceof Error ? answer : undefined;
      });
    },
  };

  /** Of each order whether it has its seats, or why that is not known. */
  async function sell(orderIds: string[]): Promise<Map<string, boolean | Error>> {
    if (orderIds.length === 0) return new Map();
    const answers = await seating.sellSeats(orderIds);
    return new Map(orderIds.map((id, index) => [id, answers[index]!]));
  }
}

const OVERDUE = {
  PAYMENT: { type: "PaymentOverdue" },
  ASSESSMENT: { type: "AssessmentOverdue" },
  REVIEW: { type: "ReviewOverdue" },
} satisfies Record<string, Occurrence>;

async function goOn(tx: Tx, saga: Saga, items: WorkItem[], sold: Map<string, boolean | Error>): Promise<void> {
  const ids = items.map(({ id }) => id);
  const correlationIds = new Map(items.map(({ id, correlationId }) => [id, correlationId]));
  // Locked before it is decided what is due: a payment may begin, or an assessment come, at this very moment.
  const locked = await rows<{ id: string; overdue: keyof typeof OVERDUE | null }>(
    tx,
    sql`select id, case
          when status = 'AWAITING_PAYMENT' and ${lookAt(saga.deadlines)} <= app_now() then 'PAYMENT'
          when phase = 'ASSESSING' and ${lookAt(saga.deadlines)} <= app_now() then 'ASSESSMENT'
          when status = 'IN_REVIEW' and phase is null and ${lookAt(saga.deadlines)} <= app_now() then 'REVIEW' end as overdue
        from purchase where id = any(${ids}::uuid[]) order by id for update`,
  );
  const happened = locked.flatMap(({ id, overdue }): Happened[] => {
    const answer = sold.get(id);
    const correlationId = correlationIds.get(id) ?? null;
    if (typeof answer === "boolean")
      return [{ orderId: id, occurrence: { type: answer ? "SeatsSold" : "SeatsLost" }, correlationId }];
    return overdue ? [{ orderId: id, occurrence: OVERDUE[overdue], correlationId }] : [];
  });
  await advanceOrders(tx, saga, happened);
  const unchanged = ids.filter((id) => !happened.some(({ orderId }) => orderId === id) && !sold.has(id));
  if (unchanged.length > 0) await lookLater(tx, saga.deadlines, unchanged);
}

/** When somebody has to look at the order in a row of `purchase`, if nothing happens before. */
function lookAt({ assessmentSeconds }: Deadlines) {
  return sql`case
    when phase = 'ASSESSING' then waiting_since + ${`${assessmentSeconds} s`}::interval
    when phase = 'CAPTURING' then 'infinity'
    -- It has come to be sold since it was asked for which seats are.
    when phase = 'SELLING' then app_now()
    -- A payment under way is waited for: its lease ends soon.
    when status = 'AWAITING_PAYMENT' and payment_id is not null then greatest(expires_at, payment_lease_until)
    else expires_at end`;
}

/** The orders are locked. */
async function lookLater(tx: Tx, deadlines: Deadlines, ids: string[]): Promise<void> {
  await rows(
    tx,
    sql`update work_item w set due_at = p.look_at, attempts = 0
        from (select id, ${lookAt(deadlines)} as look_at from purchase
              where id = any(${ids}::uuid[]) and status in ('AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW')) p
        where w.kind = ${ORDER_WORK} and w.id = p.id`,
  );
  const done = await rows<{ id: string }>(
    tx,
    sql`select id from unnest(${ids}::uuid[]) as i(id)
        where not exists (select from purchase p where p.id = i.id and p.status in ('AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW'))`,
  );
  if (done.length > 0)
    await endWork(
      tx,
      ORDER_WORK,
      done.map(({ id }) => id),
    );
}

/** What the version before has scheduled about an order: whoever has its item looks at it now. */
export async function lookNow(tx: Tx, orderId: string): Promise<void> {
  await rows(
    tx,
    sql`insert into work_item as w (id, kind, attempts, due_at)
        select id, ${ORDER_WORK}, 0, app_now() from purchase where id = ${orderId} and status in ('AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW')
        on conflict (id, kind) do update set due_at = excluded.due_at where w.due_at > excluded.due_at`,
  );
}
