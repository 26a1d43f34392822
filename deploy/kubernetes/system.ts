// Workloads with their variables and connections: the source of the manifests.
import { listedSubgraphs } from "../../operations/topology.ts";

export interface Workload {
  name: string;
  port: number;
  /** Port of metrics, if separate. */
  metricsPort?: number;
  command: string[];
  /** Names of processes that it calls. */
  asks: string[];
  /** Whether it has its own database. */
  hasDatabase: boolean;
  usesRedis: boolean;
  /** Whether its old messages become files. */
  hasArchive: boolean;
  /** Whether the process itself writes there: users lists erased people. */
  writesArchive?: boolean;
  /** Ports of its connections to the internet. */
  outside: number[];
  env: Record<string, string>;
  /** Secret variables, in the secret with its name. */
  secretEnv: string[];
  /** Requests and limits of CPU and memory, as measured (docs/performance.md). */
  cpu: string;
  memory: { request: string; limit: string };
}

export const GATEWAYS = ["gateway", "public-gateway"];
/** In OpenTelemetry's format. */
const METRICS_PORT = 9464;
const REGISTRY_PORT = 4010;
export const STOREFRONT = "storefront";
const HTTPS = 443;
const SUBMISSION = 587;

/** Synchronous calls between subgraphs; everything else is a message. */
const ASKS: Record<string, string[]> = {
  catalog: ["seating"],
  orders: ["seating", "users"],
  payments: ["orders"],
  risk: ["orders"],
  users: ["catalog", "orders", "payments", "risk", "seating"],
};
const OUTSIDE: Record<string, number[]> = { payments: [HTTPS], orders: [SUBMISSION], users: [SUBMISSION, HTTPS] };
const SECRETS: Record<string, string[]> = {
  seating: ["SEATING_SECRET"],
  users: ["USERS_SECRET", "PLATFORM_STAFF", "PUBLIC_URL", "FORMER_PUBLIC_URLS", "SMTP_URL", "MAIL_FROM"],
  orders: ["PUBLIC_URL", "SMTP_URL", "MAIL_FROM"],
  payments: ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"],
};

/** On every key and channel. */
export const REDIS_PREFIX = "boxoffice";

const COMMON = {
  HOST: "0.0.0.0",
  DRAIN_SECONDS: "5",
  REDIS_PREFIX,
  TRUSTED_KEYS_FILE: "/keys/trusted.json",
};
const urlOf = (name: string, port: number) => `http://${name}:${port}/graphql`;

const PROVIDER_PORT = 4020;

/** With the test payment provider, for a trial. */
export function trialWorkloads(): Workload[] {
  const url = `http://provider:${PROVIDER_PORT}`;
  const provider: Workload = {
    name: "provider",
    port: PROVIDER_PORT,
    command: ["node", "local/stand-ins/provider-main.ts"],
    asks: ["payments"],
    hasDatabase: false,
    usesRedis: false,
    hasArchive: false,
    outside: [],
    env: {
      HOST: "0.0.0.0",
      PROVIDER_PORT: String(PROVIDER_PORT),
      PROVIDER_DATA_DIR: "/tmp/provider",
      ...subgraphUrls(),
    },
    secretEnv: ["PAYMENTS_PROVIDER_SECRET"],
    cpu: "100m",
    memory: { request: "128Mi", limit: "256Mi" },
  };
  const all = workloads().map((workload) =>
    workload.name === "payments"
      ? {
          ...workload,
          asks: [...workload.asks, "provider"],
          env: { ...workload.env, PAYMENTS_PROVIDER_URL: url },
          secretEnv: [...workload.secretEnv, "PAYMENTS_PROVIDER_SECRET"],
        }
      : workload,
  );
  return [...all, provider];
}

