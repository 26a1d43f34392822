// What a buyer asks for, as the engine wants it.
import { uuidOrNull } from "../../../platform/input.ts";
import type { Wish } from "../engine/best-available.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { Held } from "../engine/requests.ts";
import { parseSeatId } from "../entities/seat.ts";

/** What names nothing is asked for all the same: its refusal is remembered like any other. */
const NOTHING = "00000000-0000-0000-0000-000000000000";
const NO_SEAT = 0;

export interface HoldSeats {
  eventId: string;
  seatIds: string[];
  channelKey?: string | null | undefined;
  idempotencyKey: string;
}

export interface HoldBestAvailable extends Wish {
  eventId: string;
  priceTierId: string | null;
  sectionId: string | null;
  channelKey?: string | null | undefined;
  idempotencyKey: string;
}

/** @throws as the engine does. */
export function holdSeats(engine: Engine, buyerId: string, { idempotencyKey, ...input }: HoldSeats): Promise<Held> {
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
  });
}

/** @throws as the engine does. */
export function holdBestAvailable(
  engine: Engine,
  buyerId: string,
  { idempotencyKey, ...input }: HoldBestAvailable,
): Promise<Held> {
  const { quantity, together, wheelchairPlaces } = input;
  return engine.hold({
    eventId: uuidOrNull(input.eventId) ?? NOTHING,
    buyerId,
    mutation: "holdBestAvailable",
    key: idempotencyKey,
    input,
    channelKey: input.channelKey ?? null,
    wanted: {
      wish: { quantity, together, wheelchairPlaces },
      sectionId: input.sectionId && (uuidOrNull(input.sectionId) ?? NOTHING),
      tierId: input.priceTierId && (uuidOrNull(input.priceTierId) ?? NOTHING),
    },
  });
}
