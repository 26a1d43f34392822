// Converts a hold into an order. It changes two databases: orders stores the intent under the order's ID, asks seating, which is idempotent
// by that ID, and then stores the order. SQL: one statement writes a batch of orders with items, history and work items, instead of
// four round trips for each.
import { randomBytes } from "node:crypto";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { type DomainError, NotFound } from "../../../platform/core/errors.ts";
import {
  forgetKey,
  resourceOf,
  settleKeys,
  type IdempotentRequest,
  type RequestKey,
} from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { createIntents, type Answered } from "../../../platform/jobs/intents.ts";
import { createKeyedIntents, outcomeOfKey } from "../../../platform/jobs/keyed-intents.ts";
import { leaseEnd, type WorkKind } from "../../../platform/jobs/work.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { orderNumber, type Order } from "../entities/order.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { AnswersRefused, DrawerNotOpen, HoldNotActive, HoldsNotCombinable, VerifiedBuyersOnly } from "../errors.ts";
import type { ConvertedHold, SeatingClient } from "../clients/seating.ts";
import { advanceOrders } from "../commands/advance-orders.ts";
import { storeAddresses, storeAnswers } from "../commands/store-answers.ts";
import { convertChecked, type Converted } from "./convert-holds.ts";
import { ORDER_WORK, PLACE_WORK } from "../job-names.ts";
import type { SagaContext } from "../commands/order-rows.ts";
import { atCounterPrice, payAtCounter } from "../commands/sell-at-counter.ts";
import type { Placement } from "./placement.ts";

/** What a buyer asks for. */
export type PlaceOrder = Pick<Placement, "holdId" | "moreHoldIds" | "names" | "answers" | "invoiceAddress"> & {
  idempotencyKey: string;
};

/** The new order, the ID of a known one, or a refusal. */
type Placed = { order: Order } | { orderId: string } | { refusal: DomainError };

export type Buyer = Pick<Viewer, "userId" | "verified">;

export interface Placing {
  /**
   * Places an order. Returns it, or the ID of the order that the same request placed before.
   * Refusals: NotFound, HoldNotActive, VerifiedBuyersOnly, AnswersRefused, IdempotencyKeyReused
   */
  place(buyer: Buyer, order: PlaceOrder): Promise<{ order: Order } | { orderId: string }>;
  /**
   * Places an order that is paid at the counter. Returns its ID.
   * Refusals: those of `place`, DrawerNotOpen, SaleTotalChanged
   */
  sell(clerkId: string, input: unknown, sale: Omit<Placement, "request">, idempotencyKey: string): Promise<string>;
  work: WorkKind;
}

export function createPlacing(options: {
  database: () => Database;
  saga: () => SagaContext;
  seating: SeatingClient;
  paymentSeconds: number;
}): Placing {
  const { database, saga, seating, paymentSeconds } = options;
  const begin = createKeyedIntents<Placement>({
    database,
    kind: PLACE_WORK,
    check: async (all) =>
      all.map(({ body }) => (body.counter && body.counter.drawerId === null ? new DrawerNotOpen() : undefined)),
  });
  const intents = createIntents<Placement, Converted, Placed>(database, {
    subgraph: "orders",
    kind: PLACE_WORK,
    ask: (all) => convertChecked(database(), seating, all),
    settle: (tx, answered) => settlePlacements(tx, saga(), answered, paymentSeconds),
    outcomeOf: async ({ body }) => {
      const outcome = await outcomeOfKey(database(), body.request);
      return "refusal" in outcome ? outcome : { orderId: outcome.resourceId };
    },
    withdraw: (tx, { body }) => forgetKey(tx, body.request),
  });
  return {
    place: async ({ userId: buyerId, verified }, { idempotencyKey, ...input }) => {
      const request: IdempotentRequest = { userId: buyerId, mutation: "placeOrder", key: idempotencyKey, input };
      const { input: _, ...key } = request;
      const begun = await begin({
        request,
        id: uuid(),
        body: { ...input, buyerId, request: key, ...(!verified && { isUnverified: true as const }) },
      });
      if ("outcome" in begun) return { orderId: resourceOf(begun.outcome) };
      const placed = await intents.pursue(begun.intent);
      if ("refusal" in placed) throw placed.refusal;
      return placed;
    },
    sell: async (userId, input, sale, idempotencyKey) => {
      const key: RequestKey = { userId, mutation: "sellAtCounter", key: idempotencyKey };
      const begun = await begin({ request: { ...key, input }, id: uuid(), body: { ...sale, request: key } });
      if ("outcome" in begun) return resourceOf(begun.outcome);
      reach("counter sale begun, seating not asked");
      const placed = await intents.pursue(begun.intent);
      if ("refusal" in placed) throw placed.refusal;
      return "order" in placed ? placed.order.id : placed.orderId;
    },
    work: intents.work as WorkKind,
  };
}