export function workloads(): Workload[] {
  const subgraphs = listedSubgraphs();
  const urls = subgraphUrls();
  const names = subgraphs.map(({ name }) => name);
  return [
    ...subgraphs.map(({ name, port }): Workload => {
      const upper = name.toUpperCase();
      const asks = ASKS[name] ?? [];
      return {
        name,
        port,
        command: ["node", `subgraphs/${name}/main.ts`],
        asks,
        hasDatabase: true,
        usesRedis: true,
        hasArchive: true,
        writesArchive: name === "users",
        outside: OUTSIDE[name] ?? [],
        env: {
          ...COMMON,
          [`${upper}_PORT`]: String(port),
          [`${upper}_SIGNING_KEY_FILE`]: "/keys/signing.pem",
          ...(name === "orders" && { ORDERS_TICKET_KEY_FILE: "/keys/tickets.pem" }),
          ...Object.fromEntries(
            asks.map((other) => [`${other.toUpperCase()}_URL`, urls[`${other.toUpperCase()}_URL`]!]),
          ),
        },
        secretEnv: [`${upper}_DATABASE_URL`, "REDIS_URL", ...(SECRETS[name] ?? [])],
        cpu: "500m",
        memory: { request: "256Mi", limit: "768Mi" },
      };
    }),
    {
      name: "registry",
      port: REGISTRY_PORT,
      command: ["node", "registry/main.ts"],
      asks: [],
      hasDatabase: true,
      usesRedis: false,
      hasArchive: false,
      outside: [],
      env: { HOST: "0.0.0.0", DRAIN_SECONDS: "5", REGISTRY_PORT: String(REGISTRY_PORT) },
      secretEnv: ["REGISTRY_DATABASE_URL", "REGISTRY_KEY", "REGISTRY_GATEWAY_KEY"],
      cpu: "250m",
      memory: { request: "256Mi", limit: "1Gi" },
    },
    {
      name: STOREFRONT,
      port: 3000,
      metricsPort: METRICS_PORT,
      command: ["node", "storefront/main.ts"],
      asks: ["gateway"],
      hasDatabase: false,
      usesRedis: false,
      hasArchive: false,
      outside: [],
      env: {
        HOST: "0.0.0.0",
        DRAIN_SECONDS: "5",
        STOREFRONT_PORT: "3000",
        STOREFRONT_METRICS_PORT: String(METRICS_PORT),
        STOREFRONT_GATEWAY_URL: "http://gateway:4000",
        STOREFRONT_BEHIND_PROXY: "on",
      },
      secretEnv: [],
      cpu: "250m",
      memory: { request: "192Mi", limit: "512Mi" },
    },
    ...GATEWAYS.map((name): Workload => ({
      name,
      port: 4000,
      metricsPort: METRICS_PORT,
      command: ["node", "gateway/main.ts"],
      asks: [...names, "registry"],
      hasDatabase: false,
      usesRedis: true,
      hasArchive: false,
      outside: [],
      env: {
        ...COMMON,
        GATEWAY_NAME: name,
        GATEWAY_PORT: "4000",
        GATEWAY_SIGNING_KEY_FILE: "/keys/signing.pem",
        GATEWAY_REGISTRY_URL: `http://registry:${REGISTRY_PORT}`,
        ...urls,
        // Gateways call no other hosts, even if the registry names them. Add further subgraphs here and to the policies.
        GATEWAY_SUBGRAPH_HOSTS: subgraphs.map((one) => `${one.name}:${one.port}`).join(","),
        GATEWAY_GRAPH_REF: name === "gateway" ? "boxoffice@current" : "boxoffice@public",
        GATEWAY_TRUSTED_PROXIES: "1",
        // Clients get the schema from its publisher; introspection is off.
        GATEWAY_METRICS_PORT: String(METRICS_PORT),
        GATEWAY_PLAYGROUND: "off",
        INTROSPECTION: "off",
        // More gateways can start while the registry is down; public gateways can't, because they would serve more than the contract.
        ...(name === "gateway" && {
          GATEWAY_SUPERGRAPH_FILE: "schema/supergraph.graphql",
          GATEWAY_KNOWN_DOCUMENTS_FILE: "storefront/documents/documents.generated.json",
        }),
      },
      secretEnv: [
        "GATEWAY_REGISTRY_KEY",
        "REDIS_URL",
        ...(name === "gateway" ? ["PUBLIC_URL", "FORMER_PUBLIC_URLS"] : []),
      ],
      cpu: "500m",
      memory: { request: "384Mi", limit: "1Gi" },
    })),
  ];
}

/** Where each subgraph is reached in the cluster, as in USERS_URL. */
export function subgraphUrls(): Record<string, string> {
  return Object.fromEntries(
    listedSubgraphs().map(({ name, port }) => [`${name.toUpperCase()}_URL`, urlOf(name, port)]),
  );
}
