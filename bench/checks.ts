// `npm run bench -- checks`: how long Rover's check of a subgraph takes at our registry, as a pipeline waits for it, beside a fetch of
// the same subgraph: at this system's six subgraphs without and with operations that weigh changes, and at 60 generated ones.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pidOf, withSystem } from "../testkit/temporary-system.ts";
import { findRover, GRAPH, roverEnvironment, subgraphsHere } from "../operations/registry.ts";
import type { Env } from "../operations/environment.ts";
import type { System } from "../local/system.ts";
import type { Subgraph } from "../registry/checks/composition.ts";
import { cpuOfFamily } from "./cpu.ts";
import { median, quantile } from "./statistics.ts";

const GENERATED = 60;
const TYPES_EACH = 10;
const OPERATIONS = 2_000;
const OPERATIONS_A_REPORT = 500;
const CHECKS_A_ROUND = 5;
const SUBGRAPH = "orders";

interface Case {
  name: string;
  args: string[];
}

interface Measured {
  ms: number[];
  registryCpuMs: number[];
}

export function benchChecks(rounds: number): Promise<Record<string, unknown>> {
  return withSystem({ REGISTRY: "on" }, (system) => checkAll(system, rounds));
}

async function checkAll(system: System, rounds: number): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-checks-"));
  const env = { ...roverEnvironment(system.env), HOME: folder };
  try {
    const [here, made] = [subgraphsHere(), generated()];
    const six = `${GRAPH}@six`;
    const weighed = `${GRAPH}@weighed`;
    const sixty = `${GRAPH}@sixty`;
    for (const subgraph of here) await publish(env, folder, six, subgraph);
    for (const subgraph of here) await publish(env, folder, weighed, subgraph);
    for (const subgraph of made) await publish(env, folder, sixty, subgraph);
    await reportOperations(system.env, weighed);
    const own = here.find(({ name }) => name === SUBGRAPH)!;
    const more = write(folder, `${own.sdl}\nextend type Query {\n  "For the bench."\n  benchmarked: Int\n}\n`);
    const other = write(folder, `${made[0]!.sdl}\nextend type Query {\n  "For the bench."\n  benchmarked: Int\n}\n`);
    const check = (ref: string, name: string, file: string) => [
      "subgraph",
      "check",
      ref,
      "--name",
      name,
      "--schema",
      file,
    ];
    const cases: Case[] = [
      { name: "fetch, for comparison", args: ["subgraph", "fetch", six, "--name", SUBGRAPH] },
      { name: `check at ${here.length} subgraphs`, args: check(six, SUBGRAPH, more) },
      { name: `check at ${here.length}, ${OPERATIONS} operations`, args: check(weighed, SUBGRAPH, more) },
      { name: `check at ${GENERATED} generated`, args: check(sixty, "generated0", other) },
    ];
    const measured = new Map<string, Measured>();
    for (let round = 0; round < rounds; round++)
      for (const { name, args } of cases) {
        const before = measured.get(name) ?? { ms: [], registryCpuMs: [] };
        measured.set(name, before);
        for (let n = 0; n < CHECKS_A_ROUND; n++) {
          const cpu = cpuOfFamily(pidOf(system, "registry"));
          before.ms.push(await rover(env, args));
          before.registryCpuMs.push((cpuOfFamily(pidOf(system, "registry")) - cpu) * 1_000);
        }
      }
    return Object.fromEntries(
      [...measured].map(([name, { ms, registryCpuMs }]) => [
        name,
        {
          medianMs: Math.round(median(ms)),
          p99Ms: Math.round(quantile(ms, 0.99)),
          registryCpuMs: Math.round(median(registryCpuMs)),
        },
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns milliseconds. @throws Error with Rover's words if it does not end with 0 */
function rover(env: Env, args: string[]): Promise<number> {
  const begun = performance.now();
  return new Promise((resolve, reject) => {
    execFile(findRover()!, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, _, said) =>
      error ? reject(new Error(said)) : resolve(performance.now() - begun),
    );
  });
}

function write(folder: string, sdl: string): string {
  const file = path.join(folder, `${randomUUID()}.graphql`);
  writeFileSync(file, sdl);
  return file;
}

async function publish(env: Env, folder: string, ref: string, { name, url, sdl }: Subgraph): Promise<void> {
  const file = write(folder, sdl);
  await rover(env, ["subgraph", "publish", ref, "--name", name, "--schema", file, "--routing-url", url]);
}

/** Each owns an entity and some types, and adds a field to the entity of the one before it. */
function generated(): Subgraph[] {
  return Array.from({ length: GENERATED }, (_, n) => {
    const types = Array.from(
      { length: TYPES_EACH },
      (__, t) =>
        `"A type." type T${n}x${t} { "Its id." id: ID! "A number." a: Int "A text." b(first: Int): [String!] }`,
    );
    const before = n === 0 ? "" : `type E${n - 1} @key(fields: "id") { "Its id." id: ID! "Added." by${n}: T${n}x0 }`;
    const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      "An entity." type E${n} @key(fields: "id") { "Its id." id: ID! "Its name." name: String } ${before} ${types.join("\n")}
      type Query { "One." e${n}: E${n} "One." t${n}: T${n}x1 }`;
    return { name: `generated${n}`, url: `https://generated${n}.example/graphql`, sdl };
  });
}

/** As a gateway would: operations of many shapes, over what the catalogue and the sale show. */
async function reportOperations(env: Env, ref: string): Promise<void> {
  const FIELDS = [
    "name",
    "description",
    "category",
    "status",
    "startsAt",
    "endsAt",
    "timeZone",
    "calendar",
    "version",
    "maxSeatsPerBuyer",
    "availability{total available held}",
  ];
  const operations = Array.from({ length: OPERATIONS }, (_, n) => {
    const chosen = FIELDS.filter((__, index) => n & (1 << index));
    const name = `Shape${n}`;
    return {
      name,
      body: `query ${name}($id:ID!){event(id:$id){id ${chosen.join(" ")} venue{name city}}}`,
      client: "web",
      requests: 1 + n,
    };
  });
  for (let from = 0; from < OPERATIONS; from += OPERATIONS_A_REPORT) {
    const response = await fetch(`http://127.0.0.1:${env.REGISTRY_PORT}/usage`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-api-key": env.REGISTRY_GATEWAY_KEY! },
      body: JSON.stringify({ id: randomUUID(), ref, operations: operations.slice(from, from + OPERATIONS_A_REPORT) }),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}
