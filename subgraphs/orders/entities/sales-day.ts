import { entity } from "../../../platform/postgres/entities.ts";

/** Days are in UTC. */
export const SalesDayEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "SalesDay",
    tableName: "sales_by_day",
    properties: {
      organizationId: p.uuid().primary(),
      day: p.date().primary(),
      eventId: p.uuid().primary(),
      currency: p.text().primary(),
      orders: p.integer().default(0),
      tickets: p.integer().default(0),
      gross: p.bigint("number").default(0),
      ticketsReturned: p.integer().default(0),
      returned: p.bigint("number").default(0),
    },
  }),
);

/** The same with days in the organization's time zone, if that is not UTC. */
export const SalesZoneDayEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "SalesZoneDay",
    tableName: "sales_by_zone_day",
    properties: {
      organizationId: p.uuid().primary(),
      day: p.date().primary(),
      eventId: p.uuid().primary(),
      currency: p.text().primary(),
      orders: p.integer().default(0),
      tickets: p.integer().default(0),
      gross: p.bigint("number").default(0),
      ticketsReturned: p.integer().default(0),
      returned: p.bigint("number").default(0),
    },
  }),
);

/** Sales of an event on a day of the organization's time zone, and the tickets that were cancelled on that day. Amounts in minor units. */
export interface SalesDay {
  organizationId: string;
  eventId: string;
  /** ISO 8601 date, such as 2027-03-28. */
  day: string;
  currency: string;
  orders: number;
  tickets: number;
  gross: number;
  ticketsReturned: number;
  returned: number;
}
