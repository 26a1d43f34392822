import { readEnvironment, subgraphVariables, url, type Environment } from "../../platform/core/config.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export interface CatalogConfig extends SubgraphConfig {
  seatingUrl: string;
}

export const catalogVariables = { ...subgraphVariables("catalog"), SEATING_URL: url(["http", "https"]) };

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): CatalogConfig {
  const variables = readEnvironment(env, catalogVariables);
  return { ...subgraphConfig("catalog", variables), seatingUrl: variables.SEATING_URL };
}
