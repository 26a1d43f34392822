// `npm run --silent kubernetes -- production | trial | secrets`: prints the manifests for `kubectl apply -f -`. `secrets` are those of a
// trial cluster, created once and kept in .data/kubernetes; a production cluster has its own, with the same names.
import path from "node:path";
import { stringify } from "yaml";
import { signingNames } from "../../operations/environment.ts";
import { ensureKeys } from "../../operations/keys.ts";
import { ROOT } from "../../operations/topology.ts";
import type { Manifest } from "./manifest.ts";
import { manifests, type Settings } from "./manifests.ts";
import { trialWorkloads, workloads } from "./system.ts";
import { backing, secrets } from "./trial.ts";

const PRODUCTION: Settings = {
  image: "registry.example/boxoffice:0.1.0",
  replicas: 2,
  mostReplicas: 20,
  host: "boxoffice.example",
  partnersHost: "partners.boxoffice.example",
  clusterIssuer: "letsencrypt",
  cpu: null,
  archives: { storageClass: "shared", size: "10Gi" },
  env: {
    LOG_LEVEL: "info",
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector.monitoring:4318",
    OTEL_TRACES_SAMPLER_ARG: "0.01",
  },
};

const TRIAL: Settings = {
  ...PRODUCTION,
  image: "boxoffice",
  replicas: 1,
  mostReplicas: 2,
  host: "boxoffice.localhost",
  partnersHost: "partners.boxoffice.localhost",
  clusterIssuer: null,
  cpu: "50m",
  archives: null,
  env: { LOG_LEVEL: "info" },
};

const wanted: Record<string, () => Manifest[]> = {
  production: () => manifests(workloads(), PRODUCTION),
  trial: () => [...backing(trialWorkloads()), ...manifests(trialWorkloads(), TRIAL)],
  secrets: () => secrets(trialWorkloads(), ensureKeys(path.join(ROOT, ".data", "kubernetes"), signingNames())),
};

const make = wanted[process.argv[2] ?? ""];
if (make)
  process.stdout.write(
    make()
      .map((manifest) => stringify(manifest, { aliasDuplicateObjects: false }))
      .join("---\n"),
  );
else {
  console.error(`Pass one of: npm run --silent kubernetes -- ${Object.keys(wanted).join(" | ")}`);
  process.exitCode = 1;
}
