// `npm run test:unit`: all tests that need no PostgreSQL, Redis or hundreds of repetitions.
import base, { common } from "./jest.config.js";

const { globalSetup: _setup, globalTeardown: _teardown, ...withoutServers } = common;

export default {
  ...base,
  // They compute and seldom wait.
  maxWorkers: "100%",
  projects: [
    {
      ...withoutServers,
      testMatch: ["<rootDir>/**/*.test.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        "\\.(int|e2e|alone|browser)\\.test\\.ts$",
        "/differences-[a-z]+\\.test\\.ts$",
      ],
    },
  ],
};
