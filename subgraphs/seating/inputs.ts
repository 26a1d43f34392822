// Validation of client input.
import { z } from "zod";
import { idempotencyKey, line, namedOnce, orNull, telephone, text } from "../../platform/core/input.ts";
import { percentInput, type Discount } from "../../domain/pricing.ts";
import { MAX_OFFERS } from "../../domain/price-offers.ts";
import { MAX_SEATS } from "../../domain/seat-plan.ts";

const seatIds = (most: number) =>
  z
    .array(z.string())
    .min(1, `must name 1 to ${most} seats`)
    .max(most, `must name 1 to ${most} seats`)
    .refine((ids) => new Set(ids).size === ids.length, "must not name a seat twice");
const channelKey = line(100).nullish();
/** Absent unless true: the key of a request has the same input as before. */
const atCounter = z
  .boolean()
  .nullish()
  .transform((given) => given === true || undefined);
export const accessCode = line(100).nullish();
const admission = line(1_000).nullish();
export const promoCode = z
  .string()
  .transform((code) => code.trim().toUpperCase())
  .refine((code) => /^[A-Z0-9_-]{3,40}$/.test(code), "must have 3 to 40 letters, digits, - or _");
const expectedTotal = z.int().min(0, "must be an amount in minor units").nullish();
const priceLabel = line(100);
const seatPrices = z
  .array(z.object({ seatId: z.string(), price: priceLabel }))
  .max(MAX_SEATS, `must be at most ${MAX_SEATS}`);
const namesEachOnce = (prices: z.infer<typeof seatPrices>) =>
  new Set(prices.map(({ seatId }) => seatId)).size === prices.length;
export const holdSeatsInput = z
  .object({
    eventId: z.string(),
    seatIds: seatIds(MAX_SEATS),
    prices: seatPrices.nullish(),
    expectedTotal,
    atCounter,
    channelKey,
    accessCode,
    admission,
    promoCode: promoCode.nullish(),
    idempotencyKey,
  })
  .refine(
    ({ seatIds: ids, prices }) =>
      !prices || (namesEachOnce(prices) && prices.every(({ seatId }) => ids.includes(seatId))),
    { path: ["prices"], message: "must name each seat of seatIds at most once, and no other seats" },
  );
export const holdBestAvailableInput = z
  .object({
    eventId: z.string(),
    quantity: z.int().min(1, `must be 1 to ${MAX_SEATS}`).max(MAX_SEATS, `must be 1 to ${MAX_SEATS}`),
    priceTierId: z
      .string()
      .nullish()
      .transform((id) => id ?? null),
    sectionId: z
      .string()
      .nullish()
      .transform((id) => id ?? null),
    together: z
      .boolean()
      .nullish()
      .transform((together) => together ?? true),
    wheelchairPlaces: z
      .int()
      .min(0, "must be 0 to quantity")
      .nullish()
      .transform((places) => places ?? 0),
    atCounter,
    channelKey,
    accessCode,
    admission,
    promoCode: promoCode.nullish(),
    prices: z
      .array(z.object({ price: priceLabel, seats: z.int().min(1, "must be at least 1") }))
      .max(MAX_SEATS, `must be at most ${MAX_SEATS}`)
      .nullish(),
    expectedTotal,
    idempotencyKey,
  })
  .refine(({ quantity, prices }) => (prices ?? []).reduce((sum, { seats }) => sum + seats, 0) <= quantity, {
    path: ["prices"],
    message: "must not have more seats than quantity",
  })
  .refine(({ quantity, wheelchairPlaces }) => wheelchairPlaces <= quantity, {
    path: ["wheelchairPlaces"],
    message: "must be 0 to quantity",
  });
const salesTimes = z
  .object({ startAt: z.date().nullish(), endAt: z.date().nullish() })
  .transform(({ startAt, endAt }) => ({ opensAt: startAt ?? null, closesAt: endAt ?? null }))
  .refine(({ opensAt, closesAt }) => opensAt === null || closesAt === null || opensAt < closesAt, {
    path: ["endAt"],
    message: "must be later than startAt",
  });
