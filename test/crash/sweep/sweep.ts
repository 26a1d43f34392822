// The sweep: one story again and again, each time with another message stopped on its way, or a process dead at another of its
// fault points. After each the system is left alone until it has come to rest, and judged.
import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connectClient } from "../../../local/client.ts";
import { pidOf, processNames, withSystem } from "../../../testkit/temporary-system.ts";
import { createRandom, seedOfRun } from "../../../testkit/random.ts";
import { recordSteps } from "../../../testkit/inspect.ts";
import { openShow, signUp } from "../../../local/fixtures.ts";
import { switchInvoicesOn } from "../../invoicing.ts";
import type { Env } from "../../../operations/environment.ts";
import type { Between, System } from "../../../local/system.ts";
import { ROOT } from "../../../operations/topology.ts";
import { judge } from "../checks.ts";
import { newHistory } from "../history.ts";
import { rest } from "../rest.ts";
import { takeSnapshot } from "../snapshot.ts";
import { ARCHIVER, createLinks, type Links, type Message, type Moment } from "./links.ts";
import type { Cast, Story } from "./cast.ts";
import { STORIES } from "./stories.ts";

/** What goes wrong in one telling of a story. */
export type Fault =
  | { kind: "cut"; message: Message; moment: Moment; nth: number }
  | { kind: "kill"; victim: string; message: Message; moment: Moment; nth: number }
  | { kind: "point"; process: string; point: string; nth: number };

export interface SweepOptions {
  stories: string[];
  /** Of the faults each how-manieth is tried, beginning with one by chance. */
  every: number;
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
/** What an event gives its buyers unless it says otherwise. */
const HOLD_MS = 600_000;
const SERVERS = ["postgres", "redis"];
const FALLIBLE = [...processNames(), ARCHIVER.name];

const describe = (fault: Fault): string => {
  if (fault.kind === "point") return `${fault.process} dies at its ${fault.nth}. "${fault.point}"`;
  const { from, to, what } = fault.message;
  const where = `${fault.moment} ${from} > ${to}: ${what} (${fault.nth}.)`;
  return fault.kind === "cut" ? `the line is cut ${where}` : `${fault.victim} dies ${where}`;
};

/** A system, and the means to make something go wrong in it. */
interface Stage {
  system: System;
  links: Links;
  faultDir: string;
  envOf(process: string): Env;
  restWithinMs?: number;
}

export function sweep(options: SweepOptions): Promise<SweepResult> {
  return onStage((stage) => sweepAll(stage, options));
}

/** One story with one fault, or none; what is wrong when the system has come to rest, or has not after `restWithinMs`. */
export function tryOne(name: string, fault: Fault | undefined, restWithinMs: number): Promise<string[]> {
  return onStage(async (stage) => {
    const patient = { ...stage, restWithinMs };
    await recordSteps(stage.system);
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
      { LOG_LEVEL: "error", MAIL_CATCHER: "on", GATEWAY_TRUSTED_PROXIES: "1", ...TIMES },
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

async function sweepAll(stage: Stage, { stories, every, say }: SweepOptions): Promise<SweepResult> {
  await recordSteps(stage.system);
  const result: SweepResult = { tried: 0, missed: 0, messages: 0, points: 0, violations: [] };
  for (const name of stories) {
    const story = storyOf(name);
    // The first telling warms everything up; the second is what the faults are taken from.
    const undisturbed = await tell(stage, story);
    const observed = await observe(stage, story);
    const faults = shuffled(observed.faults);
    result.violations.push(...[...undisturbed, ...observed.violations].map((what) => `${name}, undisturbed: ${what}`));
    const chosen = faults.filter((_, index) => index % every === 0);
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

/**
 * Runs a story once, on an event of its own, waits until the system is at rest, and returns the violations.
 * @param begin arms the fault after the preparation; it returns a function that disarms it before the outcome is read
 */
async function tell(
  { system, envOf, restWithinMs }: Stage,
  story: Story,
  begin: () => () => void = () => () => {},
): Promise<string[]> {
  const open = (token?: string) => connectClient(system.url, token);
  const show = await openShow(open);
  await switchInvoicesOn(show.owner.client, show.organizationId);
  const email = `${randomUUID()}@${story.isUnverified ? "mail.example" : "example.org"}`;
  const buyer = await signUp(open, "Buyer", email);
  const history = newHistory(HOLD_MS);
  if (story.isUnverified) history.unverified.add(email);
  const world = { url: system.url, show, history, over: new AbortController().signal };
  const cast: Cast = {
    world,
    system,
    buyer,
    run: (name, ...command) => runFallible(system, name, envOf(name), command),
  };
  const before = new Set((await takeSnapshot(system, show, show.owner.client)).provider.map(({ key }) => key));
  const prepared = await story.prepare(cast);
  await rest(system, show, restWithinMs);
  const end = begin();
  const untold: string[] = [];
  await story
    .tell(cast, prepared as never)
    .catch((error: unknown) => untold.push(`not told to its end: ${String(error)}`));
  await rest(system, show, restWithinMs);
  end();
  if (story.aftermath) {
    await story.aftermath(cast);
    await rest(system, show, restWithinMs);
  }
  const all = await takeSnapshot(system, show, show.owner.client);
  const provider = all.provider.filter(({ key }) => !before.has(key));
  // The provider knows none of the counter.
  const atCounter = all.orders.flatMap(({ payments }) => payments).filter(({ tender }) => tender != null);
  const ours = new Set([...provider.map(({ paymentId }) => paymentId), ...atCounter.map(({ id }) => id)]);
  const ledger = all.ledger.filter(({ paymentId }) => ours.has(paymentId));
  const steps = { ...all.steps, payments: all.steps.payments.filter(({ id }) => ours.has(id)) };
  return [...untold, ...judge({ history, snapshot: { ...all, provider, ledger, steps } })];
}

/** Like the processes of the system, it has a file with its ID while it runs. */
async function runFallible(
  { dataDir }: System,
  name: string,
  env: Env,
  [main = "", ...args]: string[],
): Promise<number | null> {
  const file = path.join(dataDir, "run", `${name}.pid`);
  const child = spawn(process.execPath, [path.join(ROOT, main), ...args], { env, stdio: "ignore" });
  writeFileSync(file, String(child.pid));
  const [status] = (await once(child, "exit")) as [number | null];
  rmSync(file);
  return status;
}

/** Spread evenly, so that no process dies again before it stands firmly. */
function shuffled<T>(items: T[]): T[] {
  const random = createRandom(seedOfRun());
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
