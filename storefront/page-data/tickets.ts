// Data of the pages of tickets.
import type { TicketPageQuery, TicketsPageQuery } from "../documents/tickets.generated.ts";
import type { Problem } from "./problem.ts";

export type TicketInFull = NonNullable<TicketPageQuery["ticket"]>;
export type TicketInList = NonNullable<NonNullable<TicketsPageQuery["me"]>["tickets"]>["nodes"][number];
export type OrderInList = NonNullable<NonNullable<TicketsPageQuery["me"]>["orders"]>["nodes"][number];

export interface TicketsPages {
  tickets: {
    tickets: TicketInList[];
    /** Cursor of the next page, if there is one. */
    next: string | null;
    orders: OrderInList[];
    viewer: { displayName: string; isGuest: boolean; emailVerified: boolean };
  };
  ticket: {
    ticket: TicketInFull;
    isHolder: boolean;
    isGuest: boolean;
    /** When the code appears; null unless it is held back. */
    codeFrom: string | null;
    canExchange: boolean;
    canReturn: boolean;
    origin: string;
    key: string;
    problem?: Problem;
  };
  take: { code: string; isSignedIn: boolean; key: string; problem?: Problem };
}
