import type { Discount } from "../../../domain/pricing.ts";

/** Something off, the way in to seats that are set aside, or both. */
export interface PromoCode {
  eventId: string;
  no: number;
  code: string;
  discount: Discount | null;
  channel: string | null;
  currency: string;
  tiers: { id: string; name: string; price: number }[];
  maxTickets: number | null;
  maxTicketsPerBuyer: number | null;
  startsAt: Date | null;
  endsAt: Date | null;
  ticketsUsed: number;
}
