// Network policies: all connections are denied, except those listed here. Only gateways and the named services reach a subgraph, and only
// its own subgraph reaches a database.
import { labelsOf, selectorOf, type Manifest } from "./manifest.ts";
import { GATEWAYS, STOREFRONT, type Workload } from "./system.ts";

const POSTGRES = 5432;
const REDIS = 6379;
const OTLP = 4318;
/** Where a cluster has these, by the label that Kubernetes gives every namespace. */
const inNamespace = (name: string) => ({ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } } });
const tcp = (port: number) => [{ protocol: "TCP", port }];
const DNS = {
  to: [{ ...inNamespace("kube-system"), podSelector: { matchLabels: { "k8s-app": "kube-dns" } } }],
  ports: [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
  ],
};
/** The internet, without private (RFC 1918) and link-local addresses. */
const INTERNET = {
  ipBlock: { cidr: "0.0.0.0/0", except: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"] },
};

export function policies(workloads: Workload[]): Manifest[] {
  return [
    policy("nobody", { podSelector: {}, policyTypes: ["Ingress", "Egress"] }),
    ...workloads.map((workload) => policyOf(workload, workloads)),
    ...workloads
      .filter(({ hasDatabase }) => hasDatabase)
      .flatMap((workload) => [onceOnlyPolicy("migrate", workload), databasePolicy(workload)]),
    ...workloads.filter(({ hasArchive }) => hasArchive).map((workload) => onceOnlyPolicy("archive", workload)),
    publishingPolicy(workloads.find(({ name }) => name === "registry")!),
    policy("redis", {
      podSelector: selectorOf("redis"),
      policyTypes: ["Ingress"],
      ingress: [
        {
          from: workloads.filter(({ usesRedis }) => usesRedis).map(({ name }) => ({ podSelector: selectorOf(name) })),
          ports: tcp(REDIS),
        },
      ],
    }),
  ];
}

function policy(name: string, spec: object): Manifest {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "NetworkPolicy",
    metadata: { name, labels: labelsOf(name) },
    spec,
  };
}

function policyOf(
  { name, port, metricsPort = port, asks, hasDatabase, usesRedis, outside }: Workload,
  all: Workload[],
): Manifest {
  const callers = all
    .filter((other) => other.asks.includes(name))
    .map((other) => ({ podSelector: selectorOf(other.name) }));
  const publisher = name === "registry" ? [{ podSelector: selectorOf("publish-schemas") }] : [];
  const isPublic = GATEWAYS.includes(name) || name === "payments" || name === STOREFRONT;
  const from = [...callers, ...publisher, ...(isPublic ? [inNamespace("ingress-nginx")] : [])];
  const watchers = { from: [inNamespace("monitoring")], ports: tcp(metricsPort) };
  const to = asks.map((other) => ({
    to: [{ podSelector: selectorOf(other) }],
    ports: tcp(all.find((one) => one.name === other)!.port),
  }));
  return policy(name, {
    podSelector: selectorOf(name),
    policyTypes: ["Ingress", "Egress"],
    // An empty list would allow all.
    ingress: [...(from.length > 0 ? [{ from, ports: tcp(port) }] : []), watchers],
    egress: [
      DNS,
      ...to,
      ...(hasDatabase ? [toDatabase(name)] : []),
      ...(usesRedis ? [{ to: [{ podSelector: selectorOf("redis") }], ports: tcp(REDIS) }] : []),
      { to: [inNamespace("monitoring")], ports: tcp(OTLP) },
      ...outside.map((one) => ({ to: [INTERNET], ports: tcp(one) })),
    ],
  });
}

const toDatabase = (owner: string) => ({
  to: [{ podSelector: { matchLabels: { database: owner } } }],
  ports: tcp(POSTGRES),
});

/** Jobs that use only the database. */
function onceOnlyPolicy(what: "migrate" | "archive", { name }: Workload): Manifest {
  return policy(`${what}-${name}`, {
    podSelector: selectorOf(`${what}-${name}`),
    policyTypes: ["Egress"],
    egress: [DNS, toDatabase(name)],
  });
}

function databasePolicy({ name, hasArchive }: Workload): Manifest {
  const callers = [name, `migrate-${name}`, ...(hasArchive ? [`archive-${name}`] : [])];
  return policy(`database-${name}`, {
    podSelector: { matchLabels: { database: name } },
    policyTypes: ["Ingress"],
    ingress: [
      {
        from: callers.map((caller) => ({ podSelector: selectorOf(caller) })),
        ports: tcp(POSTGRES),
      },
    ],
  });
}

function publishingPolicy({ port }: Workload): Manifest {
  return policy("publish-schemas", {
    podSelector: selectorOf("publish-schemas"),
    policyTypes: ["Egress"],
    egress: [DNS, { to: [{ podSelector: selectorOf("registry") }], ports: tcp(port) }],
  });
}
