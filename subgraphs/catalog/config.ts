import { readEnvironment, subgraphVariables, url, type Environment } from "../../platform/core/config.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export interface CatalogConfig extends SubgraphConfig {
  seatingUrl: string;
}

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): CatalogConfig {
  const variables = readEnvironment(env, { ...subgraphVariables("catalog"), SEATING_URL: url(["http", "https"]) });
  return { ...subgraphConfig("catalog", variables), seatingUrl: variables.SEATING_URL };
}
