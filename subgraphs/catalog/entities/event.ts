// An event and the states it goes through: DRAFT -> ON_SALE <-> SALES_PAUSED -> CANCELLED; ENDED comes with time.
import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
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

const COLUMNS = [
  "id",
  "organizationId",
  "venueId",
  "seriesId",
  "name",
  "description",
  "category",
  "startsAt",
  "endsAt",
  "journey",
  "maxSeatsPerBuyer",
  "holdSeconds",
  "maxHoldSeconds",
  "avoidSingleSeats",
  "companionsPerWheelchairPlace",
  "version",
  "cancelReason",
] as const;
type Column = (typeof COLUMNS)[number];

/** What is read of the table as `e`. */
export const EVENT_COLUMNS = COLUMNS.map((name) => `e.${name} as ${name}`) as {
  [Name in Column]: `e.${Name} as ${Name}`;
}[Column][];

export interface Event extends Pick<Loaded<typeof EventEntity>, Column> {
  /** As it is now: an event that is over is ENDED. */
  status: EventStatus;
  overAt: Date;
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
export const RESULT = {
  publish: "ON_SALE",
  pause: "SALES_PAUSED",
  resume: "ON_SALE",
  cancel: "CANCELLED",
} as const satisfies Record<SaleAction, EventStatus>;

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
