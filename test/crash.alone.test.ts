// The short form of `npm run test:crash`.
import { crash, type Outcome } from "./crash/child.ts";
import { seedOfRun } from "../testkit/random.ts";
import { often } from "../testkit/repetitions.ts";

const KILLS = 12;
/** The sweep tries every so-many-th of its faults: a long story has a thousand, each of half a minute. */
const EVERY = often("30:6", "30");
/** A purchase and others by the seed; `npm run test:long` sweeps over all. */
const STORIES: number[] = often([3], []);

let killed: Promise<Outcome>;
let swept: Promise<Outcome>;
// Both wait most of the time, so they run at once.
beforeAll(() => {
  // What the seed does not decide, time does.
  killed = crash(1, KILLS, Math.abs(seedOfRun()));
  swept = crash("sweep", EVERY, ...STORIES);
});

test("whatever is killed, nothing that was acknowledged is lost, and no seat is sold and no card charged twice", async () => {
  const { said, summary } = await killed;
  expect({ said, violations: summary.violations }).toEqual({ said, violations: 0 });
  // It was a sale, and not only an outage.
  expect(summary).toMatchObject({ kills: KILLS, confirmed: expect.any(Number) });
  expect(summary.confirmed).toBeGreaterThan(0);
  expect(summary.unanswered).toBeGreaterThan(0);
}, 1_800_000);

test("whichever message is stopped, and at whichever point a process dies, every story ends as it should", async () => {
  const { said, summary } = await swept;
  expect({ said, violations: summary.violations }).toEqual({ said, violations: 0 });
  expect(summary.messages).toBeGreaterThan(40);
  expect(summary.points).toBeGreaterThan(40);
  expect(summary.tried! - summary.missed!).toBeGreaterThan(10);
}, 1_800_000);
