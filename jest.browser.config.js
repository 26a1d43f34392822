// Tests in a real browser, apart from `npm test`, which needs none.
import base from "./jest.config.js";

export default { ...base, testMatch: ["<rootDir>/**/*.browser.test.ts"], testPathIgnorePatterns: ["/node_modules/"] };
