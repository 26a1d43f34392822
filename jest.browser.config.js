// Tests in a real browser, apart from `npm test`, which needs none.
import { common } from "./jest.config.js";

export default { ...common, testMatch: ["<rootDir>/**/*.browser.test.ts"], testTimeout: 600_000, maxWorkers: 2 };
