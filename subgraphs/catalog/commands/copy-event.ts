// Copies an event to other dates, as drafts: with prices, rules, texts, links, tags and pictures.
import type { InferEntity } from "@mikro-orm/core";
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { newAccessCode } from "../../../domain/access-code.ts";
import type { Questionnaire } from "../../../domain/questions.ts";
import { localDay } from "../../../domain/local-time.ts";
import { BadRule, datesOf } from "../../../domain/recurrence.ts";
import { EventEntity, type StoredJourney } from "../entities/event.ts";
import { ImageUseEntity } from "../entities/image-use.ts";
import { PriceTierEntity } from "../entities/price-tier.ts";
import { movedPrices } from "../entities/tier-prices.ts";
import { SeriesEntity } from "../entities/series.ts";
import { VenueEntity } from "../entities/venue.ts";
import type { CopyEvent } from "../inputs.ts";
import { audit } from "./audit.ts";

type StoredEvent = InferEntity<typeof EventEntity>;

/** Of a request that does not last too long. */
const MAX_TIERS = 5_000;

/**
 * Returns the ids of the copies, earliest first, separated by spaces. Refusals: NotFound, IdempotencyKeyReused; GraphQLError BAD_USER_INPUT
 * for a rule without dates
 */
export async function copyEvent(
  tx: Tx,
  userId: string,
  eventId: string,
  { idempotencyKey: key, ...input }: CopyEvent,
): Promise<Outcome> {
  const request = { userId, mutation: "copyEvent", key, input: { eventId, ...input } };
  return once(tx, request, async () => {
    const event = await tx.findOne(EventEntity, { id: eventId }, LOCKED);
    if (!event) throw new NotFound("event");
    const dates = await datesFor(tx, event, input);
    const seriesId = await seriesFor(tx, event, input);
    const ids = await insertCopies(tx, event, dates, { seriesId, name: input.name ?? event.name });
    const { organizationId } = event;
    await audit(tx, { organizationId, action: "copyEvent", subject: eventId, detail: { copies: ids } });
    return ids.join(" ");
  });
}

/** The event itself is the rule's first date, and is not copied to it. */
async function datesFor(
  tx: Tx,
  event: StoredEvent,
  { startsAt, rule, exceptDates = [] }: Pick<CopyEvent, "startsAt" | "rule" | "exceptDates">,
): Promise<Date[]> {
  if (startsAt) return [...startsAt].sort((a, b) => a.getTime() - b.getTime());
  const { timeZone } = await tx.findOneOrFail(VenueEntity, { id: event.venueId });
  const dates = await datesOf(rule ?? "", event.startsAt, timeZone).catch((error: unknown) => {
    throw error instanceof BadRule ? badInput("input.rule", error.message) : error;
  });
  const copies = dates.filter((date) => date.getTime() !== event.startsAt.getTime());
  const days = copies.map((date) => localDay(date, timeZone));
  const unused = exceptDates.findIndex((day) => !days.includes(day));
  if (unused !== -1)
    throw badInput(`input.exceptDates.${unused}`, `the rule makes no copy on ${exceptDates[unused]} in ${timeZone}`);
  return copies.filter((_, index) => !exceptDates.includes(days[index]!));
}

/** A new series has the event, too, unless it is in one already. */
async function seriesFor(
  tx: Tx,
  event: StoredEvent,
  { seriesId: given, newSeries }: Omit<CopyEvent, "idempotencyKey">,
): Promise<string | null> {
  const { organizationId } = event;
  if (newSeries != null) {
    const id = uuid();
    await tx.insert(SeriesEntity, { id, organizationId, name: newSeries, description: event.description ?? null });
    if (event.seriesId == null) Object.assign(event, { seriesId: id, version: event.version + 1 });
    return id;
  }
  if (given == null) return event.seriesId ?? null;
  const id = uuidOrNull(given);
  const series = id && (await tx.findOne(SeriesEntity, { id, organizationId }));
  if (!series) throw new NotFound("series");
  return series.id;
}

