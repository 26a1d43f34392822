// `npm run bench -- fanout`: one message to thousands of followers. Through our gateway, by the ws library alone (raw: the
// yardstick), and with an execution for every follower (naive), in turn.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePorts } from "../../local/servers/ports.ts";
import { ROOT } from "../../operations/topology.ts";
import { cpuOf } from "../cpu.ts";
import { supergraphOf, type Order } from "./feed.ts";
import { median } from "../statistics.ts";

const FOLLOWERS = 5_000;
const MERGED_FOLLOWERS = 2_000;
/** As many as the usual limit of open files, 20,000, lets a process hold. */
const MANY_FOLLOWERS = 19_000;
const MESSAGES = 60;
const CHANGES_PER_SECOND = 50;
const MERGED_SECONDS = 8;
/** Of the slower one's highest rate, at which delays are compared. */
const BUSY = 0.8;
const BUSY_SECONDS = 8;

interface Contender {
  name: string;
  port: number;
  /** Whose CPU counts. */
  server: ChildProcess;
  /** Who may push. */
  source: ChildProcess;
}

interface Outcome {
  deliveriesPerSecond: number;
  /** µs of the server's CPU for each delivered message. */
  cpuPerDelivery: number;
  cpuPerChange: number;
  p99DelayMs: number;
  bytesPerFollower: number;
}

async function listening(port: number): Promise<void> {
  for (const deadline = Date.now() + 30_000; ;) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    if (Date.now() > deadline) throw new Error(`No server listens at ${port}.`);
    await delay(100);
  }
}

async function failing(child: ChildProcess): Promise<never> {
  const [code] = (await once(child, "exit")) as [number];
  throw new Error(`The followers have ended with ${code}.`);
}

const memoryOf = ({ pid }: ChildProcess) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) * 1_024;

