import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import { OrderEntity, type Order } from "./order.ts";

export const OrderStepEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "OrderStep",
    tableName: "order_step",
    properties: {
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id").primary(),
      no: p.integer().primary(),
      at: p.datetime().defaultRaw("now()"),
      status: p.text().$type<Order["status"]>(),
      note: p.text().nullable(),
      /** Whether the note is for the organization only. */
      isInternal: p.boolean().default(false),
    },
  }),
);

export type OrderStep = Omit<Loaded<typeof OrderStepEntity>, "no">;
