// Data of each view, as the browser gets it.
import type { EventPageQuery, EventTransfersQuery } from "./documents/event.generated.ts";
import type { ExchangePageQuery, OtherEventsQuery } from "./documents/exchange.generated.ts";
import type { FindEventsQuery } from "./documents/find.generated.ts";
import type { EndedHoldQuery, ExchangeQuotePageQuery, HoldPageQuery } from "./documents/hold.generated.ts";
import type { OrderPageQuery } from "./documents/order.generated.ts";
import type { PackagePageQuery } from "./documents/package.generated.ts";
import type { ReturnPageQuery, ReturnQuotePageQuery } from "./documents/return.generated.ts";
import type { DrawPageQuery, QueuePageQuery } from "./documents/queue.generated.ts";
import type { SectionSeatsQuery, SeatsPageQuery } from "./documents/seats.generated.ts";
import type { TicketPageQuery, TicketsPageQuery } from "./documents/tickets.generated.ts";
import type { WaitlistPageQuery } from "./documents/waitlist.generated.ts";

/** Something that went wrong, in words of the API or of this storefront. The view translates it. */
export interface Problem {
  /** Type or code of a refusal. */
  code: string;
  values?: Readonly<Record<string, string | number | null | undefined>>;
  /** Of the API, in English: for codes that the view does not know. */
  message?: string | undefined;
}

/** What a visitor is looking for. */
export interface Search {
  text: string;
  city: string;
  category: string;
  when: string;
  after: string | null;
}

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

export type EventInFull = NonNullable<EventPageQuery["event"]>;
export type TransferPolicy = NonNullable<NonNullable<EventTransfersQuery["event"]>["transferPolicy"]>;
export type EventInList = NonNullable<FindEventsQuery["events"]>["nodes"][number];
export type EventOfSeats = NonNullable<SeatsPageQuery["event"]>;
export type SeatInSection = NonNullable<NonNullable<SectionSeatsQuery["event"]>["seats"]>["nodes"][number];
export type HoldInFull = NonNullable<HoldPageQuery["hold"]>;
export type OrderInFull = NonNullable<OrderPageQuery["order"]>;
export type TicketInFull = NonNullable<TicketPageQuery["ticket"]>;
export type TicketInList = NonNullable<NonNullable<TicketsPageQuery["me"]>["tickets"]>["nodes"][number];
export type OrderInList = NonNullable<NonNullable<TicketsPageQuery["me"]>["orders"]>["nodes"][number];
export type OrderToExchange = NonNullable<ExchangePageQuery["order"]>;
export type HeldSeats = NonNullable<NonNullable<ExchangePageQuery["me"]>["holds"]>[number];
export type OtherEvent = OtherEventsQuery["events"]["nodes"][number];
type Quoted = NonNullable<ExchangeQuotePageQuery["hold"]>["exchangeQuote"];
export type ExchangeQuote = Extract<Quoted, { __typename: "ExchangeQuote" }>;
export type TicketOfQuote = NonNullable<ExchangeQuotePageQuery["order"]>["tickets"][number];
type OrderToReturn = NonNullable<ReturnPageQuery["order"]>;
type OrderOfReturn = NonNullable<ReturnQuotePageQuery["order"]>;
export type ReturnQuote = Extract<OrderOfReturn["returnQuote"], { __typename: "ReturnQuote" }>;
export type Viewer = NonNullable<HoldPageQuery["me"]>;

type PackageFound = NonNullable<PackagePageQuery["ticketPackage"]>;
type PartFound = PackageFound["parts"][number];
/** A package at one of its events. */
export type PackagePart = PartFound & { event: NonNullable<PartFound["event"]> };
export type PackageInList = NonNullable<EventInFull["packages"]>[number];

/** What a visitor wants of a package. */
export interface PackageChoice {
  eventIds: string[];
  /** At each event. */
  seats: number;
  /** ID of the price tier by event. */
  tiers: Record<string, string>;
}

/** A question that an order asks, perhaps about one of its tickets. */
export interface AskedQuestion {
  /** Name of its fields in the form. */
  field: string;
  question: NonNullable<HoldInFull["event"]>["questions"][number];
  seat: HoldInFull["items"][number]["seat"] | null;
  event: string;
}

/** Address of the buyer for the invoice. */
export interface InvoiceForm {
  isRequired: boolean;
  /** Names of the fields of the API, with what was entered. */
  fields: [name: string, value: string][];
  /** ISO 3166-1 alpha-2 codes with names, in the order of the names. */
  countries: [code: string, name: string][];
}

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

/** What a form that orders held seats asks for, with what was entered. */
export interface OrderForm {
  names: string[];
  questions: AskedQuestion[];
  /** Values of the form, by field. */
  answers: Record<string, string[]>;
  invoice: InvoiceForm | null;
  /** What is wrong with an answer: `AnswerProblemReason` by field. */
  faults: Record<string, string>;
}

type EndedItem = NonNullable<EndedHoldQuery["hold"]>["items"][number];

/** Seats that are offered when a hold has ended. */
export interface HeldAgain {
  eventId: string;
  items: EndedItem[];
  /** Those of the hold that somebody else has now. */
  gone: EndedItem["seat"][];
  /** What was shown: the form agrees to it. */
  total: { amount: number; currency: string };
  /** Of the form that holds them, with what was typed before. */
  fields: [name: string, value: string][];
}

