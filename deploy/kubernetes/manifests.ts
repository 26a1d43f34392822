// The manifests: pure functions from what runs (system.ts) and how a cluster wants it (main.ts) to objects of Kubernetes.
import { READY_FOR_REQUESTS } from "../../platform/http/health.ts";
import { ingress, type PublicHosts } from "./ingress.ts";
import { labelsOf, selectorOf, type Manifest } from "./manifest.ts";
import { policies } from "./policies.ts";
import { GATEWAYS, STOREFRONT, subgraphUrls, type Workload } from "./system.ts";

export interface Settings extends PublicHosts {
  image: string;
  /** Minimum replicas of each process; the autoscaler adds more. */
  replicas: number;
  mostReplicas: number;
  env: Record<string, string>;
  /** CPU request of each process; null: as measured. */
  cpu: string | null;
  /** For archives of each subgraph: a storage class with ReadWriteMany, and the size. Null: no archives are written. */
  archives: { storageClass: string; size: string } | null;
}

/** 5 s of drain, up to 10 s for requests in flight, and a reserve. */
const GRACE_SECONDS = 30;

export function manifests(workloads: Workload[], settings: Settings): Manifest[] {
  const all = workloads.map((one) => (GATEWAYS.includes(one.name) ? underItsName(one, settings) : one));
  const registry = named(all, "registry");
  return [
    ...all.flatMap((workload) => [
      deployment(workload, settings),
      service(workload),
      disruptionBudget(workload, settings),
      autoscaler(workload, settings),
    ]),
    ...all.filter(({ hasDatabase }) => hasDatabase).map((workload) => migration(workload, settings)),
    ...all.filter((workload) => isArchived(workload, settings)).flatMap((workload) => archiving(workload, settings)),
    publishing(registry, settings),
    ingress(
      { gateway: named(all, "gateway"), payments: named(all, "payments"), storefront: named(all, STOREFRONT) },
      settings,
    ),
    ...policies(all),
  ];
}

/** A gateway answers to the public host names, and to its service's name. */
function underItsName(workload: Workload, { host, partnersHost }: Settings): Workload {
  const outside = workload.name === "gateway" ? host : partnersHost;
  return { ...workload, env: { ...workload.env, GATEWAY_HOSTS: `${outside},${workload.name}` } };
}

function named(all: Workload[], name: string): Workload {
  const found = all.find((workload) => workload.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

const SECURITY = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
};
const POD = {
  automountServiceAccountToken: false,
  securityContext: { runAsNonRoot: true, runAsUser: 1000, fsGroup: 1000, seccompProfile: { type: "RuntimeDefault" } },
};

const isArchived = ({ hasArchive }: Workload, { archives }: Settings) => hasArchive && archives !== null;
const ARCHIVE = "/archive";

function container(workload: Workload, settings: Settings, writesArchive = false) {
  const { name, command, secretEnv, cpu, memory } = workload;
  const hasFiles = isArchived(workload, settings);
  const env = { ...workload.env, ...(hasFiles && { ARCHIVE_DIR: ARCHIVE }) };
  return {
    name,
    image: settings.image,
    command,
    env: [
      ...Object.entries({ ...env, ...settings.env }).map(([key, value]) => ({ name: key, value })),
      ...secretEnv.map((key) => ({ name: key, valueFrom: { secretKeyRef: { name, key, optional: isOptional(key) } } })),
    ],
    resources: { requests: { cpu: settings.cpu ?? cpu, memory: memory.request }, limits: { memory: memory.limit } },
    securityContext: SECURITY,
    volumeMounts: [
      { name: "keys", mountPath: "/keys", readOnly: true },
      { name: "tmp", mountPath: "/tmp" },
      ...(hasFiles ? [{ name: "archive", mountPath: ARCHIVE, readOnly: !writesArchive }] : []),
    ],
  };
}

/** Optional variables. */
const isOptional = (key: string) => /^(SMTP_URL|MAIL_FROM|STRIPE_|PLATFORM_STAFF|(FORMER_)?PUBLIC_URL)/.test(key);

/** The registry and the storefront have no keys. */
const signs = ({ name }: Workload) => name !== "registry" && name !== STOREFRONT;

/** `<name>-keys` is made outside, as secrets are: signing.pem, trusted.json, and for orders tickets.pem. */
function volumesOf(workload: Workload, settings: Settings) {
  const { name } = workload;
  const claimName = archiveOf(workload);
  return [
    { name: "keys", secret: { secretName: `${name}-keys`, defaultMode: 0o440, optional: !signs(workload) } },
    { name: "tmp", emptyDir: { medium: "Memory", sizeLimit: "64Mi" } },
    ...(isArchived(workload, settings) ? [{ name: "archive", persistentVolumeClaim: { claimName } }] : []),
  ];
}
const archiveOf = ({ name }: Workload) => `archive-${name}`;

function deployment(workload: Workload, settings: Settings): Manifest {
  const { name, port, metricsPort = port } = workload;
  const probe = (path: string, rest: object) => ({ httpGet: { path, port }, timeoutSeconds: 3, ...rest });
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, labels: labelsOf(name) },
    spec: {
      replicas: settings.replicas,
      selector: selectorOf(name),
      strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: {
        metadata: {
          labels: labelsOf(name),
          annotations: {
            "prometheus.io/scrape": "true",
            "prometheus.io/port": String(metricsPort),
            "prometheus.io/path": "/metrics",
          },
        },
        spec: {
          ...POD,
          terminationGracePeriodSeconds: GRACE_SECONDS,
          topologySpreadConstraints: [
            {
              maxSkew: 1,
              topologyKey: "kubernetes.io/hostname",
              whenUnsatisfiable: "ScheduleAnyway",
              labelSelector: selectorOf(name),
            },
          ],
          containers: [
            {
              ...container(workload, settings, workload.writesArchive),
              ports: [{ name: "http", containerPort: port }],
              startupProbe: probe(READY_FOR_REQUESTS, { periodSeconds: 2, failureThreshold: 60 }),
              readinessProbe: probe(READY_FOR_REQUESTS, { periodSeconds: 2, failureThreshold: 2 }),
              livenessProbe: probe("/health/live", { periodSeconds: 10, failureThreshold: 3 }),
            },
          ],
          volumes: volumesOf(workload, settings),
        },
      },
    },
  };
}

