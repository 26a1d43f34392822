// The environment that each process of a system on one machine gets. Variables set by the operator are unchanged.
import { PUBLIC_GATEWAY } from "../platform/identity/identity.ts";
import { type Keys } from "./keys.ts";
import { listedSubgraphs, portsOf } from "./topology.ts";

export interface Backing {
  redisUrl: string;
  redisPrefix: string;
  /** The database that a subgraph, or the registry, owns, by its name. */
  databaseUrl(owner: string): string;
  /** Folder of archives, unless ARCHIVE_DIR is set. */
  archiveDir?: string;
}

export type Env = Record<string, string>;

/** All variables for all processes: each reads its own. */
export function systemEnvironment(given: NodeJS.ProcessEnv, keys: Keys, backing: Backing): Env {
  const env: Env = {
    TRUSTED_KEYS_FILE: keys.trustedKeysFile,
    REDIS_URL: backing.redisUrl,
    REDIS_PREFIX: backing.redisPrefix,
    ...Object.fromEntries(Object.entries(portsOf(given)).map(([name, port]) => [name, String(port)])),
    GATEWAY_SIGNING_KEY_FILE: keys.signingKeyFile("gateway"),
    // Demos, tests and load come from this machine.
    GATEWAY_EXEMPT_LOOPBACK: "on",
    USERS_SECRET: keys.secret("users"),
    SEATING_SECRET: keys.secret("seating"),
    // Domains without mailboxes: accounts of demos, tests and seed data.
    USERS_VERIFIED_DOMAINS: "example.org,example.com,stadthalle.example,buyers.example",
    ORDERS_TICKET_KEY_FILE: keys.signingKeyFile("tickets"),
    PAYMENTS_PROVIDER_SECRET: keys.secret("provider"),
    REGISTRY_DATABASE_URL: backing.databaseUrl("registry"),
    REGISTRY_KEY: `service:boxoffice:${keys.secret("registry")}`,
    REGISTRY_GATEWAY_KEY: `service:boxoffice:${keys.secret("registry-gateway")}`,
    MAIL_FROM: "Boxoffice <tickets@boxoffice.example>",
    APOLLO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    ...(backing.archiveDir !== undefined && { ARCHIVE_DIR: backing.archiveDir }),
  };
  for (const { name } of listedSubgraphs()) {
    const upper = name.toUpperCase();
    env[`${upper}_DATABASE_URL`] = backing.databaseUrl(name);
    env[`${upper}_SIGNING_KEY_FILE`] = keys.signingKeyFile(name);
  }
  for (const [name, value] of Object.entries(given)) if (value !== undefined && value !== "") env[name] = value;
  setOrigin(env);
  trustStorefront(env);
  // A key in the operator's shell would start usage reporting.
  delete env.APOLLO_KEY;
  const host = hostOf(env);
  for (const { name } of listedSubgraphs()) {
    const upper = name.toUpperCase();
    env[`${upper}_URL`] ??= `http://${host}:${env[`${upper}_PORT`]}/graphql`;
  }
  env.STOREFRONT_GATEWAY_URL ??= `http://${host}:${env.GATEWAY_PORT}`;
  env.PAYMENTS_PROVIDER_URL ??= `http://${host}:${env.PROVIDER_PORT}`;
  return env;
}

/** Pages are the storefront's. Before there was one they were the gateway's, whose tokens and passkeys stay valid. */
function setOrigin(env: Env): void {
  if (env.PUBLIC_URL !== undefined) return;
  const gateway = `http://localhost:${env.GATEWAY_PORT}`;
  if (env.STOREFRONT === "off") env.PUBLIC_URL = gateway;
  else {
    env.PUBLIC_URL = `http://localhost:${env.STOREFRONT_PORT}`;
    env.FORMER_PUBLIC_URLS ??= gateway;
  }
}

/** The storefront tells the gateway its visitors' addresses. A gateway on loopback still answers to localhost alone. */
function trustStorefront(env: Env): void {
  if (env.STOREFRONT === "off") return;
  if (env.GATEWAY_TRUSTED_PROXIES !== undefined || env.GATEWAY_PROXY_ADDRESSES !== undefined) return;
  const host = hostOf(env);
  const isLoopback = /^(127\.|::1$|localhost$)/.test(host);
  env.GATEWAY_TRUSTED_PROXIES = "1";
  env.GATEWAY_PROXY_ADDRESSES = ["127.0.0.0/8", "::1", ...(isLoopback ? [] : [host])].join();
  if (isLoopback && env.HOST !== "0.0.0.0") env.GATEWAY_HOSTS ??= "localhost";
}

/** Addresses of the processes on this machine. */
export function hostOf({ HOST: host }: Env): string {
  return host && host !== "0.0.0.0" ? host : "127.0.0.1";
}

/** Names of all processes that sign or are trusted. */
export function signingNames(): string[] {
  return ["gateway", PUBLIC_GATEWAY, "tickets", ...listedSubgraphs().map(({ name }) => name)];
}
