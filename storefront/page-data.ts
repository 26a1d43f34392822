// Data of each view, as the browser gets it.
import type { Problem } from "./page-data/problem.ts";
import type { EventPages } from "./page-data/event.ts";
import type { ExchangePages } from "./page-data/exchange.ts";
import type { FindPages } from "./page-data/find.ts";
import type { HoldPages } from "./page-data/hold.ts";
import type { OrderPages } from "./page-data/order.ts";
import type { PackagePages } from "./page-data/package.ts";
import type { QueuePages } from "./page-data/queue.ts";
import type { ReturnPages } from "./page-data/return.ts";
import type { SeatsPages } from "./page-data/seats.ts";
import type { TicketsPages } from "./page-data/tickets.ts";
import type { WaitlistPages } from "./page-data/waitlist.ts";

export interface PageData
  extends
    FindPages,
    EventPages,
    SeatsPages,
    HoldPages,
    OrderPages,
    TicketsPages,
    ExchangePages,
    ReturnPages,
    PackagePages,
    QueuePages,
    WaitlistPages {
  problem: { problem: Problem };
}

/** A page for a browser: its view and data. */
export interface SentPage {
  view: keyof PageData;
  data: PageData[keyof PageData];
  locale: string;
  /** Path and search. */
  path: string;
  /** Without a script the browser asks for the page again after so many seconds. */
  refreshSeconds?: number;
  /** Publishable key, on pages of a payment if Stripe takes the cards. */
  stripeKey?: string;
  /** Of a page that the service worker has kept: when. The network did not answer. */
  keptAt?: string;
}

export interface RenderedView {
  title: string;
  body: string;
}

/** Of the built views: app/entry-server.tsx. */
export type Render = (page: SentPage) => RenderedView;
