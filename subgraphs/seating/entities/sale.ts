// Sale of an event. The engine works on the tables of these entities with SQL functions (engine/requests.ts).
import { entity } from "../../../platform/postgres/entities.ts";
import type { Breakdown, Pricing } from "../../../domain/pricing.ts";
import type { SaleHall } from "../../../domain/seat-plan.ts";

export const SaleEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Sale",
    tableName: "sale",
    properties: {
      eventId: p.uuid().primary(),
      organizationId: p.uuid(),
      state: p.text().$type<"OPEN" | "PAUSED" | "CLOSED">(),
      currency: p.text(),
      maxSeatsPerBuyer: p.integer(),
      holdSeconds: p.integer(),
      salesEndAt: p.datetime(),
      scheduleVersion: p.integer().default(0),
      changeSeq: p.bigint("number").default(0),
      maxHoldSeconds: p.integer().default(3600),
      avoidSingleSeats: p.boolean().default(false),
      companionsPerWheelchairPlace: p.integer().nullable(),
      verifiedBuyersOnly: p.boolean().default(false),
      policyVersion: p.integer().default(0),
      /** Null: as soon as it is published. */
      opensAt: p.datetime().nullable(),
      /** Null: until the event is over. */
      closesAt: p.datetime().nullable(),
      /** Hash of the code that a request must have; null for an event that is open to all. */
      accessHash: p.text().nullable(),
      /** Whether orders has to check answers of the buyer before a hold is converted. */
      asksQuestions: p.boolean().default(false),
      termsVersion: p.integer().default(0),
      /** Start of the event; null until catalog describes it, and for an older event. */
      startsAt: p.datetime().nullable(),
      /** IANA name; null until catalog describes the event. */
      timeZone: p.text().nullable(),
      describedVersion: p.integer().default(0),
      /** Version of the event that has its prices; 0 for one price for each tier. */
      pricesVersion: p.integer().default(0),
      /** Sales channel that taken seats go back to; null without an open waiting list. */
      waitlistNo: p.integer().nullable(),
      pricing: p.json<Pricing>().defaultRaw(`'{"fees": [], "taxes": []}'`),
    },
  }),
);

/** Geometry and view of the seats. It never changes. */
export const SaleHallEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SaleHall",
    tableName: "sale_hall",
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      hall: p.json<SaleHall>(),
    },
  }),
);

export const SaleSectionEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SaleSection",
    tableName: "sale_section",
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      no: p.integer().primary(),
      sectionId: p.uuid(),
      name: p.text(),
    },
  }),
);

export const SaleTierEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SaleTier",
    tableName: "sale_tier",
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      no: p.integer().primary(),
      tierId: p.uuid(),
      name: p.text(),
      price: p.integer(),
      available: p.integer(),
      held: p.integer().default(0),
      sold: p.integer().default(0),
      blocked: p.integer().default(0),
      breakdown: p.json<Breakdown>().nullable(),
      /** Standard price, if it was changed after the publication. */
      priceNow: p.integer().nullable(),
    },
  }),
);

export const SaleChannelEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SaleChannel",
    tableName: "sale_channel",
    uniques: [{ properties: ["eventId", "name"] }, { properties: ["eventId", "key"] }],
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      no: p.integer().primary(),
      name: p.text(),
      key: p.text(),
      /** Whether it does not follow the times of the event. */
      hasOwnTimes: p.boolean().default(false),
      opensAt: p.datetime().nullable(),
      closesAt: p.datetime().nullable(),
      /** Of a waiting list: organizers don't see it. */
      isInternal: p.boolean().default(false),
    },
  }),
);

/** Change log of the seats. */
export const SeatChangeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SeatChange",
    tableName: "seat_change",
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      seq: p.bigint("number").primary(),
      seatNos: p.array((value) => Number(value)).columnType("int[]"),
      changedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

/** Last hold that an account made before its address was verified. */
export const UnverifiedBuyerEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "UnverifiedBuyer",
    tableName: "unverified_buyer",
    properties: {
      buyerId: p.uuid().primary(),
      holdId: p.uuid().nullable(),
      eventId: p.uuid().nullable(),
      network: p.text().nullable(),
    },
  }),
);
