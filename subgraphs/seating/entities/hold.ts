import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { HoldStatus } from "../schema.generated.ts";

export const HoldEntity = defineEntity({
  name: "Hold",
  tableName: "hold",
  properties: {
    id: p.uuid().primary(),
    eventId: p.uuid(),
    buyerId: p.uuid(),
    status: p.text().$type<HoldStatus>(),
    orderId: p.uuid().nullable(),
    seatNos: p.array((value) => Number(value)),
    total: p.integer(),
    expiresAt: p.datetime(),
    createdAt: p.datetime(),
  },
});

/** As stored: whether it has run out is for the database's clock to say. */
export type Hold = InferEntity<typeof HoldEntity> & { extendableUntil: Date; promoCode: string | null };

/** A hold as the engine has just made it, without a promo code. */
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
    createdAt: after(0),
    expiresAt: after(holdSeconds),
    extendableUntil: after(Math.max(holdSeconds, maxHoldSeconds)),
  };
}
