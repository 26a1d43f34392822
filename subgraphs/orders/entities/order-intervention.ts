import { entity } from "../../../platform/postgres/entities.ts";
import { OrderEntity } from "./order.ts";

/** A manual retry of an order: by whom, when and why. */
export const OrderInterventionEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "OrderIntervention",
    tableName: "order_intervention",
    properties: {
      id: p.uuid().primary(),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
      at: p.datetime().defaultRaw("now()"),
      byUser: p.uuid(),
      note: p.text(),
    },
  }),
);
