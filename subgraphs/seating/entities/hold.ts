import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { HoldStatus } from "../enums.generated.ts";
import { SaleEntity } from "./sale.ts";

export const HoldEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Hold",
    tableName: "hold",
    properties: {
      id: p.uuid().primary(),
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id"),
      buyerId: p.uuid(),
      status: p.text().$type<HoldStatus>(),
      orderId: p.uuid().nullable(),
      seatNos: p.array((value) => Number(value)).columnType("int[]"),
      total: p.integer(),
      expiresAt: p.datetime(),
      createdAt: p.datetime().defaultRaw("now()"),
      codeNo: p.integer().nullable(),
      /** Number of the access code in the batch of its promo code. */
      accessNo: p.integer().nullable(),
      /** ID that the holds of a package have in common. */
      packageGroup: p.uuid().nullable(),
      /** Number of the sales channel that it was made through. */
      channelNo: p.integer().nullable(),
      /** Number of the price of each seat; null for an event with one price for each tier. */
      priceNos: p
        .array((value) => Number(value))
        .columnType("int[]")
        .nullable(),
    },
  }),
);

/** A hold with its current status: the clock of the database decides about its expiry. */
export type Hold = Omit<InferEntity<typeof HoldEntity>, "codeNo" | "accessNo" | "channelNo" | "priceNos"> & {
  extendableUntil: Date;
  promoCode: string | null;
  /** Name of the batch of its access code. */
  accessCodeName: string | null;
};

/** A hold that the engine has just created, without a promo code. */
export function newHold(
  id: string,
  eventId: string,
  buyerId: string,
  made: { seatNos: number[]; total: number; createdAt: number; holdSeconds: number; maxHoldSeconds: number },
): Hold {
  const { seatNos, total, holdSeconds, maxHoldSeconds } = made;
  const after = (seconds: number) => new Date(Math.round(made.createdAt) + seconds * 1_000);
  return {
    id,
    eventId,
    buyerId,
    status: "ACTIVE",
    orderId: null,
    seatNos,
    total,
    promoCode: null,
    accessCodeName: null,
    packageGroup: null,
    createdAt: after(0),
    expiresAt: after(holdSeconds),
    extendableUntil: after(Math.max(holdSeconds, maxHoldSeconds)),
  };
}
