// Rows of `sale_price`: a price has one for each of its steps.
import type { SalePrices } from "../../../domain/price-offers.ts";
import type { Breakdown } from "../../../domain/pricing.ts";

/** In the names of the columns, for `jsonb_to_recordset`. */
export interface PriceRow {
  no: number;
  tier_no: number;
  label: string;
  position: number;
  phase: string | null;
  is_standard: boolean;
  price: number;
  breakdown: Breakdown;
  ends_at: string | null;
  most: number | null;
  quantity: number | null;
  opens_at: string | null;
  closes_at: string | null;
  most_per_hold: number | null;
  only_with: string[];
  most_for_each: number | null;
  needs_code: boolean;
  wheelchair_only: boolean;
}

/** @param after number of the last row of the event */
export function priceRows({ tiers }: SalePrices, known: { no: number; tierId: string }[], after: number): PriceRow[] {
  const rows = tiers.flatMap(({ id, offers }) => {
    const tier = known.find(({ tierId }) => tierId === id);
    if (!tier) return [];
    return offers.flatMap((offer) =>
      offer.steps.map(({ phase, endsAt, quantity, breakdown }) => ({
        tier_no: tier.no,
        label: offer.label,
        phase,
        is_standard: offer.isStandard,
        price: breakdown.total,
        breakdown,
        ends_at: endsAt,
        most: quantity,
        quantity: offer.quantity,
        opens_at: offer.opensAt,
        closes_at: offer.closesAt,
        most_per_hold: offer.mostPerHold,
        only_with: offer.onlyWith,
        most_for_each: offer.mostForEach,
        needs_code: offer.needsCode,
        wheelchair_only: offer.wheelchairPlacesOnly,
      })),
    );
  });
  return rows.map((one, index) => ({ ...one, no: after + index + 1, position: index }));
}
