// How much of a long test `npm test` and `npm run test:browser` do; `test:long` and `test:browser:long` do all.
import { createRandom, seedOfRun } from "./random.ts";

const isLong = process.env.TEST_LONG === "1";

/** How often a random test is repeated. */
export const often = <Value>(few: Value, all: Value): Value => (isLong ? all : few);

/** Of these values one in `every`, by the seed of the run. */
export function sampleOf<Value>(values: readonly Value[], every: number): Value[] {
  const shuffled = shuffle(values);
  return isLong ? shuffled : shuffled.slice(0, Math.ceil(values.length / every));
}

/** The same order for the same seed of the run. */
export function shuffle<Value>(values: readonly Value[]): Value[] {
  const random = createRandom(seedOfRun());
  return values
    .map((value) => ({ value, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

/** `test` for what takes minutes, and which only `npm run test:long` does. */
export const testAtLength = (): jest.It => (isLong ? test : test.skip);

/** `test` for what takes about a minute: one run in `every` does it, by the seed, each name in other runs; `npm run test:long` always. */
export const testOnceIn = (every: number, name: string): jest.It =>
  isLong || createRandom(seedOfRun() + hashOf(name)).below(every) === 0 ? test : test.skip;

const hashOf = (text: string): number => [...text].reduce((hash, char) => (hash * 31 + char.codePointAt(0)!) >>> 0, 7);