type EventWithQueue = NonNullable<QueuePageQuery["event"]>;
type QueueFound = NonNullable<EventWithQueue["queue"]>;
export type QueueState = QueueFound["state"];
/** Place of the viewer. */
export type OwnPlace = NonNullable<QueueFound["entry"]>;

/** `/queues/<event>.json` of the gateway, as far as pages use it. */
export interface QueueDocument {
  state: QueueState;
  serving: number;
  entries: number;
  /** Null before the draw. */
  drawn: number | null;
  /** People called in a minute; 0 if it is not known. */
  perMinute: number;
  /** Null if it is not known. */
  seats: "MANY" | "FEW" | "ALL_HELD" | "NONE" | null;
  /** Seconds until it is asked for again, at the least. */
  poll: number;
  note: string | null;
}

type EventWithWaitlist = NonNullable<WaitlistPageQuery["event"]>;
export type WaitlistFound = NonNullable<EventWithWaitlist["waitlist"]>;
/** Entry of the viewer. */
export type OwnWaitlistEntry = NonNullable<WaitlistFound["entry"]>;

/** What a person wants to wait for. */
export interface WaitlistWish {
  quantity: number;
  /** Takes so many, too. */
  atLeast: number;
  together: boolean;
  wheelchairPlaces: number;
  /** IDs; empty for any. */
  priceTierIds: string[];
  sectionIds: string[];
}

type EventWithDraw = NonNullable<DrawPageQuery["event"]>;
export type DrawFigures = NonNullable<EventWithDraw["queue"]>;

/** Of a visitor who is inside a sale with a queue: with the token in this browser. */
export interface Admission {
  until: string;
}

export interface PageData {
  find: { search: Search; found: FindEventsQuery };
  event: {
    event: EventInFull;
    /** Null if it is not known now. */
    transferPolicy: TransferPolicy | null;
    selection: Selection;
    admission: Admission | null;
    problem?: Problem;
  };
  queue: {
    event: Omit<EventWithQueue, "queue">;
    queue: QueueFound;
    document: QueueDocument;
    viewer: { displayName: string; isGuest: boolean; isVerified: boolean } | null;
    /** In this browser. */
    admission: Admission | null;
    /** Path and search of this page, with the choice of seats that the visitor brought along. */
    self: string;
    /** Where seats are chosen, with that choice. */
    choice: string;
    /** Whether the visitor comes from seats that could not be held. */
    isSentBack: boolean;
    /** Asked for before the visitor joins; `isRepeated` if a proof was refused. */
    work?: { challenge: string; isRepeated: boolean };
    problem?: Problem;
  };
  draw: { event: Omit<EventWithDraw, "queue">; queue: DrawFigures };
  waitlist: {
    event: Omit<EventWithWaitlist, "waitlist">;
    waitlist: WaitlistFound;
    viewer: { displayName: string; isGuest: boolean; isVerified: boolean } | null;
    /** What the form shows. */
    wish: WaitlistWish;
    /** Path and search of this page, with what the visitor brought along. */
    self: string;
    key: string;
    problem?: Problem;
  };
  package: {
    package: Omit<PackageFound, "parts">;
    parts: PackagePart[];
    /** Of its sale at this time; the events may have no seats. */
    state: "NOT_YET" | "OPEN" | "ENDED";
    choice: PackageChoice;
    /** A total that differs from that of the prices, and was shown: of this choice, in minor units. */
    agreed: number | null;
    /** Whether a total is shown without a script. */
    isTotalShown: boolean;
    /** Why nothing is held yet. */
    note: "SIGN_IN" | "AGAIN" | "UNVERIFIED" | null;
    problem?: Problem;
  };
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
  hold: OrderForm & {
    hold: HoldInFull;
    /** Become the same order: first the others of its package. */
    more: HoldInFull[];
    /** Whether holds of its package have ended, so that it can't be ordered. */
    isIncomplete: boolean;
    /** Of the viewer, for other orders. */
    others: HoldInFull[];
    /** Whether others could be part of the order, but the viewer wants these seats only. */
    canBeMore: boolean;
    viewer: Viewer;
    key: string;
    /** Promo codes that were typed, by hold. */
    typedCodes: Record<string, string | null>;
    card: string;
    /** Null if the hold has not ended, or there is nothing to offer. */
    again: HeldAgain | null;
    problem?: Problem;
  };
  basket: { isGuest: boolean };
  order: {
    order: OrderInFull;
    emailVerified: boolean;
    isGuest: boolean;
    /** IDs of events whose tickets the viewer can exchange. */
    exchangeable: string[];
    /** IDs of events whose tickets the viewer can give back. */
    returnable: string[];
    key: string;
    card: string;
    problem?: Problem;
  };
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
  refund: {
    orderId: string;
    number: string;
    offer: OrderInFull["refundOffers"][number] | null;
    /** The moved event. */
    event: OrderInFull["events"][number] | null;
    /** Valid ones of the viewer for this event. */
    tickets: OrderInFull["tickets"];
    /** Whether an answer is changed. */
    changes: boolean;
    key: string;
    problem?: Problem;
  };
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
    canExchange: boolean;
    canReturn: boolean;
    origin: string;
    key: string;
    problem?: Problem;
  };
  take: { code: string; isSignedIn: boolean; key: string; problem?: Problem };
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
