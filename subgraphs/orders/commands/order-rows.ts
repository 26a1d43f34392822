// Context and row operations that several commands share.
import type { Tx } from "../../../platform/postgres/database.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import type { Session } from "../../../platform/postgres/session.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";
import { knownOrders, statement } from "../entities/tables.ts";
import type { NotificationDeps } from "./write-notifications.ts";

export interface Deadlines {
  assessmentSeconds: number;
  reviewSeconds: number;
}

export interface SagaContext extends NotificationDeps {
  notifier: ChangeNotifier;
  deadlines: Deadlines;
}

/** Topic of changed orders; notifications hold their IDs. */
export const ORDERS_TOPIC = "orders";

/** Topic of the progress of an event's cancellation. */
export function cancellationTopic(eventId: string): string {
  return `cancellation:${eventId}`;
}

const readOne = statement((db, { orderId }: { orderId: string }) => knownOrders(db).where("o.id", "=", orderId));

/** Without a lock: it may change at once. */
export async function readOrder(session: Session, orderId: string): Promise<Order | undefined> {
  return readOne.row(session, { orderId });
}

const lockOne = statement((db, { orderId }: { orderId: string }) =>
  knownOrders(db).where("o.id", "=", orderId).forUpdate(),
);

export async function lockOrder(tx: Tx, orderId: string): Promise<Order | undefined> {
  return lockOne.row(tx, { orderId });
}

interface NewStep {
  orderId: string;
  status: string;
  note: string | null;
  isInternal?: boolean;
}

/** Appends to the history of orders. SQL: one statement for a batch, instead of two round trips for each step. */
export async function addSteps(tx: Tx, steps: NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  const of = <Value>(value: (step: NewStep) => Value) => steps.map(value);
  await rows(
    tx,
    sql`insert into order_step (order_id, no, at, status, note, is_internal)
        select s.order_id, before.steps + row_number() over (partition by s.order_id order by s.n),
          greatest(date_trunc('milliseconds', clock_timestamp()), before.at), s.status, s.note, s.is_internal
        from unnest(${of(({ orderId }) => orderId)}::uuid[], ${of(({ status }) => status)}::text[], ${of(({ note }) => note)}::text[], ${of(({ isInternal = false }) => isInternal)}::boolean[])
             with ordinality as s(order_id, status, note, is_internal, n)
          cross join lateral (select count(*) as steps, max(at) as at from order_step o where o.order_id = s.order_id) before`,
  );
}
