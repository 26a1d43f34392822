import { readEnvironment, subgraphVariables, url, type Environment } from "../../platform/core/config.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export interface RiskConfig extends SubgraphConfig {
  ordersUrl: string;
}

export const riskVariables = { ...subgraphVariables("risk"), ORDERS_URL: url(["http", "https"]) };

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): RiskConfig {
  const variables = readEnvironment(env, riskVariables);
  return { ...subgraphConfig("risk", variables), ordersUrl: variables.ORDERS_URL };
}
