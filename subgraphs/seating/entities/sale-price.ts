// Prices of events with several prices for each tier. The engine works on these tables with SQL functions (price_seats.sql).
import { entity } from "../../../platform/postgres/entities.ts";
import type { Breakdown } from "../../../domain/pricing.ts";
import { SaleEntity } from "./sale.ts";

/** A price at one of its steps. Rows never change but for `isCurrent`: seats that are held at a price keep it. */
export const SalePriceEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SalePrice",
    tableName: "sale_price",
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      no: p.integer().primary(),
      tierNo: p.integer(),
      label: p.text(),
      position: p.integer(),
      /** Null for the last step. */
      phase: p.text().nullable(),
      isCurrent: p.boolean().default(true),
      isStandard: p.boolean(),
      price: p.integer(),
      breakdown: p.json<Breakdown>(),
      endsAt: p.datetime().nullable(),
      most: p.integer().nullable(),
      quantity: p.integer().nullable(),
      opensAt: p.datetime().nullable(),
      closesAt: p.datetime().nullable(),
      mostPerHold: p.integer().nullable(),
      onlyWith: p.array().columnType("text[]").defaultRaw("'{}'"),
      mostForEach: p.integer().nullable(),
      needsCode: p.boolean().default(false),
      wheelchairOnly: p.boolean().default(false),
    },
  }),
);

/** Upper bound of the tickets that are held and owned at a price with a limited quantity. */
export const SalePriceBoundEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SalePriceBound",
    tableName: "sale_price_bound",
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      tierNo: p.integer().primary(),
      label: p.text().primary(),
      /** Empty for all steps together. */
      phase: p.text().primary(),
      bound: p.integer().default(0),
      countedAt: p.datetime().nullable(),
      countMs: p.float().columnType("real").default(0),
    },
  }),
);

/** Price of a seat with a promo code that covers it. */
export const PriceWithCodeEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "PriceWithCode",
    tableName: "price_with_code",
    properties: {
      eventId: p.uuid().primary(),
      codeNo: p.integer().primary(),
      priceNo: p.integer().primary(),
      price: p.integer(),
      breakdown: p.json<Breakdown>(),
    },
  }),
);
