// `npm run test:long`: everything, and random tests as often as they are meant to be repeated; see testkit/repetitions.ts.
process.env.TEST_LONG = "1";

export { default } from "./jest.config.js";
