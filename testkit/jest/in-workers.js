// The runner of jest, which in watch mode starts a process for each run: only a new one loads what has changed.
// https://jestjs.io/docs/29.7/configuration#runner-string
import TestRunner from "jest-runner";

export default class InWorkers extends TestRunner.default {
  runTests(tests, watcher, options) {
    return super.runTests(tests, watcher, { ...options, serial: options.serial && !watcher.isWatchMode() });
  }
}
