// The part of a subgraph's configuration that all subgraphs have.
import type { JSONWebKeySet } from "jose";
import { tracingConfig, type TracingConfig } from "./telemetry/tracing.ts";
import { loadSigner, type Signer } from "./identity/identity.ts";

export interface SubgraphConfig {
  host: string;
  port: number;
  databaseUrl: string;
  /** URL of a synchronous replica; absent: there is none. */
  databaseReadUrl: string | undefined;
  /** Fallback password during a password change. */
  otherDatabasePassword: string | undefined;
  redisUrl: string;
  redisPrefix: string;
  trustedKeys: JSONWebKeySet;
  signer: Signer;
  /** Unsigned stream entries are accepted until then. */
  unsignedUntil: Date | undefined;
  /** Folder of archived messages. */
  archiveDir?: string | undefined;
  logLevel: string;
  introspection: boolean;
  tracing: TracingConfig;
}

/** Selects the variables of `subgraphVariables(name)`. */
export function subgraphConfig(name: string, variables: Record<string, unknown>): SubgraphConfig {
  const upper = name.toUpperCase();
  return {
    host: variables.HOST as string,
    port: variables[`${upper}_PORT`] as number,
    databaseUrl: variables[`${upper}_DATABASE_URL`] as string,
    databaseReadUrl: variables[`${upper}_DATABASE_READ_URL`] as string | undefined,
    otherDatabasePassword: variables[`${upper}_DATABASE_PASSWORD_ALSO`] as string | undefined,
    redisUrl: variables.REDIS_URL as string,
    redisPrefix: variables.REDIS_PREFIX as string,
    trustedKeys: variables.TRUSTED_KEYS_FILE as JSONWebKeySet,
    signer: loadSigner(name, variables[`${upper}_SIGNING_KEY_FILE`] as string),
    unsignedUntil: variables.REDIS_UNSIGNED_UNTIL as Date | undefined,
    archiveDir: variables.ARCHIVE_DIR as string | undefined,
    logLevel: variables.LOG_LEVEL as string,
    introspection: variables.INTROSPECTION === "on",
    tracing: tracingConfig(variables),
  };
}
