import { z } from "zod";
import { readEnvironment, subgraphVariables, url, type Environment } from "../../platform/config.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export interface PaymentsConfig extends SubgraphConfig {
  ordersUrl: string;
  providerUrl: string;
  /** Shared with the provider: it authorizes our calls and signs its webhooks. */
  providerSecret: string;
}

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): PaymentsConfig {
  const variables = readEnvironment(env, {
    ...subgraphVariables("payments"),
    ORDERS_URL: url(["http", "https"]),
    PAYMENTS_PROVIDER_URL: url(["http", "https"]),
    PAYMENTS_PROVIDER_SECRET: z.string("is missing").min(32, "must have at least 32 characters"),
  });
  return {
    ...subgraphConfig("payments", variables),
    ordersUrl: variables.ORDERS_URL,
    providerUrl: variables.PAYMENTS_PROVIDER_URL,
    providerSecret: variables.PAYMENTS_PROVIDER_SECRET,
  };
}