/** Stores or refuses each order by seating's answer. */
async function settlePlacements(
  tx: Tx,
  saga: SagaContext,
  answered: Answered<Placement, Converted>[],
  paymentSeconds: number,
): Promise<Placed[]> {
  const granted = answered
    .filter(({ answer }) => answer.refusal === null)
    .map(({ intent, answer }) => ({
      intent,
      answer: { ...answer, seats: atCounterPrice(answer.seats, intent.body.counter) },
    }));
  const made = await makeOrders(tx, saga, granted, paymentSeconds);
  await storeGiven(tx, granted);
  const sold = await payAtCounter(
    tx,
    saga,
    granted.map(({ intent: { id, body }, answer }) => ({
      orderId: id,
      sale: body.counter,
      tickets: answer.seats.length,
    })),
    made,
  );
  const placed = answered.map(({ intent: { id, body }, answer }): Placed => {
    if (answer.refusal !== null) return { refusal: refusalOf(answer, body) };
    const atCounter = sold.get(id);
    if (atCounter) return atCounter;
    const order = made.get(id);
    return order ? { order } : { orderId: id };
  });
  await settleKeys(
    tx,
    answered.map(({ intent: { id, body } }, index) => {
      const outcome = placed[index]!;
      return { request: body.request, outcome: "refusal" in outcome ? outcome : { resourceId: id } };
    }),
  );
  return placed;
}

/** Orders without answers cost no statement. */
async function storeGiven(tx: Tx, granted: Granted[]): Promise<void> {
  const given = granted.map(({ intent: { id: orderId, body }, answer: { answers = [] } }) => {
    const buyerId = body.counter?.guestId ?? body.buyerId;
    return { orderId, personId: buyerId, buyerId, answers, address: body.invoiceAddress };
  });
  await storeAnswers(tx, given);
  await storeAddresses(
    tx,
    given.flatMap(({ address, ...of }) => (address ? [{ ...of, address }] : [])),
  );
}

/** Of several holds it names the one. */
function refusalOf({ refusal, refusedHoldId, problems = [] }: Converted, { holdId }: Placement): DomainError {
  switch (refusal!) {
    case "NOT_FOUND":
      return new NotFound(refusedHoldId ? `hold as ${refusedHoldId}` : "hold");
    case "VERIFIED_BUYERS_ONLY":
      return new VerifiedBuyersOnly(refusedHoldId ?? undefined);
    case "NOT_ACTIVE":
      return new HoldNotActive(refusedHoldId ?? holdId);
    case "ANSWERS_UNCHECKED":
      return new AnswersRefused(problems);
    case "OTHER_ORGANIZATION":
    case "OTHER_CURRENCY":
    case "TOTAL_TOO_HIGH":
      return new HoldsNotCombinable(refusal!, refusedHoldId ?? holdId);
  }
}

type Granted = Answered<Placement, Converted>;

/** Events of the seats besides the first one. */
function moreEventIdsOf({ eventId, seats }: ConvertedHold): string[] {
  return [...new Set(seats.flatMap((seat) => seat.eventId ?? []))].filter((id) => id !== eventId);
}

/** Array literal of PostgreSQL. */
const arrayOf = (ids: string[]) => `{${ids.join(",")}}`;

/** Stores the new orders. */
async function makeOrders(
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
          select * from unnest(${of(({ intent }) => intent.id)}::uuid[], ${of(() => orderNumber(randomBytes(10)))}::text[], ${of(({ intent }) => intent.body.counter?.guestId ?? intent.body.buyerId)}::uuid[],
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
          insert into order_item (order_id, position, seat_id, section_id, section_name, row_label, number, tier_name, price_name, price, breakdown, event_id)
          select i.order_id, position, seat_id, section_id, section_name, row_label, i.number, tier_name, price_name, price, breakdown::jsonb, i.event_id
          from unnest(${seat("orderId")}::uuid[], ${seat("position")}::int[], ${seat("id")}::text[], ${seat("sectionId")}::uuid[], ${seat("sectionName")}::text[], ${seat("row")}::text[],
                      ${seat("number")}::text[], ${seat("tierName")}::text[], ${seat("priceName").map((name) => name ?? null)}::text[], ${seat("price")}::int[], ${seat("breakdown")}::text[], ${seat("eventId")}::uuid[])
               as i(order_id, position, seat_id, section_id, section_name, row_label, number, tier_name, price_name, price, breakdown, event_id)
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

/** Turns a placement of the previous version into an intent. */
export async function adoptPlacement(
  tx: Tx,
  placement: { orderId: string; holdId: string; buyerId: string; request: IdempotentRequest },
): Promise<void> {
  const { orderId, holdId, buyerId, request } = placement;
  const { userId, mutation, key, input } = request;
  const { names } = input as { names: string[] };
  const body: Placement = { holdId, buyerId, names, request: { userId, mutation, key } };
  await rows(
    tx,
    sql`insert into work_item (id, kind, body, attempts, due_at)
        select id, ${PLACE_WORK}, ${JSON.stringify(body)}, 2, app_now() from purchase where id = ${orderId} and status = 'PLACING'
        on conflict do nothing`,
  );
}
