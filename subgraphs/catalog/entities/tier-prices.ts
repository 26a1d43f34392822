// Prices of a tier, as an organizer sets them, and what buyers pay with fees and taxes.
import { STANDARD, type Offer, type OfferStep, type SalePrices } from "../../../domain/price-offers.ts";
import { canBeTotalled, priceOf, type Pricing } from "../../../domain/pricing.ts";
import { MAX_SEATS } from "../../../domain/seat-plan.ts";

export interface StoredPhase {
  label: string;
  amount: number;
  /** RFC 3339. */
  until: string | null;
  quantity: number | null;
}

export interface StoredPrice {
  label: string;
  amount: number;
  phases: StoredPhase[];
  mostPerHold: number | null;
  onlyWith: string[];
  mostForEach: number | null;
  needsCode: boolean;
  wheelchairPlacesOnly: boolean;
  salesStartAt: string | null;
  salesEndAt: string | null;
  quantity: number | null;
}

export interface TierPrices {
  standardName: string | null;
  /** Of the standard price. */
  phases: StoredPhase[];
  /** Besides the standard price. */
  prices: StoredPrice[];
}

export const ONE_PRICE: TierPrices = { standardName: null, phases: [], prices: [] };

interface Tier {
  id: string;
  amount: number;
  currency: string;
  prices?: TierPrices | null;
}

const UNLIMITED = {
  mostPerHold: null,
  onlyWith: [],
  mostForEach: null,
  needsCode: false,
  wheelchairPlacesOnly: false,
  salesStartAt: null,
  salesEndAt: null,
  quantity: null,
};

/** Prices of a tier in the order of the organizer, the standard price first. */
export function offersOf({ amount, currency, prices }: Tier, pricing: Pricing): Offer[] {
  const { standardName, phases, prices: others } = prices ?? ONE_PRICE;
  const standard: StoredPrice = { label: standardName ?? STANDARD, amount, phases, ...UNLIMITED };
  return [standard, ...others].map(({ salesStartAt, salesEndAt, amount: last, phases: before, ...one }, index) => ({
    ...one,
    isStandard: index === 0,
    opensAt: salesStartAt,
    closesAt: salesEndAt,
    steps: stepsOf({ amount: last, phases: before }, currency, pricing),
  }));
}

function stepsOf(
  { phases, amount }: Pick<StoredPrice, "phases" | "amount">,
  currency: string,
  pricing: Pricing,
): OfferStep[] {
  const steps = phases.map((phase) => ({
    phase: phase.label,
    endsAt: phase.until,
    quantity: phase.quantity,
    breakdown: priceOf(phase.amount, currency, pricing),
  }));
  return [...steps, { phase: null, endsAt: null, quantity: null, breakdown: priceOf(amount, currency, pricing) }];
}

/** Whether an order of as many tickets as possible has a total that the API can represent, at every price of the tier. */
export function canBeOrdered(tier: Tier, pricing: Pricing): boolean {
  const steps = offersOf(tier, pricing).flatMap((offer) => offer.steps);
  return steps.every(({ breakdown }) => canBeTotalled(breakdown, MAX_SEATS));
}

/** For seating; undefined for an event with one price for each tier. */
export function salePricesOf(
  tiers: Tier[],
  { version, pricing }: { version: number; pricing: Pricing },
): SalePrices | undefined {
  if (tiers.every(({ prices }) => prices == null)) return undefined;
  return { version, pricing, tiers: tiers.map((tier) => ({ id: tier.id, offers: offersOf(tier, pricing) })) };
}

/** Times of a copy of an event that takes place later. */
export function movedPrices(prices: TierPrices | null | undefined, ms: number): TierPrices | null {
  if (!prices) return null;
  const moved = (at: string | null) => at && new Date(new Date(at).getTime() + ms).toISOString();
  const phasesLater = (phases: StoredPhase[]) => phases.map((phase) => ({ ...phase, until: moved(phase.until) }));
  return {
    ...prices,
    phases: phasesLater(prices.phases),
    prices: prices.prices.map((price) => ({
      ...price,
      phases: phasesLater(price.phases),
      salesStartAt: moved(price.salesStartAt),
      salesEndAt: moved(price.salesEndAt),
    })),
  };
}
