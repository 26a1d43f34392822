/** A package at one of its events. */
export interface TicketPackagePart {
  packageId: string;
  organizationId: string;
  eventId: string;
  isPrivate: boolean;
  codeNo: number;
  currency: string;
  maxSeats: number | null;
  /** No more of its seats than these are held and sold. */
  bound: number;
  /** `price` with the package; `standard` without it. */
  prices: { tierId: string; name: string; standard: number; price: number }[];
}
