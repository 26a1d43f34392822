// `npm run bench -- gateway`: what a request costs in the gateway, in ours as it runs in production, in stock @apollo/gateway,
// in Hive Gateway and in a server of constant bytes, in turn, on the same supergraph and the same subgraphs.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ensureKeys } from "../../operations/keys.ts";
import { freePorts } from "../../local/servers/ports.ts";
import { startRedis } from "../../local/servers/redis.ts";
import { ROOT } from "../../operations/topology.ts";
import { answerOf, at, inTurn, NO_HEADERS, round, signIn, type Contender } from "./contenders.ts";
import { benchHeavy } from "./heavy/heavy.ts";
import { hiveGateway } from "./hive.ts";
import type { Measured } from "./load.ts";
import {
  CHANGING,
  composeSupergraph,
  OPERATIONS,
  SUBGRAPHS,
  type OperationName,
  type SubgraphName,
} from "./schemas.ts";
import { median } from "../statistics.ts";

/** What a gateway asks of a subgraph for a list of 50 things. */
const ENTITIES = JSON.stringify({
  query:
    "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Good { id name text price currency tags inStock } } }",
  variables: { representations: Array.from({ length: 50 }, (_, index) => ({ __typename: "Good", id: String(index) })) },
});

export async function benchGateways(rounds: number): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-bench-"));
  const running: ChildProcess[] = [];
  const start = (name: string, args: string[], env: Record<string, string> = {}): ChildProcess => {
    const log = openSync(path.join(folder, `${name}.log`), "a");
    const child = spawn(process.execPath, args, {
      cwd: folder,
      env: { NODE_ENV: "production", APOLLO_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", log, log],
    });
    running.push(child);
    return child;
  };
  const ports = await freePorts(10);
  const redis = await startRedis({
    dir: path.join(folder, "redis"),
    port: ports[8]!,
    cache: path.join(ROOT, ".data", "cache", "redis"),
  });
  try {
    const names = Object.keys(SUBGRAPHS) as SubgraphName[];
    const urls = Object.fromEntries(
      names.map((name, index) => [name, `http://127.0.0.1:${ports[index]}/graphql`]),
    ) as Record<SubgraphName, string>;
    const supergraph = path.join(folder, "supergraph.graphql");
    writeFileSync(supergraph, composeSupergraph(urls));
    const { headers: signedIn, jwks } = await signIn(1);
    const here = (file: string) => path.join(import.meta.dirname, file);
    start("subgraphs", [here("subgraphs-main.ts"), "--ports", ports.slice(0, 3).join(), "--jwks", jwks]);

    const keys = ensureKeys(folder, ["gateway"]);
    const changing = path.join(folder, "changing.graphql");
    writeFileSync(changing, readFileSync(supergraph, "utf8").replaceAll("/graphql", CHANGING));
    const ours = (port: number, file: string) => ({
      GATEWAY_PORT: String(port),
      GATEWAY_SUPERGRAPH_FILE: file,
      GATEWAY_SIGNING_KEY_FILE: keys.signingKeyFile("gateway"),
      REDIS_URL: redis.url,
      LOG_LEVEL: "info",
      // Counted like everyone's, but never too many.
      GATEWAY_REQUESTS_PER_MINUTE: "100000000",
      GATEWAY_ADDRESS_REQUESTS_PER_MINUTE: "100000000",
      GATEWAY_COST_PER_MINUTE: "100000000000",
    });
    const startOurs = (name: string, port: number, file: string) =>
      start(name, [path.join(ROOT, "gateway/main.ts")], ours(port, file));
    const port = (index: number) => String(ports[index]);
    const contenders: Contender[] = [
      {
        name: "ours",
        url: at(ports[3]!),
        process: startOurs("ours", ports[3]!, supergraph),
        headers: signedIn,
      },
      {
        name: "oursChanging",
        url: at(ports[9]!),
        process: startOurs("changing", ports[9]!, changing),
        headers: signedIn,
      },
      {
        name: "stock",
        url: at(ports[4]!, "/"),
        process: start("stock", [here("stock-main.ts"), "--supergraph", supergraph, "--port", port(4)]),
        headers: NO_HEADERS,
      },
    ];
    for (const [index, name] of ["hive", "hiveRouter"].entries()) {
      const args = hiveGateway(supergraph, ports[5 + index]!, name === "hiveRouter");
      if (!args) process.stderr.write("npm can't install Hive Gateway here: it is skipped.\n");
      else contenders.push({ name, url: at(ports[5 + index]!), process: start(name, args), headers: NO_HEADERS });
    }
    const results: Record<string, Record<string, Measured[]>> = {};
    for (const operation of Object.keys(OPERATIONS) as OperationName[]) {
      const body = JSON.stringify({ query: OPERATIONS[operation] });
      const answers = new Map<string, string>();
      for (const one of contenders) answers.set(one.name, await answerOf(one, body));
      if (new Set(answers.values()).size > 1)
        throw new Error(`The gateways answer ${operation} differently: ${JSON.stringify([...answers])}`);
      const file = path.join(folder, `${operation}.json`);
      writeFileSync(file, answers.get("ours")!);
      const constant = start(`constant-${operation}`, [here("constant-main.ts"), "--answer", file, "--port", port(7)]);
      const floor: Contender = { name: "constant", url: at(ports[7]!), process: constant, headers: NO_HEADERS };
      await answerOf(floor, body);
      results[operation] = await inTurn([...contenders, floor], () => body, rounds);
      constant.kill();
      await delay(200);
    }
    const [own, plain] = (await freePorts(2)) as [number, number];
    const subgraph = (name: string, at_: number, args: string[]): Contender => {
      const child = start(name, [here("one-subgraph-main.ts"), "--port", String(at_), ...args]);
      return { name, url: at(at_, "/"), process: child, headers: NO_HEADERS };
    };
    const subgraphs = [subgraph("ours", own, []), subgraph("plain", plain, ["--plain"])];
    for (const one of subgraphs) await answerOf(one, ENTITIES);
    const ofSubgraphs = subgraphSummary(await inTurn(subgraphs, () => ENTITIES, rounds));
    return { ...summary(results), ...ofSubgraphs, ...(await benchHeavy({ folder, start, startOurs, rounds })) };
  } finally {
    for (const child of running) child.kill();
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * `one.stock`: how many times the CPU of ours stock takes, with subgraphs that answer the same each time; `.changing`: where no
 * answer of theirs is ever the same twice, so that ours can remember nothing. `one.cpu`: µs of CPU a request, of each.
 */
function summary(results: Record<string, Record<string, Measured[]>>): Record<string, unknown> {
  const figures: Record<string, unknown> = {};
  for (const [operation, byName] of Object.entries(results)) {
    const of = (name: string, figure: keyof Measured) => median(byName[name]!.map((one) => one[figure]));
    const figure = (key: keyof Measured, digits: number) =>
      Object.fromEntries(Object.keys(byName).map((name) => [name, round(of(name, key), digits)]));
    for (const name of Object.keys(byName))
      if (!["ours", "oursChanging", "constant"].includes(name)) {
        figures[`${operation}.${name}`] = round(of(name, "cpuMicros") / of("ours", "cpuMicros"), 2);
        figures[`${operation}.${name}.changing`] = round(of(name, "cpuMicros") / of("oursChanging", "cpuMicros"), 2);
      }
    figures[`${operation}.cpu`] = figure("cpuMicros", 0);
    figures[`${operation}.requestsPerSecond`] = figure("requestsPerSecond", 0);
    figures[`${operation}.p99Ms`] = figure("p99Ms", 1);
    figures[`${operation}.shareOfConstant`] = round(of("constant", "cpuMicros") / of("ours", "cpuMicros"), 2);
  }
  return figures;
}

/** `subgraph`: how many times the CPU of ours Apollo Server takes as it comes, for 50 entities. */
function subgraphSummary(byName: Record<string, Measured[]>): Record<string, unknown> {
  const of = (name: string) => median(byName[name]!.map(({ cpuMicros }) => cpuMicros));
  return {
    subgraph: round(of("plain") / of("ours"), 2),
    "subgraph.cpu": { ours: round(of("ours"), 0), plain: round(of("plain"), 0) },
  };
}
