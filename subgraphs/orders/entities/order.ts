import { entity } from "../../../platform/postgres/entities.ts";
import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { OrderStatus, Tender } from "../enums.generated.ts";
import type { Phase } from "../saga/saga.ts";

export const OrderEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Order",
    tableName: "purchase",
    properties: {
      id: p.uuid().primary(),
      number: p.text().unique(),
      buyerId: p.uuid(),
      holdId: p.uuid(),
      names: p.array().default([]),
      /** PLACING: stored by the previous version before seating converts the hold; not visible. */
      status: p.text().$type<OrderStatus | "PLACING">(),
      phase: p.text().$type<Phase>().nullable(),
      eventId: p.uuid().nullable(),
      organizationId: p.uuid().nullable(),
      currency: p.text().nullable(),
      total: p.integer().nullable(),
      refunded: p.integer().default(0),
      expiresAt: p.datetime().nullable(),
      paymentId: p.uuid().nullable(),
      paymentLeaseUntil: p.datetime().nullable(),
      reviewAssessmentId: p.uuid().nullable(),
      reviewAllowed: p.boolean().nullable(),
      eventCancelled: p.boolean().default(false),
      createdAt: p.datetime().defaultRaw("now()"),
      waitingSince: p.datetime().defaultRaw("now()"),
      attempts: p.integer().default(1),
      isFrozen: p.boolean().default(false),
      promoCode: p.text().nullable(),
      /** Besides holdId and eventId; empty for an order of one hold. */
      moreHoldIds: p.array().columnType("uuid[]").default([]),
      moreEventIds: p.array().columnType("uuid[]").default([]),
      /** Null for an order that is paid online. */
      tender: p.text().$type<Tender>().nullable(),
      /** Order whose tickets pay for this one. */
      exchangedFrom: p.uuid().nullable(),
      /** What they pay of the total. */
      credit: p.integer().default(0),
    },
  }),
);

export type { Tender };

/** Outcome of a finished order, maintained by triggers. */
export const OrderOutcomeEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "OrderOutcome",
    tableName: "order_outcome",
    properties: {
      orderId: p.uuid().primary(),
      organizationId: p.uuid(),
      status: p.text().$type<OrderStatus>(),
      createdAt: p.datetime(),
    },
  }),
);

/** A visible order: seating has converted its hold. */
export interface Order {
  id: string;
  number: string;
  buyerId: string;
  holdId: string;
  names: string[];
  status: OrderStatus;
  phase: Phase | null;
  eventId: string;
  organizationId: string;
  currency: string;
  total: number;
  refunded: number;
  promoCode: string | null;
  expiresAt: Date | null;
  paymentId: string | null;
  eventCancelled: boolean;
  /** Whether the buyer's bank disputes the payment: the tickets don't admit meanwhile. */
  isFrozen: boolean;
  createdAt: Date;
  moreHoldIds: string[];
  moreEventIds: string[];
  /** How it was paid at the counter; null for an order that is paid online. */
  tender: Tender | null;
  /** The order whose tickets pay for this one; null for any other order. */
  exchangedFrom: string | null;
  /** What exchanged tickets pay of the total. */
  credit: number;
}

/** What the buyer pays. */
export function amountDue({ total, credit }: Pick<Order, "total" | "credit">): number {
  return total - credit;
}

/** All events of an order, that of its first hold first. */
export function eventIdsOf({ eventId, moreEventIds }: Pick<Order, "eventId" | "moreEventIds">): string[] {
  return [eventId, ...moreEventIds];
}

/** Orders of the event as `o`, also those of several events. */
export function ordersOfEvent(eventId: string, where: Sql = sql`true`): Sql {
  return sql`select o.* from purchase o where o.event_id = ${eventId}::uuid and ${where}
        union all select o.* from purchase o where o.more_event_ids <> '{}' and o.more_event_ids @> array[${eventId}::uuid] and ${where}`;
}

/** Visible orders, for batch statements; the condition refers to `o`. */
export function selectOrders(where: Sql): Sql {
  return sql`select o.* from purchase o where o.status <> 'PLACING' and (${where})`;
}

/** Letters and digits that are not confused on the phone. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Ten characters from random bytes: 2^50 numbers. The unique index rejects duplicates. */
export function orderNumber(random: Uint8Array): string {
  return Array.from(random.subarray(0, 10), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** The order for readers of one of its tickets. Holders and scanners see their own tickets of it, and not the buyer's purchase. */
export type SeenOrder = Order & { isPartial?: boolean };

export function partOf(order: Order): SeenOrder {
  return { ...order, promoCode: null, expiresAt: null, isPartial: true };
}
