// Rover connects to the registry and to nobody else. It runs in a network in which there is nothing else, and the kernel counts
// whatever looks for more. That takes Linux with perl, and a user who may make such a network.
import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";
import { findRover } from "../../operations/registry.ts";
import { ROOT } from "../../operations/topology.ts";
import type { Asked, Seen } from "./isolated.ts";
import { GRAPH, REF, startRegistryStand, type RegistryStand } from "./harness.ts";

const SDL = `type Query {\n  "One."\n  a: Int\n}\n`;
const PORT = 4010;
const canIsolate = spawnSync("unshare", ["--map-root-user", "--net", "perl", "-e", "1"]).status === 0;

let stand: RegistryStand;
let door: Server;
let socket: string;
beforeAll(async () => {
  stand = await startRegistryStand();
  await stand.publish("one", SDL);
  await stand.publish("two", SDL.replace("a: Int", "b: Int"));
  socket = path.join(stand.folder, "registry.sock");
  door = createServer((inner) => {
    const outer = connect(Number(new URL(stand.url).port), "127.0.0.1");
    inner.pipe(outer).pipe(inner);
    for (const one of [inner, outer]) one.on("error", () => {});
  }).listen(socket);
  await once(door, "listening");
});
afterAll(async () => {
  door.close();
  await stand.stop();
});

/** Runs commands where there is nothing but the registry. */
function isolated(commands: string[][]): Promise<Seen> {
  const env = {
    HOME: stand.folder,
    APOLLO_HOME: stand.folder,
    DATA_DIR: stand.folder,
    APOLLO_REGISTRY_URL: `http://127.0.0.1:${PORT}/`,
    APOLLO_KEY: stand.keys.write,
    APOLLO_TELEMETRY_DISABLED: "1",
    APOLLO_ROVER_SKIP_UPDATE: "1",
  };
  const asked: Asked = { socket, port: PORT, env, commands };
  const args = [
    "--map-root-user",
    "--net",
    process.execPath,
    path.join(ROOT, "registry", "test", "isolated.ts"),
    JSON.stringify(asked),
  ];
  return new Promise((resolve, reject) => {
    execFile("unshare", args, { maxBuffer: 64 * 1024 * 1024 }, (error, out) =>
      error ? reject(error as Error) : resolve(JSON.parse(out) as Seen),
    );
  });
}

(canIsolate ? test : test.skip)(
  "no command of Rover looks for anybody but the registry",
  async () => {
    const rover = findRover()!;
    const file = stand.file(SDL);
    const operations = path.join(stand.folder, "operations");
    mkdirSync(operations);
    writeFileSync(path.join(operations, "a.graphql"), "query A { a }");
    const manifest = path.join(stand.folder, "manifest.json");
    const operation = { id: "0".repeat(64), name: "A", type: "query", body: "query A { a }" };
    writeFileSync(
      manifest,
      JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations: [operation] }),
    );
    const of = ["--name", "one"];
    const schema = ["--schema", file];
    const filter = ["--no-include-tags", "--no-exclude-tags", "--no-hide-unreachable-types"];
    const commands = [
      ["subgraph", "check", REF, ...of, ...schema],
      ["subgraph", "check", REF, ...of, ...schema, "--background"],
      ["subgraph", "check", REF, ...of, ...schema, "--format", "json"],
      ["subgraph", "publish", REF, ...of, ...schema, "--no-url", "--check"],
      ["subgraph", "fetch", REF, ...of],
      ["subgraph", "list", REF],
      ["subgraph", "lint", REF, ...of, ...schema],
      ["graph", "fetch", REF],
      ["supergraph", "fetch", REF],
      ["contract", "publish", `${GRAPH}@all`, "--source-variant", "current", ...filter],
      ["contract", "describe", `${GRAPH}@all`],
      ["client", "check", REF, "--root-dir", operations],
      ["persisted-queries", "publish", REF, "--manifest", manifest],
      ["config", "whoami"],
      ["subgraph", "delete", REF, "--name", "two", "--confirm"],
    ].map((args) => [rover, ...args]);
    const composing = [
      process.execPath,
      path.join(ROOT, "local", "rover.ts"),
      "supergraph",
      "compose",
      "--config",
      path.join(ROOT, "rover.yaml"),
    ];
    const { ended, waysOut, waysOutAfterOne } = await isolated([...commands, composing]);
    expect(ended.filter(({ code }) => code !== 0)).toEqual([]);
    expect(ended).toHaveLength(commands.length + 1);
    expect(waysOut).toBe(0);
    // It would have been seen.
    expect(waysOutAfterOne).toBeGreaterThan(0);
  },
  120_000,
);
