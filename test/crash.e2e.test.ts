// The short form of `npm run test:crash`.
import { crash } from "./crash/child.ts";
import { seedOfRun } from "../testkit/random.ts";

const KILLS = 12;
/** The sweep tries every so-many-th of its faults. */
const EVERY = 32;

test("whatever is killed, nothing that was acknowledged is lost, and no seat is sold and no card charged twice", async () => {
  // What the seed does not decide, time does.
  const { said, summary } = await crash(1, KILLS, Math.abs(seedOfRun()));
  expect({ said, violations: summary.violations }).toEqual({ said, violations: 0 });
  // It was a sale, and not only an outage.
  expect(summary).toMatchObject({ kills: KILLS, confirmed: expect.any(Number) });
  expect(summary.confirmed).toBeGreaterThan(0);
  expect(summary.unanswered).toBeGreaterThan(0);
}, 600_000);

test("whichever message is stopped, and at whichever point a process dies, a purchase, a refund, an expiry and a verification end as they should", async () => {
  const { said, summary } = await crash("sweep", EVERY);
  expect({ said, violations: summary.violations }).toEqual({ said, violations: 0 });
  expect(summary.messages).toBeGreaterThan(40);
  expect(summary.points).toBeGreaterThan(40);
  expect(summary.tried! - summary.missed!).toBeGreaterThan(10);
}, 600_000);
