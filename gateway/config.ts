import { readFileSync } from "node:fs";
import { ConfigError, listOf, readEnvironment, type Environment } from "../platform/core/config.ts";
import { loadSigner, type Signer } from "../platform/identity/identity.ts";
import { tracingConfig, type TracingConfig } from "../platform/telemetry/tracing.ts";
import { isLoopback } from "./core/addresses.ts";
import type { AdmissionLimits } from "./limits/admission.ts";
import type { ConnectionLimits } from "./limits/connections.ts";
import type { RegistryAccess } from "./supergraph/supergraph-source.ts";
import type { Executor } from "./operations/document-worker.ts";
import type { DocumentLimits } from "./operations/document-limits.ts";
import type { LoadShedderLimits } from "./limits/load-shedding.ts";
import { endpointOf, readSubgraphHosts, type SubgraphHosts } from "./supergraph/subgraph-hosts.ts";
import { addressVariables, gatewayVariables } from "./variables.ts";
import { subgraphsOf } from "./supergraph/supergraph.ts";
import { readTrustedDocuments, type TrustedDocuments } from "./operations/trusted-documents.ts";

export interface GatewayConfig {
  host: string;
  port: number;
  /** Separate port for Prometheus; absent: metrics are served on the main port. */
  metricsPort: number | undefined;
  /** The names that the gateway answers to, beside IP addresses and localhost; absent: any. */
  hosts: string[] | undefined;
  /**
   * Without a registry: the supergraph file, which is reloaded when it changes. With a registry: fallback file for a start while the
   * registry is down.
   */
  supergraphFile: string | undefined;
  /** Absent: the supergraph is the file's. */
  registry: RegistryAccess | undefined;
  /** URL of each subgraph, by name; others use the supergraph's routing URL. */
  subgraphUrls: Record<string, string>;
  /** Absent: notifications and rates stay in this process. */
  redisUrl: string | undefined;
  redisPrefix: string;
  /** Signs who the viewer is, for the subgraphs. Absent, or the public gateway's: every request is anonymous. */
  signer: Signer | undefined;
  /** Origin of the pages for people: the OpenID provider there is the issuer of apps' tokens. */
  publicUrl: string | undefined;
  /** Origins of before, whose tokens are valid. */
  formerPublicUrls: readonly string[];
  corsOrigins: string[];
  playground: boolean;
  /** Account of the playground's sign-in example. */
  playgroundPerson: { email: string; password: string };
  introspection: boolean;
  /** Executor of queries and mutations. */
  executor: Executor;
  /** Whether scalars of the supergraph that are called like ours are ours: then their values are checked. */
  knowsScalars: boolean;
  /** Proxies and storefronts, whose forwarding headers count; none: of any peer. */
  proxyAddresses: readonly string[];
  /** Whether clients see messages of subgraphs' bugs, and the query plan on request. */
  debug: boolean;
  logLevel: string;
  /** The only operations that are executed; absent: any. */
  trustedDocuments: TrustedDocuments | undefined;
  /** Operations that clients may name by ID. */
  knownDocuments: TrustedDocuments | undefined;
  /** Timeout of one fetch from a subgraph. */
  subgraphTimeoutMs: number;
  /** How long all fetches of an operation may take together. */
  operationTimeoutMs: number;
  bodyLimitBytes: number;
  document: DocumentLimits;
  admission: AdmissionLimits;
  load: LoadShedderLimits;
  connections: ConnectionLimits;
  tracing: TracingConfig;
}

/** @throws ConfigError if the manifest is invalid */
const documentsIn = (variable: string, file: string | undefined) =>
  file === undefined ? undefined : readTrustedDocuments(variable, file);

