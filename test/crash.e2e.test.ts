// The short form of `npm run test:crash`: one run, with less killing.
import { crashRun } from "./crash/run.ts";

const KILLS = 12;

test("whatever is killed, nothing that was acknowledged is lost, and no seat is sold and no card charged twice", async () => {
  // Another one each time: what the seed does not decide, time does.
  const seed = Date.now() % 1_000_000;
  const said: string[] = [];
  const result = await crashRun({ seed, kills: KILLS, killEveryMs: 4_000, say: (line) => said.push(line) });
  expect({ seed, said, violations: result.violations }).toEqual({ seed, said, violations: [] });
  // It was a sale, and not only an outage.
  expect(result.byStatus.CONFIRMED ?? 0).toBeGreaterThan(0);
  expect(result.unanswered).toBeGreaterThan(0);
}, 600_000);
