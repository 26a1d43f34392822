// Alerts and dashboards ask for what there is, in a language that Prometheus understands, and each alert says what to do.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { parse } from "yaml";
import { z } from "zod";
import { startRegistryStand } from "../../registry/test/harness.ts";
import { openShow, signUp } from "../../local/fixtures.ts";
import { startSupergraph } from "../../testkit/supergraph.ts";
import { listedSubgraphs, ROOT } from "../../operations/topology.ts";

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const DASHBOARDS = path.join(ROOT, "deploy", "grafana", "dashboards");

const alertsSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(
        z.strictObject({
          alert: z.string().regex(/^[A-Z][A-Za-z]+$/),
          expr: z.string(),
          for: z.string().regex(/^\d+[smh]$/),
          labels: z.strictObject({ severity: z.enum(["page", "warn"]) }),
          annotations: z.strictObject({ summary: z.string().min(10), runbook: z.string() }),
        }),
      ),
    }),
  ),
});
const dashboardSchema = z.object({
  uid: z.string(),
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).min(1) })).min(4),
});

const alerts = alertsSchema.parse(parse(read("deploy/prometheus/alerts.yml"))).groups.flatMap(({ rules }) => rules);
const dashboards = readdirSync(DASHBOARDS).map((file) =>
  dashboardSchema.parse(JSON.parse(readFileSync(path.join(DASHBOARDS, file), "utf8"))),
);
const expressions = [
  ...alerts.map(({ expr }) => expr),
  ...dashboards.flatMap(({ panels }) => panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))),
];

/** Metrics of Prometheus itself, and of a whole process: the tests run many parts in one process, which do not have them. */
const OF_A_PROCESS = [
  "up",
  "process_cpu_seconds_total",
  "process_resident_memory_bytes",
  "nodejs_eventloop_lag_p99_seconds",
];

/** Names of the time series that an expression asks for. @throws Error that says where it can't be read */
function seriesIn(expression: string): string[] {
  const names: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from, to, node }) => {
      if (type.isError) throw new Error(`Not PromQL at ${from}: ${expression}`);
      if (type.name === "Identifier" && node.parent?.name === "VectorSelector") names.push(expression.slice(from, to));
    },
  });
  return names;
}

test("what is no PromQL is seen", () => {
  expect(seriesIn("sum(rate(a_total[5m])) / b > 1")).toEqual(["a_total", "b"]);
  expect(() => seriesIn("sum(rate(a_total[5m]) / b > 1")).toThrow(/Not PromQL/);
});

test("every series of an alert or a dashboard is exposed by a process", async () => {
  const supergraph = await startSupergraph();
  const registry = await startRegistryStand();
  try {
    await openShow(supergraph.client);
    await signUp(supergraph.client);
    const urls = [supergraph.url, registry.url, ...Object.values(supergraph.subgraphs).map(({ url }) => url)];
    const texts = await Promise.all(urls.map(async (url) => (await fetch(new URL("/metrics", url))).text()));
    const told = new Set(OF_A_PROCESS);
    for (const [, name, type] of texts.join("\n").matchAll(/^# TYPE (\S+) (\S+)$/gm))
      for (const suffix of type === "histogram" ? ["_bucket", "_sum", "_count"] : [""]) told.add(name! + suffix);
    const asked = new Set(expressions.flatMap(seriesIn));
    expect(asked.size).toBeGreaterThan(20);
    expect([...asked].filter((name) => !told.has(name))).toEqual([]);
    const wanted = [
      "user_registrations_total",
      "user_logins_total",
      "seat_reservations_total",
      "seat_reservations_failed",
      "expired_reservations_released",
    ];
    expect(wanted.filter((name) => !asked.has(name))).toEqual([]);
  } finally {
    await registry.stop();
    await supergraph.stop();
  }
});

test("each message that is asked for by its name is one that is published", () => {
  const folder = path.join(ROOT, "schema", "messages");
  const published = readdirSync(folder).flatMap((file) =>
    [...readFileSync(path.join(folder, file), "utf8").matchAll(/defineMessage\("([^"]+)"/g)].map(([, name]) => name!),
  );
  const asked = expressions.flatMap((expr) => [...expr.matchAll(/message(=~?)"([^"]+)"/g)]);
  expect(asked.length).toBeGreaterThan(5);
  for (const [, operator, value] of asked) {
    const isMeant =
      operator === "=" ? (name: string) => name === value : (name: string) => new RegExp(`^(?:${value})$`).test(name);
    expect([value, published.some(isMeant)]).toEqual([value, true]);
  }
});

test("each alert has its section in the runbook, and no section is about none", () => {
  const sections = [...read("docs/runbook.md").matchAll(/^## (\w+)$/gm)].map(([, title]) => title!);
  expect(sections).toEqual(alerts.map(({ alert }) => alert));
  for (const { alert, annotations } of alerts)
    expect(annotations.runbook).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
});

test("Prometheus watches every process that docker-compose.yml starts and that tells metrics", () => {
  const { scrape_configs: scraped } = parse(read("deploy/prometheus/prometheus.yml")) as {
    scrape_configs: { static_configs: { targets: string[] }[] }[];
  };
  const targets = scraped.flatMap(({ static_configs }) => static_configs.flatMap((one) => one.targets));
  const expected = [
    ...listedSubgraphs().map(({ name, port }) => `${name}:${port}`),
    "gateway:4000",
    "public-gateway:4030",
    "registry:4010",
  ];
  expect(targets.sort()).toEqual(expected.sort());
  // Both are for this machine alone; Grafana reads what Prometheus has stored.
  const { services } = parse(read("docker-compose.yml"), { merge: true }) as {
    services: Record<string, { ports?: string[] }>;
  };
  expect([services.prometheus?.ports, services.grafana?.ports]).toEqual([
    ["127.0.0.1:9090:9090"],
    ["127.0.0.1:3000:3000"],
  ]);
  const provisioning = path.join("deploy", "grafana", "provisioning", "datasources");
  const sources = readdirSync(path.join(ROOT, provisioning)).map((file) => read(path.join(provisioning, file)));
  expect(sources.join("\n")).toContain("http://prometheus:9090");
});
