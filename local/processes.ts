// Starts processes, watches them, starts them again when they die, and stops them in order.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { COMPILED } from "./compile-cache.ts";
import type { Env } from "../operations/environment.ts";
import { commandOn, HERE, type Machine } from "./servers/network.ts";
import type { PidFiles } from "./pid-files.ts";

export interface ProcessPlan {
  name: string;
  /** Relative to the root. */
  main: string;
  /** Answers 200 once the process can be used. */
  readyUrl: string;
  /** Environment that differs from the common one. */
  env?: Env;
  /** Machine that it runs on; default: this one. */
  machine?: Machine;
  /** Stops before the others, since it sends them requests. */
  stopsFirst?: boolean;
}

export interface Processes {
  /** Starts one and waits until it is ready. @throws Error with its own words if it ends instead. */
  start(plan: ProcessPlan): Promise<void>;
  /**
   * Kills one and starts it again, as after a crash.
   * @returns its own words if it does not become ready; it is started again and again until it does
   */
  restart(name: string): Promise<string | undefined>;
  /** Those that stop first, together; then the others. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 50;
/** Before the process has reported its start; earlier versions do not report it. */
const ASK_UNTOLD_EVERY_MS = 500;
const STOP_WITHIN_MS = 8_000;
/** A process that dies at once again and again is not started faster than this. */
const MAX_RESTART_DELAY_MS = 4_000;
const STABLE_MS = 10_000;

/** @throws Error for any other problem */
function unlessDiskIsFull(write: () => void): void {
  try {
    write();
  } catch (error) {
    if ((error as { code?: string }).code !== "ENOSPC") throw error;
  }
}

export function createProcesses(options: {
  /** Both are evaluated at each start. */
  envOf(process: string): Env;
  rootOf(process: string): string;
  dataDir: string;
  pids: PidFiles;
  say(line: string): void;
  /** Options of Node.js itself for a process. */
  nodeOptionsOf?(process: string): string[];
}): Processes {
  const { envOf, rootOf, dataDir, pids, say, nodeOptionsOf = () => [] } = options;
  const logs = path.join(dataDir, "logs");
  mkdirSync(logs, { recursive: true });
  const children = new Map<string, ChildProcess>();
  const plans = new Map<string, ProcessPlan>();
  /** Ended on purpose: its exit is not reported. */
  const replaced = new WeakSet<ChildProcess>();
  let stopping = false;

  function launch(plan: ProcessPlan): { child: ChildProcess; lastWords(): string } {
    const root = rootOf(plan.name);
    const [program, args] = commandOn(plan.machine ?? HERE, process.execPath, [
      ...nodeOptionsOf(plan.name),
      path.join(root, plan.main),
    ]);
    const child = spawn(program, args, {
      cwd: root,
      // Compiled once: a process that died is back in half the time.
      env: { NODE_COMPILE_CACHE: COMPILED, ...envOf(plan.name), ...plan.env },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
      // Ctrl-C reaches only the supervisor, which stops the others in order.
      detached: true,
    });
    const log = path.join(logs, `${plan.name}.log`);
    // On a full disk the output of a process is lost, but the process continues.
    const keep = (chunk: Buffer) => unlessDiskIsFull(() => appendFileSync(log, chunk));
    let words = "";
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    child.stderr?.on("data", (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2_000)));
    const { pid } = child;
    if (pid) unlessDiskIsFull(() => pids.write(plan.name, pid));
    children.set(plan.name, child);
    return { child, lastWords: () => words.trim() };
  }

  async function ready({ readyUrl }: ProcessPlan, child: ChildProcess): Promise<boolean> {
    const deadline = Date.now() + READY_WITHIN_MS;
    let hasStarted = false;
    const started = once(child, "message").then(
      () => (hasStarted = true),
      () => {},
    );
    while (child.exitCode === null && child.signalCode === null && Date.now() < deadline && !stopping) {
      const answer = await fetch(readyUrl, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
      if (answer?.ok) return true;
      await (hasStarted ? delay(ASK_EVERY_MS) : Promise.race([started, delay(ASK_UNTOLD_EVERY_MS)]));
    }
    return false;
  }

  function keepAlive(plan: ProcessPlan, child: ChildProcess, startedAt: number, failures: number): void {
    child.on("exit", (code, signal) => {
      if (stopping || replaced.has(child)) return;
      const quick = Date.now() - startedAt < STABLE_MS;
      const waitMs = quick ? Math.min(MAX_RESTART_DELAY_MS, 100 * 2 ** failures) : 0;
      say(`${plan.name} ended (${signal ?? code}) and is started again.`);
      setTimeout(() => {
        if (!stopping && children.get(plan.name) === child)
          keepAlive(plan, launch(plan).child, Date.now(), quick ? failures + 1 : 0);
      }, waitMs);
    });
  }

  async function end(name: string, child: ChildProcess): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      // This wait must not keep our own process running after the child has ended.
      const stopped = await Promise.race([ended.then(() => true), delay(STOP_WITHIN_MS, false, { ref: false })]);
      if (!stopped) child.kill("SIGKILL");
    }
    pids.remove(name);
  }

  return {
    start: async (plan) => {
      plans.set(plan.name, plan);
      const { child, lastWords } = launch(plan);
      if (!(await ready(plan, child)))
        throw new Error(
          lastWords() || `${plan.name} did not become ready: see ${path.join(logs, `${plan.name}.log`)}.`,
        );
      keepAlive(plan, child, Date.now(), 0);
    },
    restart: async (name) => {
      const plan = plans.get(name);
      const before = children.get(name);
      if (!plan || !before || stopping) return undefined;
      replaced.add(before);
      before.kill("SIGKILL");
      const { child, lastWords } = launch(plan);
      keepAlive(plan, child, Date.now(), 0);
      return (await ready(plan, child)) ? undefined : `${name} failed to start: ${lastWords()}`;
    },
    stop: async () => {
      stopping = true;
      const [first, others] = [true, false].map((isFirst) =>
        [...children].filter(([name]) => (plans.get(name)?.stopsFirst ?? false) === isFirst),
      ) as [[string, ChildProcess][], [string, ChildProcess][]];
      for (const some of [first, others]) await Promise.all(some.map(([name, child]) => end(name, child)));
    },
  };
}
