// Made by `npm run compose` from event.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether a price is sold now. SOLD_OUT: all tickets of its quantity are held or sold; some may come back. */
export type CurrentPriceStatus =
  | 'ENDED'
  | 'NOT_YET'
  | 'OPEN'
  | 'SOLD_OUT';

/** Category. */
export type EventCategory =
  | 'CONCERT'
  | 'CONFERENCE'
  | 'FESTIVAL'
  | 'JOURNEY'
  | 'OTHER'
  | 'SPORT'
  | 'THEATRE';

/**
 * DRAFT: only its organization and platform staff see it. An event that is cancelled before it was published stays hidden from others.
 * ANNOUNCED: published, and sales have not started. SALES_ENDED: sales have ended, and the event is not over. ENDED: it is over. These follow from the event's
 * times, as ON_SALE does: at their time, nobody has to do anything. Sales channels may sell at other times.
 */
export type EventStatus =
  | 'ANNOUNCED'
  | 'CANCELLED'
  | 'DRAFT'
  | 'ENDED'
  | 'ON_SALE'
  | 'SALES_ENDED'
  | 'SALES_PAUSED';

/**
 * Fees are calculated from the price after the discount. Free tickets have no fees.
 * Taxes are calculated from the price with its fees. Included tax = price × rate / (100 % + rates of all included taxes).
 * Added tax = rate × (price − included taxes).
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** ANNOUNCED: nobody can join yet. OPEN: people join. DRAWING: entries are closed, maybe reviewed, and drawn. SERVING: people enter in the order of their ranks. PAUSED: nobody enters; those inside go on. SOLD_OUT: no seat is left or held. CLOSED: the queue is over, and seats are held without it. */
export type QueueState =
  | 'ANNOUNCED'
  | 'CLOSED'
  | 'DRAWING'
  | 'OPEN'
  | 'PAUSED'
  | 'SERVING'
  | 'SOLD_OUT';

/** Whether buyers give tickets back by themselves. */
export type ReturnMode =
  /** Always, until the deadline. */
  | 'ALWAYS'
  /** They don't; the box office may refund them. */
  | 'NONE'
  /** While the seats suit people on the waiting list of the event, who are offered them. */
  | 'WAITLIST';

/** Whether tickets are handed on. Refunds, exchanges and the box office have rules of their own. */
export type TransferMode =
  /** As often as holders like. */
  | 'FREE'
  /** They are not handed on. */
  | 'NONE'
  /** Each ticket once: who has taken it keeps it. */
  | 'ONCE'
  /** They are not handed on; who can't come gives them back, as far as the organizer takes them back. */
  | 'RETURN_ONLY';

/** WHEN_SOLD_OUT: opens by itself once nothing of a price tier is on sale any more. OPEN: people join, and are offered seats that come back. CLOSED: nobody can join, and seats that come back are on sale; who waits keeps the place. ENDED: the sale of the event has ended. */
export type WaitlistState =
  | 'CLOSED'
  | 'ENDED'
  | 'OPEN'
  | 'WHEN_SOLD_OUT';

export type EventPageQueryVariables = Exact<{
  id: string;
  accessCode?: string | null;
}>;


export type EventPageQuery = { event: { id: string, name: string, descriptionHtml: string | null, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, doorsAt: string | null, salesStartAt: string | null, salesEndAt: string | null, timeZone: string, tags: Array<string>, minimumAge: number | null, ageRating: string | null, maxSeatsPerBuyer: number, verifiedBuyersOnly: boolean, links: Array<{ label: string, url: string }>, returnPolicy: { mode: ReturnMode, minutesBefore: number, fee: number } | null, holdPolicy: { holdSeconds: number, companionsPerWheelchairPlace: number | null }, journey: { route: string, origin: string, destination: string, departsAt: string, arrivesAt: string } | null, venue: { id: string, name: string, city: string, country: string, access: string | null, address: { lines: Array<string>, postalCode: string | null, city: string } | null, coordinates: { latitude: number, longitude: number } | null }, organization: { id: string, name: string, contactEmail: string | null, contactPhone: string | null, termsUrl: string | null } | null, images: Array<{ path: string, widths: Array<number>, width: number, height: number, alt: string, focus: { x: number, y: number } | null }>, priceTiers: Array<{ id: string, name: string, price: { amount: number, currency: string }, prices: Array<{ name: string, standard: boolean, mostPerHold: number | null, onlyWith: Array<string>, mostForEach: number | null, needsCode: boolean, wheelchairPlacesOnly: boolean, salesStartAt: string | null, price: { amount: number, currency: string }, phases: Array<{ name: string, quantity: number | null, price: { amount: number, currency: string } }> }>, breakdown: { base: { amount: number, currency: string }, lines: Array<{ kind: PriceLineKind, name: string, included: boolean, amount: { amount: number, currency: string } }> } }>, availability: { total: number, available: number, tiers: Array<{ total: number, available: number, priceTier: { id: string } | null, prices: Array<{ name: string, phase: string | null, endsAt: string | null, left: number | null, status: CurrentPriceStatus, price: { amount: number, currency: string } }> }> } | null, queue: { state: QueueState, opensAt: string, drawAt: string, entry: { insideUntil: string | null } | null } | null, waitlist: { state: WaitlistState } | null, packages: Array<{ id: string, name: string, eventsToChoose: number, discountPercent: number | null, startsAt: string | null, endsAt: string | null, discountAmount: { amount: number, currency: string } | null, parts: Array<{ event: { id: string } | null }> }> | null, series: { id: string, name: string, events: { nodes: Array<{ id: string, startsAt: string, timeZone: string, status: EventStatus }> } } | null } | null };

export type PlannedPriceFragment = { name: string, standard: boolean, mostPerHold: number | null, onlyWith: Array<string>, mostForEach: number | null, needsCode: boolean, wheelchairPlacesOnly: boolean, salesStartAt: string | null, price: { amount: number, currency: string }, phases: Array<{ name: string, quantity: number | null, price: { amount: number, currency: string } }> };

export type PriceNowFragment = { name: string, phase: string | null, endsAt: string | null, left: number | null, status: CurrentPriceStatus, price: { amount: number, currency: string } };

export type EventTransfersQueryVariables = Exact<{
  id: string;
  accessCode?: string | null;
}>;


export type EventTransfersQuery = { event: { codesShownFrom: string | null, transferPolicy: { mode: TransferMode, notBefore: string | null, until: string | null, coolOffSeconds: number, mostPerHolder: number | null } | null } | null };

export type EventCalendarQueryVariables = Exact<{
  id: string;
  accessCode?: string | null;
}>;


export type EventCalendarQuery = { event: { name: string, calendar: string } | null };

export const EventPage = "888267bfb605a269bcd4c58ac586240c192ab4f45ef9bf061ef1e9088371ae5c" as DocumentId<EventPageQuery, EventPageQueryVariables>;

export const EventTransfers = "af2514b7357d39cebfbb622b45feca29f4f2d0f51b0bb76a697765580e4dd456" as DocumentId<EventTransfersQuery, EventTransfersQueryVariables>;

export const EventCalendar = "82d938e49f0b050a5484023a9e3b7b68f0e62ffcf93eabf0c55fa2b97147d7fa" as DocumentId<EventCalendarQuery, EventCalendarQueryVariables>;
