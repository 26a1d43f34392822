// Runs test files as Node.js runs any module, instead of in a context of jest's own: a module is loaded once for all test files of a
// worker, and what is an Error to a package is one to a test too. https://jestjs.io/docs/29.7/configuration#testrunner-string
import { createRequire, flushCompileCache } from "node:module";
import { pathToFileURL } from "node:url";
import fc from "fast-check";

const require = createRequire(import.meta.url);
const CIRCUS = require.resolve("jest-circus/package.json").replace("package.json", "");

// Many systems run in one process, one after the other and side by side.
process.setMaxListeners(100);

export default async function runTestFile(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  // It keeps the tests of a file in its modules.
  for (const file of Object.keys(require.cache)) if (file.startsWith(CIRCUS)) delete require.cache[file];
  const runTests = require("jest-circus/runner");
  const native = {
    requireInternalModule: require,
    requireModule: require,
    setGlobalsForRuntime: () => {},
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (file) => import(pathToFileURL(file).href),
  };
  // There are no source maps, and a hundred frames of each error take time.
  Error.prepareStackTrace = undefined;
  Error.stackTraceLimit = 20;
  process.env.TEST_SEED = String(globalConfig.seed);
  fc.configureGlobal({ seed: globalConfig.seed });
  const { console } = globalThis;
  const environmentBefore = { ...process.env };
  globalThis.console = environment.global.console;
  try {
    return await runTests(globalConfig, config, { global: globalThis }, native, testPath, sendMessageToJest);
  } finally {
    globalThis.console = console;
    // A worker may be ended before it has come to that.
    flushCompileCache();
    for (const name of Object.keys(process.env)) if (!(name in environmentBefore)) delete process.env[name];
    Object.assign(process.env, environmentBefore);
  }
}
