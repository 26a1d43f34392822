// Two of each: gateways, subgraphs, a PostgreSQL primary with a replica, a Redis Cluster of three primaries and three replicas. One after the
// other is killed or cut off while people use them all, and what nobody could do meanwhile is measured.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { withDoubled, doubledNames, type Doubled } from "../../../testkit/two-replica-system.ts";
import {
  createNetwork,
  mayHaveNetwork,
  type Machine,
  type Mend,
  type Network,
} from "../../../local/servers/network.ts";
import { pidOf } from "../../../testkit/temporary-system.ts";
import { isAlive } from "../../../local/pid-files.ts";
import { startRedisCluster, type RedisCluster } from "../../../testkit/servers/redis-cluster.ts";
import type { System } from "../../../local/system.ts";
import { ROOT } from "../../../operations/topology.ts";
import { until } from "../../../testkit/until.ts";
import { SHORT_TIMES, useAndJudge, type UseResult } from "../run.ts";
import { startReplicated, type ReplicatedPostgres } from "../../../testkit/servers/replicated-postgres.ts";
import { startProbe, type Gaps } from "./probe.ts";

const NODE_TIMEOUT_MS = 2_000;
/** For so long a process is cut off. */
const AWAY_MS = 5_000;
const PATIENCE_MS = 60_000;
/** It is about who waits for what is away, not for a share of the machine. */
const BUYERS = 8;
/** All of them come from one address. */
const UNLIMITED = Object.fromEntries(
  ["REQUESTS", "ADDRESS_REQUESTS", "SIGN_INS", "NEW_OPERATIONS", "COST"].map((what) => [
    `GATEWAY_${what}_PER_MINUTE`,
    "1000000000",
  ]),
);

export interface RedundancyResult extends UseResult {
  /** By what was done: the longest time without an answer. */
  away: Record<string, Gaps>;
  /** How often events were looked for on the replica of PostgreSQL. */
  readsFromReplica: number;
  /** Between which there was a network; 1 where none is to be had. */
  machines: number;
}

interface Parts {
  doubled: Doubled;
  databases: ReplicatedPostgres;
  redis: RedisCluster;
  network: Network | undefined;
}

