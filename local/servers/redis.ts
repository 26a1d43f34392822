// Finds a real Redis (PATH first, else Debian's package fetched without root into a cache folder) and runs it.
import { execFileSync, spawn } from "node:child_process";
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
import { fetchDebianPackages, onPath } from "./debian-packages.ts";
import { commandOn, HERE, type Machine } from "./network.ts";
import { isAlive } from "../pid-files.ts";
import { aclFile, LIMITS_USERS_SINCE, OPERATOR, urlOfRedis, type RedisUsers } from "../../operations/redis-users.ts";

export interface EmbeddedRedis {
  pid: number;
  /** Password of the operator, if it has users. */
  url: string;
  /** Whether users have limited rights. */
  limitsUsers: boolean;
  stop(): Promise<void>;
}

interface RedisProgram {
  path: string;
  env: NodeJS.ProcessEnv;
}

const WHAT_TO_DO = "Redis not found: install redis-server or valkey-server, or set REDIS_URL to a running server.";

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
  return { path: server, env: { ...process.env, LD_LIBRARY_PATH: path.join(libraryRoot, triplet ?? "") } };
}

function findRedis(cache: string): RedisProgram {
  const installed = onPath("redis-server") ?? onPath("valkey-server");
  return installed ? { path: installed, env: process.env } : fetchFromDebian(cache);
}

/** Redis prints `v=7.0.15`, and so does Valkey. */
function majorVersionOf({ path: program, env }: RedisProgram): number {
  return Number(/ v=(\d+)\./.exec(execFileSync(program, ["--version"], { env, encoding: "utf8" }))?.[1]);
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
  /** Folder of a downloaded Redis. */
  cache: string;
  /** ACL of the users; absent: no authentication, all rights. */
  users?: RedisUsers;
  /** Address that it listens on, with access for its network; default: loopback only. */
  machine?: Machine;
  /** Redis settings by name, such as `maxmemory`. */
  settings?: Record<string, string>;
}

/**
 * Starts Redis with its data in `dir`, and replaces a running one, whose users may differ.
 * @throws Error with a remedy, if Redis is not found or does not start within 15 s.
 */
export async function startRedis({
  dir,
  port,
  cache,
  users,
  machine = HERE,
  settings = {},
}: RedisServerOptions): Promise<EmbeddedRedis> {
  const password = users?.passwordOf(OPERATOR);
  const url = urlOfRedis(machine.address, port, OPERATOR, password);
  const pidFile = path.join(dir, "redis.pid");
  const pid = () => (existsSync(pidFile) ? Number(readFileSync(pidFile, "utf8")) : 0);
  const stop = async () => {
    const running = pid();
    if (!running || !isAlive(running)) return;
    process.kill(running, "SIGTERM");
    while (isAlive(running)) await delay(20);
  };
  // An earlier version's Redis authenticates the operator by the password alone.
  const isOurs = async () => (await answers(url)) || (await answers(urlOfRedis(machine.address, port, "", password)));
  if (pid() && (await isOurs())) await stop();
  const program = findRedis(cache);
  const version = majorVersionOf(program);
  mkdirSync(dir, { recursive: true });
  rmSync(pidFile, { force: true });
  // In a file: every user of the machine can read the arguments of a process.
  const acl = path.join(dir, "users.acl");
  rmSync(acl, { force: true });
  if (users) writeFileSync(acl, aclFile(users, version), { mode: 0o600 });
  const log = openSync(path.join(path.dirname(dir), "redis.log"), "a");
  const flags = {
    port: String(port),
    bind: machine.address,
    ...(machine !== HERE && { "protected-mode": "no" }),
    dir,
    appendonly: "yes",
    appendfsync: "everysec",
    save: "",
    // Checks a second for expired keys and timed-out blocking reads (`hz`); 10 by default.
    hz: "2",
    pidfile: pidFile,
    daemonize: "no",
    ...(users && { aclfile: acl }),
    ...settings,
  };
  const all = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
  const child = spawn(...commandOn(machine, program.path, all), {
    detached: true,
    stdio: ["ignore", log, log],
    env: program.env,
  });
  child.unref();
  let ended = false;
  child.on("exit", () => (ended = true));
  const deadline = Date.now() + 15_000;
  while (!ended && Date.now() < deadline) {
    if (pid() && (await answers(url))) return { pid: pid(), url, limitsUsers: version >= LIMITS_USERS_SINCE, stop };
    await delay(25);
  }
  throw new Error(
    `Redis did not start on port ${port}: free the port or set REDIS_PORT; see ${path.dirname(dir)}/redis.log.`,
  );
}
