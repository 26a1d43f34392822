// The sweep: one story again and again, each time with another message stopped on its way, or a process dead at another of its
// fault points. After each the system is left alone until it has come to rest, and judged.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pidOf, processNames, withSystem } from "../../../testkit/temporary-system.ts";
import { shuffle } from "../../../testkit/repetitions.ts";
import type { Env } from "../../../operations/environment.ts";
import type { Between } from "../../../local/system.ts";
import { ROOT } from "../../../operations/topology.ts";
import { recordChanges } from "../record-changes.ts";
import { ARCHIVER, createLinks, type Message, type Moment } from "./links.ts";
import type { Story } from "./cast.ts";
import { STAFF_ID } from "./payout-story.ts";
import { STORIES } from "./stories.ts";
import { isUntold, tell, type Stage } from "./tell.ts";

/** What goes wrong in one telling of a story. */
export type Fault =
  | { kind: "cut"; message: Message; moment: Moment; nth: number }
  | { kind: "kill"; victim: string; message: Message; moment: Moment; nth: number }
  | { kind: "point"; process: string; point: string; nth: number };

export interface SweepOptions {
  stories: string[];
  /** Of the faults each how-manieth is tried, beginning with one by chance. */
  every: number;
  /** Faults tried in each story, at most. */
  most: number;
  say(line: string): void;
}

export interface SweepResult {
  tried: number;
  /** Faults whose place was not come to in that telling. */
  missed: number;
  messages: number;
  points: number;
  violations: string[];
}

const TIMES = {
  ORDERS_PAYMENT_SECONDS: "4",
  ORDERS_ASSESSMENT_SECONDS: "5",
  ORDERS_REVIEW_SECONDS: "5",
  ORDERS_CHANGE_LETTER_SECONDS: "1",
};
/** Attempts to tell a story without a timeout. */
const OBSERVATIONS = 3;
const SERVERS = ["postgres", "redis"];
const FALLIBLE = [...processNames(), ARCHIVER.name];

const describe = (fault: Fault): string => {
  if (fault.kind === "point") return `${fault.process} dies at its ${fault.nth}. "${fault.point}"`;
  const { from, to, what } = fault.message;
  const where = `${fault.moment} ${from} > ${to}: ${what} (${fault.nth}.)`;
  return fault.kind === "cut" ? `the line is cut ${where}` : `${fault.victim} dies ${where}`;
};

export function sweep(options: SweepOptions): Promise<SweepResult> {
  return onStage((stage) => sweepAll(stage, options));
}

/** One story with one fault, or none; what is wrong when the system has come to rest, or has not after `restWithinMs`. */
export function tryOne(name: string, fault: Fault | undefined, restWithinMs: number): Promise<string[]> {
  return onStage(async (stage) => {
    const patient = { ...stage, restWithinMs };
    await recordChanges(stage.system);
    if (!fault) return tell(patient, storyOf(name));
    const { happened, violations } = await tryFault(patient, storyOf(name), fault);
    return happened ? violations : [...violations, `It never came to this: ${describe(fault)}`];
  });
}

async function onStage<Outcome>(play: (stage: Stage) => Promise<Outcome>): Promise<Outcome> {
  const links = createLinks();
  const faultDir = path.join(ROOT, ".data", "crash", `points-${process.pid}`);
  mkdirSync(faultDir, { recursive: true });
  const armed = path.join(ROOT, "testkit", "fault-injection.ts");
  let armedEnvOf: (process: string) => Env;
  const between: Between = async (envOf) => {
    const linked = await links.between(envOf);
    return (armedEnvOf = (name) => ({
      ...linked(name),
      FAULT_DIR: faultDir,
      FAULT_PROCESS: name,
      NODE_OPTIONS: `--import file://${armed}`,
    }));
  };
  try {
    return await withSystem(
      { LOG_LEVEL: "error", MAIL_CATCHER: "on", GATEWAY_TRUSTED_PROXIES: "1", PLATFORM_STAFF: STAFF_ID, ...TIMES },
      (system) => play({ system, links, faultDir, envOf: armedEnvOf }),
      {
        between,
      },
    );
  } finally {
    await links.stop();
    rmSync(faultDir, { recursive: true, force: true });
  }
}

function storyOf(name: string): Story {
  const story = STORIES[name];
  if (!story) throw new Error(`There is no story called ${name}: ${Object.keys(STORIES).join(", ")}.`);
  return story;
}

