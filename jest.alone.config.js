// Tests that need a machine to themselves, apart from `npm test`.
import base from "./jest.config.js";

export default { ...base, testMatch: ["<rootDir>/**/*.alone.test.ts"], testPathIgnorePatterns: ["/node_modules/"] };
