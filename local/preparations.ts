// Preparations of a test or a demo on a system that has just started, and may be slower than its timeouts on a busy machine.
import { setTimeout as delay } from "node:timers/promises";

const WITHIN_MS = 120_000;

/** Repeats preparations that failed by a timeout. An attempt leaves things behind that nobody uses. @throws any other error at once */
export async function prepare<Prepared>(work: () => Promise<Prepared>): Promise<Prepared> {
  const deadline = performance.now() + WITHIN_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > deadline || !/^(TIMEOUT|UNAVAILABLE): /.test((error as Error).message)) throw error;
      await delay(100);
    }
  }
}
