// What a visitor chooses of a package: events, the number of seats at each, and a price tier for each event. In forms, addresses and scripts.
import type { PackageChoice, PackagePart } from "../../page-data/package.ts";

/** Of the API: events of a package, and seats at each. */
const [MOST_EVENTS, MOST_SEATS] = [30, 50];
const TIER = "tier.";

/** Fields: `event` (repeated), `seats`, and `tier.<event>`. */
export function choiceIn(params: URLSearchParams): PackageChoice {
  const seats = Number(params.get("seats"));
  const tiers = [...params].filter(([name, tier]) => name.startsWith(TIER) && tier !== "").slice(0, MOST_EVENTS);
  return {
    eventIds: [...new Set(params.getAll("event"))].slice(0, MOST_EVENTS),
    seats: Number.isInteger(seats) && seats > 0 && seats <= MOST_SEATS ? seats : 2,
    tiers: Object.fromEntries(tiers.map(([name, tier]) => [name.slice(TIER.length), tier])),
  };
}

export function parametersOf({ eventIds, seats, tiers }: PackageChoice): URLSearchParams {
  const params = new URLSearchParams(eventIds.map((id): [string, string] => ["event", id]));
  params.set("seats", String(seats));
  for (const [eventId, tier] of Object.entries(tiers)) params.set(`${TIER}${eventId}`, tier);
  return params;
}

export const tierField = (eventId: string): string => `${TIER}${eventId}`;

const tierAt = ({ event }: PackagePart, tierId: string | undefined) =>
  event.availability?.tiers.find(({ priceTier }) => priceTier?.id === tierId);

/** Seats of the package that can still be had at an event, in the tiers that it covers; at one tier, if it is given. */
export function leftOf(part: PackagePart, tierId?: string): number {
  const tiers = part.prices.filter(({ priceTier }) => tierId === undefined || priceTier?.id === tierId);
  const inHall = tiers.reduce((sum, { priceTier }) => sum + (tierAt(part, priceTier?.id)?.available ?? 0), 0);
  return Math.min(inHall, part.left ?? inHall);
}

export const isSold = (part: PackagePart): boolean => part.event.status === "ON_SALE" && leftOf(part) > 0;

/** The chosen tier, or else the first with seats. */
export function priceOf(part: PackagePart, { tiers }: PackageChoice): PackagePart["prices"][number] | undefined {
  const chosen = part.prices.find(({ priceTier }) => priceTier?.id === tiers[part.event.id]);
  return chosen ?? part.prices.find(({ priceTier }) => leftOf(part, priceTier?.id) > 0) ?? part.prices[0];
}

/** What the seat costs now without the package, if that is more. */
export function priceWithout(part: PackagePart, { price, priceTier }: PackagePart["prices"][number]) {
  const now = tierAt(part, priceTier?.id)?.prices.find(({ standard }) => standard)?.price ?? priceTier?.price;
  return now && now.amount > price.amount ? now : undefined;
}

export const chosenParts = (parts: readonly PackagePart[], { eventIds }: PackageChoice): PackagePart[] =>
  parts.filter(({ event }) => eventIds.includes(event.id));

/** Undefined until as many events are chosen as the package has. */
export function totalOf(parts: readonly PackagePart[], choice: PackageChoice, eventsToChoose: number) {
  const prices = chosenParts(parts, choice).map((part) => priceOf(part, choice)?.price);
  if (prices.length !== eventsToChoose) return undefined;
  const amount = prices.reduce((sum, price) => sum + (price?.amount ?? NaN) * choice.seats, 0);
  return Number.isFinite(amount) ? { amount, currency: prices[0]!.currency } : undefined;
}

/** Most seats at each event that the form offers. */
export function mostSeats(parts: readonly PackagePart[], eventsToChoose: number, ofPackage: number | null): number {
  const limits = parts.map(({ event }) => event.maxSeatsPerBuyer);
  const ofEvents = eventsToChoose === parts.length ? Math.min(...limits) : Math.max(...limits);
  return Math.max(1, Math.min(10, ofEvents, ofPackage ?? 10));
}

/** Names a choice: a total that was read belongs to it. */
export const keyOf = (choice: PackageChoice): string => {
  const sorted = [...choice.eventIds].sort().map((id) => `${id}:${choice.tiers[id] ?? ""}`);
  return `${choice.seats}x${sorted.join(",")}`;
};
