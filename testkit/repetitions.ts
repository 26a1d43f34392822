/** How often a random test is repeated: `few` times by `npm test`, `all` by `npm run test:long`. */
export const often = (few: number, all: number): number => (process.env.TEST_LONG === "1" ? all : few);
