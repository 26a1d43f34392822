// The environment variables of a gateway, with the meanings that docs/configuration.md shows.
import { z } from "zod";
import {
  formerPublicUrls,
  host,
  introspection,
  logLevel,
  onOff,
  peers,
  port,
  publicUrl,
  redisPrefix,
  redisUrl,
  seconds,
  tracingVariables,
  url,
} from "../platform/core/config.ts";
import { PUBLIC_GATEWAY } from "../platform/identity/identity.ts";

const amount = z.coerce.number("must be a number").int("must be an integer").nonnegative("must not be negative");

/** URL of each subgraph: from the variable, or its port on this machine. */
export function addressVariables(subgraphs: readonly string[]) {
  const endpoint = url(["http", "https"])
    .optional()
    .describe("GraphQL endpoint of a subgraph, for the processes that call it");
  const names = subgraphs.map((name) => name.toUpperCase());
  return {
    ...Object.fromEntries(names.map((name) => [`${name}_URL`, endpoint])),
    ...Object.fromEntries(names.map((name) => [`${name}_PORT`, port.optional()])),
  };
}

export const gatewayVariables = {
  HOST: host,
  GATEWAY_NAME: z
    .enum(["gateway", PUBLIC_GATEWAY])
    .default("gateway")
    .describe("name that the gateway signs requests as; `public-gateway` serves every request anonymously"),
  GATEWAY_SUPERGRAPH_FILE: z
    .string()
    .optional()
    .describe("file of the composed schema; unset: from the registry, or without one `schema/supergraph.graphql`"),
  GATEWAY_PORT: port.default(4000).describe("port of the gateway"),
  GATEWAY_METRICS_PORT: port
    .optional()
    .describe("separate port of `/metrics`; without it `/metrics` is at `GATEWAY_PORT`"),
  GATEWAY_HOSTS: z
    .string()
    .default("")
    .describe(
      "host names that the gateway answers to, besides IP addresses; others get 421. Unset: all; on loopback only localhost",
    ),
  GATEWAY_SIGNING_KEY_FILE: z
    .string("is missing")
    .describe("private Ed25519 key (PEM) that signs the viewer's identity"),
  PUBLIC_URL: publicUrl,
  FORMER_PUBLIC_URLS: formerPublicUrls,
  GATEWAY_CORS_ORIGINS: z
    .string()
    .default("")
    .describe("allowed browser origins (CORS), separated by commas; `*` for all"),
  GATEWAY_PLAYGROUND: onOff.default("on").describe("whether `/playground` is served"),
  GATEWAY_PLAYGROUND_EMAIL: z
    .string()
    .default("")
    .describe("e-mail address of the account that the playground signs in"),
  GATEWAY_PLAYGROUND_PASSWORD: z
    .string()
    .default("")
    .describe("password of that account; all who open the playground see it"),
  GATEWAY_DEBUG: onOff.default("off").describe("whether clients see errors of subgraphs, and query plans on request"),
  GATEWAY_EXECUTOR: z
    .enum(["compiled", "stock"])
    .default("compiled")
    .describe("executor of queries and mutations: `compiled` or `stock` (from `@apollo/gateway`)"),
  GATEWAY_TRUSTED_DOCUMENTS_FILE: z
    .string()
    .optional()
    .describe("manifest of `rover persisted-queries generate`; other operations are refused"),
  GATEWAY_KNOWN_DOCUMENTS_FILE: z
    .string()
    .optional()
    .describe("such a manifest, whose operations clients may name by ID; other operations stay possible"),
  GATEWAY_SUBGRAPH_TIMEOUT_SECONDS: seconds.default(10).describe("timeout of one fetch from a subgraph"),
  GATEWAY_OPERATION_TIMEOUT_SECONDS: seconds.default(20).describe("timeout of all fetches of an operation together"),
  GATEWAY_BODY_LIMIT_BYTES: amount.default(1024 * 1024).describe("maximum size of a request's body"),
  GATEWAY_MAX_TOKENS: amount.default(1_000).describe("maximum number of lexical tokens of a document"),
  GATEWAY_MAX_DEPTH: amount.default(15).describe("maximum depth of fields of an operation"),
  GATEWAY_MAX_FIELDS: amount
    .default(500)
    .describe("maximum number of fields of an operation, after fragments are spread"),
  GATEWAY_MAX_ALIASES: amount.default(10).describe("maximum number of aliases of one field in one selection set"),
  GATEWAY_MAX_COST: amount.default(50_000).describe("maximum cost of an operation (`@cost`, `@listSize`)"),
  GATEWAY_COST_PER_MINUTE: amount
    .default(1_000_000)
    .describe("maximum cost of all operations per minute, of a viewer or of an address without one"),
  GATEWAY_REQUESTS_PER_MINUTE: amount.default(600).describe("maximum requests of a viewer per minute"),
  GATEWAY_ADDRESS_REQUESTS_PER_MINUTE: amount
    .default(1_200)
    .describe(
      "maximum requests of an address (IPv6 /64; eight times as many for a /48) per minute, a quarter of them in ten seconds",
    ),
  GATEWAY_SIGN_INS_PER_MINUTE: amount
    .default(20)
    .describe("maximum operations per minute that check a password, of an address and of a viewer"),
  GATEWAY_IMAGES_PER_MINUTE: amount
    .default(60)
    .describe("maximum pictures per minute that are uploaded, by a viewer and for an organization"),
  GATEWAY_NEW_OPERATIONS_PER_MINUTE: amount.default(300).describe("maximum new operations of an address per minute"),
  GATEWAY_EXEMPT_LOOPBACK: onOff
    .default("off")
    .describe(
      "`on`: no rate limits for loopback addresses. Never set it with a proxy on the same machine that is not trusted",
    ),
  GATEWAY_TRUSTED_PROXIES: amount
    .default(0)
    .describe("number of proxies that add to `X-Forwarded-For`; 0 ignores it and `X-Forwarded-Proto`"),
  GATEWAY_PROXY_ADDRESSES: peers.describe(
    "addresses, networks and host names of proxies and storefronts whose headers count, separated by commas. Unset: anybody's",
  ),
  GATEWAY_MAX_REQUESTS_AT_ONCE: amount
    .default(2_000)
    .describe("maximum concurrent requests; further ones get 503 and `Retry-After`"),
  GATEWAY_MAX_SOCKETS: amount.default(20_000).describe("maximum number of WebSockets and event streams"),
  GATEWAY_MAX_SOCKETS_PER_ADDRESS: amount
    .default(200)
    .describe("maximum number of WebSockets and event streams of an address"),
  INTROSPECTION: introspection,
  GATEWAY_REGISTRY_URL: url(["http", "https"])
    .optional()
    .describe("schema registry that supplies the supergraph and gets usage reports"),
  GATEWAY_REGISTRY_KEY: z
    .string()
    .optional()
    .describe("API key of the registry, of the kind `gateway`; required with `GATEWAY_REGISTRY_URL`"),
  GATEWAY_SUBGRAPH_HOSTS: z
    .string()
    .default("")
    .describe(
      "allowed hosts (`host:port`) of subgraphs from the registry, separated by commas. Unset: the hosts of its file and URLs",
    ),
  GATEWAY_GRAPH_REF: z
    .string()
    .regex(/^[\w-]+@[\w-]+$/, "must be a graph ref, such as boxoffice@current")
    .default("boxoffice@current")
    .describe("graph ref (graph and variant or contract) that the gateway serves"),
  REDIS_URL: redisUrl,
  REDIS_PREFIX: redisPrefix,
  LOG_LEVEL: logLevel,
  ...tracingVariables,
};
