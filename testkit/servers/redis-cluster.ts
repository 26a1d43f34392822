// A Redis Cluster on this machine: primaries that share the keys, each with a replica that takes over if the primary fails.
import path from "node:path";
import { Redis } from "ioredis";
import { HERE, type Machine, type Network } from "../../local/servers/network.ts";
import { freePorts } from "../../local/servers/ports.ts";
import { startRedis, type EmbeddedRedis } from "../../local/servers/redis.ts";
import { until } from "../until.ts";

const PRIMARIES = 3;
const NODES = 2 * PRIMARIES;
const SLOTS = 16_384;
const FORMED_WITHIN_MS = 30_000;

export interface ClusterNode extends EmbeddedRedis {
  machine: Machine;
}

export interface RedisCluster {
  /** URLs of all nodes, separated by commas. */
  url: string;
  /** The primary that a key is on now. */
  primaryOf(key: string): Promise<ClusterNode>;
  /** Whether every key can be used. */
  isWhole(): Promise<boolean>;
  stop(): Promise<void>;
}

/** `nodeTimeoutMs`: after this long without an answer a node counts as failed. `network`: gives each node its own machine. */
export async function startRedisCluster(
  dir: string,
  cache: string,
  nodeTimeoutMs: number,
  network?: Network,
): Promise<RedisCluster> {
  const ports = await freePorts(2 * NODES);
  const nodes: ClusterNode[] = [];
  const stop = async () => void (await Promise.all(nodes.map((node) => node.stop())));
  try {
    for (let n = 0; n < NODES; n++) {
      const machine = (await network?.add()) ?? HERE;
      const settings = {
        "cluster-enabled": "yes",
        "cluster-port": String(ports[NODES + n]),
        "cluster-node-timeout": String(nodeTimeoutMs),
        // However far behind it is: missing messages are published again from the databases.
        "cluster-replica-validity-factor": "0",
      };
      const node = await startRedis({ dir: path.join(dir, `redis-${n}`), port: ports[n]!, cache, machine, settings });
      nodes.push({ ...node, machine });
    }
    await form(nodes, ports);
  } catch (error) {
    await stop();
    throw error;
  }
  const isWhole = async () => (await infoOf(nodes)).includes("cluster_state:ok");
  return {
    url: nodes.map(({ url }) => url).join(","),
    primaryOf: async (key) => {
      for (const node of nodes) {
        // Any other node redirects to the owner of the key.
        const owns = (redis: Redis) => redis.exists(key).then(() => redis.role());
        if ((await ask(node, owns).catch(() => [""]))[0] === "master") return node;
      }
      throw new Error(`No primary has ${key}.`);
    },
    isWhole,
    stop,
  };
}

async function ask<T>({ url }: EmbeddedRedis, what: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null, commandTimeout: 1_000 });
  redis.on("error", () => {});
  try {
    return await what(redis);
  } finally {
    redis.disconnect();
  }
}

/** From the view of an available node. */
async function infoOf(nodes: EmbeddedRedis[]): Promise<string> {
  for (const node of nodes) {
    const info = await ask(node, (redis) => redis.cluster("INFO")).catch(() => undefined);
    if (info !== undefined) return info;
  }
  throw new Error("No node of the cluster is available.");
}

async function form(nodes: ClusterNode[], ports: number[]): Promise<void> {
  const primaries = nodes.slice(0, PRIMARIES);
  for (const [n, node] of primaries.entries()) {
    const [first, beyond] = [n, n + 1].map((k) => Math.round((k * SLOTS) / PRIMARIES)) as [number, number];
    await ask(node, (redis) => redis.cluster("ADDSLOTSRANGE", first, beyond - 1));
    await ask(node, (redis) => redis.cluster("SET-CONFIG-EPOCH", n + 1));
  }
  for (const [n, { machine }] of nodes.entries())
    if (n > 0)
      await ask(nodes[0]!, (redis) => redis.call("CLUSTER", "MEET", machine.address, ports[n]!, ports[NODES + n]!));
  const eachSees = async (what: string) =>
    (await Promise.all(nodes.map((node) => infoOf([node])))).every((info) => info.includes(what));
  await until(() => eachSees(`cluster_known_nodes:${NODES}`), "every node knows every other", FORMED_WITHIN_MS);
  for (const [n, node] of primaries.entries()) {
    const id = await ask(node, (redis) => redis.cluster("MYID"));
    await ask(nodes[PRIMARIES + n]!, (redis) => redis.cluster("REPLICATE", id));
  }
  const replicates = async (node: EmbeddedRedis) => (await ask(node, (redis) => redis.role()))[3] === "connected";
  await until(
    async () =>
      (await eachSees("cluster_state:ok")) &&
      (await Promise.all(nodes.slice(PRIMARIES).map(replicates))).every(Boolean),
    "the cluster is whole",
    FORMED_WITHIN_MS,
  );
}
