// Runs one test file after the other. https://jestjs.io/docs/29.7/configuration#runner-string
import TestRunner from "jest-runner";

export default class OneByOne extends TestRunner.default {
  isSerial = true;
}