const OWN_FILE = "schema/supergraph.graphql";

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): GatewayConfig {
  const supergraphFile = env.GATEWAY_SUPERGRAPH_FILE || (env.GATEWAY_REGISTRY_URL ? undefined : OWN_FILE);
  // Also used without a supergraph file: it gives the names of the `*_URL` variables.
  const listed = subgraphsOf(readFileSync(supergraphFile ?? OWN_FILE, "utf8"));
  const subgraphs = listed.map(({ name }) => name);
  const variables = readEnvironment(env, { ...addressVariables(subgraphs), ...gatewayVariables });
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
    metricsPort: variables.GATEWAY_METRICS_PORT,
    hosts: hostsOf(variables),
    supergraphFile,
    registry: registryOf(variables, () => subgraphHostsOf(variables, supergraphFile ? listed : [], subgraphUrls)),
    subgraphUrls,
    redisUrl: variables.REDIS_URL,
    redisPrefix: variables.REDIS_PREFIX,
    publicUrl: variables.PUBLIC_URL,
    formerPublicUrls: variables.FORMER_PUBLIC_URLS,
    signer: loadSigner(variables.GATEWAY_NAME, variables.GATEWAY_SIGNING_KEY_FILE),
    corsOrigins: listOf(variables.GATEWAY_CORS_ORIGINS),
    playground: variables.GATEWAY_PLAYGROUND === "on",
    playgroundPerson: { email: variables.GATEWAY_PLAYGROUND_EMAIL, password: variables.GATEWAY_PLAYGROUND_PASSWORD },
    introspection: variables.INTROSPECTION === "on",
    executor: variables.GATEWAY_EXECUTOR,
    knowsScalars: true,
    proxyAddresses: proxiesOf(variables),
    debug: variables.GATEWAY_DEBUG === "on",
    logLevel: variables.LOG_LEVEL,
    trustedDocuments: documentsIn("GATEWAY_TRUSTED_DOCUMENTS_FILE", variables.GATEWAY_TRUSTED_DOCUMENTS_FILE),
    knownDocuments: documentsIn("GATEWAY_KNOWN_DOCUMENTS_FILE", variables.GATEWAY_KNOWN_DOCUMENTS_FILE),
    subgraphTimeoutMs: variables.GATEWAY_SUBGRAPH_TIMEOUT_SECONDS * 1_000,
    operationTimeoutMs: variables.GATEWAY_OPERATION_TIMEOUT_SECONDS * 1_000,
    bodyLimitBytes: variables.GATEWAY_BODY_LIMIT_BYTES,
    document: {
      tokens: variables.GATEWAY_MAX_TOKENS,
      depth: variables.GATEWAY_MAX_DEPTH,
      fields: variables.GATEWAY_MAX_FIELDS,
      aliases: variables.GATEWAY_MAX_ALIASES,
    },
    admission: {
      requestsPerMinute: variables.GATEWAY_REQUESTS_PER_MINUTE,
      requestsPerMinuteAndAddress: variables.GATEWAY_ADDRESS_REQUESTS_PER_MINUTE,
      dearPerMinuteAndAddress: variables.GATEWAY_SIGN_INS_PER_MINUTE,
      newPerMinuteAndAddress: variables.GATEWAY_NEW_OPERATIONS_PER_MINUTE,
      imagesPerMinute: variables.GATEWAY_IMAGES_PER_MINUTE,
      cost: variables.GATEWAY_MAX_COST,
      costPerMinute: variables.GATEWAY_COST_PER_MINUTE,
      exemptLoopback: variables.GATEWAY_EXEMPT_LOOPBACK === "on",
      trustedProxies: variables.GATEWAY_TRUSTED_PROXIES,
    },
    load: { requests: variables.GATEWAY_MAX_REQUESTS_AT_ONCE, heapShare: 0.85 },
    connections: {
      connections: variables.GATEWAY_MAX_SOCKETS,
      connectionsPerAddress: variables.GATEWAY_MAX_SOCKETS_PER_ADDRESS,
    },
    tracing: tracingConfig(variables),
  };
}

/** A gateway on loopback answers to no other name, so that DNS rebinding can't make a page of another site read it. */
function hostsOf(variables: Listening) {
  const hosts = listOf(variables.GATEWAY_HOSTS.toLowerCase());
  return hosts.length > 0 || isOfThisMachine(variables) ? hosts : undefined;
}

interface Listening {
  HOST: string;
  GATEWAY_HOSTS: string;
  GATEWAY_TRUSTED_PROXIES: number;
}

/** Without a proxy; or with one, such as a storefront, that is for localhost alone. */
function isOfThisMachine({ HOST: host, GATEWAY_HOSTS: hosts, GATEWAY_TRUSTED_PROXIES: proxies }: Listening): boolean {
  return (isLoopback(host) || host === "localhost") && (proxies === 0 || hosts.trim() === "localhost");
}

