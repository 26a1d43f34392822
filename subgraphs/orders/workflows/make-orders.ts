// Stores the orders of converted holds. SQL: one statement writes a batch of orders with items, history and work items, instead of
// four round trips for each.
import { randomBytes } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import type { Answered } from "../../../platform/jobs/intents.ts";
import { leaseEnd } from "../../../platform/jobs/work.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { ConvertedHold } from "../clients/seating.ts";
import { advanceOrders } from "../commands/advance-orders.ts";
import type { SagaContext } from "../commands/order-rows.ts";
import { orderNumber, type Order } from "../entities/order.ts";
import type { Placement } from "./placement.ts";
import type { Converted } from "./convert-holds.ts";
import { ORDER_WORK } from "../job-names.ts";

export type Granted = Answered<Placement, Converted>;

/** Events of the seats besides the first one. */
function moreEventIdsOf({ eventId, seats }: ConvertedHold): string[] {
  return [...new Set(seats.flatMap((seat) => seat.eventId ?? []))].filter((id) => id !== eventId);
}

/** Array literal of PostgreSQL. */
const arrayOf = (ids: string[]) => `{${ids.join(",")}}`;

/** Stores the new orders. */
export async function makeOrders(
  tx: Tx,
  saga: SagaContext,
  granted: Granted[],
  paymentSeconds: number,
): Promise<Map<string, Order>> {
  if (granted.length === 0) return new Map();
  await lockEvents(tx, granted);
  const of = <Value>(value: (one: Granted) => Value) => granted.map(value);
  const seats = granted.flatMap(({ intent, answer }) =>
    answer.seats.map((seat, position) => ({
      ...seat,
      eventId: seat.eventId ?? answer.eventId,
      orderId: intent.id,
      position,
      breakdown: JSON.stringify(seat.priceBreakdown),
    })),
  );
  const seat = <Name extends keyof (typeof seats)[number]>(name: Name) => seats.map((one) => one[name]);
  const made = await rows<Order & { cancelReason: string | null }>(
    tx,
    sql`with q as (
          select * from unnest(${of(({ intent }) => intent.id)}::uuid[], ${of(() => orderNumber(randomBytes(10)))}::text[], ${of(({ intent }) => intent.body.counter?.guestId ?? intent.body.exchange?.buyerId ?? intent.body.buyerId)}::uuid[],
              ${of(({ intent }) => intent.body.holdId)}::uuid[], ${of(({ intent }) => JSON.stringify(intent.body.names))}::text[],
              ${of(({ answer }) => answer.eventId)}::uuid[], ${of(({ answer }) => answer.organizationId)}::uuid[], ${of(({ answer }) => answer.currency)}::text[],
              ${of(({ answer }) => answer.seats.reduce((sum, { price }) => sum + price, 0))}::int[], ${of(({ answer }) => answer.promoCode)}::text[],
              ${of(({ intent }) => arrayOf(intent.body.moreHoldIds ?? []))}::text[], ${of(({ answer }) => arrayOf(moreEventIdsOf(answer)))}::text[], ${of(({ intent }) => intent.body.counter?.tender ?? null)}::text[])
            as q(id, number, buyer_id, hold_id, names, event_id, organization_id, currency, total, promo_code, more_hold_ids, more_event_ids, tender)
        ), made as (
          insert into purchase as p (id, number, buyer_id, hold_id, names, status, event_id, organization_id, currency, total, promo_code, more_hold_ids, more_event_ids, tender, created_at, waiting_since, expires_at)
          select id, number, buyer_id, hold_id, array(select jsonb_array_elements_text(names::jsonb)), 'AWAITING_PAYMENT', event_id, organization_id, currency, total, promo_code, more_hold_ids::uuid[], more_event_ids::uuid[], tender,
            date_trunc('milliseconds', now()), app_now(), date_trunc('milliseconds', app_now()) + ${`${paymentSeconds} s`}::interval
          from q order by id
          -- Stored by the previous version, before it asks seating.
          on conflict (id) do update set status = excluded.status, event_id = excluded.event_id, organization_id = excluded.organization_id, currency = excluded.currency,
            total = excluded.total, promo_code = excluded.promo_code, waiting_since = excluded.waiting_since, expires_at = excluded.expires_at
          where p.status = 'PLACING'
          returning p.*
        ), items as (
          insert into order_item (order_id, position, seat_id, section_id, section_name, row_label, number, tier_name, price_name, price, breakdown, event_id, channel)
          select i.order_id, position, seat_id, section_id, section_name, row_label, i.number, tier_name, price_name, price, breakdown::jsonb, i.event_id, channel
          from unnest(${seat("orderId")}::uuid[], ${seat("position")}::int[], ${seat("id")}::text[], ${seat("sectionId")}::uuid[], ${seat("sectionName")}::text[], ${seat("row")}::text[],
                      ${seat("number")}::text[], ${seat("tierName")}::text[], ${seat("priceName").map((name) => name ?? null)}::text[], ${seat("price")}::int[], ${seat("breakdown")}::text[], ${seat("eventId")}::uuid[], ${seat("channel").map((name) => name ?? null)}::text[])
               as i(order_id, position, seat_id, section_id, section_name, row_label, number, tier_name, price_name, price, breakdown, event_id, channel)
            join made on made.id = i.order_id
        ), steps as (
          insert into order_step (order_id, no, at, status) select id, 1, date_trunc('milliseconds', clock_timestamp()), 'AWAITING_PAYMENT' from made
        ), waiting as (
          insert into work_item (id, kind, due_at) select id, ${ORDER_WORK}, ${leaseEnd} from made
        )
        select made.*, (select c.reason from cancelled_event c where c.event_id = made.event_id or c.event_id = any(made.more_event_ids) limit 1) as cancel_reason
        from made`,
  );
  const cancelled = made.filter(({ cancelReason }) => cancelReason !== null);
  await advanceOrders(
    tx,
    saga,
    cancelled.map(({ id, cancelReason }) => ({
      orderId: id,
      sagaEvent: { type: "EventCancelled", note: cancelReason! },
    })),
  );
  const kept = made.filter(({ cancelReason }) => cancelReason === null);
  return new Map(kept.map(({ cancelReason: _, ...order }) => [order.id, order]));
}

/** Serializes with the cancellation of an event: it finds earlier orders, and later ones are cancelled here. */
async function lockEvents(tx: Tx, granted: Granted[]): Promise<void> {
  const ids = [...new Set(granted.flatMap(({ answer }) => [answer.eventId, ...moreEventIdsOf(answer)]))].toSorted();
  await rows(
    tx,
    sql`select pg_advisory_xact_lock_shared(hashtextextended(id, ${EVENT_LOCKS})) from unnest(${ids}::text[]) as e(id)`,
  );
}

/** Namespace of these advisory locks. */
const EVENT_LOCKS = 4_711_010;

/** Waits for orders that are being stored. Later orders see the writes of this transaction. */
export async function lockEvent(tx: Tx, eventId: string): Promise<void> {
  await rows(tx, sql`select pg_advisory_xact_lock(hashtextextended(${eventId}, ${EVENT_LOCKS}))`);
}
