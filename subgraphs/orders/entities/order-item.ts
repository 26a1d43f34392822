import { defineEntity, p, type InferEntity } from "@mikro-orm/postgresql";

export const OrderItemEntity = defineEntity({
  name: "OrderItem",
  tableName: "order_item",
  properties: {
    orderId: p.uuid().primary(),
    position: p.integer().primary(),
    seatId: p.text(),
    sectionId: p.uuid(),
    sectionName: p.text(),
    rowLabel: p.text().nullable(),
    number: p.text().nullable(),
    tierName: p.text(),
    price: p.integer(),
  },
});

export type OrderItem = InferEntity<typeof OrderItemEntity> & { currency?: string };
