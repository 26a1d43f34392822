// Makes a draft. Every section of the venue sells in exactly one tier.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { PriceTierEntity } from "../entities/price-tier.ts";
import type { Section } from "../entities/section.ts";
import type { CreateEvent } from "../inputs.ts";

/** Makes the event; answers with its id. Refusals: NotFound, IdempotencyKeyReused; GraphQLError BAD_USER_INPUT for sections that are not the venue's. */
export async function createEvent(tx: Tx, userId: string, { idempotencyKey, ...input }: CreateEvent): Promise<Outcome> {
  return once(tx, { userId, mutation: "createEvent", key: idempotencyKey, input }, () => insert(tx, input));
}

async function insert(tx: Tx, input: Omit<CreateEvent, "idempotencyKey">): Promise<string> {
  const venueId = uuidOrNull(input.venueId);
  const venue = await row<{ id: string }>(
    tx,
    sql`select id from venue where id = ${venueId} and organization_id = ${input.organizationId}`,
  );
  if (!venue) throw new NotFound("venue");
  const seriesId = input.seriesId === null ? null : await seriesOf(tx, input.organizationId, input.seriesId);
  const sections = await rows<Section>(tx, sql`select id, name from section where venue_id = ${venue.id}`);
  const tiers = assignSections(input.priceTiers, sections);
  const policy = input.holdPolicy;
  const id = uuid();
  await rows(
    tx,
    sql`insert into event (id, organization_id, venue_id, series_id, name, description, category, status, starts_at, ends_at, journey, max_seats_per_buyer,
                           hold_seconds, max_hold_seconds, avoid_single_seats, companions_per_wheelchair_place)
        values (${id}, ${input.organizationId}, ${venue.id}, ${seriesId}, ${input.name}, ${input.description}, ${input.category}, 'DRAFT', ${input.startsAt}, ${input.endsAt},
                ${input.journey && JSON.stringify(input.journey)}, ${input.maxSeatsPerBuyer},
                ${policy.holdSeconds}, ${policy.maxHoldSeconds}, ${policy.avoidSingleSeats}, ${policy.companionsPerWheelchairPlace})`,
  );
  await tx.insertMany(
    PriceTierEntity,
    tiers.map((tier) => ({ id: uuid(), eventId: id, ...tier })),
  );
  return id;
}

/** @throws NotFound for a series that is not the organization's */
async function seriesOf(tx: Tx, organizationId: string, given: string): Promise<string> {
  const series = await row<{ id: string }>(
    tx,
    sql`select id from series where id = ${uuidOrNull(given)} and organization_id = ${organizationId}`,
  );
  if (!series) throw new NotFound("series");
  return series.id;
}

/** The tiers with ids for names. @throws GraphQLError BAD_USER_INPUT unless they share out the sections without rest. */
export function assignSections(tiers: CreateEvent["priceTiers"], sections: Pick<Section, "id" | "name">[]) {
  const keyOf = (name: string) => name.normalize("NFKC");
  const idOf = new Map(sections.map((section) => [keyOf(section.name), section.id]));
  const assigned = tiers.map((tier, index) => ({
    name: tier.name,
    amount: tier.price.amount,
    currency: tier.price.currency,
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
