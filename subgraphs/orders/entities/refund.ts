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
      /** What payments has said of it. */
      status: p.text().$type<"PENDING" | "DONE" | "FAILED">().default("PENDING"),
      /** Which try that was. */
      attempt: p.integer().default(0),
      /** Set if it was asked for because the event was cancelled. */
      cancelledEventId: p.uuid().nullable(),
    },
  }),
);

/** What the buyer's bank wants back; a dispute that has ended stays so. */
export const OrderDisputeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "OrderDispute",
    tableName: "order_dispute",
    properties: {
      id: p.uuid().primary(),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
      hasEnded: p.boolean(),
    },
  }),
);
