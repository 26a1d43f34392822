// The manifests as far as they can be tried without a cluster: each is what the schemas of Kubernetes say, and they fit together.
import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as apps from "kubernetes-models/apps/v1";
import * as autoscaling from "kubernetes-models/autoscaling/v2";
import * as batch from "kubernetes-models/batch/v1";
import * as networking from "kubernetes-models/networking.k8s.io/v1";
import * as policy from "kubernetes-models/policy/v1";
import * as core from "kubernetes-models/v1";
import { parse } from "yaml";
import { listedSubgraphs, ROOT } from "../../operations/topology.ts";
import { of, podOf, print, type Manifest } from "./manifests.ts";

const printed = { production: print("production"), trial: print("trial") };
const names = listedSubgraphs().map(({ name }) => name);

const MODELS: Record<string, Record<string, unknown>> = {
  "apps/v1": apps,
  "autoscaling/v2": autoscaling,
  "batch/v1": batch,
  "networking.k8s.io/v1": networking,
  "policy/v1": policy,
  v1: core,
};

/** @throws Error that says what is wrong by the schema of its kind */
function validate(manifest: Manifest): void {
  const Model = MODELS[manifest.apiVersion]?.[manifest.kind] as
    (new (data: Manifest) => { validate(): void }) | undefined;
  if (!Model) throw new Error(`Unknown: ${manifest.apiVersion} ${manifest.kind}`);
  new Model(manifest).validate();
}

