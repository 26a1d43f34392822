import { entity } from "../../../platform/postgres/entities.ts";
import type { Breakdown, Discount } from "../../../domain/pricing.ts";
import { SaleEntity } from "./sale.ts";

export const PromoCodeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "PromoCode",
    tableName: "promo_code",
    uniques: [{ properties: ["eventId", "code"] }],
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      no: p.integer().primary(),
      /** Of a package or a batch of access codes: `codeOfPackage` or `codeOfBatch`, which no buyer can send. */
      code: p.text(),
      /** Name of the package that it stands for at this event. */
      packageName: p.text().nullable(),
      /** Name of the batch of access codes that it stands for. */
      batchName: p.text().nullable(),
      discount: p.json<Discount>().nullable(),
      channelNo: p.integer().nullable(),
      maxTickets: p.integer().nullable(),
      maxTicketsPerBuyer: p.integer().nullable(),
      startsAt: p.datetime().nullable(),
      endsAt: p.datetime().nullable(),
      createdAt: p.datetime().defaultRaw("now()"),
      bound: p.integer().default(0),
      countedAt: p.datetime().nullable(),
      countMs: p.float().columnType("real").default(0),
      /** Names of the prices that it opens. */
      opens: p.array().columnType("text[]").nullable(),
    },
  }),
);

/** Price of a ticket of a tier with a code. */
export const PromoCodePriceEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "PromoCodePrice",
    tableName: "promo_code_price",
    properties: {
      eventId: p.uuid().primary(),
      codeNo: p.integer().primary(),
      tierNo: p.integer().primary(),
      price: p.integer(),
      breakdown: p.json<Breakdown>(),
    },
  }),
);

/** Number of wrong codes of a buyer or a network for an event. */
export const CodeTryEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "CodeTry",
    tableName: "code_try",
    properties: { eventId: p.uuid().primary(), who: p.text().primary(), wrong: p.integer(), since: p.datetime() },
  }),
);

/** A discount, access to the seats of a sales channel, or both. */
export interface PromoCode {
  eventId: string;
  no: number;
  code: string;
  discount: Discount | null;
  channel: string | null;
  currency: string;
  tiers: { id: string; name: string; price: number }[];
  opens: string[] | null;
  maxTickets: number | null;
  maxTicketsPerBuyer: number | null;
  startsAt: Date | null;
  endsAt: Date | null;
  ticketsUsed: number;
}
