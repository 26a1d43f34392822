import { z } from "zod";
import { host, isOnlyTried, logLevel, port, readEnvironment, url, type Environment } from "../platform/core/config.ts";
import type { KeyKind } from "./keys.ts";

const key = z.string().min(32, "must have at least 32 characters").optional();

export interface RegistryConfig {
  host: string;
  port: number;
  databaseUrl: string;
  otherDatabasePassword?: string | undefined;
  graphId: string;
  /** Keys created at the start if missing. */
  keys: { name: string; text: string; kind: KeyKind }[];
  /** Whether keys open anything that earlier versions published as examples. */
  acceptsPublishedKeys?: boolean;
  /** Retention of reported operations, which checks consider. */
  usageDays: number;
  /** Its public URL. */
  publicUrl: string | null;
  logLevel: string;
}

export const registryVariables = {
  HOST: host,
  REGISTRY_PORT: port.describe("port of the registry"),
  REGISTRY_DATABASE_URL: url(["postgres", "postgresql"]).describe("PostgreSQL database of the registry"),
  REGISTRY_DATABASE_PASSWORD_ALSO: z
    .string()
    .optional()
    .describe("second password of the database during a password change; tried if the first fails"),
  REGISTRY_GRAPH: z
    .string()
    .regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/, "must be a letter, then letters, digits, - or _")
    .default("boxoffice")
    .describe("graph that `REGISTRY_KEY` is for"),
  REGISTRY_KEY: key.describe("API key that may publish; the registry creates it at the start"),
  REGISTRY_GATEWAY_KEY: key.describe(
    "API key for gateways, which fetch supergraphs and report usage; created at the start",
  ),
  REGISTRY_USAGE_DAYS: z.coerce
    .number("must be a number of days")
    .int()
    .min(1)
    .max(3_650)
    .default(30)
    .describe("retention of reported operations for schema checks, in days"),
  REGISTRY_PUBLIC_URL: url(["http", "https"])
    .optional()
    .describe("URL that Rover shows to users; unset: the registry's own"),
  LOG_LEVEL: logLevel,
};

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): RegistryConfig {
  const variables = readEnvironment(env, registryVariables);
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
