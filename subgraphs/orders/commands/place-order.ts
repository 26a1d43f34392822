// An order takes a hold over. That takes two databases: what is meant is written first, under the order's own id; then
// seating is asked, idempotently by that id; then the order becomes real. Whoever dies in between leaves a job that asks again.
import { randomBytes } from "node:crypto";
import type { Tx } from "../../../platform/database.ts";
import { type DomainError, NotFound } from "../../../platform/errors.ts";
import { claimKey, resourceOf, settleKey, type IdempotentRequest } from "../../../platform/idempotency.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { schedule, unschedule } from "../../../platform/jobs.ts";
import { change, row, rows, sql } from "../../../platform/sql.ts";
import { orderNumber } from "../entities/order.ts";
import { HoldNotActive } from "../errors.ts";
import type { ConvertedHold } from "../seating-client.ts";
import { addStep, advanceOrder, type Saga } from "./advance-order.ts";
import { JOBS } from "./job-names.ts";

/** Well after the request itself would have ended it. */
const TAKE_OVER_SECONDS = 10;

export interface PlaceOrder {
  holdId: string;
  names: string[];
  idempotencyKey: string;
}

/** What the job needs to end what a request began. */
export interface Placement {
  orderId: string;
  holdId: string;
  buyerId: string;
  request: IdempotentRequest;
}

/** Writes down what is meant. Answers with the settled order's id instead if the key was used before. @throws the first refusal; IdempotencyKeyReused */
export async function beginOrder(
  tx: Tx,
  buyerId: string,
  { idempotencyKey, ...input }: PlaceOrder,
): Promise<{ settledId: string } | { placement: Placement }> {
  const request: IdempotentRequest = { userId: buyerId, mutation: "placeOrder", key: idempotencyKey, input };
  const { outcome, pendingId: orderId } = await claimKey(tx, request, uuid);
  if (outcome) return { settledId: resourceOf(outcome) };
  const placement: Placement = { orderId, holdId: input.holdId, buyerId, request };
  const made = await row<{ isNew: boolean }>(
    tx,
    sql`insert into purchase (id, number, buyer_id, hold_id, names, status, created_at)
        values (${orderId}, ${orderNumber(randomBytes(10))}, ${buyerId}, ${input.holdId}, ${input.names}::text[], 'PLACING', date_trunc('milliseconds', now()))
        on conflict (id) do update set attempts = purchase.attempts + 1 returning xmax = 0 as is_new`,
  );
  if (made?.isNew) await schedule(tx, "orders", JOBS.place, orderId, placement, { inSeconds: TAKE_OVER_SECONDS });
  return { placement };
}

/** The job asks once more. False if there is nothing to ask any more. */
export async function countAttempt(em: Tx, orderId: string): Promise<boolean> {
  const counted = await change(
    em,
    sql`update purchase set attempts = attempts + 1 where id = ${orderId} and status = 'PLACING'`,
  );
  return counted > 0;
}

/**
 * What was asked of seating never arrived there: nothing is meant any more, and the key is free. False if somebody else has asked
 * the same of it, and may have been heard.
 */
export async function abandonOrder(tx: Tx, { orderId, request }: Placement): Promise<boolean> {
  const gone = await change(
    tx,
    sql`delete from purchase where id = ${orderId} and status = 'PLACING' and attempts = 1`,
  );
  if (gone === 0) return false;
  await unschedule(tx, JOBS.place, orderId);
  await rows(
    tx,
    sql`delete from idempotency_key where user_id = ${request.userId} and mutation = ${request.mutation} and key = ${request.key}`,
  );
  return true;
}

/** Seating has answered: the order becomes real, or is refused. Done twice, it changes nothing more. */
export async function finishOrder(
  tx: Tx,
  saga: Saga,
  placement: Placement,
  hold: ConvertedHold,
  paymentSeconds: number,
): Promise<DomainError | null> {
  const { orderId, request } = placement;
  await unschedule(tx, JOBS.place, orderId);
  if (hold.refusal) {
    const refusal = hold.refusal === "NOT_FOUND" ? new NotFound("hold") : new HoldNotActive();
    await settleKey(tx, request, { refusal });
    await rows(tx, sql`delete from purchase where id = ${orderId} and status = 'PLACING'`);
    return refusal;
  }
  await settleKey(tx, request, { resourceId: orderId });
  const total = hold.seats.reduce((sum, seat) => sum + seat.price, 0);
  const real = await row<{ eventId: string }>(
    tx,
    sql`update purchase set status = 'AWAITING_PAYMENT', event_id = ${hold.eventId}, organization_id = ${hold.organizationId}, currency = ${hold.currency}, total = ${total}, promo_code = ${hold.promoCode},
          expires_at = date_trunc('milliseconds', app_now()) + ${`${paymentSeconds} s`}::interval
        where id = ${orderId} and status = 'PLACING' returning event_id`,
  );
  if (!real) {
    const there = await row(tx, sql`select 1 from purchase where id = ${orderId}`);
    if (there) return null;
    // A repeat of the request was told that nothing had happened and took the order back while seating said yes to this one.
    await schedule(tx, "orders", JOBS.release, orderId, { orderId, seatIds: null });
    return new HoldNotActive();
  }
  const column = <Name extends keyof (typeof hold.seats)[number]>(name: Name) => hold.seats.map((seat) => seat[name]);
  await rows(
    tx,
    sql`insert into order_item (order_id, position, seat_id, section_id, section_name, row_label, number, tier_name, price, breakdown)
        select ${orderId}, n - 1, id, section_id, section_name, row_label, number, tier_name, price, breakdown::jsonb
        from unnest(${column("id")}::text[], ${column("sectionId")}::uuid[], ${column("sectionName")}::text[], ${column("row")}::text[], ${column("number")}::text[],
                    ${column("tierName")}::text[], ${column("price")}::int[], ${column("breakdown")}::text[])
             with ordinality as t(id, section_id, section_name, row_label, number, tier_name, price, breakdown, n)`,
  );
  await addStep(tx, orderId, "AWAITING_PAYMENT", null);
  await schedule(tx, "orders", JOBS.expire, orderId, { orderId }, { inSeconds: paymentSeconds });
  // The event may have been cancelled between seating's answer and this moment.
  const cancelled = await row<{ reason: string }>(
    tx,
    sql`select reason from cancelled_event where event_id = ${real.eventId}`,
  );
  if (cancelled) await advanceOrder(tx, saga, orderId, { type: "EventCancelled", note: cancelled.reason });
  return null;
}
