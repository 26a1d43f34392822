// Jest begins with the test files that took longest, but knows them only from an earlier run; without one, by their size. These are short
// and take minutes: begun last, they would keep one worker busy when there is nothing left for the others.
import Sequencer from "@jest/test-sequencer";

const LONG =
  /(unavailable-\w+|authorization|arguments|provider)\.e2e|(additions|containers|delivery|hostile|backup|schema-check)\.int/;

export default class LongestFirst extends Sequencer.default {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(({ path }) => LONG.test(path)), ...sorted.filter(({ path }) => !LONG.test(path))];
  }
}
