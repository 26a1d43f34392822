import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import { OrderEntity } from "./order.ts";

/** Tickets of an order that pay for another one. */
export const ExchangeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Exchange",
    tableName: "exchange",
    properties: {
      /** The new order. */
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id").primary(),
      fromOrderId: p.manyToOne(of(OrderEntity)).mapToPk().name("from_order_id"),
      ticketIds: p.array().columnType("uuid[]"),
      /** In the sequence of the tickets. */
      fees: p.array((fee) => Number(fee)).columnType("int[]"),
      worth: p.integer(),
      credit: p.integer(),
      askedBy: p.uuid(),
      status: p.text().$type<"OPEN" | "CLAIMED" | "DONE" | "ENDED">().default("OPEN"),
      createdAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
      endedAt: p.datetime().nullable(),
    },
  }),
);

export type Exchange = Loaded<typeof ExchangeEntity> & { currency?: string };

/** What an order that was paid with a credit can give back, by payment. */
export const OrderFundEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "OrderFund",
    tableName: "order_fund",
    uniques: [{ properties: ["orderId", "position"] }],
    properties: {
      paymentId: p.uuid().primary(),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
      position: p.integer(),
      amount: p.integer(),
      spent: p.integer().default(0),
    },
  }),
);

/** What the request of an exchange decides; stored in the intent. */
export interface ExchangeOfTickets {
  fromOrderId: string;
  ticketIds: string[];
  /** Buyer of the tickets, and of the new order. */
  buyerId: string;
  askedBy: string;
  /** A clerk is not bound by the policy. */
  isByClerk: boolean;
  /** What is to be paid; negative: what is to be refunded. */
  expectedDifference: number;
}
