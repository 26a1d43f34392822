// Unit tests lie beside what they test, a subgraph's own in its test/, journeys through the front door in test/.

import { tmpdir } from "node:os";
import path from "node:path";

// Each worker, and each process that a test starts, loads what an earlier one has compiled. Coverage would miss functions in it.
if (!process.argv.includes("--coverage")) process.env.NODE_COMPILE_CACHE ??= path.join(tmpdir(), "node-compile-cache");

/** npm brings Rover for these only; there its tests run, and fail where it is missing. */
const hasRover = process.platform === "linux" && process.arch === "x64";

/** Of many processes, and of how long they take: those have the machine to themselves. */
const ALONE = "\\.alone\\.test\\.ts$";

export const common = {
  runner: "./testkit/jest/in-workers.js",
  testRunner: "<rootDir>/testkit/jest/natively.js",
  transform: {},
  globalSetup: "./testkit/jest/start.js",
  globalTeardown: "./testkit/jest/stop.js",
};

export default {
  projects: [
    {
      ...common,
      testMatch: ["<rootDir>/**/*.test.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        ALONE,
        "\\.browser\\.test\\.ts$",
        ...(hasRover ? [] : ["rover\\.int\\.test\\.ts$", "registry/test/(?!hostile).*\\.int\\.test\\.ts$"]),
      ],
    },
    { ...common, testRegex: [ALONE], runner: "./testkit/jest/one-by-one.js" },
  ],
  testSequencer: "./testkit/jest/longest-first.js",
  testTimeout: 600_000,
  // `--seed` repeats what is random in a run.
  showSeed: true,
  // A system keeps a core busy: half of it in its process, half in PostgreSQL.
  maxWorkers: 2,
  // Else each grows with what was compiled and kept for earlier test files.
  workerIdleMemoryLimit: "1GB",
  coverageProvider: "v8",
  collectCoverageFrom: [
    "domain/**/*.ts",
    "gateway/**/*.ts",
    "platform/**/*.ts",
    "schema/**/*.ts",
    "subgraphs/**/*.ts",
    "!**/*.generated.ts",
    "!**/main.ts",
  ],
};