export const setSalesChannelInput = z.object({
  eventId: z.string(),
  channel: line(100),
  salesTimes: orNull(salesTimes),
});
export const blockedSeats = seatIds(5_000);
export const setSeatsAsideInput = z.object({ eventId: z.string(), channel: line(100), seatIds: blockedSeats });

const count = z.int().min(1, "must be 1 to 1000000").max(1_000_000, "must be 1 to 1000000");

export const chooseHoldPricesInput = z
  .object({ holdId: z.string(), prices: seatPrices, expectedTotal })
  .refine(({ prices }) => namesEachOnce(prices), { path: ["prices"], message: "must name each seat at most once" });
export const applyPromoCodeInput = z.object({ holdId: z.string(), code: orNull(promoCode) });

export const priceTierIds = orNull(
  z.array(z.string()).min(1, "must name 1 to 100 tiers").max(100, "must name 1 to 100 tiers"),
);

export const createPromoCodeInput = z
  .object({
    eventId: z.string(),
    code: orNull(promoCode),
    discountRate: z.int().min(1, "must be 1 to 100000").max(100_000, "must be 1 to 100000").nullish(),
    discountPercent: percentInput(1).nullish(),
    discountAmount: z.int().min(1, "must be at least 1").max(10_000_000, "must be at most 10000000").nullish(),
    channel: orNull(line(100)),
    opensPrices: orNull(
      z.array(line(100)).min(1, "must name 1 to 20 prices").max(MAX_OFFERS, "must name 1 to 20 prices"),
    ),
    priceTierIds,
    maxTickets: orNull(count),
    maxTicketsPerBuyer: orNull(count),
    startsAt: orNull(z.date()),
    endsAt: orNull(z.date()),
    idempotencyKey,
  })
  .refine(({ discountRate, discountPercent }) => discountRate == null || discountPercent == null, {
    path: ["discountPercent"],
    message: "give either discountPercent or discountRate",
  })
  .transform(({ discountRate, discountPercent, ...rest }) => ({ ...rest, rate: discountPercent ?? discountRate }))
  .refine(({ rate, discountAmount }) => rate == null || discountAmount == null, {
    path: ["discountAmount"],
    message: "give either discountPercent or discountAmount",
  })
  .refine(
    ({ rate, discountAmount, channel, opensPrices }) =>
      rate != null || discountAmount != null || channel !== null || opensPrices !== null,
    {
      path: ["discountPercent"],
      message: "give a discount, a channel or prices that the code opens, or several of them",
    },
  )
  .refine(({ startsAt, endsAt }) => startsAt === null || endsAt === null || startsAt < endsAt, {
    path: ["endsAt"],
    message: "must be later than startsAt",
  })
  .transform(({ rate, discountAmount, priceTierIds, opensPrices, ...rest }) => ({
    ...rest,
    ...(opensPrices !== null && { opens: [...new Set(opensPrices)] }),
    priceTierIds: priceTierIds && [...new Set(priceTierIds)],
    discount: discountOf(rate, discountAmount),
  }));

export type CreatePromoCode = z.infer<typeof createPromoCodeInput>;

export function discountOf(rate: number | null | undefined, amount: number | null | undefined): Discount | null {
  if (rate != null) return { kind: "RATE", rate };
  return amount != null ? { kind: "AMOUNT", amount } : null;
}

