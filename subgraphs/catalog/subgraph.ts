import { readFileSync } from "node:fs";
import type { Database } from "../../platform/postgres/database.ts";
import { createServiceClient } from "../../platform/http/service-client.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import { consumersOf } from "../../schema/redis-access.ts";
import { createSaleChanges } from "./workflows/change-sale.ts";
import type { CatalogConfig } from "./config.ts";
import { entities } from "./entities/tables.ts";
import { createHandlers } from "./handlers.ts";
import { createJobs, recurring } from "./jobs.ts";
import { createHallImporter } from "./content/halls/importer.ts";
import { personalData } from "./personal-data.ts";
import { createLoaders } from "./queries/loaders.ts";
import { catalog } from "./migrations/001-catalog.ts";
import { holdPolicy } from "./migrations/002-hold-policy.ts";
import { pricing } from "./migrations/003-pricing.ts";
import { described } from "./migrations/004-described.ts";
import { attempts } from "./migrations/005-attempts.ts";
import { organizationStatus } from "./migrations/006-organization-status.ts";
import { published } from "./migrations/007-published.ts";
import { normalizedSearch } from "./migrations/008-normalized-search.ts";
import { pausedByStaff } from "./migrations/009-paused-by-staff.ts";
import { interventions } from "./migrations/010-interventions.ts";
import { listed } from "./migrations/011-listed.ts";
import { verifiedBuyers } from "./migrations/012-verified-buyers.ts";
import { halls } from "./migrations/013-halls.ts";
import { seriesOfDates } from "./migrations/015-series.ts";
import { images } from "./migrations/014-images.ts";
import { times } from "./migrations/016-times.ts";
import { prices } from "./migrations/017-prices.ts";
import { eventFees } from "./migrations/018-event-fees.ts";
import { questions } from "./migrations/019-questions.ts";
import { journeysFound } from "./migrations/020-journeys-found.ts";
import { keptSeriesChanges } from "./commands/begin-series-change.ts";
import { keptImages } from "./commands/forget-images.ts";
import { createDecoder } from "./content/images/decoder.ts";
import { imageRoutes } from "./content/images/routes.ts";
import { createResolvers } from "./graphql/resolvers.ts";
import { createSeatingClient } from "./clients/seating.ts";

export function createCatalog(config: CatalogConfig): Subgraph {
  const client = createServiceClient({ signer: config.signer, subgraph: "seating", url: config.seatingUrl });
  let opened: Database | undefined;
  const database = () => {
    if (!opened) throw new Error("The subgraph has not started yet.");
    return opened;
  };
  const importer = createHallImporter();
  const decoder = createDecoder();
  const saleChanges = createSaleChanges(database, createSeatingClient(client));
  return {
    name: "catalog",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers: createResolvers(saleChanges, importer),
    entities,
    personalData,
    migrations: [
      catalog,
      holdPolicy,
      pricing,
      described,
      attempts,
      organizationStatus,
      published,
      normalizedSearch,
      pausedByStaff,
      interventions,
      ...listed,
      verifiedBuyers,
      halls,
      images,
      ...seriesOfDates,
      ...times,
      prices,
      eventFees,
      questions,
      journeysFound,
    ],
    createLoaders,
    handlers: createHandlers(config.signer),
    internal: { personalData: ["users"] },
    consumers: consumersOf("catalog"),
    jobs: createJobs(saleChanges),
    work: [saleChanges.work],
    recurring,
    keptRows: [keptImages, keptSeriesChanges],
    routes: (own, _, callerOf) => imageRoutes(own, callerOf, decoder),
    prepare: async (running) => void (opened = running.database),
    stop: async () => {
      await importer.stop();
      await decoder.stop();
      await client.stop();
    },
  };
}
