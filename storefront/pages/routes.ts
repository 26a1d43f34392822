// All pages, and how an address finds its page.
import { basket } from "./basket.ts";
import { draw } from "./draw.ts";
import { calendar, event } from "./event.ts";
import { enter } from "./enter.ts";
import { exchange } from "./exchange.ts";
import { exchangeFor } from "./exchange-for.ts";
import { exchangeQuote } from "./exchange-quote.ts";
import { find } from "./find.ts";
import { hold } from "./hold.ts";
import { order, orderPdf } from "./order.ts";
import { ticketPackage } from "./package.ts";
import type { Page } from "./page.ts";
import { queue } from "./queue.ts";
import { refund } from "./refund.ts";
import { returnChoice } from "./return.ts";
import { returnQuote } from "./return-quote.ts";
import { seats } from "./seats.ts";
import { take, ticket, ticketPdf, tickets, ticketWallet } from "./tickets.ts";
import { waitlist } from "./waitlist.ts";

export const PAGES: readonly Page[] = [
  find,
  { ...find, path: "/search" },
  event,
  calendar,
  seats,
  queue,
  draw,
  waitlist,
  ticketPackage,
  enter,
  hold,
  basket,
  order,
  orderPdf,
  refund,
  exchange,
  exchangeFor,
  exchangeQuote,
  returnChoice,
  returnQuote,
  tickets,
  ticket,
  ticketPdf,
  ticketWallet,
  take,
];

export interface Match {
  page: Page;
  params: Record<string, string>;
}

function match(pattern: string, pathname: string): Record<string, string> | undefined {
  const [expected, found] = [pattern.split("/"), pathname.split("/")];
  if (expected.length !== found.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const given = found[index]!;
    if (segment.startsWith(":") && given !== "") params[segment.slice(1)] = given;
    else if (segment !== given) return undefined;
  }
  return params;
}

export function pageAt(pathname: string): Match | undefined {
  for (const page of PAGES) {
    const params = match(page.path, pathname);
    if (params) return { page, params };
  }
  return undefined;
}
