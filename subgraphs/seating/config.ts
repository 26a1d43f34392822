import { z } from "zod";
import { readEnvironment, subgraphVariables, type Environment } from "../../platform/core/config.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export interface SeatingConfig extends SubgraphConfig {
  /** Seal the seeds of draws and of access codes; the current one first. Without one, no queue can be opened and no access codes can be created. */
  secrets: string[];
}

const longSecret = z.string().min(32, "must have at least 32 characters");

export const seatingVariables = {
  ...subgraphVariables("seating"),
  SEATING_SECRET: longSecret
    .optional()
    .describe(
      "secret that seals seeds of draws until they are revealed, and those of access codes; 32 characters or more",
    ),
  SEATING_SECRET_ALSO: longSecret.optional().describe("second secret, accepted during a secret change"),
};

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): SeatingConfig {
  const variables = readEnvironment(env, seatingVariables);
  const secrets = [variables.SEATING_SECRET, variables.SEATING_SECRET_ALSO].filter((secret) => secret !== undefined);
  return { ...subgraphConfig("seating", variables), secrets };
}
