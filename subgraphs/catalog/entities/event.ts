// An event and its states: DRAFT -> ON_SALE <-> SALES_PAUSED -> CANCELLED. ANNOUNCED, SALES_ENDED and ENDED are derived from the time.
import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { Link } from "../../../domain/event-details.ts";
import { accessHash } from "../../../domain/access-code.ts";
import type { SaleTerms } from "../../../domain/seat-plan.ts";
import { salesPhase } from "../../../domain/sales-window.ts";
import type { Pricing } from "../../../domain/pricing.ts";
import { asksAnything, type Questionnaire } from "../../../domain/questions.ts";
import type { EventCategory, EventStatus, EventVisibility } from "../enums.generated.ts";
import { EventNotCancellable, EventNotPublishable, SalesNotPausable } from "../errors.ts";
import { SeriesEntity } from "./series.ts";
import { VenueEntity } from "./venue.ts";

/** ON_SALE: published; its times say whether it is sold now. */
export type StoredStatus = Exclude<EventStatus, "ANNOUNCED" | "SALES_ENDED" | "ENDED">;

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
      status: p.text().$type<StoredStatus>(),
      startsAt: p.datetime(),
      endsAt: p.datetime().nullable(),
      doorsAt: p.datetime().nullable(),
      salesStartAt: p.datetime().nullable(),
      salesEndAt: p.datetime().nullable(),
      visibility: p.text().$type<EventVisibility>().default("PUBLIC"),
      /** Set for a PRIVATE event. */
      accessCode: p.text().nullable(),
      journey: p.json<StoredJourney>().nullable(),
      maxSeatsPerBuyer: p.integer(),
      holdSeconds: p.integer(),
      maxHoldSeconds: p.integer().default(3600),
      avoidSingleSeats: p.boolean().default(false),
      companionsPerWheelchairPlace: p.integer().nullable(),
      verifiedBuyersOnly: p.boolean().default(false),
      links: p.json<Link[]>().defaultRaw("'[]'"),
      tags: p.array().columnType("text[]").defaultRaw("'{}'"),
      minimumAge: p.integer().nullable(),
      ageRating: p.text().nullable(),
      version: p.integer().default(1),
      cancelReason: p.text().nullable(),
      createdAt: p.datetime().defaultRaw("now()"),
      /** Version of the venue that it is sold with, chosen or fixed with its prices; null for the newest. */
      venueVersion: p.integer().nullable(),
      /** Fees and taxes of its tickets, fixed by the first attempt to publish. */
      pricing: p.json<Pricing>().nullable(),
      /** Fees and taxes instead of those of the organization. */
      ownPricing: p.json<Pricing>().nullable(),
      /** Questions to its buyers; null if it never had any. */
      questionnaire: p.json<Questionnaire>().nullable(),
      /** Whether it was ever on sale. A trigger maintains it. */
      published: p.boolean().default(false),
      /** Positive while the previous version changes the sale at seating. */
      saleAttempts: p.integer().default(0),
      /** Member of platform staff who paused its sales. */
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
  "doorsAt",
  "salesStartAt",
  "salesEndAt",
  "visibility",
  "accessCode",
  "journey",
  "maxSeatsPerBuyer",
  "holdSeconds",
  "maxHoldSeconds",
  "avoidSingleSeats",
  "companionsPerWheelchairPlace",
  "verifiedBuyersOnly",
  "links",
  "tags",
  "minimumAge",
  "ageRating",
  "version",
  "cancelReason",
] as const;
type Column = (typeof COLUMNS)[number];

/** Columns of `Event`, of the table with alias `e`. */
export const EVENT_COLUMNS = COLUMNS.map((name) => `e.${name} as ${name}`) as {
  [Name in Column]: `e.${Name} as ${Name}`;
}[Column][];

export interface Event extends Pick<Loaded<typeof EventEntity>, Column> {
  /** Current status: ENDED for an event that is over. */
  status: EventStatus;
  overAt: Date;
  /** Version of its venue; null for the newest, as long as nothing fixes it. */
  venueVersion: number | null;
}

export interface StoredJourney {
  route: string;
  origin: string;
  destination: string;
  departsAt: string;
  arrivesAt: string;
}

/** Rules for holds of its seats. */
export interface HoldPolicy {
  holdSeconds: number;
  maxHoldSeconds: number;
  avoidSingleSeats: boolean;
  companionsPerWheelchairPlace: number | null;
  verifiedBuyersOnly: boolean;
}

export function holdPolicyOf(event: HoldPolicy): HoldPolicy {
  const { holdSeconds, maxHoldSeconds, avoidSingleSeats, companionsPerWheelchairPlace, verifiedBuyersOnly } = event;
  return { holdSeconds, maxHoldSeconds, avoidSingleSeats, companionsPerWheelchairPlace, verifiedBuyersOnly };
}

interface Sold {
  salesStartAt?: Date | null;
  salesEndAt?: Date | null;
  visibility: EventVisibility;
  accessCode?: string | null;
  questionnaire?: Questionnaire | null;
}

/** When it is sold, and to whom. */
export function saleTermsOf({ salesStartAt, salesEndAt, visibility, accessCode, questionnaire }: Sold): SaleTerms {
  return {
    opensAt: salesStartAt?.toISOString() ?? null,
    closesAt: salesEndAt?.toISOString() ?? null,
    accessHash: visibility === "PRIVATE" ? accessHash(accessCode!) : null,
    // The previous version of seating does not know it.
    ...(asksAnything(questionnaire) && { asksQuestions: true }),
  };
}

/** Actions on the sale of an event. */
export type SaleAction = "publish" | "pause" | "resume" | "cancel";

/** Status after the action. */
export const RESULT = {
  publish: "ON_SALE",
  pause: "SALES_PAUSED",
  resume: "ON_SALE",
  cancel: "CANCELLED",
} as const satisfies Record<SaleAction, StoredStatus>;

/** Published, and not paused. */
const PUBLISHED: ReadonlySet<EventStatus> = new Set(["ANNOUNCED", "ON_SALE", "SALES_ENDED"]);

/** Whether the action changes the status. @throws the refusal if it is not possible */
export function mayBecome(
  event: Pick<Event, "status" | "startsAt" | "salesStartAt" | "salesEndAt">,
  action: SaleAction,
  now: Date,
): boolean {
  const isPublished = PUBLISHED.has(event.status);
  if (event.status === RESULT[action] || (isPublished && RESULT[action] === "ON_SALE")) return false;
  switch (action) {
    case "publish":
      if (event.status !== "DRAFT" || event.startsAt <= now) throw new EventNotPublishable();
      if (salesPhase({ opensAt: event.salesStartAt, closesAt: event.salesEndAt }, now) === "AFTER")
        throw new EventNotPublishable("Its sales would have ended already: change salesEndAt.");
      return true;
    case "pause":
      if (!isPublished) throw new SalesNotPausable();
      return true;
    case "resume":
      if (event.status !== "SALES_PAUSED") throw new SalesNotPausable();
      return true;
    case "cancel":
      if (event.status === "ENDED") throw new EventNotCancellable();
      return true;
  }
}
