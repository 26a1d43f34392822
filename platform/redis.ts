// Connections to Redis, be it one server or a Redis Cluster. Redis holds nothing that is not also in PostgreSQL: it may be gone, or come
// back empty or older, at any time. Of a cluster every key is used by itself, or shares its hash tag with those it is used with.
import { Cluster, Redis, type RedisOptions } from "ioredis";
import type { Logger } from "./logger.ts";

export type RedisConnection = Redis | Cluster;

const retryStrategy = (attempt: number) => Math.min(50 * attempt, 1_000);

/** A process that ends does not wait longer for a server that is away. */
const disconnectTimeout = 200;

const FOREVER: RedisOptions = {
  maxRetriesPerRequest: null,
  retryStrategy,
  disconnectTimeout,
  enableOfflineQueue: true,
};

/** Fails fast while Redis is away, so that whoever calls can go on without it. */
const FAIL_FAST: RedisOptions = {
  maxRetriesPerRequest: 0,
  commandTimeout: 3_000,
  enableOfflineQueue: false,
  retryStrategy,
  disconnectTimeout,
};

/** How long a new connection may take: a node that was cut off answers nothing, not even that it is away. */
const CONNECT_MS = 2_000;
/** How soon a cluster's clients know which node has taken over. */
const REFRESH_MS = 1_000;
const PING_EVERY_MS = 1_000;
const PONG_WITHIN_MS = 3_000;
const COMMAND_TIMED_OUT = "Command timed out";

/** `url`: of one server, or of several nodes of one cluster with commas between them. */
export function connectRedis(url: string, logger: Logger, mode: "waits" | "fails fast"): RedisConnection {
  const nodes = url.split(",");
  const options = mode === "waits" ? FOREVER : FAIL_FAST;
  const redis = nodes.length === 1 ? new Redis(url, options) : connectCluster(nodes, options);
  if (mode === "fails fast") giveUpWhenSilent(redis);
  redis.on("error", (error: Error) => logger.debug({ error: error.message }, "redis connection"));
  return redis;
}

function connectCluster(nodes: string[], { enableOfflineQueue, commandTimeout }: RedisOptions): Cluster {
  const { protocol, username, password } = new URL(nodes[0]!);
  return new Cluster(nodes.map(hostAndPort), {
    clusterRetryStrategy: retryStrategy,
    slotsRefreshInterval: REFRESH_MS,
    slotsRefreshTimeout: CONNECT_MS,
    enableOfflineQueue: enableOfflineQueue!,
    redisOptions: {
      connectTimeout: CONNECT_MS,
      disconnectTimeout,
      ...(commandTimeout !== undefined && { commandTimeout }),
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(protocol === "rediss:" && { tls: {} }),
    },
    // A certificate is for a name and not for the address that it has.
    ...(protocol === "rediss:" && { dnsLookup: (address, answer) => answer(null, address) }),
  });
}

const DEFAULT_PORT = 6379;

function hostAndPort(node: string): { host: string; port: number } {
  const { hostname, port } = new URL(node);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || DEFAULT_PORT };
}

/**
 * For Pub/Sub: says "ready" at every connection, after which whoever listens can't know what was missed. Of a cluster any node
 * will do, since each passes on what it hears: if one is away, the next is tried. A silent connection is given up.
 */
export function connectListener(url: string, logger: Logger): Redis {
  const nodes = url.split(",");
  let turn = Math.floor(Math.random() * nodes.length);
  const redis: Redis = new Redis(nodes[turn]!, {
    ...FOREVER,
    connectTimeout: CONNECT_MS,
    retryStrategy: (attempt) => {
      turn = (turn + 1) % nodes.length;
      Object.assign(redis.options, hostAndPort(nodes[turn]!));
      return retryStrategy(attempt);
    },
  });
  redis.on("error", (error: Error) => logger.debug({ error: error.message }, "redis connection"));
  giveUpWhenSilent(redis);
  return redis;
}

/** A server that was cut off says nothing, not even that it is gone: a connection on which a ping is not answered is made anew. */
function giveUpWhenSilent(redis: RedisConnection): void {
  const askedAt = new WeakMap<Redis, number>();
  const look = (node: Redis) => {
    // "connect": the server has taken the connection, and was asked whether it can be used.
    if (node.status !== "ready" && node.status !== "connect") return void askedAt.delete(node);
    const since = askedAt.get(node);
    if (since === undefined) {
      askedAt.set(node, performance.now());
      if (node.status !== "ready") return;
      const forget = () => void askedAt.delete(node);
      node.ping().then(forget, (error: Error) => error.message !== COMMAND_TIMED_OUT && forget());
    } else if (performance.now() - since > PONG_WITHIN_MS) {
      askedAt.delete(node);
      node.disconnect(true);
    }
  };
  const timer = setInterval(() => {
    for (const node of redis instanceof Cluster ? redis.nodes("all") : [redis]) look(node);
  }, PING_EVERY_MS).unref();
  redis.once("end", () => clearInterval(timer));
}
