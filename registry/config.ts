import { z } from "zod";
import { logLevel, port, readEnvironment, url, type Environment } from "../platform/config.ts";

export interface RegistryConfig {
  host: string;
  port: number;
  databaseUrl: string;
  graphId: string;
  /** Made at start, if it is not there yet. */
  writeKey: string | null;
  /** Where browsers reach it. */
  publicUrl: string | null;
  logLevel: string;
}

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): RegistryConfig {
  const variables = readEnvironment(env, {
    HOST: z.string().default("127.0.0.1"),
    REGISTRY_PORT: port,
    REGISTRY_DATABASE_URL: url(["postgres", "postgresql"]),
    REGISTRY_GRAPH: z
      .string()
      .regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/, "must be a letter, then letters, digits, - or _")
      .default("boxoffice"),
    REGISTRY_KEY: z.string().min(32, "must have at least 32 characters").optional(),
    REGISTRY_PUBLIC_URL: url(["http", "https"]).optional(),
    LOG_LEVEL: logLevel,
  });
  return {
    host: variables.HOST,
    port: variables.REGISTRY_PORT,
    databaseUrl: variables.REGISTRY_DATABASE_URL,
    graphId: variables.REGISTRY_GRAPH,
    writeKey: variables.REGISTRY_KEY ?? null,
    publicUrl: variables.REGISTRY_PUBLIC_URL ?? null,
    logLevel: variables.LOG_LEVEL,
  };
}