async function insertCopies(
  tx: Tx,
  event: StoredEvent,
  dates: Date[],
  changed: { seriesId: string | null; name: string },
): Promise<string[]> {
  const eventId = event.id;
  const tiers = await tx.find(PriceTierEntity, { eventId }, { orderBy: { id: "asc" } });
  if (dates.length * tiers.length > MAX_TIERS)
    throw badInput("input", `dates times price tiers must be at most ${MAX_TIERS}: copy fewer dates at once`);
  const images = await tx.find(ImageUseEntity, { subjectId: eventId });
  const copies = dates.map((startsAt) => ({ id: uuid(), ...copyOf(event, startsAt), ...changed }));
  if (copies.length === 0) return [];
  await tx.insertMany(EventEntity, copies);
  const all = copies.flatMap(({ id, startsAt }) =>
    tiers.map(({ name, amount, currency, sectionIds, prices }) => ({
      id: uuid(),
      eventId: id,
      name,
      amount,
      currency,
      sectionIds,
      prices: movedPrices(prices, startsAt.getTime() - event.startsAt.getTime()),
    })),
  );
  await tx.insertMany(PriceTierEntity, all);
  const uses = copies.flatMap(({ id }) =>
    images.map(({ position, hash, alt, focusX, focusY }) => ({
      ...{ subjectId: id, eventId: id, position, hash, alt },
      ...{ focusX: focusX ?? null, focusY: focusY ?? null },
    })),
  );
  if (uses.length > 0) await tx.insertMany(ImageUseEntity, uses);
  return copies.map(({ id }) => id);
}

/** Questions and options have ids of their own: an order may have tickets of both events. */
function copyOfQuestions({ questions, invoiceAddress }: Questionnaire): Questionnaire {
  const copies = questions.map((question) => ({
    ...question,
    id: uuid(),
    options: question.options.map(({ label }) => ({ id: uuid(), label })),
  }));
  return { questions: copies, invoiceAddress };
}

/** All that an organizer has set. Durations stay the same, also when clocks change. */
function copyOf(event: StoredEvent, startsAt: Date) {
  const later = startsAt.getTime() - event.startsAt.getTime();
  const moved = (at: Date | string) => new Date(new Date(at).getTime() + later);
  const { organizationId, venueId, description, category, maxSeatsPerBuyer, links, tags, minimumAge, ageRating } =
    event;
  const { holdSeconds, maxHoldSeconds, avoidSingleSeats, companionsPerWheelchairPlace, verifiedBuyersOnly } = event;
  return {
    ...{ organizationId, venueId, category, maxSeatsPerBuyer, links, tags, startsAt },
    ...{ description: description ?? null, minimumAge: minimumAge ?? null, ageRating: ageRating ?? null },
    ...{ holdSeconds, maxHoldSeconds, avoidSingleSeats, verifiedBuyersOnly },
    venueVersion: event.venueVersion ?? null,
    ownPricing: event.ownPricing ?? null,
    questionnaire: event.questionnaire ? copyOfQuestions(event.questionnaire) : null,
    companionsPerWheelchairPlace: companionsPerWheelchairPlace ?? null,
    endsAt: event.endsAt ? moved(event.endsAt) : null,
    doorsAt: event.doorsAt ? moved(event.doorsAt) : null,
    salesStartAt: event.salesStartAt ? moved(event.salesStartAt) : null,
    salesEndAt: event.salesEndAt ? moved(event.salesEndAt) : null,
    visibility: event.visibility,
    accessCode: event.visibility === "PRIVATE" ? newAccessCode() : null,
    journey: event.journey ? journeyAt(event.journey, moved) : null,
    status: "DRAFT" as const,
  };
}

function journeyAt(journey: StoredJourney, moved: (at: string) => Date): StoredJourney {
  const [departsAt, arrivesAt] = [moved(journey.departsAt), moved(journey.arrivesAt)];
  return { ...journey, departsAt: departsAt.toISOString(), arrivesAt: arrivesAt.toISOString() };
}
