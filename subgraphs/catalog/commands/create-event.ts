// Creates a draft. Every section of the venue belongs to exactly one tier.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { EventEntity } from "../entities/event.ts";
import { PriceTierEntity } from "../entities/price-tier.ts";
import type { Section } from "../entities/section.ts";
import { SeriesEntity } from "../entities/series.ts";
import type { CreateEvent } from "../inputs.ts";
import { newAccessCode } from "../../../domain/access-code.ts";
import { audit } from "./audit.ts";
import { checkTimes } from "./check-times.ts";
import { hasVersion, sectionsAt } from "./fix-hall.ts";
import { usableVenue } from "./share-venue.ts";

/**
 * Creates the event. Returns its id. Refusals: NotFound, IdempotencyKeyReused; GraphQLError BAD_USER_INPUT for sections that do not match
 * the venue's
 */
export async function createEvent(tx: Tx, userId: string, { idempotencyKey, ...input }: CreateEvent): Promise<Outcome> {
  return once(tx, { userId, mutation: "createEvent", key: idempotencyKey, input }, () => insert(tx, input));
}

async function insert(tx: Tx, input: Omit<CreateEvent, "idempotencyKey">): Promise<string> {
  const { priceTiers, holdPolicy, ...event } = input;
  checkTimes(event);
  const { organizationId } = event;
  const venueId = uuidOrNull(input.venueId);
  const venue = venueId && (await usableVenue(tx, venueId, organizationId));
  if (!venue) throw new NotFound("venue");
  const seriesId = input.seriesId === null ? null : await seriesOf(tx, input.organizationId, input.seriesId);
  if (event.venueVersion !== null && !(await hasVersion(tx, venue.id, event.venueVersion)))
    throw badInput("input.venueVersion", "must be a version of the venue");
  const sections = await sectionsAt(tx, venue.id, event.venueVersion ?? venue.version);
  const tiers = assignSections(priceTiers, sections);
  const id = uuid();
  const journey = input.journey && {
    ...input.journey,
    departsAt: input.journey.departsAt.toISOString(),
    arrivesAt: input.journey.arrivesAt.toISOString(),
  };
  const accessCode = event.visibility === "PRIVATE" ? newAccessCode() : null;
  const made = { ...event, ...holdPolicy, id, venueId: venue.id, seriesId, journey, accessCode };
  await tx.insert(EventEntity, { ...made, status: "DRAFT" });
  await tx.insertMany(
    PriceTierEntity,
    tiers.map((tier) => ({ id: uuid(), eventId: id, ...tier })),
  );
  const prices = tiers.map(({ amount, currency }) => `${amount} ${currency}`);
  const detail = { venueId: venue.id, seriesId, prices };
  await audit(tx, { organizationId, action: "createEvent", subject: id, detail });
  return id;
}

/** @throws NotFound for an unknown series or one of another organization */
async function seriesOf(tx: Tx, organizationId: string, given: string): Promise<string> {
  const id = uuidOrNull(given);
  const series = id && (await tx.findOne(SeriesEntity, { id, organizationId }));
  if (!series) throw new NotFound("series");
  return series.id;
}

/** Replaces names of sections by ids. @throws GraphQLError BAD_USER_INPUT unless each section is in exactly one tier */
export function assignSections(tiers: CreateEvent["priceTiers"], sections: Pick<Section, "id" | "name">[]) {
  const keyOf = (name: string) => name.normalize("NFKC");
  const idOf = new Map(sections.map((section) => [keyOf(section.name), section.id]));
  const assigned = tiers.map((tier, index) => ({
    name: tier.name,
    amount: tier.price.amount,
    currency: tier.price.currency,
    prices: tier.prices ?? null,
    sectionIds: tier.sections.map((name) => {
      const id = idOf.get(keyOf(name));
      if (id === undefined)
        throw badInput(`input.priceTiers.${index}.sections`, `the venue has no section "${name.slice(0, 100)}"`);
      idOf.delete(keyOf(name));
      return id;
    }),
  }));
  const [left] = idOf.keys();
  if (left !== undefined) throw badInput("input.priceTiers", `section "${left}" is in no tier`);
  return assigned;
}