/** @throws ConfigError if they would have no effect */
function proxiesOf(variables: { GATEWAY_PROXY_ADDRESSES: string[]; GATEWAY_TRUSTED_PROXIES: number }): string[] {
  const { GATEWAY_PROXY_ADDRESSES: addresses, GATEWAY_TRUSTED_PROXIES: proxies } = variables;
  if (addresses.length > 0 && proxies === 0)
    throw new ConfigError("Set GATEWAY_TRUSTED_PROXIES to the number of proxies, or unset GATEWAY_PROXY_ADDRESSES.");
  return addresses;
}

/**
 * The hosts of GATEWAY_SUBGRAPH_HOSTS; without it, those of the supergraph file and the `*_URL` variables. A gateway on loopback may also
 * call any port of loopback, so that subgraphs can be developed.
 * @throws ConfigError if that leaves no host
 */
function subgraphHostsOf(
  variables: Listening & { GATEWAY_SUBGRAPH_HOSTS: string },
  inFile: readonly { name: string; url: string }[],
  own: Readonly<Record<string, string>>,
): SubgraphHosts {
  const given = listOf(variables.GATEWAY_SUBGRAPH_HOSTS);
  if (given.length > 0) return { endpoints: readSubgraphHosts(given), loopback: false };
  const urls = [
    ...Object.values(own),
    ...inFile.filter(({ name }) => !Object.hasOwn(own, name)).map(({ url: at }) => at),
  ];
  const endpoints = new Set(urls.filter((at) => URL.canParse(at)).map((at) => endpointOf(new URL(at))));
  const loopback = isOfThisMachine(variables);
  if (endpoints.size === 0 && !loopback)
    throw new ConfigError(
      "Set GATEWAY_SUBGRAPH_HOSTS to the allowed hosts of subgraphs from the registry, such as users:4001,catalog:4002.",
    );
  return { endpoints, loopback };
}

function registryOf(
  variables: {
    GATEWAY_REGISTRY_URL?: string | undefined;
    GATEWAY_REGISTRY_KEY?: string | undefined;
    GATEWAY_GRAPH_REF: string;
  },
  subgraphHosts: () => SubgraphHosts,
): RegistryAccess | undefined {
  const { GATEWAY_REGISTRY_URL: at, GATEWAY_REGISTRY_KEY: key, GATEWAY_GRAPH_REF: graphRef } = variables;
  if (at === undefined) return undefined;
  if (key === undefined)
    throw new ConfigError("Set GATEWAY_REGISTRY_KEY to an API key of the registry, of the kind `gateway`.");
  return { url: at, key, graphRef, subgraphHosts: subgraphHosts() };
}

/** For any supergraph, such as a conformance suite's: no identity, no Redis, and limits that only hostile operations reach. */
export function configForAny(supergraphFile: string, listenAt: number): GatewayConfig {
  const unlimited = Number.MAX_SAFE_INTEGER;
  return {
    host: "127.0.0.1",
    port: listenAt,
    metricsPort: undefined,
    hosts: [],
    supergraphFile,
    registry: undefined,
    subgraphUrls: {},
    redisUrl: undefined,
    redisPrefix: "any",
    publicUrl: undefined,
    formerPublicUrls: [],
    signer: undefined,
    corsOrigins: ["*"],
    playground: true,
    playgroundPerson: { email: "", password: "" },
    introspection: true,
    executor: "compiled",
    knowsScalars: false,
    proxyAddresses: [],
    debug: true,
    logLevel: "warn",
    trustedDocuments: undefined,
    knownDocuments: undefined,
    subgraphTimeoutMs: 30_000,
    operationTimeoutMs: 60_000,
    bodyLimitBytes: 4 * 1024 * 1024,
    document: { tokens: 15_000, depth: 100, fields: 10_000, aliases: 1_000 },
    admission: {
      requestsPerMinute: unlimited,
      requestsPerMinuteAndAddress: unlimited,
      dearPerMinuteAndAddress: unlimited,
      newPerMinuteAndAddress: unlimited,
      imagesPerMinute: unlimited,
      cost: unlimited,
      costPerMinute: unlimited,
      exemptLoopback: true,
      trustedProxies: 0,
    },
    load: { requests: 10_000, heapShare: 0.9 },
    connections: { connections: unlimited, connectionsPerAddress: unlimited },
    tracing: { endpoint: undefined, share: 0 },
  };
}
