// The whole system on one machine: PostgreSQL, Redis, the test provider, the subgraphs and the gateway, each in its own process.
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { readEnvironment } from "../platform/core/config.ts";
import { redisAccess } from "../schema/redis-access.ts";
import { findTicketFonts } from "./servers/fonts.ts";
import { systemEnvironment, signingNames, type Env } from "../operations/environment.ts";
import { ensureKeys } from "../operations/keys.ts";
import { claimData, endLeftOvers, isAlive, openPidFiles, type PidFiles } from "./pid-files.ts";
import type { Machine } from "./servers/network.ts";
import { createDatabase, startPostgres } from "./servers/postgres.ts";
import { prepare, type Preparing } from "./prepare.ts";
import {
  isGateway,
  isRegistry,
  needsRegistry,
  onMachines,
  processPlans,
  STOREFRONT,
  withTwins,
} from "./process-plans.ts";
import { createProcesses, type ProcessPlan } from "./processes.ts";
import { isRedisHere, startRedis } from "./servers/redis.ts";
import { buildStorefront } from "./storefront-build.ts";
import { OPERATOR, redisUsersOf, urlOfRedis } from "../operations/redis-users.ts";
import { setLocalDefaults } from "./system-environment.ts";
import { publishHere, publishPatiently, registryUrl, writeRoverEnvironment } from "../operations/registry.ts";
import { systemVariables } from "../operations/system-variables.ts";
import { checkPorts, listedSubgraphs, portsOf, ROOT } from "../operations/topology.ts";

export interface System {
  url: string;
  env: Env;
  dataDir: string;
  /** Main modules of the processes, by name. */
  mains: ReadonlyMap<string, string>;
  /** As `Processes.restart`. */
  restart(process: string): Promise<string | undefined>;
  /** Publishes the schemas of this folder to the registry, if they have changed. */
  publish(): Promise<void>;
  stop(): Promise<void>;
}

interface Server {
  name: string;
  pid: number;
  stop(): Promise<void>;
}

const NO_TICKET_FONTS =
  "Tickets transliterate names in Chinese, Japanese and Korean: install fonts-droid-fallback, or set TICKET_FONTS to a folder of fonts.";
const OLD_REDIS =
  "This Redis is older than 7, so its users can't be restricted: every process may run all commands. Install Redis 7 or newer.";
const WATCH_SERVERS_MS = 500;
const INSPECTOR_PORT = 9229;
/** Also beside another version of the rest. */
const ALWAYS_OF_THIS_VERSION = new Set(["provider", "mail", STOREFRONT]);

type EnvOf = (process: string) => Env;
/** Overrides of other processes' addresses, by name: for proxies in between. */
export type Between = (envOf: EnvOf) => Promise<EnvOf>;

const fromHere = () => ROOT;
const nobodyBetween: Between = async (envOf) => envOf;

export interface SystemOptions {
  between?: Between;
  /** Folder of a process's code: this one, or another version. */
  rootOf?: (process: string) => string;
  /** Ports of processes that are there twice, by the process's name: the second is called `<name>-2`. */
  twins?: Record<string, number>;
  /** Machines of processes that run elsewhere, by name. */
  machines?: Record<string, Machine>;
  /** The process that a debugger can attach to, on port 9229. */
  inspected?: string | undefined;
}

