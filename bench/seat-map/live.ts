// What a changed seat costs a follower in bytes, and the gateway in CPU: as JSON, packed, and packed with the names of the storefront, in turn.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePorts } from "../../local/servers/ports.ts";
import { ROOT } from "../../operations/topology.ts";
import { cpuNanosOf } from "../cpu.ts";
import { sideBySide } from "../side-by-side.ts";
import { changesOf, messagesOf, QUERIES, supergraphOf, VARIABLES, type Order } from "./feed.ts";

const FOLLOWERS = 400;
const SECONDS = 5;
/** Changed seats a second: a busy sale, and the busiest second of docs/scale.md. */
export const RATES = [200, 4_300] as const;

export interface Delivered {
  /** On the socket, headers of frames included. */
  bytesPerSeat: number;
  bytesPerMessage: number;
  gatewayMicrosPerDelivery: number;
  /** Of the subgraph, for each message: it is made once for all followers. */
  subgraphMicrosPerMessage: number;
}

type Way = `${keyof typeof QUERIES}At${(typeof RATES)[number]}`;

async function listening(port: number): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; await delay(100)) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return;
    if (Date.now() > deadline) throw new Error(`No server listens at ${port}.`);
  }
}

export async function benchDelivery(rounds: number): Promise<Record<Way, Delivered>> {
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-bench-"));
  const running = new Set<ChildProcess>();
  const start = (file: string, args: string[]): ChildProcess => {
    const log = openSync(path.join(folder, "log"), "a");
    const child = spawn(process.execPath, [file, ...args], {
      env: { NODE_ENV: "production", APOLLO_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", log, log, "ipc"],
    });
    running.add(child);
    return child;
  };
  try {
    const [feedPort, port] = (await freePorts(2)) as [number, number];
    const supergraph = path.join(folder, "supergraph.graphql");
    writeFileSync(supergraph, supergraphOf(`http://127.0.0.1:${feedPort}/graphql`));
    const feed = start(path.join(import.meta.dirname, "subgraph-main.ts"), [String(feedPort)]);
    const gateway = start(path.join(ROOT, "gateway/main.ts"), ["--supergraph", supergraph, "--port", String(port)]);
    await Promise.all([feedPort, port].map(listening));
    const measure = (query: string, changesPerSecond: number) => async () => {
      const clients = start(path.join(import.meta.dirname, "../fanout/clients-main.ts"), [
        String(port),
        String(FOLLOWERS),
        query,
        JSON.stringify(VARIABLES),
      ]);
      const delivered = await deliver({ feed, gateway, clients }, { changesPerSecond, seconds: SECONDS });
      clients.kill();
      await once(clients, "exit");
      running.delete(clients);
      return delivered;
    };
    const ways = Object.entries(QUERIES).flatMap(([name, query]) =>
      RATES.map((rate) => [`${name}At${rate}`, measure(query, rate)] as const),
    );
    return await sideBySide(rounds, Object.fromEntries(ways) as Record<Way, () => Promise<Delivered>>);
  } finally {
    for (const child of running) child.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function deliver(
  { feed, gateway, clients }: Record<"feed" | "gateway" | "clients", ChildProcess>,
  order: Order,
): Promise<Delivered> {
  await once(clients, "message");
  await delay(500);
  const ask = async (question: string) => {
    clients.send(question);
    return ((await once(clients, "message")) as [{ messages: number; bytes: number }])[0];
  };
  await ask("reset");
  const [cpu, feedCpu] = [cpuNanosOf(gateway.pid!), cpuNanosOf(feed.pid!)];
  feed.send(order);
  const expected = FOLLOWERS * messagesOf(order);
  const deadline = performance.now() + 60_000;
  let received = await ask("");
  for (; received.messages < expected; received = await ask("")) {
    if (performance.now() > deadline) throw new Error(`Only ${received.messages} of ${expected} messages have come.`);
    await delay(100);
  }
  return {
    bytesPerSeat: received.bytes / (expected * changesOf(order)),
    bytesPerMessage: received.bytes / expected,
    gatewayMicrosPerDelivery: (cpuNanosOf(gateway.pid!) - cpu) / 1_000 / expected,
    subgraphMicrosPerMessage: (cpuNanosOf(feed.pid!) - feedCpu) / 1_000 / messagesOf(order),
  };
}
