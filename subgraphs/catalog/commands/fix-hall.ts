// Fixes the version of the venue that an event is sold with. Sections of a version never change, so no lock is needed.
import type { Tx } from "../../../platform/postgres/database.ts";
import { EventEntity, type Event } from "../entities/event.ts";
import { PriceTierEntity } from "../entities/price-tier.ts";
import { statement } from "../entities/tables.ts";
import { VenueEntity } from "../entities/venue.ts";
import { VenueVersionEntity } from "../entities/venue-version.ts";
import { EventNotPublishable } from "../errors.ts";

const sectionsOfVersion = statement((db, of: { venueId: string; version: number }) =>
  db
    .selectFrom("section as s")
    .innerJoin("venue_version as v", (join) =>
      join.onRef("v.venueId", "=", "s.venueId").onRef("v.layout", "=", "s.layout"),
    )
    .select(["s.id", "s.name"])
    .where("v.venueId", "=", of.venueId)
    .where("v.version", "=", of.version),
);

const sectionsById = statement((db, { ids }: { ids: string[] }) =>
  db
    .selectFrom("section")
    .select(["id", "name"])
    .where((of) => of("id", "=", of.fn.any(of.val(ids)))),
);

/** Ids and names of the sections of a version. */
export function sectionsAt(tx: Tx, venueId: string, version: number): Promise<{ id: string; name: string }[]> {
  return sectionsOfVersion.rows(tx, { venueId, version });
}

/** Whether the venue has the version. */
export async function hasVersion(tx: Tx, venueId: string, version: number): Promise<boolean> {
  return (await tx.findOne(VenueVersionEntity, { venueId, version })) !== null;
}

/**
 * Fixes the chosen version, or else the newest. Tiers move to its sections of the same names. @throws EventNotPublishable if the tiers
 * do not have exactly its sections
 */
export async function fixHall(tx: Tx, event: Pick<Event, "id" | "venueId" | "venueVersion">): Promise<void> {
  const eventId = event.id;
  const version = event.venueVersion ?? (await tx.findOneOrFail(VenueEntity, { id: event.venueId })).version;
  await tx.nativeUpdate(EventEntity, { id: eventId }, { venueVersion: version });
  const sections = await sectionsAt(tx, event.venueId, version);
  const tiers = await tx.find(PriceTierEntity, { eventId });
  const ids = tiers.flatMap((tier) => tier.sectionIds);
  const known = new Set(sections.map(({ id }) => id));
  if (ids.length === sections.length && ids.every((id) => known.has(id))) return;
  const keyOf = (name: string) => name.normalize("NFKC");
  const nameOf = new Map((await sectionsById.rows(tx, { ids })).map(({ id, name }) => [id, name]));
  const unsold = new Map(sections.map(({ id, name }) => [keyOf(name), { id, name }]));
  const differs = (what: string) =>
    new EventNotPublishable(
      `${what} in version ${version} of the venue: set venueVersion to the version that the price tiers are for, or create the event again.`,
    );
  for (const tier of tiers) {
    tier.sectionIds = tier.sectionIds.map((id) => {
      const name = nameOf.get(id)!;
      const section = unsold.get(keyOf(name));
      if (!section) throw differs(`There is no section "${name}"`);
      unsold.delete(keyOf(name));
      return section.id;
    });
  }
  const [left] = unsold.values();
  if (left) throw differs(`Section "${left.name}" has no price`);
  await tx.flush();
}
