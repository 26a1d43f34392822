// `npm run test:browser:long`: tests in a browser with as many changes and cuts as they are meant to have; see testkit/repetitions.ts.
process.env.TEST_LONG = "1";

export { default } from "./jest.browser.config.js";
