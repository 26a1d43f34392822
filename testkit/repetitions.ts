/** How often a random test is repeated: `few` times by `npm test` and `npm run test:browser`, `all` by `test:long` and `test:browser:long`. */
export const often = (few: number, all: number): number => (process.env.TEST_LONG === "1" ? all : few);
