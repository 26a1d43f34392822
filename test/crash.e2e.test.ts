// The short form of `npm run test:crash`: one run, with less killing.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("./crash/main.ts", import.meta.url));
const KILLS = 12;

interface Outcome {
  /** What was said of the run, and what was found wrong. */
  said: string;
  summary: Record<string, number>;
}

function crash(seed: number): Promise<Outcome> {
  return new Promise((resolve) =>
    execFile(process.execPath, [MAIN, "1", String(KILLS), String(seed)], (_, stdout, said) =>
      resolve({ said, summary: JSON.parse(stdout.trim().split("\n").at(-1) || "{}") as Outcome["summary"] }),
    ),
  );
}

test("whatever is killed, nothing that was acknowledged is lost, and no seat is sold and no card charged twice", async () => {
  // Another one each time: what the seed does not decide, time does.
  const { said, summary } = await crash(Date.now() % 1_000_000);
  expect({ said, violations: summary.violations }).toEqual({ said, violations: 0 });
  // It was a sale, and not only an outage.
  expect(summary).toMatchObject({ kills: KILLS, confirmed: expect.any(Number) });
  expect(summary.confirmed).toBeGreaterThan(0);
  expect(summary.unanswered).toBeGreaterThan(0);
}, 600_000);
