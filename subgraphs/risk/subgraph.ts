// Composition of the risk subgraph.
import { readFileSync } from "node:fs";
import type { Database } from "../../platform/postgres/database.ts";
import { keptFor } from "../../platform/jobs/kept-rows.ts";
import { createServiceClient } from "../../platform/http/service-client.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import { consumersOf } from "../../schema/redis-access.ts";
import { createDeciding } from "./workflows/decide-review.ts";
import type { RiskConfig } from "./config.ts";
import { entities } from "./entities/tables.ts";
import { createHandlers } from "./handlers.ts";
import { jobs, recurring } from "./jobs.ts";
import { personalData } from "./personal-data.ts";
import { createLoaders } from "./queries/loaders.ts";
import { risk } from "./migrations/001-risk.ts";
import { attempts } from "./migrations/002-attempts.ts";
import { trouble } from "./migrations/003-trouble.ts";
import { declined } from "./migrations/004-declined.ts";
import { verified } from "./migrations/005-verified.ts";
import { guessedCodes } from "./migrations/006-guessed-codes.ts";
import { declinedByNetwork, networks, paidByNetwork } from "./migrations/007-networks.ts";
import { mergedAccounts } from "./migrations/010-merged-accounts.ts";
import { queueEntrants } from "./migrations/011-queue-entrants.ts";
import { createOrdersClient } from "./clients/orders.ts";
import { createResolvers } from "./graphql/resolvers.ts";

export function createRisk(config: RiskConfig): Subgraph {
  const client = createServiceClient({ signer: config.signer, subgraph: "orders", url: config.ordersUrl });
  let opened: Database | undefined;
  const database = () => {
    if (!opened) throw new Error("The subgraph has not started yet.");
    return opened;
  };
  const deciding = createDeciding(database, createOrdersClient(client));
  return {
    name: "risk",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers: createResolvers(deciding),
    entities,
    personalData,
    migrations: [
      risk,
      attempts,
      trouble,
      declined,
      verified,
      guessedCodes,
      networks,
      paidByNetwork,
      declinedByNetwork,
      ...mergedAccounts,
      queueEntrants,
    ],
    createLoaders,
    handlers: createHandlers(config.signer),
    internal: { personalData: ["users"] },
    consumers: consumersOf("risk"),
    jobs,
    keptRows: [keptFor("queue_entrant", "joined_at", "30 days")],
    work: [deciding.work],
    recurring,
    prepare: async (running) => void (opened = running.database),
    stop: () => client.stop(),
  };
}
