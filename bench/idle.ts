// `npm run bench -- idle`: what everything that `npm start` starts takes while nobody uses it. The same command is started on an empty
// folder and again on what it has left; memory is each process's proportional share (PSS), so that what several share counts once.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePorts } from "../dev/ports.ts";
import type { Env } from "../dev/environment.ts";
import { spawnStart } from "../dev/passing-system.ts";
import { portsOf } from "../dev/topology.ts";
import { cpuOf, familyOf } from "./cpu.ts";

const READY = "Supergraph ready at ";
const SETTLE_MS = 60_000;
const WATCH_MS = 60_000;

interface Started {
  supervisor: ChildProcess & { pid: number };
  ms: number;
  /** Of all processes together until it was ready, those that have ended included. */
  cpuSeconds: number;
}

export async function benchIdle(): Promise<Record<string, unknown>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  const names = Object.keys(portsOf({}));
  const ports = await freePorts(names.length);
  const env = {
    ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
    DATA_DIR: dataDir,
    // A machine that has never run it has compiled nothing.
    NODE_COMPILE_CACHE: path.join(dataDir, "compiled"),
  };
  let running: Started | undefined;
  try {
    running = await start(env);
    const first = running;
    await delay(SETTLE_MS);
    // What has run for the first time has also made and filled the databases.
    const pssMbOfFirst = sum(byProcess(first.supervisor.pid, dataDir, pssMbOf).values());
    await stop(first);
    running = await start(env);
    const later = running;
    await delay(SETTLE_MS);
    const { pid } = later.supervisor;
    const pss = byProcess(pid, dataDir, pssMbOf);
    const before = byProcess(pid, dataDir, cpuOf);
    const begun = performance.now();
    await delay(WATCH_MS);
    const after = byProcess(pid, dataDir, cpuOf);
    const seconds = (performance.now() - begun) / 1_000;
    const cores = new Map([...after].map(([name, cpu]) => [name, (cpu - (before.get(name) ?? 0)) / seconds]));
    const pssMb = sum(pss.values());
    const idleCores = sum(cores.values());
    print([...pss].map(([name, mb]) => [name, mb, (cores.get(name) ?? 0) * 1_000]));
    print([["together", pssMb, idleCores * 1_000]]);
    return {
      idleCores: Number(idleCores.toFixed(3)),
      pssMb: { first: Math.round(pssMbOfFirst), later: Math.round(pssMb) },
      startMs: { first: Math.round(first.ms), later: Math.round(later.ms) },
      startCpuSeconds: { first: first.cpuSeconds, later: later.cpuSeconds },
    };
  } finally {
    if (running) await stop(running);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function start(env: Env): Promise<Started> {
  const begun = performance.now();
  const supervisor = spawnStart(env);
  const ended = once(supervisor, "exit").then(() => {
    throw new Error("The system has ended instead of being ready.");
  });
  const ready = (async () => {
    let said = "";
    for await (const chunk of supervisor.stdout) if ((said += String(chunk)).includes(READY)) return;
  })();
  await Promise.race([ready, ended]);
  supervisor.stdout.resume();
  const ms = performance.now() - begun;
  const pid = supervisor.pid!;
  const ticks = familyOf(pid).map((one) => cpuOf(one, { withEnded: true }));
  return { supervisor: Object.assign(supervisor, { pid }), ms, cpuSeconds: Number(sum(ticks).toFixed(2)) };
}

async function stop({ supervisor }: Started): Promise<void> {
  if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
  supervisor.kill("SIGTERM");
  await once(supervisor, "exit");
}

/** Added up by the name under which the supervisor knows a process; what a process has started itself belongs to it. */
function byProcess(supervisor: number, dataDir: string, measure: (pid: number) => number): Map<string, number> {
  const folder = path.join(dataDir, "run");
  const roots = readdirSync(folder).map((file) => ({
    name: path.basename(file, ".pid"),
    pid: Number(readFileSync(path.join(folder, file), "utf8")),
  }));
  const known = new Set(roots.map(({ pid }) => pid));
  return new Map(
    roots.map(({ name, pid }) => {
      const others = new Set([...known].filter((one) => one !== pid));
      const family = pid === supervisor ? familyOf(pid, others) : familyOf(pid);
      return [name, sum(family.map(measure))];
    }),
  );
}

function pssMbOf(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1]) / 1_024;
  } catch {
    return 0;
  }
}

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

function print(lines: [name: string, mb: number, cpu: number][]): void {
  for (const [name, mb, cpu] of lines)
    process.stdout.write(`${name.padEnd(16)}${mb.toFixed(0).padStart(6)} MB${cpu.toFixed(1).padStart(8)} ms/s\n`);
}