export async function benchFanOut(rounds: number): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-bench-"));
  const running = new Set<ChildProcess>();
  const start = (name: string, file: string, args: string[]): ChildProcess => {
    const log = openSync(path.join(folder, `${name}.log`), "a");
    const child = spawn(process.execPath, [file, ...args], {
      env: { NODE_ENV: "production", APOLLO_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", log, log, "ipc"],
    });
    running.add(child);
    return child;
  };
  const here = (file: string) => path.join(import.meta.dirname, file);
  const servers = async (): Promise<Contender[]> => {
    const [subgraph, ours, raw, naive] = (await freePorts(4)) as [number, number, number, number];
    const file = path.join(folder, "supergraph.graphql");
    writeFileSync(file, supergraphOf(`http://127.0.0.1:${subgraph}/graphql`));
    const source = start("subgraph", here("subgraph-main.ts"), [String(subgraph)]);
    const gateway = start("gateway", path.join(ROOT, "gateway/main.ts"), [
      "--supergraph",
      file,
      "--port",
      String(ours),
    ]);
    const rawServer = start("raw", here("raw-main.ts"), [String(raw)]);
    const naiveServer = start("naive", here("subgraph-main.ts"), [String(naive)]);
    for (const port of [subgraph, ours, raw, naive]) await listening(port);
    return [
      { name: "ours", port: ours, server: gateway, source },
      { name: "raw", port: raw, server: rawServer, source: rawServer },
      { name: "naive", port: naive, server: naiveServer, source: naiveServer },
    ];
  };

  async function measure({ port, server, source }: Contender, followers: number, order: Order): Promise<Outcome> {
    const memory = memoryOf(server);
    const clients = start("clients", here("clients-main.ts"), [String(port), String(followers)]);
    await Promise.race([once(clients, "message"), failing(clients)]);
    await delay(1_000);
    const bytesPerFollower = (memoryOf(server) - memory) / followers;
    const ask = async (question: string) => {
      clients.send(question);
      return ((await once(clients, "message")) as [{ messages: number; delays: number[] }])[0];
    };
    await ask("reset");
    const cpu = cpuOf(server.pid!);
    const begun = performance.now();
    source.send(order);
    let received = await ask("");
    let quietSince = performance.now();
    let last = begun;
    const expected = order.merged ? Infinity : followers * order.count;
    // With what is merged nobody can tell how many come: until nothing has come for a second.
    while (received.messages < expected && (performance.now() - quietSince < 1_000 || received.messages === 0)) {
      await delay(20);
      const now = await ask("");
      if (now.messages > received.messages) last = quietSince = performance.now();
      received = now;
      if (performance.now() - begun > 120_000) throw new Error(`Only ${received.messages} messages have come.`);
    }
    const spent = cpuOf(server.pid!) - cpu;
    clients.kill();
    await once(clients, "exit");
    running.delete(clients);
    const delays = received.delays.sort((a, b) => a - b);
    return {
      deliveriesPerSecond: received.messages / ((last - begun) / 1_000),
      cpuPerDelivery: (spent / received.messages) * 1e6,
      cpuPerChange: (spent / (followers * order.count)) * 1e6,
      p99DelayMs: delays[Math.floor(delays.length * 0.99)] ?? 0,
      bytesPerFollower,
    };
  }

  try {
    const burst: Order = { count: MESSAGES, everyMs: 1, merged: false };
    const steady = { count: CHANGES_PER_SECOND * MERGED_SECONDS, everyMs: 1_000 / CHANGES_PER_SECOND };
    const results: Record<string, Outcome[]> = {};
    const note = (name: string, outcome: Outcome) => (results[name] ??= []).push(outcome);
    for (let round = 0; round < rounds; round++) {
      const all = await servers();
      const [ours, raw] = all as [Contender, Contender, Contender];
      const bursts: number[] = [];
      for (const contender of all) {
        const outcome = await measure(contender, FOLLOWERS, burst);
        note(contender.name, outcome);
        if (contender !== all[2]) bursts.push(outcome.deliveriesPerSecond);
      }
      const everyMs = (1_000 * FOLLOWERS) / (BUSY * Math.min(...bursts));
      const busy = { count: Math.round((BUSY_SECONDS * 1_000) / everyMs), everyMs, merged: false };
      note("oursBusy", await measure(ours, FOLLOWERS, busy));
      note("rawBusy", await measure(raw, FOLLOWERS, busy));
      note("oursMerged", await measure(ours, MERGED_FOLLOWERS, { ...steady, merged: true }));
      note("rawSteady", await measure(raw, MERGED_FOLLOWERS, { ...steady, merged: false }));
      if (round === rounds - 1) note("oursMany", await measure(ours, MANY_FOLLOWERS, { ...burst, count: 10 }));
      for (const child of running) child.kill();
      running.clear();
    }
    return summary(results);
  } finally {
    for (const child of running) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

function summary(results: Record<string, Outcome[]>): Record<string, unknown> {
  const of = (name: string, figure: keyof Outcome) => median(results[name]!.map((one) => one[figure]));
  const ratio = (a: string, b: string, figure: keyof Outcome) => round(of(a, figure) / of(b, figure));
  const each = (figure: keyof Outcome, digits: number) =>
    Object.fromEntries(Object.keys(results).map((name) => [name, round(of(name, figure), digits)]));
  return {
    deliveriesVsRaw: ratio("ours", "raw", "deliveriesPerSecond"),
    cpuVsRaw: ratio("ours", "raw", "cpuPerDelivery"),
    cpuVsNaive: ratio("ours", "naive", "cpuPerDelivery"),
    cpuMergedVsRaw: ratio("oursMerged", "rawSteady", "cpuPerChange"),
    cpuBusyVsRaw: ratio("oursBusy", "rawBusy", "cpuPerDelivery"),
    delayVsRaw: ratio("oursBusy", "rawBusy", "p99DelayMs"),
    deliveriesPerSecond: each("deliveriesPerSecond", 0),
    cpuMicrosPerDelivery: each("cpuPerDelivery", 1),
    p99DelayMs: each("p99DelayMs", 0),
    bytesPerFollower: each("bytesPerFollower", 0),
  };
}
