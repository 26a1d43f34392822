import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Breakdown } from "../../../domain/pricing.ts";
import { OrderEntity } from "./order.ts";

export const OrderItemEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "OrderItem",
    tableName: "order_item",
    properties: {
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id").primary(),
      position: p.integer().primary(),
      seatId: p.text(),
      sectionId: p.uuid(),
      sectionName: p.text(),
      rowLabel: p.text().nullable(),
      number: p.text().nullable(),
      tierName: p.text(),
      /** Null for an event with one price for each tier. */
      priceName: p.text().nullable(),
      channel: p.text().nullable(),
      price: p.integer(),
      breakdown: p.json<Breakdown>().nullable(),
      /** Null for items of before: the event of their order. */
      eventId: p.uuid().nullable(),
    },
  }),
);

/** Items from before breakdowns were stored have the price alone. */
export function breakdownOf({ price, breakdown }: Pick<OrderItem, "price" | "breakdown">): Breakdown {
  return breakdown ?? { base: price, lines: [], total: price };
}

/** Tier and, of an event with several prices, price: for tickets and letters. */
export function kindOf({ tierName, priceName }: { tierName: string; priceName?: string | null | undefined }): string {
  return priceName == null ? tierName : `${tierName}, ${priceName}`;
}

export type OrderItem = InferEntity<typeof OrderItemEntity> & { currency?: string };
