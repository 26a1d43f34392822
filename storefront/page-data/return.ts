// Data of the pages of a return.
import type { ReturnPageQuery, ReturnQuotePageQuery } from "../documents/return.generated.ts";
import type { TicketToChoose } from "./exchange.ts";
import type { Problem } from "./problem.ts";

type OrderToReturn = NonNullable<ReturnPageQuery["order"]>;
type OrderOfReturn = NonNullable<ReturnQuotePageQuery["order"]>;
export type ReturnQuote = Extract<OrderOfReturn["returnQuote"], { __typename: "ReturnQuote" }>;

export interface ReturnPages {
  returnChoice: {
    orderId: string;
    number: string;
    event: OrderToReturn["events"][number];
    tickets: TicketToChoose<OrderToReturn["tickets"][number]>[];
    /** Why no ticket for this event can be given back. */
    reason: string | null;
    /** Whether the viewer is a guest: the API takes back tickets of accounts only. */
    needsAccount: boolean;
    /** Last moment. */
    until: string | null;
    /** For each ticket. */
    fee: { amount: number; currency: string };
    /** Other events of the order whose tickets can be given back. */
    otherTickets: { id: string; name: string }[];
    chosen: string[];
    problem?: Problem;
  };
  returnQuote: {
    orderId: string;
    number: string;
    /** Those of the quote. */
    tickets: OrderOfReturn["tickets"];
    ticketIds: string[];
    events: OrderOfReturn["events"];
    quote: ReturnQuote | null;
    key: string;
    problem?: Problem;
  };
}
