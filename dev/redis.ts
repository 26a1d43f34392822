// Finds a real Redis (PATH first, else Debian's package fetched without root into a cache folder) and runs it.
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { fetchDebianPackages, onPath } from "./debian.ts";
import { commandOn, HERE, type Machine } from "./network.ts";
import { isAlive } from "./pid-files.ts";

export interface EmbeddedRedis {
  pid: number;
  url: string;
  stop(): Promise<void>;
}

interface RedisProgram {
  path: string;
  libraries?: string;
}

const WHAT_TO_DO = "No Redis to be had: install redis-server or valkey-server, or set REDIS_URL to one that runs.";

/** Packages that redis-server needs on Debian and Ubuntu; the SSL library changed its name with the 64-bit time_t. */
const PACKAGES = ["redis-tools", "libjemalloc2", "liblzf1", "libatomic1", ["libssl3", "libssl3t64"]];

const serverIn = (cache: string) => path.join(cache, "root", "usr", "bin", "redis-server");

/** Whether it can be started without being fetched first. */
export function isRedisHere(cache: string): boolean {
  return (onPath("redis-server") ?? onPath("valkey-server")) !== undefined || existsSync(serverIn(cache));
}

function fetchFromDebian(cache: string): RedisProgram {
  const root = path.join(cache, "root");
  const server = serverIn(cache);
  if (!existsSync(server)) {
    if (!fetchDebianPackages(cache, PACKAGES)) throw new Error(WHAT_TO_DO);
    symlinkSync("redis-check-rdb", server);
  }
  const libraryRoot = path.join(root, "usr", "lib");
  const triplet = readdirSync(libraryRoot).find((name) => name.endsWith("-linux-gnu") || name.includes("linux-gnu"));
  return { path: server, libraries: path.join(libraryRoot, triplet ?? "") };
}

function findRedis(cache: string): RedisProgram {
  const installed = onPath("redis-server") ?? onPath("valkey-server");
  return installed ? { path: installed } : fetchFromDebian(cache);
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: 1_000,
    maxRetriesPerRequest: 0,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

export interface RedisServerOptions {
  dir: string;
  port: number;
  /** Where a Redis that has to be fetched is kept. */
  cache: string;
  /** What clients have to give; absent: clients need no password. */
  password?: string;
  /** Where it runs, and lets its neighbours in; here, and for nobody else, if not given. */
  machine?: Machine;
  /** Redis settings by name, such as `maxmemory`. */
  settings?: Record<string, string>;
}

export function urlOfRedis(host: string, port: number, password: string): string {
  return `redis://${password && `:${password}@`}${host}:${port}`;
}

/**
 * Runs Redis with its data in `dir`, or adopts the one that runs there.
 * @throws Error with what to do, if there is no Redis to be had or it does not start within 15 s.
 */
export async function startRedis({
  dir,
  port,
  cache,
  password = "",
  machine = HERE,
  settings = {},
}: RedisServerOptions): Promise<EmbeddedRedis> {
  const url = urlOfRedis(machine.address, port, password);
  const pidFile = path.join(dir, "redis.pid");
  const pid = () => (existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8")) : 0);
  const stop = async () => {
    const running = pid();
    if (!running || !isAlive(running)) return;
    process.kill(running, "SIGTERM");
    while (isAlive(running)) await delay(20);
  };
  if (pid() && (await answers(url))) return { pid: pid(), url, stop };
  const program = findRedis(cache);
  mkdirSync(dir, { recursive: true });
  rmSync(pidFile, { force: true });
  // In a file: every user of the machine can read the arguments of a process.
  const config = path.join(dir, "redis.conf");
  rmSync(config, { force: true });
  writeFileSync(config, password && `requirepass ${password}\n`, { mode: 0o600 });
  const log = openSync(path.join(path.dirname(dir), "redis.log"), "a");
  const flags = {
    port: String(port),
    bind: machine.address,
    ...(machine !== HERE && { "protected-mode": "no" }),
    dir,
    appendonly: "yes",
    appendfsync: "everysec",
    save: "",
    pidfile: pidFile,
    daemonize: "no",
    ...settings,
  };
  const all = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(...commandOn(machine, program.path, [config, ...all]), {
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, ...(program.libraries ? { LD_LIBRARY_PATH: program.libraries } : {}) },
  });
  child.unref();
  let ended = false;
  child.on("exit", () => (ended = true));
  const deadline = Date.now() + 15_000;
  while (!ended && Date.now() < deadline) {
    if (pid() && (await answers(url))) return { pid: pid(), url, stop };
    await delay(25);
  }
  throw new Error(
    `Redis did not start on port ${port}: free the port or set REDIS_PORT; its own words are in ${path.dirname(dir)}/redis.log.`,
  );
}
