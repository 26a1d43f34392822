// Keeps what organizations still owe, from what orders, payments and catalog tell. Each message has the effect of once, in whatever
// order they come: what has ended stays so.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

export interface NotedOrder {
  orderId: string;
  organizationId: string;
  eventId: string;
  tickets: number;
  isSettled: boolean;
}

export async function noteOrder(tx: Tx, order: NotedOrder): Promise<void> {
  await rows(
    tx,
    sql`insert into sold_order (order_id, organization_id, event_id, tickets, is_settled)
        values (${order.orderId}, ${order.organizationId}, ${order.eventId}, ${order.tickets}, ${order.isSettled})
        on conflict (order_id) do update set tickets = excluded.tickets, is_settled = true where excluded.is_settled`,
  );
}

export async function noteOrderEnded(tx: Tx, orderId: string): Promise<void> {
  await rows(
    tx,
    sql`insert into sold_order (order_id, tickets, is_settled) values (${orderId}, 0, true)
        on conflict (order_id) do update set is_settled = true`,
  );
}

export async function noteReturnedTickets(
  tx: Tx,
  returned: { cancellationId: string; organizationId: string; eventId: string; tickets: number },
): Promise<void> {
  await rows(
    tx,
    sql`insert into returned_tickets (cancellation_id, organization_id, event_id, tickets)
        values (${returned.cancellationId}, ${returned.organizationId}, ${returned.eventId}, ${returned.tickets})
        on conflict do nothing`,
  );
}

/** A refund or a dispute began or ended. */
export async function noteClaim(tx: Tx, claimId: string, orderId: string, isSettled: boolean): Promise<void> {
  await rows(
    tx,
    sql`insert into open_claim (claim_id, order_id, is_settled) values (${claimId}, ${orderId}, ${isSettled})
        on conflict (claim_id) do update set is_settled = true where excluded.is_settled`,
  );
}

/** As catalog has it: an event without an end is over six hours after it began. */
const USUAL_HOURS = "6 hours";

export async function noteEventEnd(
  tx: Tx,
  { eventId, version, startsAt, endsAt }: { eventId: string; version: number; startsAt: string; endsAt: string | null },
): Promise<void> {
  await rows(
    tx,
    sql`insert into event_end (event_id, version, ends_at) values (${eventId}, ${version}, coalesce(${endsAt}::timestamptz, ${startsAt}::timestamptz + ${USUAL_HOURS}::interval))
        on conflict (event_id) do update set version = excluded.version, ends_at = excluded.ends_at
        where event_end.version < excluded.version`,
  );
}
