// `npm run test:crash [-- SEEDS [KILLS [FIRST [SECONDS]]]]`: so many runs of so many kills each, from this seed on, with at most so many seconds
// between two kills: more of them on a slow machine, where processes take longer to start.
// `npm run test:crash -- sweep [EVERY[:MOST] [STORY… | COUNT]]`: every (how-manieth) message and fault point of each story (sweep/stories.ts), and at
// most so many of each; of these stories, or of a purchase and others by chance, so many in all.
// `npm run test:crash -- planted [WORDS]`: bugs in copies of the source, for the checks to find.
// `npm run test:crash -- redundancy [SEED]`: two of each, of which one after the other is killed or cut off.
// `npm run test:crash -- story STORY [FAULT]`, `npm run test:crash -- crowd SECONDS`: one telling, one crowd and nothing killed.
// The last line is one JSON object.
import { againWithNetwork } from "../../local/servers/network.ts";
import { seedOfRun } from "../../testkit/random.ts";
import { shuffle } from "../../testkit/repetitions.ts";
import { crashRun, type RunResult } from "./run.ts";
import { redundancyRun } from "./redundancy/run.ts";
import { PLANTED } from "./planted/bugs.ts";
import { tryBug } from "./planted/plant.ts";
import { sweep, tryOne, type Fault } from "./sweep/sweep.ts";
import { SWEPT } from "./sweep/stories.ts";

const KILL_EVERY_SECONDS = 4;
/** For what is not expected to come to rest. */
const SHORT_REST_MS = 20_000;
const [kind, ...rest] = process.argv.slice(2);
const say = (line: string) => process.stderr.write(`${line}\n`);
const KINDS: Record<string, (args: string[]) => Promise<Outcome>> = {
  sweep: swept,
  planted,
  story: told,
  crowd,
  redundancy,
};
const { violations, ...figures } = await (KINDS[kind ?? ""] ?? killed)(
  KINDS[kind ?? ""] ? rest : process.argv.slice(2),
);
for (const violation of violations) say(violation);
process.stdout.write(`${JSON.stringify({ ...figures, violations: violations.length })}\n`);
process.exit(violations.length === 0 ? 0 : 1);

interface Outcome {
  violations: string[];
  [figure: string]: unknown;
}

async function swept([every = "1", ...chosen]: string[]): Promise<Outcome> {
  say(`TEST_SEED=${seedOfRun()} repeats the order.`);
  const [each, most = Infinity] = every.split(":").map(Number);
  return { ...(await sweep({ stories: storiesOf(chosen), every: each!, most, say })) };
}

function storiesOf(chosen: string[]): string[] {
  const [first, ...others] = SWEPT;
  if (chosen.length === 0) return SWEPT;
  const count = Number(chosen[0]);
  return count > 0 ? [first!, ...shuffle(others).slice(0, count - 1)] : chosen;
}

async function told([story = "", fault]: string[]): Promise<Outcome> {
  return {
    story,
    violations: await tryOne(story, fault === undefined ? undefined : (JSON.parse(fault) as Fault), SHORT_REST_MS),
  };
}

async function crowd([seconds = "6"]: string[]): Promise<Outcome> {
  const atLeastMs = Number(seconds) * 1_000;
  const { violations, orders } = await crashRun({
    seed: 1,
    kills: 0,
    killEveryMs: 0,
    atLeastMs,
    restWithinMs: SHORT_REST_MS,
    say,
  });
  return { orders, violations };
}

async function planted([words = ""]: string[]): Promise<Outcome> {
  const bugs = PLANTED.filter(({ what }) => what.includes(words));
  const missed: string[] = [];
  for (const bug of bugs) {
    const { isFound, said } = await tryBug(bug);
    say(`${isFound ? "found" : "NOT FOUND"} by ${bug.found}: ${bug.what}`);
    if (!isFound) missed.push(`${bug.what}: ${bug.found} did not find it\n${said}`);
  }
  return { bugs: bugs.length, violations: missed };
}

async function redundancy([seed = "1"]: string[]): Promise<Outcome> {
  const status = againWithNetwork();
  if (status !== undefined) process.exit(status);
  const { byStatus, ...result } = await redundancyRun(Number(seed), say);
  return { confirmed: byStatus.CONFIRMED ?? 0, ...result };
}

async function killed(args: string[]): Promise<Outcome> {
  const [seeds = 10, kills = 20, first = 1, seconds = KILL_EVERY_SECONDS] = args.map(Number);
  const results: RunResult[] = [];
  for (let seed = first; seed < first + seeds; seed++) {
    const result = await crashRun({
      seed,
      kills,
      killEveryMs: seconds * 1_000,
      say: (line) => say(`seed ${seed}, ${line}`),
    });
    say(JSON.stringify(result));
    results.push(result);
  }
  const total = (count: (result: RunResult) => number) => results.reduce((sum, result) => sum + count(result), 0);
  return {
    seeds,
    kills: total((result) => result.kills),
    orders: total((result) => result.orders),
    confirmed: total((result) => result.byStatus.CONFIRMED ?? 0),
    acknowledged: total((result) => result.acknowledged),
    unanswered: total((result) => result.unanswered),
    violations: results.flatMap(({ seed, violations: found }) => found.map((what) => `seed ${seed}: ${what}`)),
  };
}
