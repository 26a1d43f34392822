// Reproducible random numbers: the same seed gives the same sequence.
import { randomInt } from "node:crypto";

export interface Random {
  /** In the interval [0, 1). */
  next(): number;
  /** An integer in the interval [0, below). */
  below(below: number): number;
  chance(share: number): boolean;
  pick<T>(values: readonly T[]): T;
  /** Weighted choice. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** A separate generator, derived from this seed. */
  fork(): Random;
}

/** Printed by jest, and set by `npm test -- --seed=…`; outside of tests `TEST_SEED`. */
export const seedOfRun = (): number => Number((process.env.TEST_SEED ??= String(randomInt(2 ** 31))));

/** mulberry32, by Tommy Ettinger (public domain). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const random: Random = {
    next,
    below: (below) => Math.floor(next() * below),
    chance: (share) => next() < share,
    pick: (values) => values[random.below(values.length)]!,
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) if ((left -= weight) < 0) return choice;
      return choices.at(-1)![0];
    },
    fork: () => createRandom(Math.floor(next() * 2 ** 32)),
  };
  return random;
}
