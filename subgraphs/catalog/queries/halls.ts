// Sections and rows of halls, which never change once a venue has them.
import DataLoader from "dataloader";
import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { SectionEntity } from "../entities/section.ts";
import { VenueShareEntity } from "../entities/venue-share.ts";
import { VenueVersionEntity } from "../entities/venue-version.ts";
import { rowsOf, type HallRow } from "../content/halls/layout.ts";

/** @param number version of the venue, or the one that created its sections */
export function keyOfHall(venueId: string, number: number): string {
  return `${venueId}.${number}`;
}

/** Superset of the keys: all of these venues with any of these numbers. */
function coveredBy(keys: readonly string[]) {
  const parts = keys.map((key) => key.split(".") as [string, string]);
  return {
    venueIds: { $in: [...new Set(parts.map(([id]) => id))] },
    numbers: { $in: [...new Set(parts.map(([, number]) => Number(number)))] },
  };
}

export function hallLoaders(database: Database) {
  const sectionsOfHall = manyById(
    (keys) => {
      const { venueIds: venueId, numbers: layout } = coveredBy(keys);
      return database.reading((em) => em.find(SectionEntity, { venueId, layout }, { orderBy: { position: "asc" } }));
    },
    ({ venueId, layout }) => keyOfHall(venueId, layout),
  );
  return {
    venueVersion: byId(
      (keys) => {
        const { venueIds: venueId, numbers: version } = coveredBy(keys);
        return database.reading((em) => em.find(VenueVersionEntity, { venueId, version }));
      },
      ({ venueId, version }) => keyOfHall(venueId, version),
    ),
    sectionsOfHall,
    sharesOfVenue: manyById(
      (ids) =>
        database.reading((em) =>
          em.find(
            VenueShareEntity,
            { venueId: { $in: [...ids] } },
            { orderBy: { createdAt: "asc", organizationId: "asc" } },
          ),
        ),
      ({ venueId }) => venueId,
    ),
    /** Rows by the id of their section. */
    rowsOfHall: new DataLoader<string, Map<string, HallRow[]>>((keys) =>
      Promise.all(
        keys.map(async (key) => {
          const sections = await sectionsOfHall.load(key);
          const rows = rowsOf(sections);
          return new Map(sections.map(({ id }, index) => [id, rows[index]!]));
        }),
      ),
    ),
  };
}
