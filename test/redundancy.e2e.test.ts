// Two of each, of which one after the other is killed or stopped.
import { crash } from "./crash/child.ts";

/** Whatever fell on one of them; the last is when nothing was left but one PostgreSQL. */
const TROUBLES = 1 + 7 + 7 + 2 + 4;

test("whichever of two is killed or stands still, the system goes on, and nothing is lost or done twice", async () => {
  const { said, summary } = await crash("redundancy", Date.now() % 1_000_000);
  expect({ said, violations: summary.violations }).toEqual({ said, violations: 0 });
  expect(Object.keys(summary.away ?? {})).toHaveLength(TROUBLES);
  expect(summary.confirmed).toBeGreaterThan(0);
  expect(summary.readsFromReplica).toBeGreaterThan(100);
}, 600_000);
