// How much of what takes long `npm test` tries. `npm run test:long` tries all.
import { createRandom, sample, seedOfRun } from "./random.ts";

/** How often a random test is repeated: `few` times by `npm test`, `all` by `npm run test:long`. */
export const often = (few: number, all: number): number => (process.env.TEST_LONG === "1" ? all : few);

/** A sample of `few` cases by the seed of the run; all of them in `npm run test:long`. */
export const someOf = <T>(all: readonly T[], few: number): T[] =>
  sample(all, often(few, all.length), createRandom(seedOfRun()));
