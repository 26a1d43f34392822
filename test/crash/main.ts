// `npm run test:crash [-- SEEDS [KILLS [FIRST]]]`: so many runs of so many kills each, from this seed on; the last line is one JSON
// object.
import { crashRun, type RunResult } from "./run.ts";

const [seeds = 10, kills = 20, first = 1] = process.argv.slice(2).map(Number);
const KILL_EVERY_MS = 4_000;

const results: RunResult[] = [];
for (let seed = first; seed < first + seeds; seed++) {
  const result = await crashRun({
    seed,
    kills,
    killEveryMs: KILL_EVERY_MS,
    say: (line) => process.stderr.write(`seed ${seed}, ${line}\n`),
  });
  process.stderr.write(`${JSON.stringify(result)}\n`);
  results.push(result);
}
const violations = results.flatMap(({ seed, violations: found }) => found.map((what) => `seed ${seed}: ${what}`));
for (const violation of violations) process.stderr.write(`${violation}\n`);
const total = (count: (result: RunResult) => number) => results.reduce((sum, result) => sum + count(result), 0);
process.stdout.write(
  `${JSON.stringify({
    seeds,
    kills: total((result) => result.kills),
    orders: total((result) => result.orders),
    confirmed: total((result) => result.byStatus.CONFIRMED ?? 0),
    acknowledged: total((result) => result.acknowledged),
    unanswered: total((result) => result.unanswered),
    violations: violations.length,
  })}\n`,
);
process.exit(violations.length === 0 ? 0 : 1);
