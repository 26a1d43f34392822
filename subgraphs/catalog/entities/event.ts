// An event and the states it goes through: DRAFT -> ON_SALE <-> SALES_PAUSED -> CANCELLED; ENDED comes with time.
import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Pricing } from "../../../domain/pricing.ts";
import type { EventCategory, EventStatus } from "../enums.generated.ts";
import { EventNotCancellable, EventNotPublishable, SalesNotPausable } from "../errors.ts";
import { SeriesEntity } from "./series.ts";
import { VenueEntity } from "./venue.ts";

export const EventEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Event",
    tableName: "event",
    properties: {
      id: p.uuid().primary(),
      organizationId: p.uuid(),
      venueId: p.manyToOne(of(VenueEntity)).mapToPk().name("venue_id"),
      seriesId: p.manyToOne(of(SeriesEntity)).mapToPk().name("series_id").nullable(),
      name: p.text(),
      description: p.text().nullable(),
      category: p.text().$type<EventCategory>(),
      status: p.text().$type<Exclude<EventStatus, "ENDED">>(),
      startsAt: p.datetime(),
      endsAt: p.datetime().nullable(),
      journey: p.json<StoredJourney>().nullable(),
      maxSeatsPerBuyer: p.integer(),
      holdSeconds: p.integer(),
      maxHoldSeconds: p.integer().default(3600),
      avoidSingleSeats: p.boolean().default(false),
      companionsPerWheelchairPlace: p.integer().nullable(),
      version: p.integer().default(1),
      cancelReason: p.text().nullable(),
      createdAt: p.datetime().defaultRaw("now()"),
      /** What its tickets are sold with, once it was published. */
      pricing: p.json<Pricing>().nullable(),
      /** Whether it was ever on sale; a trigger keeps it. */
      published: p.boolean().default(false),
      /** Counts while the version before asks seating to change the sale. */
      saleAttempts: p.integer().default(0),
      /** Who of platform staff has paused its sales. */
      pausedByStaff: p.uuid().nullable(),
    },
  }),
);

export interface Event extends HoldPolicy {
  id: string;
  organizationId: string;
  venueId: string;
  seriesId: string | null;
  name: string;
  description: string | null;
  category: EventCategory;
  /** As it is now: an event that is over is ENDED. */
  status: EventStatus;
  startsAt: Date;
  endsAt: Date | null;
  overAt: Date;
  journey: StoredJourney | null;
  maxSeatsPerBuyer: number;
  version: number;
  cancelReason: string | null;
}

const STATUS = sql`case when e.status in ('ON_SALE', 'SALES_PAUSED') and event_over_at(e.starts_at, e.ends_at) <= app_now() then 'ENDED' else e.status end`;

/** The condition speaks of `e`. */
export function selectEvents(where: Sql): Sql {
  return selectEventsFrom(sql`event e where ${where}`);
}

/** The source names the event `e`. */
export function selectEventsFrom(source: Sql): Sql {
  return sql`select e.id, e.organization_id, e.venue_id, e.series_id, e.name, e.description, e.category, ${STATUS} as status, e.starts_at, e.ends_at,
                    event_over_at(e.starts_at, e.ends_at) as over_at, e.journey, e.max_seats_per_buyer, e.hold_seconds, e.max_hold_seconds, e.avoid_single_seats, e.companions_per_wheelchair_place, e.version, e.cancel_reason
             from ${source}`;
}

export interface StoredJourney {
  route: string;
  origin: string;
  destination: string;
  departsAt: string;
  arrivesAt: string;
}

/** How its seats are held. */
export interface HoldPolicy {
  holdSeconds: number;
  maxHoldSeconds: number;
  avoidSingleSeats: boolean;
  companionsPerWheelchairPlace: number | null;
}

export function holdPolicyOf(event: HoldPolicy): HoldPolicy {
  const { holdSeconds, maxHoldSeconds, avoidSingleSeats, companionsPerWheelchairPlace } = event;
  return { holdSeconds, maxHoldSeconds, avoidSingleSeats, companionsPerWheelchairPlace };
}

/** What can be done to an event's sale. */
export type SaleAction = "publish" | "pause" | "resume" | "cancel";

/** What the action makes of the status. */
export const RESULT: Record<SaleAction, EventStatus> = {
  publish: "ON_SALE",
  pause: "SALES_PAUSED",
  resume: "ON_SALE",
  cancel: "CANCELLED",
};

/** Whether there is anything to do; what is already so is not done again. @throws the refusal if it can't be done. */
export function mayBecome(event: Pick<Event, "status" | "startsAt">, action: SaleAction, now: Date): boolean {
  if (event.status === RESULT[action]) return false;
  switch (action) {
    case "publish":
      if (event.status !== "DRAFT" || event.startsAt <= now) throw new EventNotPublishable();
      return true;
    case "pause":
      if (event.status !== "ON_SALE") throw new SalesNotPausable();
      return true;
    case "resume":
      if (event.status !== "SALES_PAUSED") throw new SalesNotPausable();
      return true;
    case "cancel":
      if (event.status === "ENDED") throw new EventNotCancellable();
      return true;
  }
}
