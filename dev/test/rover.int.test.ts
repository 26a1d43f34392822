// `npm run rover` before there is anything to ask.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "../topology.ts";

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(path.join(tmpdir(), "boxoffice-rover-"))));
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

function rover() {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, "dev/rover.ts"), "config", "whoami"], {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return { status, stderr, ms: performance.now() - begun };
}

test("without a system there is a sentence that says what to do", () => {
  expect(rover()).toMatchObject({ status: 1, stderr: expect.stringMatching(/run `npm start` first|brings no Rover/) });
});

test("a registry that is away is told at once", () => {
  writeFileSync(path.join(dataDir, "rover.env"), "APOLLO_REGISTRY_URL=http://127.0.0.1:9/\n");
  const { status, stderr, ms } = rover();
  expect([status, stderr]).toEqual([1, expect.stringMatching(/does not answer|brings no Rover/)]);
  expect(ms).toBeLessThan(10_000);
});
