import { entity } from "../../../platform/postgres/entities.ts";
import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { OrderStatus } from "../enums.generated.ts";
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
      /** PLACING: it is not known yet whether seating let the order have the hold; nobody sees such an order. */
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
    },
  }),
);

/** What has become of an order that is done, by triggers. */
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

/** One that the world may know of. */
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
  /** The buyer's bank disputes the payment: nobody enters. */
  isFrozen: boolean;
  createdAt: Date;
}

/** Orders that the world may know of, for batch statements; the condition speaks of `o`. */
export function selectOrders(where: Sql): Sql {
  return sql`select o.* from purchase o where o.status <> 'PLACING' and (${where})`;
}

/** Letters and digits that nobody confuses on the phone. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Ten characters out of random bytes: 2^50 of them, and the unique index has the last word. */
export function orderNumber(random: Uint8Array): string {
  return Array.from(random.subarray(0, 10), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/**
 * The order as whoever may read a ticket of it may know it. To the holder of a ticket and to scanners the buyer's purchase is
 * nobody's business: what they get of it is their own tickets.
 */
export type SeenOrder = Order & { isPartial?: boolean };

export function partOf(order: Order): SeenOrder {
  return { ...order, promoCode: null, expiresAt: null, isPartial: true };
}
