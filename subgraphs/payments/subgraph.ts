// The payments subgraph as one value.
import { readFileSync } from "node:fs";
import type { Database } from "../../platform/database.ts";
import { createServiceClient } from "../../platform/service-client.ts";
import type { Subgraph } from "../../platform/subgraph.ts";
import type { Charging } from "./charging.ts";
import type { PaymentsConfig } from "./config.ts";
import { reactions } from "./handlers.ts";
import { createJobs } from "./jobs.ts";
import { createLoaders } from "./loaders.ts";
import { payments } from "./migrations/001-payments.ts";
import { attempts } from "./migrations/002-attempts.ts";
import { outside } from "./migrations/003-outside.ts";
import { createOrdersClient } from "./orders-client.ts";
import { createResolvers } from "./resolvers.ts";
import { createStripe } from "./stripe.ts";
import { createTestProvider } from "./test-provider.ts";
import { webhookRoute } from "./webhooks.ts";

export function createPayments(config: PaymentsConfig): Subgraph {
  const client = createServiceClient({ signer: config.signer, subgraph: "orders", url: config.ordersUrl });
  const provider =
    config.provider.kind === "stripe" ? createStripe(config.provider) : createTestProvider(config.provider);
  const orders = createOrdersClient(client);
  const charging = (database: Database): Charging => ({
    database,
    orders,
    provider,
    pendingSeconds: config.pendingSeconds,
  });
  return {
    name: "payments",
    config,
    typeDefs: readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"),
    resolvers: createResolvers(charging),
    entities: [],
    migrations: [payments, attempts, outside],
    createLoaders,
    reactions,
    jobs: createJobs(charging),
    routes: (database) => [webhookRoute(database, provider)],
    stop: async () => {
      await client.stop();
      await provider.stop();
    },
  };
}
