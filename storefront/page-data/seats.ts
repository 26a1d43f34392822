// Data of the pages where seats are chosen, and where a visitor signs in with a choice.
import type { SeatsPageQuery, SectionSeatsQuery } from "../documents/seats.generated.ts";
import type { Problem } from "./problem.ts";
import type { Admission } from "./queue.ts";

/** Tickets of an order that are to pay for seats. */
export interface TicketsToExchange {
  orderId: string;
  ticketIds: string[];
}

/** Seats that a visitor wants: certain ones, or the best of some kind. */
export interface Selection {
  eventId: string;
  accessCode: string | null;
  promoCode: string;
  seatIds: string[];
  quantity: number;
  tier: string;
  section: string;
  together: boolean;
  wheelchairPlaces: number;
  /** Prices of the seats that do not cost the standard price, by seat. */
  prices: Record<string, string>;
  /** For the best seats: numbers of those that do not cost the standard price, by price. */
  counts: Record<string, number>;
  /** What the visitor was shown, in minor units. */
  total: number | null;
  /** What is exchanged for the seats; null in a purchase. */
  exchange: TicketsToExchange | null;
}

export type EventOfSeats = NonNullable<SeatsPageQuery["event"]>;
export type SeatInSection = NonNullable<NonNullable<SectionSeatsQuery["event"]>["seats"]>["nodes"][number];

export interface SeatsPages {
  seats: {
    event: EventOfSeats;
    selection: Selection;
    admission: Admission | null;
    /** The section whose rows are listed. */
    section: { id: string; name: string; seats: SeatInSection[] } | null;
    /** Whether the seats are chosen, and their prices come next: without a script. */
    asksPrices?: boolean;
    problem?: Problem;
  };
  enter: {
    selection: Selection;
    eventName: string;
    /** What is shown of the total. */
    total: { amount: number; currency: string } | null;
    viewer: { displayName: string } | null;
    name: string;
    email: string;
    problem?: Problem;
  };
}
