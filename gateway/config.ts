import { z } from "zod";
import { logLevel, port, readEnvironment, seconds, url, type Environment } from "../platform/config.ts";
import { loadSigner, type Signer } from "../platform/identity.ts";

export interface GatewayConfig {
  host: string;
  port: number;
  supergraphFile: string;
  /** Where each subgraph is reached, by name; what is left out is at the supergraph's routing URL. */
  subgraphUrls: Record<string, string>;
  redisUrl: string;
  redisPrefix: string;
  signer: Signer;
  corsOrigins: string[];
  playground: boolean;
  introspection: boolean;
  logLevel: string;
  /** How long a subgraph may take for one fetch. */
  subgraphTimeoutMs: number;
  /** How long all fetches of an operation may take together. */
  operationTimeoutMs: number;
}

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment, subgraphs: string[]): GatewayConfig {
  const urlVariables = Object.fromEntries(
    subgraphs.map((name) => [`${name.toUpperCase()}_URL`, url(["http", "https"]).optional()]),
  );
  const portVariables = Object.fromEntries(subgraphs.map((name) => [`${name.toUpperCase()}_PORT`, port.optional()]));
  const onOff = z.enum(["on", "off"]).default("on");
  const variables = readEnvironment(env, {
    ...urlVariables,
    ...portVariables,
    HOST: z.string().default("127.0.0.1"),
    GATEWAY_PORT: port.default(4000),
    GATEWAY_SIGNING_KEY_FILE: z.string("is missing"),
    GATEWAY_SUPERGRAPH_FILE: z.string().default("schema/supergraph.graphql"),
    GATEWAY_CORS_ORIGINS: z.string().default(""),
    GATEWAY_PLAYGROUND: onOff,
    GATEWAY_SUBGRAPH_TIMEOUT_SECONDS: seconds.default(10),
    GATEWAY_OPERATION_TIMEOUT_SECONDS: seconds.default(20),
    INTROSPECTION: onOff,
    REDIS_URL: url(["redis", "rediss"]),
    REDIS_PREFIX: z.string().default("app"),
    LOG_LEVEL: logLevel,
  });
  const given = variables as Record<string, unknown>;
  const subgraphUrls: Record<string, string> = {};
  for (const name of subgraphs) {
    const own = given[`${name.toUpperCase()}_URL`] as string | undefined;
    const ownPort = given[`${name.toUpperCase()}_PORT`] as number | undefined;
    if (own) subgraphUrls[name] = own;
    else if (ownPort) subgraphUrls[name] = `http://localhost:${ownPort}/graphql`;
  }
  return {
    host: variables.HOST,
    port: variables.GATEWAY_PORT,
    supergraphFile: variables.GATEWAY_SUPERGRAPH_FILE,
    subgraphUrls,
    redisUrl: variables.REDIS_URL,
    redisPrefix: variables.REDIS_PREFIX,
    signer: loadSigner("gateway", variables.GATEWAY_SIGNING_KEY_FILE),
    corsOrigins: variables.GATEWAY_CORS_ORIGINS.split(/[\s,]+/).filter((origin) => origin !== ""),
    playground: variables.GATEWAY_PLAYGROUND === "on",
    introspection: variables.INTROSPECTION === "on",
    logLevel: variables.LOG_LEVEL,
    subgraphTimeoutMs: variables.GATEWAY_SUBGRAPH_TIMEOUT_SECONDS * 1_000,
    operationTimeoutMs: variables.GATEWAY_OPERATION_TIMEOUT_SECONDS * 1_000,
  };
}
