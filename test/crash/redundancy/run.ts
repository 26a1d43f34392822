// Two of each: gateways, subgraphs, a PostgreSQL primary with a replica, a Redis Cluster of three primaries and three replicas. One after the
// other is killed or stopped while people use them all, and what nobody could do meanwhile is measured.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { withDoubled, doubledNames, type Doubled } from "../../../dev/doubled.ts";
import { pidOf } from "../../../dev/passing-system.ts";
import { startRedisCluster, type RedisCluster } from "../../../dev/redis-cluster.ts";
import { ROOT } from "../../../dev/topology.ts";
import { until } from "../../../dev/until.ts";
import { SHORT_TIMES, useAndJudge, type UseResult } from "../run.ts";
import { startReplicated, type ReplicatedPostgres } from "../../../dev/replicated-postgres.ts";
import { startProbe, type Gaps } from "./probe.ts";

const NODE_TIMEOUT_MS = 2_000;
/** For so long a process that is stopped stands still. */
const STILL_MS = 5_000;
const PATIENCE_MS = 60_000;

export interface RedundancyResult extends UseResult {
  /** By what was done: the longest time without an answer. */
  away: Record<string, Gaps>;
  /** How often events were looked for on the replica of PostgreSQL. */
  readsFromReplica: number;
}

export async function redundancyRun(seed: number, say: (line: string) => void): Promise<RedundancyResult> {
  const dir = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  const undo: (() => Promise<void>)[] = [];
  try {
    const names = doubledNames().slice(1);
    const databases = await startReplicated(dir, names);
    undo.push(databases.stop);
    const redis = await startRedisCluster(dir, path.join(ROOT, ".data", "cache", "redis"), NODE_TIMEOUT_MS);
    undo.push(redis.stop);
    const env = {
      ...SHORT_TIMES,
      LOG_LEVEL: "error",
      DRAIN_SECONDS: "0",
      GATEWAY_SUBGRAPH_TIMEOUT_SECONDS: "3",
      GATEWAY_OPERATION_TIMEOUT_SECONDS: "6",
      REDIS_URL: redis.url,
      CATALOG_DATABASE_READ_URL: databases.readUrl("catalog"),
      ...Object.fromEntries(names.map((name) => [`${name.toUpperCase()}_DATABASE_URL`, databases.url(name)])),
    };
    return await withDoubled({ env }, (doubled) => harmAndJudge(doubled, databases, redis, seed, say));
  } finally {
    for (const step of undo.reverse()) await step();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function harmAndJudge(
  doubled: Doubled,
  databases: ReplicatedPostgres,
  redis: RedisCluster,
  seed: number,
  say: (line: string) => void,
): Promise<RedundancyResult> {
  const { url, gateways, halves, isBack } = doubled;
  const system = { ...doubled.system, url };
  const away: RedundancyResult["away"] = {};
  let readsFromReplica = 0;
  const probe = await startProbe(url, gateways);
  const measured = async (what: string, harm: () => Promise<void>) => {
    probe.begin();
    await harm();
    away[what] = await probe.end();
    say(`${what}: ${JSON.stringify(away[what])}`);
  };
  const harm = async () => {
    await measured("nothing", () => delay(STILL_MS));
    for (const instance of halves[0])
      await measured(`${instance} killed`, async () => {
        const before = pidOf(system, instance);
        process.kill(before, "SIGKILL");
        await until(() => pidOf(system, instance) !== before, `${instance} is started again`, PATIENCE_MS);
        await isBack(instance);
      });
    for (const instance of halves[1])
      await measured(`${instance} stands still`, async () => {
        await standStill(pidOf(system, instance));
        await isBack(instance);
      });
    await measured("the primary of Redis that has the orders' messages killed", async () => {
      const key = `${system.env.REDIS_PREFIX}:stream:orders`;
      const { pid } = await redis.primaryOf(key);
      process.kill(pid, "SIGKILL");
      const hasTakenOver = async () => (await redis.primaryOf(key).catch(() => ({ pid }))).pid !== pid;
      await until(hasTakenOver, "a replica has taken over", PATIENCE_MS);
    });
    await measured("the primary of Redis that has seating's messages stands still", async () => {
      const { pid } = await redis.primaryOf(`${system.env.REDIS_PREFIX}:stream:seating`);
      await standStill(pid);
      await until(redis.isWhole, "the cluster is whole", PATIENCE_MS);
    });
    await measured("the replica of PostgreSQL stands still", () => standStill(databases.replicaPid()));
    readsFromReplica = await databases.readsFromReplica("catalog", "event");
    await measured(
      "the replica of PostgreSQL killed",
      async () => void process.kill(databases.replicaPid(), "SIGKILL"),
    );
    await measured("the replica of PostgreSQL back", databases.bringBackReplica);
    await measured("the primary of PostgreSQL killed", async () => void process.kill(databases.primaryPid, "SIGKILL"));
    await probe.stop();
  };
  const result = await useAndJudge(system, { seed, harm, followedAt: [...gateways, url], say });
  return { ...result, away, readsFromReplica };
}

/** Its connections stay open, and nobody answers: so does one look who is cut off. With PostgreSQL, its children too. */
async function standStill(pid: number): Promise<void> {
  const all = [pid, ...childrenOf(pid)];
  for (const one of all) process.kill(one, "SIGSTOP");
  await delay(STILL_MS);
  for (const one of all.reverse()) process.kill(one, "SIGCONT");
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}
