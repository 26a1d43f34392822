// Made by `npm run compose` from find.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Category. */
export type EventCategory =
  | 'CONCERT'
  | 'CONFERENCE'
  | 'FESTIVAL'
  | 'JOURNEY'
  | 'OTHER'
  | 'SPORT'
  | 'THEATRE';

/** Filter of events. An event must match every given field. */
export type EventFilter = {
  /** Category. */
  category?: EventCategory | null;
  /** City of the venue. The comparison ignores case and normalizes by Unicode NFKC. */
  city?: string | null;
  /** Only events of this organization. */
  organizationId?: string | null;
  /** Only events whose sales start at this time or later. */
  salesStartAfter?: string | null;
  /** Only events whose sales start before this time. */
  salesStartBefore?: string | null;
  /** Only events that start at this time or later. */
  startsAfter?: string | null;
  /** Only events that start before this time. */
  startsBefore?: string | null;
  /** Only this status. Default: ON_SALE, so without events that are only announced. */
  status?: EventStatus | null;
  /** Only events with all of these tags; at most 5. The comparison ignores case and normalizes by Unicode NFKC. */
  tags?: Array<string> | null;
  /** Full-text search in name, description, venue, city, and the route, origin and destination of a journey, best match first. If more than 2,000 events match, only the 2,000 earliest are ranked. Texts are normalized by Unicode NFKC. Blank text is ignored. */
  text?: string | null;
};

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

export type FindEventsQueryVariables = Exact<{
  filter?: EventFilter | null;
  announced?: EventFilter | null;
  first: number;
  after?: string | null;
}>;


export type FindEventsQuery = { events: { totalCount: number, nodes: Array<{ id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, timeZone: string, salesStartAt: string | null, journey: { origin: string, destination: string } | null, venue: { name: string, city: string }, images: Array<{ path: string, widths: Array<number>, width: number, height: number, alt: string, focus: { x: number, y: number } | null }>, priceTiers: Array<{ price: { amount: number, currency: string } }>, availability: { total: number, available: number, tiers: Array<{ prices: Array<{ standard: boolean, price: { amount: number, currency: string } }> }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } }, announced: { nodes: Array<{ id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, timeZone: string, salesStartAt: string | null, journey: { origin: string, destination: string } | null, venue: { name: string, city: string }, images: Array<{ path: string, widths: Array<number>, width: number, height: number, alt: string, focus: { x: number, y: number } | null }>, priceTiers: Array<{ price: { amount: number, currency: string } }>, availability: { total: number, available: number, tiers: Array<{ prices: Array<{ standard: boolean, price: { amount: number, currency: string } }> }> } | null }> } };

export type EventInListFragment = { id: string, name: string, category: EventCategory, status: EventStatus, startsAt: string, endsAt: string | null, timeZone: string, salesStartAt: string | null, journey: { origin: string, destination: string } | null, venue: { name: string, city: string }, images: Array<{ path: string, widths: Array<number>, width: number, height: number, alt: string, focus: { x: number, y: number } | null }>, priceTiers: Array<{ price: { amount: number, currency: string } }>, availability: { total: number, available: number, tiers: Array<{ prices: Array<{ standard: boolean, price: { amount: number, currency: string } }> }> } | null };

export const FindEvents = "19d747ab3584801bbff3ad52e02acac38ad8c2c397b53862832bc8b5e261db6f" as DocumentId<FindEventsQuery, FindEventsQueryVariables>;
