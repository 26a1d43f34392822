// Data of the pages of an exchange.
import type { ExchangePageQuery, OtherEventsQuery } from "../documents/exchange.generated.ts";
import type { ExchangeQuotePageQuery } from "../documents/hold.generated.ts";
import type { HoldInFull, OrderForm, Viewer } from "./hold.ts";
import type { Problem } from "./problem.ts";
import type { TicketsToExchange } from "./seats.ts";

export type OrderToExchange = NonNullable<ExchangePageQuery["order"]>;
export type HeldSeats = NonNullable<NonNullable<ExchangePageQuery["me"]>["holds"]>[number];
export type OtherEvent = OtherEventsQuery["events"]["nodes"][number];
type Quoted = NonNullable<ExchangeQuotePageQuery["hold"]>["exchangeQuote"];
export type ExchangeQuote = Extract<Quoted, { __typename: "ExchangeQuote" }>;
export type TicketOfQuote = NonNullable<ExchangeQuotePageQuery["order"]>["tickets"][number];

/** Tickets of an order that can be exchanged. */
export interface TicketsOfEvent {
  orderId: string;
  number: string;
  event: { id: string; name: string; startsAt: string; timeZone: string };
  count: number;
}

/** A ticket that may be exchanged or given back. */
export interface TicketToChoose<Ticket> {
  ticket: Ticket;
  /** A reason of the API; null if it can be chosen. */
  reason: string | null;
  /** Order that it is to pay for. */
  paysFor: { id: string; number: string } | null;
}

export interface ExchangePages {
  exchange: {
    orderId: string;
    number: string;
    event: OrderToExchange["events"][number];
    tickets: TicketToChoose<OrderToExchange["tickets"][number]>[];
    /** Why no ticket for this event can be exchanged. */
    reason: string | null;
    /** Whether the viewer is a guest: the API exchanges tickets of accounts only. */
    needsAccount: boolean;
    /** Last moment. */
    until: string | null;
    /** For each ticket. */
    fee: { amount: number; currency: string };
    /** Where the new seats may be, besides the event itself. */
    others: OtherEvent[];
    /** Cursor of further events. */
    next: string | null;
    /** Seats that the viewer holds, and the tickets can pay for. */
    held: HeldSeats[];
    /** Other events of the order whose tickets can be exchanged. */
    otherTickets: { id: string; name: string }[];
    chosen: string[];
    /** ID of the chosen event, or `hold:` with that of a hold. */
    to: string;
    problem?: Problem;
  };
  exchangeFor: { holdId: string; eventName: string; groups: TicketsOfEvent[] };
  exchangeQuote: OrderForm & {
    exchange: TicketsToExchange;
    number: string;
    hold: HoldInFull;
    viewer: Pick<Viewer, "displayName" | "email">;
    quote: ExchangeQuote | null;
    tickets: TicketOfQuote[];
    key: string;
    typedCode: string | null;
    card: string;
    problem?: Problem;
  };
}
