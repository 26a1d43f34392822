// The risk subgraph as one value.
import { readFileSync } from "node:fs";
import { createServiceClient } from "../../platform/service-client.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import { hearersOf } from "../../schema/redis-access.ts";
import type { RiskConfig } from "./config.ts";
import { RiskAssessmentEntity } from "./entities/risk-assessment.ts";
import { reactions } from "./handlers.ts";
import { createJobs, recurring } from "./jobs.ts";
import { createLoaders } from "./loaders.ts";
import { risk } from "./migrations/001-risk.ts";
import { attempts } from "./migrations/002-attempts.ts";
import { trouble } from "./migrations/003-trouble.ts";
import { declined } from "./migrations/004-declined.ts";
import { verified } from "./migrations/005-verified.ts";
import { guessedCodes } from "./migrations/006-guessed-codes.ts";
import { declinedByNetwork, networks, paidByNetwork } from "./migrations/007-networks.ts";
import { createOrdersClient } from "./orders-client.ts";
import { createResolvers } from "./resolvers.ts";

export function createRisk(config: RiskConfig): Subgraph {
  const client = createServiceClient({ signer: config.signer, subgraph: "orders", url: config.ordersUrl });
  const orders = createOrdersClient(client);
  return {
    name: "risk",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers: createResolvers(orders),
    entities: [RiskAssessmentEntity],
    migrations: [risk, attempts, trouble, declined, verified, guessedCodes, networks, paidByNetwork, declinedByNetwork],
    createLoaders,
    reactions,
    heardBy: hearersOf("risk"),
    jobs: createJobs(orders),
    recurring,
    stop: () => client.stop(),
  };
}
