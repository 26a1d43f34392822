// Waits of tests: for conditions, not for time.
import { setTimeout as delay } from "node:timers/promises";

/** Waits until a condition holds, and returns the milliseconds that it took. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 60_000,
  everyMs = 10,
): Promise<number> {
  const begun = performance.now();
  while (!(await condition())) {
    if (performance.now() - begun > withinMs) throw new Error(`Not in time: ${what}`);
    await delay(everyMs);
  }
  return performance.now() - begun;
}