describe.each(["production", "trial"] as const)("%s", (which) => {
  const all = printed[which];

  test("each manifest is what the schema of its kind says, and has a name of its own", () => {
    expect(all.length).toBeGreaterThan(50);
    for (const manifest of all) validate(manifest);
    const keys = all.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(new Set(keys).size).toBe(keys.length);
    const [first] = of(all, "Deployment");
    expect(() => validate({ ...first, spec: { ...first!.spec, replicas: "two" } })).toThrow(/replicas/);
  });

  test("every process has what it takes to be run: probes, limits, a budget, an autoscaler, a service", () => {
    const deployments = of(all, "Deployment");
    expect(deployments.map(({ metadata }) => metadata.name)).toEqual(
      expect.arrayContaining([...names, "registry", "gateway", "public-gateway", "storefront"]),
    );
    for (const deployment of deployments) {
      const { name } = deployment.metadata;
      for (const kind of ["Service", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy"])
        expect([name, kind, of(all, kind).some(({ metadata }) => metadata.name === name)]).toEqual([name, kind, true]);
      const [container] = podOf(deployment).spec.containers;
      expect(container.readinessProbe.httpGet.path).toBe("/health/ready?exclude=redis&exclude=consumer");
      expect(container.livenessProbe.httpGet.path).toBe("/health/live");
      expect(container.resources).toMatchObject({
        requests: { cpu: expect.any(String), memory: expect.any(String) },
        limits: { memory: expect.any(String) },
      });
      const drain = container.env.find(({ name: variable }: Manifest) => variable === "DRAIN_SECONDS");
      if (drain) expect(podOf(deployment).spec.terminationGracePeriodSeconds).toBeGreaterThan(Number(drain.value) + 10);
      // While one is replaced none is missing.
      expect(deployment.spec.strategy.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
    }
  });

  test("no container runs as root, writes to its image, or knows the cluster; no secret is in a manifest", () => {
    for (const manifest of of(all, "Deployment", "Job", "CronJob")) {
      const { spec } = podOf(manifest);
      expect(spec).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
      });
      for (const container of spec.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
        for (const { name, value } of container.env)
          if (/SECRET|_KEY$|DATABASE_URL|PASSWORD/.test(name)) expect([name, value]).toEqual([name, undefined]);
      }
    }
    expect(of(all, "Secret")).toEqual([]);
  });

  test("the image's command of each container is there, and a process is given every variable that it must have", () => {
    for (const manifest of of(all, "Deployment", "Job", "CronJob")) {
      const [container] = podOf(manifest).spec.containers;
      expect(readFileSync(path.join(ROOT, container.command[1]), "utf8")).not.toBe("");
    }
    // What a subgraph asks another for is in its configuration, and so it must be here and in the policies.
    for (const name of names) {
      const config = readFileSync(path.join(ROOT, "subgraphs", name, "config.ts"), "utf8");
      const wanted = [...config.matchAll(/\b([A-Z]+)_URL: url\(\["http", "https"\]\)(?!\.optional)/g)].map(
        ([, other]) => `${other}_URL`,
      );
      const given = podOf(
        of(all, "Deployment").find(({ metadata }) => metadata.name === name)!,
      ).spec.containers[0].env.map((one: Manifest) => one.name);
      expect([
        name,
        wanted.filter((variable) => !given.includes(variable) && variable !== "PAYMENTS_PROVIDER_URL"),
      ]).toEqual([name, []]);
    }
  });

  test("what comes from outside reaches what clients need, and nothing of the inside", () => {
    const paths = of(all, "Ingress")[0]!.spec.rules.map(({ http }: Manifest) =>
      http.paths.map((one: Manifest) => one.path),
    );
    expect(paths).toEqual([
      [
        "/graphql",
        "/session",
        "/account",
        "/exports",
        "/images",
        "/seat-maps",
        "/queues",
        "/.well-known",
        "/webhooks/payments",
        "/",
      ],
      ["/graphql", "/images", "/seat-maps", "/queues"],
    ]);
    const { metadata, spec } = of(all, "Ingress")[0]!;
    expect(spec.tls).toEqual([
      { hosts: spec.rules.map(({ host }: Manifest) => host), secretName: expect.stringMatching(/./) },
    ]);
    // WebSockets stay open, and in production cert-manager renews what they are encrypted with.
    expect(metadata.annotations).toMatchObject({
      "nginx.ingress.kubernetes.io/proxy-read-timeout": "3600",
      "nginx.ingress.kubernetes.io/proxy-body-size": "11m",
      "nginx.ingress.kubernetes.io/ssl-redirect": "true",
      ...(which === "production" && { "cert-manager.io/cluster-issuer": expect.stringMatching(/./) }),
    });
    for (const name of ["gateway", "public-gateway"]) {
      const pod = podOf(of(all, "Deployment").find(({ metadata }) => metadata.name === name)!);
      const env = Object.fromEntries(pod.spec.containers[0].env.map((one: Manifest) => [one.name, one.value]));
      expect(env).toMatchObject({ INTROSPECTION: "off", GATEWAY_PLAYGROUND: "off" });
      expect(env.GATEWAY_EXEMPT_LOOPBACK ?? "off").toBe("off");
      expect(env.GATEWAY_HOSTS.split(",")).toContain(
        of(all, "Ingress")[0]!.spec.rules[name === "gateway" ? 0 : 1].host,
      );
      // Metrics are at a port that no service has, and that Prometheus alone may reach.
      const metricsPort = Number(env.GATEWAY_METRICS_PORT);
      expect(pod.metadata.annotations["prometheus.io/port"]).toBe(String(metricsPort));
      const { ingress } = of(all, "NetworkPolicy").find(({ metadata }) => metadata.name === name)!.spec;
      const reachedBy = ingress.filter(({ ports }: Manifest) =>
        ports.some((one: Manifest) => one.port === metricsPort),
      );
      expect(reachedBy.flatMap(({ from }: Manifest) => from)).toEqual([
        { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "monitoring" } } },
      ]);
      const services = of(all, "Service").flatMap(({ spec }) => spec.ports.map((one: Manifest) => one.port));
      expect(services).not.toContain(metricsPort);
    }
  });

  test("services find their pods, the ingress its services, and migrations come for every database", () => {
    const pods = of(all, "Deployment", "StatefulSet").map((one) => podOf(one));
    for (const { metadata, spec } of of(all, "Service")) {
      const found = pods.filter(({ metadata: { labels } }) =>
        Object.entries(spec.selector).every(([key, value]) => labels[key] === value),
      );
      expect([metadata.name, found.length]).toEqual([metadata.name, 1]);
      expect(found[0]!.spec.containers[0].ports[0]).toMatchObject({
        name: spec.ports[0].targetPort,
        containerPort: spec.ports[0].port,
      });
    }
    for (const { http } of of(all, "Ingress")[0]!.spec.rules)
      for (const { backend } of http.paths) {
        const service = of(all, "Service").find(({ metadata }) => metadata.name === backend.service.name)!;
        expect(service.spec.ports[0].port).toBe(backend.service.port.number);
      }
    const migrated = of(all, "Job")
      .map(({ metadata }) => metadata.labels.app)
      .filter((name) => name.startsWith("migrate-"));
    expect(migrated.sort()).toEqual([...names, "registry"].map((name) => `migrate-${name}`).sort());
  });
});

