// Unit tests lie beside what they test, a subgraph's own in its test/, journeys through the front door in test/.

/** npm brings Rover for these only; there its tests run, and fail where it is missing. */
const hasRover = process.platform === "linux" && process.arch === "x64";

/** Of many processes, and of how long they take: those have the machine to themselves. */
const ALONE = "\\.alone\\.test\\.ts$";

export const common = {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform: { "\\.ts$": "<rootDir>/testkit/jest/strip-types.js" },
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
  testTimeout: 60_000,
  maxWorkers: 2,
  // Else each grows to 2.5 GB, for what a test file has imported is kept, and takes longer to end than it is given.
  workerIdleMemoryLimit: "1GB",
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
