// What a buyer asks for, as the engine wants it.
import type { Database } from "../../../platform/database.ts";
import { uuidOrNull } from "../../../platform/input.ts";
import type { Wish } from "../engine/best-available.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { Held, HoldRequest } from "../engine/requests.ts";
import { channelOpenedBy } from "../read/prices.ts";
import { parseSeatId } from "../entities/seat.ts";

/** What names nothing is asked for all the same: its refusal is remembered like any other. */
const NOTHING = "00000000-0000-0000-0000-000000000000";
const NO_SEAT = 0;

export interface HoldSeats {
  eventId: string;
  seatIds: string[];
  channelKey?: string | null | undefined;
  promoCode?: string | null | undefined;
  idempotencyKey: string;
}

/** Whoever asks for seats. */
export interface Buyer {
  userId: string;
  unverified: HoldRequest["unverified"];
}

export interface HoldBestAvailable extends Wish {
  eventId: string;
  priceTierId: string | null;
  sectionId: string | null;
  channelKey?: string | null | undefined;
  promoCode?: string | null | undefined;
  idempotencyKey: string;
}

/** @throws as the engine does. */
export function holdSeats(
  engine: Engine,
  { userId: buyerId, unverified }: Buyer,
  { idempotencyKey, ...input }: HoldSeats,
): Promise<Held> {
  const eventId = uuidOrNull(input.eventId) ?? NOTHING;
  const seatNos = input.seatIds.map((id) => {
    const seat = parseSeatId(id);
    return seat?.eventId === eventId ? seat.no : NO_SEAT;
  });
  return engine.hold({
    eventId,
    buyerId,
    mutation: "holdSeats",
    key: idempotencyKey,
    input,
    wanted: { seatNos },
    channelKey: input.channelKey ?? null,
    promoCode: input.promoCode ?? null,
    unverified,
  });
}

/** @throws as the engine does. */
export async function holdBestAvailable(
  database: Database,
  engine: Engine,
  { userId: buyerId, unverified }: Buyer,
  { idempotencyKey, ...input }: HoldBestAvailable,
): Promise<Held> {
  const { quantity, together, wheelchairPlaces } = input;
  const eventId = uuidOrNull(input.eventId) ?? NOTHING;
  const opened = input.promoCode == null ? null : await channelOpenedBy(database, eventId, input.promoCode);
  return engine.hold({
    eventId,
    buyerId,
    mutation: "holdBestAvailable",
    key: idempotencyKey,
    input,
    channelKey: opened ?? input.channelKey ?? null,
    promoCode: input.promoCode ?? null,
    unverified,
    wanted: {
      wish: { quantity, together, wheelchairPlaces },
      sectionId: input.sectionId && (uuidOrNull(input.sectionId) ?? NOTHING),
      tierId: input.priceTierId && (uuidOrNull(input.priceTierId) ?? NOTHING),
    },
  });
}
