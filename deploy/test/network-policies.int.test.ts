// The network policies let exactly those speak to each other who do.
import { listedSubgraphs } from "../../operations/topology.ts";
import { mayReach, of, podOf, print, type Manifest, type Peer } from "./manifests.ts";

const production = print("production");
const names = listedSubgraphs().map(({ name }) => name);

describe("network policies", () => {
  const pod = (app: string): Peer => ({ labels: { app }, namespace: "ours" });
  const database = (owner: string): Peer => ({
    labels: { app: `postgres-${owner}`, database: owner },
    namespace: "ours",
  });
  const ports = Object.fromEntries([
    ...listedSubgraphs().map(({ name, port }) => [name, port] as const),
    ["registry", 4010],
    ["gateway", 4000],
    ["public-gateway", 4000],
    ["storefront", 3000],
  ]) as Record<string, number>;
  const everybody = Object.keys(ports);
  const reached = (to: string) =>
    everybody.filter((from) => from !== to && mayReach(production, pod(from), pod(to), ports[to]!)).sort();

  test("gateways reach every subgraph, and besides only those who ask it for something", () => {
    const gateways = ["gateway", "public-gateway"];
    expect(Object.fromEntries(names.map((name) => [name, reached(name)]))).toEqual({
      // Users collects a person's data from all others.
      ...Object.fromEntries(names.map((name) => [name, [...gateways, "users"]])),
      users: [...gateways, "orders"].sort(),
      seating: [...gateways, "catalog", "orders", "users"].sort(),
      orders: [...gateways, "payments", "risk", "users"].sort(),
    });
    expect(reached("registry")).toEqual(gateways);
    expect(reached("gateway")).toEqual(["storefront"]);
  });

  test("a database is reached by its own process, its migration and its archiver, and by nobody else", () => {
    for (const owner of [...names, "registry"]) {
      const once = ["migrate", "archive"].flatMap((what) => everybody.map((name) => `${what}-${name}`));
      const callers = [...everybody, ...once].filter((from) => mayReach(production, pod(from), database(owner), 5432));
      const own = [owner, `migrate-${owner}`, ...(owner === "registry" ? [] : [`archive-${owner}`])];
      expect([owner, callers.sort()]).toEqual([owner, own.sort()]);
    }
  });

  test("from outside there are the gateways and the storefront, and where the payment provider tells what has become of payments", () => {
    const ingress: Peer = { labels: {}, namespace: "ingress-nginx" };
    expect(everybody.filter((name) => mayReach(production, ingress, pod(name), ports[name]!)).sort()).toEqual([
      "gateway",
      "payments",
      "public-gateway",
      "storefront",
    ]);
    const stranger: Peer = { labels: { app: "gateway" }, namespace: "elsewhere" };
    expect(everybody.filter((name) => mayReach(production, stranger, pod(name), ports[name]!))).toEqual([]);
    const prometheus: Peer = { labels: {}, namespace: "monitoring" };
    const metricsPorts = Object.fromEntries(
      of(production, "Deployment").map((deployment) => {
        const { annotations } = podOf(deployment).metadata;
        return [deployment.metadata.name, Number(annotations["prometheus.io/port"])];
      }),
    ) as Record<string, number>;
    expect(everybody.filter((name) => mayReach(production, prometheus, pod(name), metricsPorts[name]!))).toEqual(
      everybody,
    );
  });

  test("to the internet go only payments and users, by HTTPS, and letters, by submission", () => {
    const outside = of(production, "NetworkPolicy").flatMap(({ metadata, spec }) =>
      (spec.egress ?? []).flatMap((rule: Manifest) =>
        (rule.to ?? []).some((peer: Manifest) => peer.ipBlock) ? [[metadata.name, rule.ports[0].port]] : [],
      ),
    );
    expect(outside).toEqual([
      ["users", 587],
      ["users", 443],
      ["orders", 587],
      ["payments", 443],
    ]);
  });
});
