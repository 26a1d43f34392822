import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { interventionsLoader } from "../../../platform/postgres/interventions.ts";
import type { Event } from "../entities/event.ts";
import { PriceTierEntity, type PriceTier } from "../entities/price-tier.ts";
import { SectionEntity } from "../entities/section.ts";
import { SeriesEntity } from "../entities/series.ts";
import { VenueEntity } from "../entities/venue.ts";
import { hallLoaders } from "./halls.ts";
import { shownImages } from "./images.ts";
import { stepsOfChanges } from "./series-changes.ts";
import { visibleAsReferred, visibleEvents, visiblePriceTiers } from "./visible.ts";
import { pricingOfEvents } from "./pricing.ts";
import { questionnairesOfEvents } from "./questionnaires.ts";

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(database: Database, viewer: Viewer | null) {
  const idOf = ({ id }: { id: string }) => id;
  const ids = (values: readonly string[]) => ({ $in: [...values] });
  return {
    interventions: interventionsLoader(database),
    /** Visible events only. */
    event: byId<Event>((keys) => database.reading((em) => visibleEvents(em, viewer, keys)), idOf),
    /** Also private events, for references of other subgraphs. */
    referredEvent: byId<Event>((keys) => database.reading((em) => visibleAsReferred(em, viewer, keys)), idOf),
    venue: byId((keys) => database.reading((em) => em.find(VenueEntity, { id: ids(keys) })), idOf),
    section: byId((keys) => database.reading((em) => em.find(SectionEntity, { id: ids(keys) })), idOf),
    series: byId((keys) => database.reading((em) => em.find(SeriesEntity, { id: ids(keys) })), idOf),
    /** Tiers of visible events only. */
    priceTier: byId<PriceTier>((keys) => database.reading((em) => visiblePriceTiers(em, viewer, keys)), idOf),
    /** Pictures of events, venues, series and organizations. */
    imagesOf: manyById(
      (keys) => database.reading((em) => shownImages(em, keys)),
      ({ subjectId }) => subjectId,
    ),
    stepsOfChange: stepsOfChanges(database),
    pricingOfEvent: pricingOfEvents(database),
    questionnaireOfEvent: questionnairesOfEvents(database),
    ...hallLoaders(database),
    tiersOfEvent: manyById(
      (keys) =>
        database.reading((em) =>
          em.find(PriceTierEntity, { eventId: ids(keys) }, { orderBy: { amount: "desc", id: "asc" } }),
        ),
      (tier) => tier.eventId,
    ),
  };
}
