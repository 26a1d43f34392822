// The heavy query: ours beside stock @apollo/gateway, Hive Gateway, and the floor: the same fetches by our HTTP client, parsed, and the
// response as JSON. No two requests and no two answers of a subgraph are alike, and each client is another person.
import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "graphql";
import { freePorts } from "../../../local/servers/ports.ts";
import { startStock } from "../../../gateway/execution/stock.ts";
import { readSupergraph } from "../../../gateway/supergraph/supergraph.ts";
import {
  composeHeavy,
  createSubgraph,
  NUMBER,
  QUERY,
  SUBGRAPHS,
  variablesOf,
  type SubgraphName,
} from "../../../gateway/test/heavy-world.ts";
import { executeByStock } from "../../../gateway/test/stock.ts";
import { median } from "../../statistics.ts";
import { answerOf, at, AT_ONCE, inTurn, NO_HEADERS, round, signIn, type Contender } from "../contenders.ts";
import { hiveGateway } from "../hive.ts";
import type { Measured } from "../load.ts";

export interface HeavyOptions {
  folder: string;
  start(name: string, args: string[], env?: Record<string, string>): ChildProcess;
  startOurs(name: string, port: number, supergraphFile: string): ChildProcess;
  rounds: number;
}

export async function benchHeavy({ folder, start, startOurs, rounds }: HeavyOptions): Promise<Record<string, unknown>> {
  const [subgraphs, own, stock, hive, hiveRouter, floor] = (await freePorts(6)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const here = (file: string) => path.join(import.meta.dirname, file);
  const urlOf = (name: string) => `http://127.0.0.1:${subgraphs}/${name}`;
  const sdl = composeHeavy(urlOf, { users: urlOf("users") });
  const supergraph = path.join(folder, "heavy.graphql");
  writeFileSync(supergraph, sdl);
  const fetches = path.join(folder, "heavy-fetches.json");
  writeFileSync(fetches, JSON.stringify(await fetchesOf(sdl, urlOf)));
  const { headers, jwks } = await signIn(AT_ONCE);
  start("heavy-subgraphs", [here("subgraphs-main.ts"), "--port", String(subgraphs), "--jwks", jwks]);

  const stockMain = here("../stock-main.ts");
  const contenders: Contender[] = [
    { name: "ours", url: at(own), process: startOurs("heavy", own, supergraph), headers },
    {
      name: "stock",
      url: at(stock, "/"),
      process: start("heavy-stock", [stockMain, "--supergraph", supergraph, "--port", String(stock)]),
      headers: NO_HEADERS,
    },
    {
      name: "floor",
      url: at(floor, "/"),
      process: start("heavy-floor", [here("floor-main.ts"), "--fetches", fetches, "--port", String(floor)]),
      headers: NO_HEADERS,
    },
  ];
  for (const [name, port] of [
    ["hive", hive],
    ["hiveRouter", hiveRouter],
  ] as const) {
    const args = hiveGateway(supergraph, port, name === "hiveRouter");
    if (args) contenders.push({ name, url: at(port), process: start(`heavy-${name}`, args), headers: NO_HEADERS });
  }
  const bodyOf = (request: number) => JSON.stringify({ query: QUERY, variables: variablesOf(request) });
  const answers = new Map<string, string>();
  for (const one of contenders) answers.set(one.name, withoutNumbers(await answerOf(one, bodyOf(0))));
  if (new Set(answers.values()).size > 1)
    throw new Error(`The gateways answer the heavy query differently: ${JSON.stringify([...answers])}`);
  return summary(await inTurn(contenders, bodyOf, rounds));
}

const withoutNumbers = (answer: string) => answer.replace(/\d{8}/g, NUMBER);

/** The fetches of the query in the order of its plan, as the stock executor makes them, and the response. */
async function fetchesOf(sdl: string, urlOf: (name: string) => string) {
  const { planning } = readSupergraph(sdl);
  const document = parse(QUERY);
  const stock = await startStock(sdl);
  const subgraphs = new Map(Object.keys(SUBGRAPHS).map((name) => [name, createSubgraph(name as SubgraphName)]));
  const fetches: { url: string; body: string }[] = [];
  const operation = { query: QUERY, variables: variablesOf(0) };
  const { data } = await executeByStock(stock, planning, document, operation, async (name, asked) => {
    fetches.push({ url: urlOf(name), body: JSON.stringify(asked) });
    return JSON.parse(JSON.stringify(await subgraphs.get(name)!(asked))) as object;
  });
  await stock.stop();
  if (fetches.length !== 16) throw new Error(`The heavy query takes ${fetches.length} fetches instead of 16.`);
  return { fetches, data };
}

/**
 * `heavy.stock`: how many times the CPU of ours stock takes; `heavy.vsFloor`: how many times the floor's ours takes; `heavy.floor`: µs of
 * CPU that the floor takes; `heavy.cpu`: of each.
 */
function summary(byName: Record<string, Measured[]>): Record<string, unknown> {
  const of = (name: string, figure: keyof Measured) => median(byName[name]!.map((one) => one[figure]));
  const figure = (key: keyof Measured, digits: number) =>
    Object.fromEntries(Object.keys(byName).map((name) => [name, round(of(name, key), digits)]));
  const times = (name: string) => round(of(name, "cpuMicros") / of("ours", "cpuMicros"), 2);
  const others = Object.keys(byName).filter((name) => name !== "ours" && name !== "floor");
  return {
    ...Object.fromEntries(others.map((name) => [`heavy.${name}`, times(name)])),
    "heavy.vsFloor": round(of("ours", "cpuMicros") / of("floor", "cpuMicros"), 2),
    "heavy.floor": round(of("floor", "cpuMicros"), 0),
    "heavy.cpu": figure("cpuMicros", 0),
    "heavy.cpuRounds": Object.fromEntries(
      Object.entries(byName).map(([name, all]) => [name, all.map(({ cpuMicros }) => round(cpuMicros, 0))]),
    ),
    "heavy.requestsPerSecond": figure("requestsPerSecond", 0),
    "heavy.p99Ms": figure("p99Ms", 1),
  };
}
