// Requests for seats, translated for the engine.
import type { Database } from "../../../platform/postgres/database.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { accessHash } from "../../../domain/access-code.ts";
import type { BestAvailableCriteria } from "../engine/best-available.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { Held, HoldRequest } from "../engine/requests.ts";
import { channelOpenedBy } from "../entities/sales-channel.ts";
import { parseSeatId } from "../entities/seat.ts";
import { tryPromoCode } from "./try-promo-code.ts";

/** Placeholder for an invalid id. The engine refuses it, and stores the refusal under the key as any other. */
const NOTHING = "00000000-0000-0000-0000-000000000000";
const NO_SEAT = 0;

export interface HoldSeats {
  eventId: string;
  seatIds: string[];
  channelKey?: string | null | undefined;
  accessCode?: string | null | undefined;
  /** Checked at the door (commands/admit.ts); a repeat may have another one. */
  admission?: string | null | undefined;
  promoCode?: string | null | undefined;
  prices?: { seatId: string; price: string }[] | null | undefined;
  expectedTotal?: number | null | undefined;
  idempotencyKey: string;
}

/** Buyer who requests seats. */
export interface Buyer {
  userId: string;
  network: string | undefined;
  unverified: HoldRequest["unverified"];
}

export interface HoldBestAvailable extends BestAvailableCriteria {
  eventId: string;
  priceTierId: string | null;
  sectionId: string | null;
  channelKey?: string | null | undefined;
  accessCode?: string | null | undefined;
  admission?: string | null | undefined;
  promoCode?: string | null | undefined;
  prices?: { price: string; seats: number }[] | null | undefined;
  expectedTotal?: number | null | undefined;
  idempotencyKey: string;
}

/** @throws as the engine and tryPromoCode */
export async function holdSeats(
  database: Database,
  engine: Engine,
  buyer: Buyer,
  { idempotencyKey, admission: _, ...input }: HoldSeats,
): Promise<Held> {
  const { userId: buyerId, unverified } = buyer;
  const eventId = uuidOrNull(input.eventId) ?? NOTHING;
  await tryCode(database, buyer, eventId, input, { mutation: "holdSeats", key: idempotencyKey });
  const noOf = (id: string) => {
    const seat = parseSeatId(id);
    return seat?.eventId === eventId ? seat.no : NO_SEAT;
  };
  return engine.hold({
    eventId,
    buyerId,
    mutation: "holdSeats",
    key: idempotencyKey,
    input,
    selection: { seatNos: input.seatIds.map(noOf) },
    channelKey: input.channelKey ?? null,
    accessHash: accessOf(input),
    promoCode: input.promoCode ?? null,
    prices: input.prices?.length
      ? { bySeat: new Map(input.prices.map(({ seatId: id, price }) => [noOf(id), price])) }
      : null,
    expectedTotal: input.expectedTotal ?? null,
    unverified,
  });
}

/** @throws as the engine and tryPromoCode */
export async function holdBestAvailable(
  database: Database,
  engine: Engine,
  buyer: Buyer,
  { idempotencyKey, admission: _, ...input }: HoldBestAvailable,
): Promise<Held> {
  const { userId: buyerId, unverified } = buyer;
  const { quantity, together, wheelchairPlaces } = input;
  const eventId = uuidOrNull(input.eventId) ?? NOTHING;
  await tryCode(database, buyer, eventId, input, { mutation: "holdBestAvailable", key: idempotencyKey });
  const opened = input.promoCode == null ? null : await channelOpenedBy(database, eventId, input.promoCode);
  return engine.hold({
    eventId,
    buyerId,
    mutation: "holdBestAvailable",
    key: idempotencyKey,
    input,
    channelKey: opened ?? input.channelKey ?? null,
    accessHash: accessOf(input),
    promoCode: input.promoCode ?? null,
    prices: input.prices?.length
      ? { inAnyOrder: input.prices.flatMap(({ price, seats }) => Array<string>(seats).fill(price)) }
      : null,
    expectedTotal: input.expectedTotal ?? null,
    unverified,
    selection: {
      criteria: { quantity, together, wheelchairPlaces },
      sectionId: input.sectionId && (uuidOrNull(input.sectionId) ?? NOTHING),
      tierId: input.priceTierId && (uuidOrNull(input.priceTierId) ?? NOTHING),
    },
  });
}

const accessOf = ({ accessCode }: { accessCode?: string | null | undefined }) =>
  accessCode == null ? null : accessHash(accessCode);

async function tryCode(
  database: Database,
  { userId: buyerId, network }: Buyer,
  eventId: string,
  input: { promoCode?: string | null | undefined; accessCode?: string | null | undefined },
  request: { mutation: string; key: string },
): Promise<void> {
  const { promoCode: code } = input;
  if (code == null) return;
  const attempt = { eventId, buyerId, network, code, accessHash: accessOf(input) };
  await tryPromoCode(database, { ...attempt, request: { ...request, input } });
}
