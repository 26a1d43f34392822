/** Numbers of seats of a tier by state. */
export interface TierAvailability {
  eventId: string;
  /** Whether the event has several prices. */
  isPriced: boolean;
  priceTier: { id: string; name: string; price: { amount: number; currency: string } };
  total: number;
  available: number;
  held: number;
  sold: number;
  blocked: number;
}
