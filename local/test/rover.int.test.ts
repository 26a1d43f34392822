// `npm run rover` where there is no registry.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startStand } from "../../gateway/test/harness.ts";
import { freePorts } from "../servers/ports.ts";
import { ROOT } from "../../operations/topology.ts";
import { until } from "../../testkit/until.ts";

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(path.join(tmpdir(), "boxoffice-rover-"))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function rover(...args: string[]) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, "local/rover.ts"), ...args], {
    encoding: "utf8",
    cwd: ROOT,
    env: { ...process.env, HOME: dataDir, DATA_DIR: dataDir },
  });
  return { status, stdout, stderr, ms: performance.now() - begun };
}

test("without a system there is a sentence that says what to do", () => {
  expect(rover("config", "whoami")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/run `npm start` first/),
  });
});

test("an unavailable registry is reported at once", () => {
  writeFileSync(path.join(dataDir, "rover.env"), "APOLLO_REGISTRY_URL=http://127.0.0.1:9/\n");
  const { status, stderr, ms } = rover("config", "whoami");
  expect([status, stderr]).toEqual([1, expect.stringMatching(/does not answer/)]);
  expect(ms).toBeLessThan(10_000);
});

test("composes what is in this folder, without a registry and without fetching anything", () => {
  const { status, stdout, stderr } = rover("supergraph", "compose", "--config", "rover.yaml");
  expect([status, status === 0 ? "" : stderr]).toEqual([0, ""]);
  const here = readFileSync(path.join(ROOT, "schema/supergraph.graphql"), "utf8");
  expect(here).toContain(stdout.trim());
  const broken = path.join(dataDir, "broken.yaml");
  writeFileSync(
    broken,
    `federation_version: =2.14.4\nsubgraphs:\n  a:\n    routing_url: http://a\n    schema:\n      sdl: "type Query { a: Nothing }"\n`,
  );
  expect(rover("supergraph", "compose", "--config", broken)).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/Nothing/),
  });
});

test("develops offline: our gateway serves what Rover composes, also after a schema changes", async () => {
  const sdl = "type Query { a: Int }";
  const stand = await startStand({
    things: { sdl: "type Query { a: Int b: Int }", resolvers: { Query: { a: () => 1, b: () => 2 } } },
  });
  const [port, healthPort] = await freePorts(2);
  const schema = path.join(dataDir, "things.graphql");
  writeFileSync(schema, sdl);
  const supergraph = path.join(dataDir, "supergraph.yaml");
  writeFileSync(
    supergraph,
    `federation_version: =2.14.4\nsubgraphs:\n  things:\n    routing_url: ${stand.stubs.things!.url}\n    schema:\n      file: ${schema}\n`,
  );
  const config = path.join(dataDir, "router.yaml");
  writeFileSync(config, `health_check:\n  enabled: true\n  listen: 127.0.0.1:${healthPort}\n`);
  const args = ["dev", "--supergraph-config", supergraph, "--supergraph-port", String(port), "--router-config", config];
  const child = spawn(process.execPath, [path.join(ROOT, "local/rover.ts"), ...args], {
    cwd: ROOT,
    env: { ...process.env, HOME: dataDir, DATA_DIR: dataDir },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ask = async (query: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as { data?: unknown };
  };
  try {
    await until(() => said.includes("GraphQL endpoint exposed at"), `dev says that it is ready, after ${said}`);
    expect((await ask("{ a }")).data).toEqual({ a: 1 });
    expect((await ask("{ b }")).data).toBeUndefined();
    writeFileSync(schema, "type Query { a: Int b: Int }");
    await until(async () => (await ask("{ b }")).data !== undefined, "the new field is served");
    expect((await ask("{ a b }")).data).toEqual({ a: 1, b: 2 });
  } finally {
    child.kill("SIGINT");
    await once(child, "exit");
    await stand.stop();
  }
  const isGone = () =>
    ask("{ a }").then(
      () => false,
      () => true,
    );
  await until(isGone, "what it ran has gone with it");
});