function service({ name, port }: Workload): Manifest {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, labels: labelsOf(name) },
    spec: { selector: { app: name }, ports: [{ name: "http", port, targetPort: "http" }] },
  };
}

function disruptionBudget({ name }: Workload, { replicas }: Settings): Manifest {
  return {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name, labels: labelsOf(name) },
    // A single replica may be evicted; otherwise its node could never be drained.
    spec: { selector: selectorOf(name), ...(replicas > 1 ? { minAvailable: replicas - 1 } : { maxUnavailable: 1 }) },
  };
}

/** By CPU, and by event loop lag, from each process's metrics through the Prometheus adapter. */
function autoscaler({ name }: Workload, { replicas, mostReplicas }: Settings): Manifest {
  return {
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name, labels: labelsOf(name) },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name },
      minReplicas: replicas,
      maxReplicas: mostReplicas,
      metrics: [
        { type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } } },
        {
          type: "Pods",
          pods: {
            metric: { name: "nodejs_eventloop_lag_p99_seconds" },
            target: { type: "AverageValue", averageValue: "100m" },
          },
        },
      ],
      // A crowd comes in seconds and goes in minutes; a new process needs some seconds.
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 0, policies: [{ type: "Percent", value: 100, periodSeconds: 15 }] },
        scaleDown: { stabilizationWindowSeconds: 600 },
      },
    },
  };
}

/** A job can't be changed: that of another image is another one. */
function job(name: string, command: string[], workload: Workload, settings: Settings): Manifest {
  const [, tag = "trial"] = /:([\w.-]+)$/.exec(settings.image) ?? [];
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: `${name}-${tag.toLowerCase().replaceAll("_", "-")}`, labels: labelsOf(name) },
    spec: {
      backoffLimit: 6,
      ttlSecondsAfterFinished: 86_400,
      template: onceTemplate(name, { ...container(workload, settings), command }, workload, settings),
    },
  };
}

/** The pod of a job. */
function onceTemplate(name: string, does: object, workload: Workload, settings: Settings) {
  return {
    metadata: { labels: { ...labelsOf(name), role: workload.name } },
    spec: {
      ...POD,
      restartPolicy: "OnFailure",
      containers: [{ ...does, name }],
      volumes: volumesOf(workload, settings),
    },
  };
}

/** A monthly job that archives old messages. It is idempotent: a month is in its table until its file is complete, so a killed job is retried. */
function archiving(workload: Workload, settings: Settings): Manifest[] {
  const name = archiveOf(workload);
  const command = ["node", "operations/archive-main.ts", workload.name];
  const { storageClass = "", size = "" } = settings.archives ?? {};
  return [
    {
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name, labels: labelsOf(name) },
      spec: {
        // Each process reads them, on whichever node it is.
        accessModes: ["ReadWriteMany"],
        storageClassName: storageClass,
        resources: { requests: { storage: size } },
      },
    },
    {
      apiVersion: "batch/v1",
      kind: "CronJob",
      metadata: { name, labels: labelsOf(name) },
      spec: {
        schedule: "23 3 5 * *",
        concurrencyPolicy: "Forbid",
        jobTemplate: {
          spec: {
            backoffLimit: 6,
            template: onceTemplate(name, { ...container(workload, settings, true), command }, workload, settings),
          },
        },
      },
    },
  ];
}

/** Before processes of a new image start: old and new processes work with the migrated schema. */
function migration(workload: Workload, settings: Settings): Manifest {
  return job(`migrate-${workload.name}`, ["node", "operations/migrate-main.ts", workload.name], workload, settings);
}

function publishing(registry: Workload, settings: Settings): Manifest {
  const env = { ...subgraphUrls(), REGISTRY_URL: `http://registry:${registry.port}` };
  const publisher = { ...registry, env, secretEnv: ["REGISTRY_KEY"] };
  return job("publish-schemas", ["node", "operations/publish-main.ts"], publisher, settings);
}
