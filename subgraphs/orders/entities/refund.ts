import { entity } from "../../../platform/postgres/entities.ts";
import { OrderEntity } from "./order.ts";

export const RefundEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Refund",
    tableName: "refund",
    properties: {
      id: p.uuid().primary(),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
      amount: p.integer(),
      reason: p.text(),
      ticketIds: p.array().columnType("uuid[]"),
      askedBy: p.uuid().nullable(),
      createdAt: p.datetime().defaultRaw("now()"),
      /** Outcome reported by payments. */
      status: p.text().$type<"PENDING" | "DONE" | "FAILED">().default("PENDING"),
      /** Attempt that had this outcome. */
      attempt: p.integer().default(0),
      /** Set if the refund is due to the event's cancellation. */
      cancelledEventId: p.uuid().nullable(),
    },
  }),
);

/** A dispute by the buyer's bank; a closed dispute stays closed. */
export const OrderDisputeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "OrderDispute",
    tableName: "order_dispute",
    properties: {
      id: p.uuid().primary(),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
      hasEnded: p.boolean(),
      /** Only of a dispute that was lost. */
      lostPaymentId: p.uuid().nullable(),
    },
  }),
);
