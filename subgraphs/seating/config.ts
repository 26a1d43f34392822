import { readEnvironment, subgraphVariables, type Environment } from "../../platform/core/config.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export type SeatingConfig = SubgraphConfig;

export const seatingVariables = subgraphVariables("seating");

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): SeatingConfig {
  return subgraphConfig("seating", readEnvironment(env, seatingVariables));
}