test("in a trial Redis lets in each process by its own password, which is no argument of a process", () => {
  const redis = podOf(of(printed.trial, "StatefulSet").find(({ metadata }) => metadata.name === "redis")!).spec;
  const { args, volumeMounts } = redis.containers[0];
  const file = args[args.indexOf("--aclfile") + 1] as string;
  const mounted = volumeMounts.find(({ mountPath }: Manifest) => path.dirname(file) === mountPath).name;
  const { secretName } = redis.volumes.find(({ name }: Manifest) => name === mounted).secret;
  const secrets = of(print("secrets"), "Secret");
  const acl = secrets.find(({ metadata }) => metadata.name === secretName)!.stringData[path.basename(file)] as string;
  const urls = secrets.flatMap(({ metadata, stringData }) =>
    stringData.REDIS_URL ? [[metadata.name as string, new URL(stringData.REDIS_URL)] as const] : [],
  );
  expect(urls.map(([name]) => name).sort()).toEqual([...names, "gateway", "public-gateway"].sort());
  for (const [name, { username, password }] of urls) {
    expect([name, username]).toEqual([name, name]);
    expect(acl).toContain(`user ${name} reset on #${hash("sha256", password)} resetchannels -@all `);
    expect(acl).not.toContain(password);
  }
  for (const manifest of of(printed.trial, "Deployment", "Job", "StatefulSet"))
    for (const { command = [], args: given = [] } of podOf(manifest).spec.containers)
      expect([...command, ...given].join(" ")).not.toMatch(/\$\(|pass/i);
});

test("every process has a signing key of its own, and the public gateway signs by its own name", () => {
  const keys = of(print("secrets"), "Secret").flatMap(({ stringData }) => stringData["signing.pem"] ?? []);
  expect(keys.length).toBe(names.length + 2);
  expect(new Set(keys).size).toBe(keys.length);
  const pod = podOf(of(printed.production, "Deployment").find(({ metadata }) => metadata.name === "public-gateway")!);
  expect(pod.spec.containers[0].env).toContainEqual({ name: "GATEWAY_NAME", value: "public-gateway" });
});

test("the secrets of a trial are all that its processes ask for, and what they may do without is all that is missing", () => {
  const secrets = of(print("secrets"), "Secret");
  for (const secret of secrets) validate(secret);
  const find = (name: string) => secrets.find(({ metadata }) => metadata.name === name);
  for (const manifest of of(printed.trial, "Deployment", "Job", "StatefulSet")) {
    const { containers, volumes = [] } = podOf(manifest).spec;
    for (const { env } of containers)
      for (const { valueFrom } of env ?? []) {
        const { name, key, optional } = valueFrom?.secretKeyRef ?? {};
        if (name && !optional)
          expect([name, key, find(name)?.stringData[key]]).toEqual([name, key, expect.stringMatching(/.{8}/)]);
      }
    for (const { secret } of volumes)
      if (secret && !secret.optional)
        expect([secret.secretName, find(secret.secretName) !== undefined]).toEqual([secret.secretName, true]);
  }
});

test("what is to be done once for an image is another job for another image", () => {
  const jobs = of(printed.production, "Job").map(({ metadata }) => metadata.name as string);
  expect(jobs.length).toBeGreaterThan(7);
  for (const name of jobs) expect(name).toMatch(/^[a-z-]+-0\.1\.0$/);
});

test("each subgraph's old messages become files, each month, on a volume that its processes read and its archiver writes; users lists erased people there", () => {
  const mounts = of(printed.production, "Deployment", "CronJob", "Job").flatMap((manifest) => {
    const { containers, volumes } = podOf(manifest).spec;
    const claim = volumes.find(({ name }: Manifest) => name === "archive")?.persistentVolumeClaim.claimName as string;
    const { mountPath, readOnly } = containers[0].volumeMounts.find(({ name }: Manifest) => name === "archive") ?? {};
    const folder = containers[0].env.find(({ name }: Manifest) => name === "ARCHIVE_DIR")?.value as string;
    expect(folder).toBe(mountPath);
    return claim === undefined ? [] : [{ kind: manifest.kind, name: manifest.metadata.name, claim, readOnly }];
  });
  for (const name of names) {
    const lists = name === "users";
    expect(mounts).toContainEqual({ kind: "Deployment", name, claim: `archive-${name}`, readOnly: !lists });
    const writers = mounts.filter(({ claim, readOnly }) => claim === `archive-${name}` && !readOnly);
    expect(writers.map(({ kind }) => kind).sort()).toEqual(["CronJob", ...(lists ? ["Deployment"] : [])]);
  }
  expect(of(printed.production, "PersistentVolumeClaim").map(({ metadata }) => metadata.name)).toEqual(
    names.map((name) => `archive-${name}`),
  );
  for (const { spec } of of(printed.production, "CronJob")) expect(spec.schedule).toMatch(/^\d+ \d+ \d+ \* \*$/);
  // A cluster for trials has no storage that many pods mount.
  expect(JSON.stringify(printed.trial)).not.toContain("ARCHIVE_DIR");
});

test("Skaffold builds our image and renders our trial", () => {
  const skaffold = parse(readFileSync(path.join(ROOT, "skaffold.yaml"), "utf8")) as Manifest;
  expect(skaffold).toMatchObject({
    apiVersion: expect.stringMatching(/^skaffold\/v/),
    kind: "Config",
    build: { artifacts: [{ image: "boxoffice" }] },
  });
  expect(readdirSync(ROOT)).toContain("Dockerfile");
  expect(JSON.stringify(skaffold)).toContain("kubernetes -- trial");
});