async function sweepAll(stage: Stage, { stories, every, most, say }: SweepOptions): Promise<SweepResult> {
  await recordChanges(stage.system);
  const result: SweepResult = { tried: 0, missed: 0, messages: 0, points: 0, violations: [] };
  for (const name of stories) {
    const story = storyOf(name);
    // The first telling warms everything up; the second is what the faults are taken from.
    const undisturbed = (await tell(stage, story)).filter((what) => !isUntold(what));
    const observed = await observeInTime(stage, story);
    // Spread evenly, no process dies again before it stands firmly.
    const faults = shuffle(observed.faults);
    result.violations.push(...[...undisturbed, ...observed.violations].map((what) => `${name}, undisturbed: ${what}`));
    const chosen = faults.filter((_, index) => index % every === 0).slice(0, most);
    result.messages += faults.filter(({ kind }) => kind === "cut").length / 2;
    result.points += faults.filter(({ kind }) => kind === "point").length;
    for (const [index, fault] of chosen.entries()) {
      const begun = performance.now();
      const told = await tryFault(stage, story, fault).catch((error: unknown) => ({
        happened: true,
        violations: [`not judged: ${String(error)}`],
      }));
      result.tried += 1;
      if (!told.happened) result.missed += 1;
      const judged = told.violations.length === 0 ? "" : ` ${told.violations.join("; ")}`;
      const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
      say(
        `${name} ${index + 1}/${chosen.length}, ${seconds} s: ${describe(fault)}${told.happened ? "" : " (missed)"}${judged}`,
      );
      result.violations.push(...told.violations.map((what) => `${name}, ${describe(fault)}: ${what}`));
    }
  }
  return result;
}

async function observeInTime(stage: Stage, story: Story): ReturnType<typeof observe> {
  for (let attempt = 1; ; attempt++) {
    const observed = await observe(stage, story);
    if (attempt === OBSERVATIONS || !observed.violations.some(isUntold)) return observed;
  }
}

/** Tells the story once and lists all that could go wrong in it, and what is wrong without any of that. */
async function observe(stage: Stage, story: Story): Promise<{ faults: Fault[]; violations: string[] }> {
  const { links, faultDir } = stage;
  const counts = new Map<string, number>();
  const nthOf = (key: string) => {
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return nth;
  };
  const faults: Fault[] = [];
  const violations = await tell(stage, story, () => {
    for (const process of FALLIBLE) rmSync(path.join(faultDir, `${process}.reached`), { force: true });
    links.onMessage = (message, moment) => {
      const nth = nthOf(JSON.stringify([message, moment]));
      faults.push({ kind: "cut", message, moment, nth });
      const victims = [message.from, message.to].filter((name) => !SERVERS.includes(name));
      // Who has sent it dies with it on its way, or waiting; who gets it dies before it comes, or having done it.
      for (const victim of victims) faults.push({ kind: "kill", victim, message, moment, nth });
      return false;
    };
    return () => void (links.onMessage = () => false);
  });
  for (const process of FALLIBLE) {
    const file = path.join(faultDir, `${process}.reached`);
    if (!existsSync(file)) continue;
    const points = new Set(readFileSync(file, "utf8").trim().split("\n"));
    for (const point of points) faults.push({ kind: "point", process, point, nth: 1 });
  }
  return { faults, violations };
}

async function tryFault(
  stage: Stage,
  story: Story,
  fault: Fault,
): Promise<{ happened: boolean; violations: string[] }> {
  const { system, links, faultDir } = stage;
  let happened = false;
  const violations = await tell(stage, story, () => {
    if (fault.kind === "point") {
      const armedFile = path.join(faultDir, `${fault.process}.armed`);
      writeFileSync(armedFile, fault.point);
      return () => {
        happened = !existsSync(armedFile);
        rmSync(armedFile, { force: true });
      };
    }
    let seen = 0;
    const wanted = JSON.stringify([fault.message, fault.moment]);
    links.onMessage = (message, moment) => {
      if (happened || JSON.stringify([message, moment]) !== wanted || ++seen < fault.nth) return false;
      happened = true;
      if (fault.kind === "kill") process.kill(pidOf(system, fault.victim), "SIGKILL");
      return true;
    };
    return () => void (links.onMessage = () => false);
  });
  return { happened, violations };
}
