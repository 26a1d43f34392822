// Additional parts of a trial cluster: a small PostgreSQL for each database, Redis, and generated secrets. In production these are managed
// services, or an operator's, such as CloudNativePG, whose pods have the label `database`.
import { readFileSync } from "node:fs";
import type { Keys } from "../../operations/keys.ts";
import { aclFile, redisUsersOf } from "../../operations/redis-users.ts";
import { labelsOf, selectorOf, type Manifest } from "./manifest.ts";
import { REDIS_PREFIX, type Workload, STOREFRONT } from "./system.ts";

export function backing(all: Workload[]): Manifest[] {
  return [...all.filter(({ hasDatabase }) => hasDatabase).flatMap(({ name }) => database(name)), ...redis()];
}

interface Store {
  name: string;
  labels: Record<string, string>;
  port: number;
  container: Record<string, unknown>;
  mountPath: string;
  user: number;
  /** Mounted at /secrets. */
  secretName?: string;
}

function store({ name, labels, port, container, mountPath, user, secretName }: Store): Manifest[] {
  return [
    {
      apiVersion: "apps/v1",
      kind: "StatefulSet",
      metadata: { name, labels },
      spec: {
        serviceName: name,
        replicas: 1,
        selector: selectorOf(name),
        template: {
          metadata: { labels },
          spec: {
            automountServiceAccountToken: false,
            securityContext: {
              runAsNonRoot: true,
              runAsUser: user,
              fsGroup: user,
              seccompProfile: { type: "RuntimeDefault" },
            },
            containers: [
              {
                name,
                ports: [{ name: "tcp", containerPort: port }],
                readinessProbe: { tcpSocket: { port }, periodSeconds: 2 },
                resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "512Mi" } },
                securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
                volumeMounts: [
                  { name: "data", mountPath },
                  ...(secretName ? [{ name: "secrets", mountPath: "/secrets", readOnly: true }] : []),
                ],
                ...container,
              },
            ],
            ...(secretName && { volumes: [{ name: "secrets", secret: { secretName, defaultMode: 0o440 } }] }),
          },
        },
        volumeClaimTemplates: [
          {
            apiVersion: "v1",
            kind: "PersistentVolumeClaim",
            metadata: { name: "data" },
            spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
          },
        ],
      },
    },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name, labels },
      spec: { selector: { app: name }, ports: [{ name: "tcp", port, targetPort: "tcp" }] },
    },
  ];
}

function database(owner: string): Manifest[] {
  const name = `postgres-${owner}`;
  return store({
    name,
    labels: { ...labelsOf(name), database: owner },
    port: 5432,
    mountPath: "/var/lib/postgresql",
    user: 999,
    container: {
      image: "postgres:18",
      env: [
        { name: "POSTGRES_USER", value: `boxoffice_${owner}` },
        { name: "POSTGRES_PASSWORD", valueFrom: { secretKeyRef: { name, key: "password" } } },
      ],
    },
  });
}

function redis(): Manifest[] {
  const labels = labelsOf("redis");
  const container = {
    image: "redis:8",
    args: ["--appendonly", "yes", "--aclfile", "/secrets/users.acl"],
  };
  return store({ name: "redis", labels, port: 6379, mountPath: "/data", user: 999, container, secretName: "redis" });
}

/** Generated once, and kept in a local folder. */
export function secrets(all: Workload[], keys: Keys): Manifest[] {
  const redisUsers = redisUsersOf(keys, REDIS_PREFIX);
  const values: Record<string, string> = {
    USERS_SECRET: keys.secret("users"),
    SEATING_SECRET: keys.secret("seating"),
    PAYMENTS_PROVIDER_SECRET: keys.secret("provider"),
    REGISTRY_KEY: `service:boxoffice:${keys.secret("registry")}`,
    REGISTRY_GATEWAY_KEY: `service:boxoffice:${keys.secret("registry-gateway")}`,
  };
  values.GATEWAY_REGISTRY_KEY = values.REGISTRY_GATEWAY_KEY!;
  const trusted = readFileSync(keys.trustedKeysFile, "utf8");
  const ofProcesses = all.flatMap(({ name, secretEnv, hasDatabase, usesRedis }) => {
    const password = keys.secret(`database-${name}`);
    const known: Record<string, string> = {
      ...values,
      ...(usesRedis && { REDIS_URL: `redis://${name}:${redisUsers.passwordOf(name)}@redis:6379` }),
      [`${name.toUpperCase()}_DATABASE_URL`]: `postgres://boxoffice_${name}:${password}@postgres-${name}:5432/boxoffice_${name}`,
    };
    const own = Object.fromEntries(secretEnv.flatMap((key) => (known[key] === undefined ? [] : [[key, known[key]]])));
    const pem = (file: string) => readFileSync(keys.signingKeyFile(file), "utf8");
    const hasKeys = ![STOREFRONT, "registry", "provider"].includes(name);
    const files: Record<string, string> = {
      ...(hasKeys && { "signing.pem": pem(name), "trusted.json": trusted }),
      ...(name === "orders" && { "tickets.pem": pem("tickets") }),
    };
    return [
      secret(name, own),
      secret(`${name}-keys`, files),
      ...(hasDatabase ? [secret(`postgres-${name}`, { password })] : []),
    ];
  });
  return [...ofProcesses, secret("redis", { "users.acl": aclFile(redisUsers) })];
}

function secret(name: string, stringData: Record<string, string>): Manifest {
  return { apiVersion: "v1", kind: "Secret", metadata: { name, labels: labelsOf(name) }, type: "Opaque", stringData };
}