export async function redundancyRun(seed: number, say: (line: string) => void): Promise<RedundancyResult> {
  const network = mayHaveNetwork() ? createNetwork() : undefined;
  if (!network) say("No network of their own is to be had: who is cut off elsewhere stands still here.");
  const dir = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  const undo: (() => Promise<void>)[] = [];
  try {
    const names = doubledNames().slice(1);
    const databases = await startReplicated(dir, names, network);
    undo.push(databases.stop);
    const redis = await startRedisCluster(dir, path.join(ROOT, ".data", "cache", "redis"), NODE_TIMEOUT_MS, network);
    undo.push(redis.stop);
    const env = {
      ...SHORT_TIMES,
      ...UNLIMITED,
      LOG_LEVEL: "error",
      DRAIN_SECONDS: "0",
      GATEWAY_SUBGRAPH_TIMEOUT_SECONDS: "3",
      GATEWAY_OPERATION_TIMEOUT_SECONDS: "6",
      REDIS_URL: redis.url,
      CATALOG_DATABASE_READ_URL: databases.readUrl("catalog"),
      ...Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, databases.url(name)])),
    };
    return await withDoubled({ env, ...(network && { network }) }, (doubled) =>
      harmAndJudge({ doubled, databases, redis, network }, seed, say),
    );
  } finally {
    for (const step of undo.reverse()) await step();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function harmAndJudge(parts: Parts, seed: number, say: (line: string) => void): Promise<RedundancyResult> {
  const { url, gateways } = parts.doubled;
  const system = { ...parts.doubled.system, url };
  const away: RedundancyResult["away"] = {};
  const probe = await startProbe(url, gateways);
  const measured: Measured = async (what, harm) => {
    probe.begin();
    await harm();
    away[what] = await probe.end();
    say(`${what}: ${JSON.stringify(away[what])}`);
  };
  let readsFromReplica = 0;
  const harm = async () => {
    await measured("nothing", () => delay(AWAY_MS));
    await harmProcesses(parts, system, measured);
    await harmRedis(parts, system, measured);
    readsFromReplica = await harmPostgres(parts, measured);
    await probe.stop();
  };
  const followedAt = [...gateways, url];
  const result = await useAndJudge(system, { seed, buyers: BUYERS, harm, followedAt, say });
  return { ...result, away, readsFromReplica, machines: parts.network?.machines() ?? 1 };
}

type Measured = (what: string, harm: () => Promise<void>) => Promise<void>;

async function harmProcesses({ doubled, network }: Parts, system: System, measured: Measured): Promise<void> {
  const { halves, isBack, isAway, machineOf } = doubled;
  const kill = async (name: string) => {
    const before = pidOf(system, name);
    process.kill(before, "SIGKILL");
    await until(() => pidOf(system, name) !== before, `${name} is started again`, PATIENCE_MS);
  };
  for (const instance of halves[0])
    await measured(`${instance} killed`, async () => {
      await kill(instance);
      await isBack(instance);
    });
  for (const instance of halves[1])
    await measured(`${instance} cut off`, async () => {
      const mend = cutOff(network, machineOf(instance), pidOf(system, instance));
      await isAway(instance);
      await delay(AWAY_MS);
      mend();
      await isBack(instance);
    });
  await measured("the payment provider killed", () => kill("provider"));
}

async function harmRedis({ redis, network }: Parts, system: System, measured: Measured): Promise<void> {
  const primaryOf = async (subgraph: string) => {
    const key = `${system.env.REDIS_PREFIX}:stream:${subgraph}`;
    const { pid, machine } = await redis.primaryOf(key);
    const hasTakenOver = async () => (await redis.primaryOf(key).catch(() => ({ pid }))).pid !== pid;
    return { pid, machine, isReplaced: () => until(hasTakenOver, "a replica has taken over", PATIENCE_MS) };
  };
  await measured("the primary of Redis that has the orders' messages killed", async () => {
    const { pid, isReplaced } = await primaryOf("orders");
    process.kill(pid, "SIGKILL");
    await isReplaced();
  });
  await measured("the primary of Redis that has the payments' messages cut off", async () => {
    const { pid, machine, isReplaced } = await primaryOf("payments");
    const mend = cutOff(network, machine, pid);
    await isReplaced();
    mend();
    await until(redis.isWhole, "the cluster is whole", PATIENCE_MS);
  });
}

/** @returns how often events were looked for on the replica */
async function harmPostgres({ databases, network }: Parts, measured: Measured): Promise<number> {
  const { primary, replica, untilAwaited } = databases;
  const untilMended = async (mend: Mend) => {
    await untilAwaited(false);
    mend();
    await untilAwaited(true);
  };
  await measured("the replica of PostgreSQL cut off", () =>
    untilMended(cutOff(network, replica().machine, replica().pid)),
  );
  if (network)
    await measured("the primary and the replica of PostgreSQL cut off from each other", () =>
      untilMended(network.part(primary.machine, replica().machine)),
    );
  const readsFromReplica = await databases.readsFromReplica("catalog", "event");
  await measured("the replica of PostgreSQL killed", async () => {
    process.kill(replica().pid, "SIGKILL");
    await untilAwaited(false);
  });
  await measured("the replica of PostgreSQL back", databases.bringBackReplica);
  await measured("the primary of PostgreSQL cut off", async () => void cutOff(network, primary.machine, primary.pid));
  return readsFromReplica;
}

/** Where there is no network it stands still instead: its connections stay open too, and nobody answers. */
function cutOff(network: Network | undefined, machine: Machine, pid: number): Mend {
  if (network) return network.cutOff(machine);
  const all = [pid, ...childrenOf(pid)];
  for (const one of all) signal(one, "SIGSTOP");
  return () => {
    for (const one of all.reverse()) signal(one, "SIGCONT");
  };
}

/** One that has ended meanwhile needs none. */
function signal(pid: number, name: NodeJS.Signals): void {
  if (isAlive(pid)) process.kill(pid, name);
}

/** Of PostgreSQL, those who serve. */
function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}