/** `onBegun` gets a stop function for the processes so far, for an interruption during the start. */
export async function startSystem(
  given: NodeJS.ProcessEnv,
  say: (line: string) => void,
  onBegun: (stop: () => Promise<void>) => void,
  { between = nobodyBetween, rootOf = fromHere, twins = {}, machines = {}, inspected }: SystemOptions = {},
): Promise<System> {
  checkPorts(given);
  readEnvironment(given, systemVariables);
  const ports = portsOf(given);
  const dataDir = path.resolve(given.DATA_DIR ?? path.join(ROOT, ".data"));
  makeDataFolder(dataDir);
  const pids = openPidFiles(dataDir);
  claimData(dataDir, pids);
  const undo: (() => Promise<void>)[] = [async () => pids.remove("supervisor")];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  onBegun(stop);
  try {
    await endLeftOvers(pids);
    const keys = ensureKeys(path.join(dataDir, "keys"), signingNames());
    const password = keys.secret("postgres");
    const postgresPort = ports.POSTGRES_PORT!;
    const redisPort = ports.REDIS_PORT!;
    const owners = listedSubgraphs().map(({ name }) => name);
    if (given.REGISTRY !== "off") owners.push("registry");
    const embedded = owners.filter((name) => !given[`${name.toUpperCase()}_DATABASE_URL`]);
    const env = systemEnvironment(given, keys, {
      redisUrl: urlOfRedis("127.0.0.1", redisPort, OPERATOR, keys.secret("redis")),
      redisPrefix: "boxoffice",
      archiveDir: path.join(dataDir, "archive"),
      databaseUrl: (name) =>
        `postgres://boxoffice_${name}:${keys.secret(`database-${name}`)}@127.0.0.1:${postgresPort}/boxoffice_${name}`,
    });
    const redisUsers = redisUsersOf(keys, env.REDIS_PREFIX!);
    const envOf = (process: string) => (given.REDIS_URL ? env : withRedisUser(env, process, redisUsers.passwordOf));
    const standIns = setLocalDefaults(env, dataDir);
    const { hasRegistry } = standIns;
    const plans = onMachines(withTwins(processPlans(env, keys, standIns), twins), machines);
    if (inspected !== undefined && !plans.some(({ name }) => name === inspected))
      throw new Error(`--inspect must be one of ${plans.map(({ name }) => name).join(", ")}, not ${inspected}.`);
    for (const { name, port } of plans.map((plan) => ({ name: plan.name, port: Number(new URL(plan.readyUrl).port) })))
      await checkPort(name, port);

    let preparing: Preparing | undefined;
    if (embedded.length > 0) {
      const dir = path.join(dataDir, "postgres");
      // Another version migrates for itself.
      if (!existsSync(dir) && rootOf === fromHere) {
        preparing = prepare([...new Set(plans.map(({ main }) => main))], env);
        undo.push(preparing.stop);
      }
      if (!pids.read("postgres") || !isAlive(pids.read("postgres")!)) await checkPort("postgres", postgresPort);
      say(existsSync(dir) ? "Starting PostgreSQL …" : "Making a PostgreSQL cluster …");
      const launched = (pid: number) => pids.write("postgres", pid);
      const start = async () => ({
        name: "postgres",
        ...(await startPostgres({ dir, port: postgresPort, password, launched })),
      });
      const { adminUrl } = await watched(start, pids, undo, say);
      await Promise.all(
        embedded.map((name) => {
          const own = `boxoffice_${name}`;
          return createDatabase(adminUrl, { name: own, role: own, password: keys.secret(`database-${name}`) });
        }),
      );
      preparing?.migrate(embedded);
    }
    if (!given.REDIS_URL) {
      if (!pids.read("redis") || !isAlive(pids.read("redis")!)) await checkPort("redis", redisPort);
      const cache = given.REDIS_CACHE_DIR ?? path.join(ROOT, ".data", "cache", "redis");
      say(
        isRedisHere(cache)
          ? "Starting Redis …"
          : "Downloading Redis from the distribution's packages (up to a minute) …",
      );
      const start = async () => ({
        name: "redis",
        ...(await startRedis({
          dir: path.join(dataDir, "redis"),
          port: redisPort,
          cache,
          users: redisUsers,
        })),
      });
      const { limitsUsers } = await watched(start, pids, undo, say);
      if (!limitsUsers) say(OLD_REDIS);
    }
    const fonts = env.TICKET_FONTS ?? findTicketFonts(path.join(ROOT, ".data", "cache", "fonts"));
    if (fonts === undefined) say(NO_TICKET_FONTS);
    else env.TICKET_FONTS = fonts;
    const processes = createProcesses({
      envOf: await between(envOf),
      rootOf: (name) => (ALWAYS_OF_THIS_VERSION.has(name) ? ROOT : rootOf(name)),
      dataDir,
      pids,
      say,
      nodeOptionsOf: (name) => (name === inspected ? [`--inspect=127.0.0.1:${INSPECTOR_PORT}`] : []),
    });
    undo.push(() => processes.stop());
    await preparing?.done;
    const ready = plans.filter((plan) => isGateway(plan) && !needsRegistry(plan));
    const later = plans.filter((plan) => isGateway(plan) && needsRegistry(plan));
    const start = (some: ProcessPlan[]) => Promise.all(some.map((plan) => processes.start(plan)));
    const publisher = { url: registryUrl(env), key: env.REGISTRY_KEY! };
    const publish = async () => {
      if (!hasRegistry) return;
      for (const problem of await publishHere(publisher, env))
        say(`The published schemas do not compose, so the gateways serve the last schema that does: ${problem}`);
    };
    const { hasStorefront } = standIns;
    const pages = hasStorefront ? buildStorefront(env, say) : undefined;
    if (pages) undo.push(pages.stop);
    say("Starting the subgraphs …");
    const isStorefront = ({ name }: ProcessPlan) => name === STOREFRONT;
    const others = start(plans.filter((plan) => !isGateway(plan) && !isRegistry(plan) && !isStorefront(plan)));
    const storefront = pages?.done.then(() => start(plans.filter(isStorefront)));
    storefront?.catch(() => {});
    // Schemas are composed while the subgraphs start, because composition does not need them.
    const publishing = start(plans.filter(isRegistry)).then(() => {
      if (hasRegistry) writeRoverEnvironment(env, dataDir);
      const begun = publishPatiently(publish, async () => void (await start(later)), say);
      undo.push(begun.stop);
      return begun.first;
    });
    const [isPublished] = await Promise.all([publishing, others]);
    await Promise.all([start(isPublished ? [...ready, ...later] : ready), storefront]);
    const mains = new Map(plans.map(({ name, main }) => [name, main]));
    const url = `http://localhost:${env.GATEWAY_PORT}/graphql`;
    return { url, env, dataDir, mains, restart: processes.restart, publish, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Each process and its replica have a Redis user; processes without Redis have none. */
function withRedisUser({ REDIS_URL: url, ...env }: Env, process: string, passwordOf: (user: string) => string): Env {
  const user = process.replace(/-2$/, "");
  if (!(user in redisAccess)) return env;
  const { hostname, port } = new URL(url!);
  return { ...env, REDIS_URL: urlOfRedis(hostname, Number(port), user, passwordOf(user)) };
}

/** @throws Error if DATA_DIR is not usable */
function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`Set DATA_DIR to a writable folder: ${dataDir} is not writable (${code}).`, {
      cause: error,
    });
  }
}

/** @throws Error with the port that is taken. */
async function checkPort(name: string, port: number): Promise<void> {
  const probe = createServer();
  const free = new Promise<boolean>((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => resolve(true));
  });
  if (!(await free))
    throw new Error(
      `Port ${port} is taken: free it, or set ${name.toUpperCase().replaceAll("-", "_")}_PORT to another port, or PORT_BASE to move all ports.`,
    );
  await once(probe.close(), "close");
}

/** Starts PostgreSQL or Redis, and starts it again whenever it has died. */
async function watched<T extends Server>(
  start: () => Promise<T>,
  pids: PidFiles,
  undo: (() => Promise<void>)[],
  say: (line: string) => void,
): Promise<T> {
  let server = await start();
  pids.write(server.name, server.pid);
  const first = server;
  let stopping = false;
  const watching = (async () => {
    while (!stopping) {
      await delay(WATCH_SERVERS_MS);
      if (stopping || isAlive(server.pid)) continue;
      say(`${server.name} ended and is started again.`);
      server = await start().catch(() => server);
      pids.write(server.name, server.pid);
    }
  })();
  undo.push(async () => {
    stopping = true;
    await watching;
    if (isAlive(server.pid)) await server.stop();
    pids.remove(server.name);
  });
  return first;
}
