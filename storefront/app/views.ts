// How a view is found: in browsers each is a file of its own, loaded when it is needed.
import type { ComponentType } from "react";
import type { PageData } from "../page-data.ts";
import type { Format } from "./format.ts";
import type { Texts } from "./texts/en.ts";

export interface ViewModule<Data> {
  View: ComponentType<{ data: Data }>;
  title(data: Data, texts: Texts, format: Format): string;
}

export type Views = { [Name in keyof PageData]: () => Promise<ViewModule<PageData[Name]>> };

export const views: Views = {
  find: () => import("./find/find-view.tsx"),
  event: () => import("./event/event-view.tsx"),
  seats: () => import("./seats/seats-view.tsx"),
  queue: () => import("./queue/queue-view.tsx"),
  draw: () => import("./draw/draw-view.tsx"),
  waitlist: () => import("./waitlist/waitlist-view.tsx"),
  enter: () => import("./enter/enter-view.tsx"),
  hold: () => import("./hold/hold-view.tsx"),
  basket: () => import("./basket/basket-view.tsx"),
  order: () => import("./order/order-view.tsx"),
  refund: () => import("./refund/refund-view.tsx"),
  exchange: () => import("./exchange/exchange-view.tsx"),
  exchangeFor: () => import("./exchange/exchange-for-view.tsx"),
  exchangeQuote: () => import("./exchange/quote-view.tsx"),
  returnChoice: () => import("./return/return-view.tsx"),
  returnQuote: () => import("./return/return-quote-view.tsx"),
  package: () => import("./packages/package-view.tsx"),
  tickets: () => import("./tickets/tickets-view.tsx"),
  ticket: () => import("./tickets/ticket-view.tsx"),
  take: () => import("./tickets/take-view.tsx"),
  problem: () => import("./problem/problem-view.tsx"),
};

/** Texts by language. */
export const languages: Record<string, () => Promise<{ texts: Texts }>> = {
  en: () => import("./texts/en.ts"),
  de: () => import("./texts/de.ts"),
  fr: () => import("./texts/fr.ts"),
  es: () => import("./texts/es.ts"),
  he: () => import("./texts/he.ts"),
};

export const textsOf = async (locale: string): Promise<Texts> => (await (languages[locale] ?? languages.en!)()).texts;
