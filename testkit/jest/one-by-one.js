// Runs one test file after the other.
import InWorkers from "./in-workers.js";

export default class OneByOne extends InWorkers {
  constructor(globalConfig, context) {
    super({ ...globalConfig, maxWorkers: 1 }, context);
  }
}