/** An order has at most ten holds. */
const MOST_CHOSEN = 10;
const MOST_EVENTS = 30;
export const createPackageInput = z
  .object({
    name: line(100),
    events: z
      .array(z.object({ eventId: z.string(), priceTierIds }))
      .min(2, `must name 2 to ${MOST_EVENTS} events`)
      .max(MOST_EVENTS, `must name 2 to ${MOST_EVENTS} events`),
    eventsToChoose: orNull(
      z.int().min(2, `must be 2 to ${MOST_CHOSEN}`).max(MOST_CHOSEN, `must be 2 to ${MOST_CHOSEN}`),
    ),
    discountPercent: percentInput(1).nullish(),
    discountAmount: z.int().min(1, "must be at least 1").max(10_000_000, "must be at most 10000000").nullish(),
    maxSeats: orNull(count),
    maxSeatsPerBuyer: orNull(count),
    startsAt: orNull(z.date()),
    endsAt: orNull(z.date()),
    idempotencyKey,
  })
  .refine(({ events, eventsToChoose }) => (eventsToChoose ?? 0) <= events.length, {
    path: ["eventsToChoose"],
    message: "must not be more than the number of events",
  })
  .refine(({ events, eventsToChoose }) => eventsToChoose !== null || events.length <= MOST_CHOSEN, {
    path: ["eventsToChoose"],
    message: `must be given for more than ${MOST_CHOSEN} events: an order has at most ${MOST_CHOSEN}`,
  })
  .refine(({ discountPercent, discountAmount }) => (discountPercent == null) !== (discountAmount == null), {
    path: ["discountPercent"],
    message: "give either discountPercent or discountAmount",
  })
  .refine(({ startsAt, endsAt }) => startsAt === null || endsAt === null || startsAt < endsAt, {
    path: ["endsAt"],
    message: "must be later than startsAt",
  })
  .transform(({ discountPercent, discountAmount, ...rest }) => ({
    ...rest,
    events: rest.events.map(({ eventId, priceTierIds }) => ({
      eventId,
      priceTierIds: priceTierIds && [...new Set(priceTierIds)],
    })),
    discount: discountOf(discountPercent, discountAmount)!,
  }));
export type CreatePackage = z.infer<typeof createPackageInput>;

const packageSeats = z
  .object({
    eventId: z.string(),
    seatIds: seatIds(MAX_SEATS).nullish(),
    quantity: z.int().min(1, `must be 1 to ${MAX_SEATS}`).max(MAX_SEATS, `must be 1 to ${MAX_SEATS}`).nullish(),
    priceTierId: z.string().nullish(),
  })
  .refine(({ seatIds: ids, quantity }) => (ids == null) !== (quantity == null), {
    path: ["seatIds"],
    message: "give either seatIds or quantity",
  })
  .refine(({ quantity, priceTierId }) => quantity != null || priceTierId == null, {
    path: ["priceTierId"],
    message: "give it with quantity only: seatIds have their tiers",
  });
export const holdPackageInput = z
  .object({
    packageId: z.string(),
    events: z
      .array(packageSeats)
      .min(2, `must name 2 to ${MOST_CHOSEN} events`)
      .max(MOST_CHOSEN, `must name 2 to ${MOST_CHOSEN} events`),
    expectedTotal,
    atCounter,
    idempotencyKey,
  })
  .refine(({ events }) => new Set(events.map(({ seatIds: ids, quantity }) => ids?.length ?? quantity)).size === 1, {
    path: ["events"],
    message: "must have the same number of seats at each event",
  });
export type HoldPackage = z.infer<typeof holdPackageInput>;

const holdIds = namedOnce("hold", 10);
const note = text(500);

export const reserveAtCounterInput = z.object({
  holdIds,
  name: line(100),
  phone: orNull(telephone),
  email: orNull(z.string()),
  note: orNull(note),
  until: orNull(z.date()),
  idempotencyKey,
});
export type ReserveAtCounter = z.infer<typeof reserveAtCounterInput>;

/** What is not given stays, and null removes it. */
export const changeReservationInput = z
  .object({
    name: line(100).nullish(),
    phone: telephone.nullish(),
    email: z.string().nullish(),
    note: note.nullish(),
    until: z.date().nullish(),
  })
  .refine(({ name }) => name !== null, { path: ["name"], message: "must not be null: omit it to keep the name" })
  .refine(({ until }) => until !== null, { path: ["until"], message: "must not be null: omit it to keep the time" })
  .transform(
    (given) =>
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
        name?: string;
        phone?: string | null;
        email?: string | null;
        note?: string | null;
        until?: Date;
      },
  );
export type ChangeReservation = z.infer<typeof changeReservationInput>;
export const releasedSeats = orNull(seatIds(500));
export const reservationSearch = orNull(line(100));
