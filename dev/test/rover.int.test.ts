// `npm run rover` where there is no registry.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../topology.ts";

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(path.join(tmpdir(), "boxoffice-rover-"))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function rover(...args: string[]) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(ROOT, "dev/rover.ts"), ...args], {
    encoding: "utf8",
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return { status, stdout, stderr, ms: performance.now() - begun };
}

test("without a system there is a sentence that says what to do", () => {
  expect(rover("config", "whoami")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/run `npm start` first/),
  });
});

test("a registry that is away is told at once", () => {
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
