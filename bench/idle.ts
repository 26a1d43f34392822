// `npm run bench -- idle`: what everything that `npm start` starts takes while nobody uses it. The same command is started on an empty
// folder and again on what it has left; memory is each process's proportional share (PSS), so that what several share counts once. Last it
// stops Redis, so that no notification wakes a process, and measures how late orders expire: slow polling must not make due work late.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { connectClient } from "../local/client.ts";
import type { Env } from "../operations/environment.ts";
import { pidOf, spawnStart } from "../testkit/temporary-system.ts";
import { freePorts } from "../local/servers/ports.ts";
import { holdSeats, openShow, placeOrder, readOrder, signUp } from "../local/fixtures.ts";
import { portsOf, ROOT } from "../operations/topology.ts";
import { cpuOf, familyOf } from "./cpu.ts";

const READY = "Supergraph ready at ";
const SETTLE_MS = 60_000;
const WATCH_MS = 60_000;
/** In orders, each with a deadline of its own. */
const ORDERS = 5;
const BETWEEN_ORDERS_MS = 700;
const LOOK_EVERY_MS = 50;

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
  const env: Env = {
    ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])),
    DATA_DIR: dataDir,
    // A machine that has never run it has compiled nothing.
    NODE_COMPILE_CACHE: path.join(dataDir, "compiled"),
    // Long enough for Redis to be given up by all before.
    ORDERS_PAYMENT_SECONDS: "20",
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
    const dueWorkLateMs = await lateWithoutHints(
      `http://localhost:${env.GATEWAY_PORT}/graphql`,
      pidOf({ dataDir }, "redis"),
    );
    return {
      idleCores: Number(idleCores.toFixed(3)),
      pssMb: { first: Math.round(pssMbOfFirst), later: Math.round(pssMb) },
      startMs: { first: Math.round(first.ms), later: Math.round(later.ms) },
      startCpuSeconds: { first: first.cpuSeconds, later: later.cpuSeconds },
      installMb: Math.round(bytesOnDisk(path.join(ROOT, "node_modules")) / 2 ** 20),
      dueWorkLateMs: Math.round(dueWorkLateMs),
    };
  } finally {
    if (running) await stop(running);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** How late the last of some unpaid orders expires while Redis is silent. */
async function lateWithoutHints(url: string, redis: number): Promise<number> {
  const connect = (token?: string) => connectClient(url, token);
  const { eventId, seats } = await openShow(connect);
  const { client } = await signUp(connect, "Bea Buyer");
  const orders: { id: string; expiresAt: string }[] = [];
  for (const { id } of seats.slice(0, ORDERS)) {
    const hold = await holdSeats(client, eventId, [id]);
    orders.push((await placeOrder(client, hold.id)) as (typeof orders)[number]);
    await delay(BETWEEN_ORDERS_MS);
  }
  process.kill(redis, "SIGSTOP");
  try {
    const late = orders.map(async ({ id, expiresAt }) => {
      await delay(Math.max(Date.parse(expiresAt) - Date.now(), 0));
      while ((await readOrder(client, id)).status === "AWAITING_PAYMENT") await delay(LOOK_EVERY_MS);
      return Date.now() - Date.parse(expiresAt);
    });
    return Math.max(...(await Promise.all(late)));
  } finally {
    process.kill(redis, "SIGCONT");
  }
}

/** As `du` counts them. */
function bytesOnDisk(file: string): number {
  const found = lstatSync(file);
  const inside = found.isDirectory() ? readdirSync(file) : [];
  return inside.reduce((bytes, name) => bytes + bytesOnDisk(path.join(file, name)), found.blocks * 512);
}

async function start(env: Env): Promise<Started> {
  const begun = performance.now();
  const supervisor = spawnStart(env);
  const ended = once(supervisor, "exit").then(() => {
    throw new Error("The system exited before it was ready.");
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
