import { z } from "zod";
import { isOnlyTried, logLevel, port, readEnvironment, url, type Environment } from "../platform/core/config.ts";
import type { KeyKind } from "./keys.ts";

const key = z.string().min(32, "must have at least 32 characters").optional();

export interface RegistryConfig {
  host: string;
  port: number;
  databaseUrl: string;
  otherDatabasePassword?: string | undefined;
  graphId: string;
  /** Made at start, if they are not there yet. */
  keys: { name: string; text: string; kind: KeyKind }[];
  /** Whether keys open anything that earlier versions published as examples. */
  acceptsPublishedKeys?: boolean;
  /** For so long operations that gateways have seen are kept, and weigh changes. */
  usageDays: number;
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
    REGISTRY_DATABASE_PASSWORD_ALSO: z.string().optional(),
    REGISTRY_GRAPH: z
      .string()
      .regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/, "must be a letter, then letters, digits, - or _")
      .default("boxoffice"),
    REGISTRY_KEY: key,
    REGISTRY_GATEWAY_KEY: key,
    REGISTRY_USAGE_DAYS: z.coerce.number("must be a number of days").int().min(1).max(3_650).default(30),
    REGISTRY_PUBLIC_URL: url(["http", "https"]).optional(),
    LOG_LEVEL: logLevel,
  });
  const { REGISTRY_KEY: operator, REGISTRY_GATEWAY_KEY: gateway } = variables;
  return {
    host: variables.HOST,
    port: variables.REGISTRY_PORT,
    databaseUrl: variables.REGISTRY_DATABASE_URL,
    otherDatabasePassword: variables.REGISTRY_DATABASE_PASSWORD_ALSO,
    graphId: variables.REGISTRY_GRAPH,
    keys: [
      ...(operator ? [{ name: "operator", text: operator, kind: "write" as const }] : []),
      ...(gateway ? [{ name: "gateways", text: gateway, kind: "gateway" as const }] : []),
    ],
    acceptsPublishedKeys: isOnlyTried(env),
    usageDays: variables.REGISTRY_USAGE_DAYS,
    publicUrl: variables.REGISTRY_PUBLIC_URL ?? null,
    logLevel: variables.LOG_LEVEL,
  };
}
