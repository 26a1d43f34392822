import type { Breakdown } from "../../../domain/pricing.ts";

/** A seat of a converted hold, with its price. */
export interface OrderedSeat {
  holdId: string;
  eventId: string;
  no: number;
  sectionId: string;
  sectionName: string;
  rowLabel: string | null;
  number: string | null;
  tierName: string;
  breakdown: Breakdown;
  /** Promo code of the hold, whether or not it covers this seat. */
  promoCode: string | null;
  /** Name of its price, of an event with several prices. */
  priceName: string | null;
  /** Name of the sales channel that the hold was made through. */
  channel: string | null;
}
