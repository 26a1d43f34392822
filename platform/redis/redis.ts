// Connections to Redis, be it one server or a Redis Cluster. Redis holds no data that is not also in PostgreSQL: it may be down, or return
// empty or older, at any time. In a cluster every key is used alone, or shares its hash tag with the keys of the same command.
import { Cluster, Redis, type RedisOptions } from "ioredis";
import type { Logger } from "../telemetry/logger.ts";

export type RedisConnection = Redis | Cluster;

const retryStrategy = (attempt: number) => Math.min(50 * attempt, 1_000);

const EVERY_CONNECTION: RedisOptions = {
  /** Maximum wait of a stopping process for a server that is down. */
  disconnectTimeout: 200,
  /** No CLIENT SETINFO: Redis before 7.2 has no ACL rule that allows it. */
  disableClientInfo: true,
};

const FOREVER: RedisOptions = {
  ...EVERY_CONNECTION,
  maxRetriesPerRequest: null,
  retryStrategy,
  enableOfflineQueue: true,
};

/** Fails fast while Redis is down, so that callers can continue without it. */
const FAIL_FAST: RedisOptions = {
  ...EVERY_CONNECTION,
  maxRetriesPerRequest: 0,
  commandTimeout: 3_000,
  enableOfflineQueue: false,
  retryStrategy,
};

/** Connect timeout: a partitioned node does not answer. */
const CONNECT_MS = 2_000;
/** Interval at which cluster clients refresh their slots after a failover. */
const REFRESH_MS = 1_000;
const PING_EVERY_MS = 2_000;
const PONG_WITHIN_MS = 3_000;
const COMMAND_TIMED_OUT = "Command timed out";

/** `url`: of one server, or of several nodes of one cluster with commas between them. */
export function connectRedis(url: string, logger: Logger, mode: "waits" | "fails fast"): RedisConnection {
  const nodes = url.split(",");
  const options = mode === "waits" ? FOREVER : FAIL_FAST;
  const redis = nodes.length === 1 ? new Redis(url, options) : connectCluster(nodes, options);
  if (mode === "fails fast") giveUpWhenSilent(redis);
  report(redis, logger);
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
      ...EVERY_CONNECTION,
      connectTimeout: CONNECT_MS,
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
 * For Pub/Sub: emits "ready" at every connection, after which listeners may have missed messages. In a cluster any node works, because each
 * forwards messages: if one is down, the next is tried. An unresponsive connection is closed.
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
  report(redis, logger);
  giveUpWhenSilent(redis);
  // ioredis, which subscribes again at every connection, and the library for notifications would make an unhandled rejection of a refusal.
  const subscribe = redis.subscribe.bind(redis) as (channels: string | string[]) => Promise<unknown>;
  return Object.assign(redis, {
    subscribe: async (channels: string | string[], done = () => {}) => {
      await subscribe(channels).catch(() => {});
      done();
    },
  });
}

/** Redis's errors for a missing right, also in a script; before 7.2 a script's error has no code. */
const LACKS_A_RIGHT = /\bNOPERM\b|user executing the script can't/;
const IS_NOT_LET_IN = /\b(WRONGPASS|NOAUTH)\b/;
const refused = new WeakSet<RedisConnection>();

/** Whether Redis is there, and has refused nothing since this process connected: a refused subscription is not tried again. */
export function isUsable(redis: RedisConnection): boolean {
  return redis.status === "ready" && !refused.has(redis);
}

/** Most callers continue without Redis: its refusals are logged here, once for each command, because only an operator can fix them. */
function report(redis: RedisConnection, logger: Logger): void {
  const reported = new Set<string>();
  const judge = (error: Error, command: string) => {
    if (LACKS_A_RIGHT.test(error.message)) refused.add(redis);
    else if (!IS_NOT_LET_IN.test(error.message)) return;
    if (!reported.has(command))
      logger.error(
        { command, error: error.message },
        "Redis denies a command that this process requires: check the ACL of its user",
      );
    reported.add(command);
  };
  const onError = (error: Error) => {
    logger.debug({ error: error.message }, "redis connection");
    judge(error, "auth");
  };
  redis.on("error", onError).on("node error", onError);
  const one = redis as Redis; // A cluster has the same method.
  const send = one.sendCommand.bind(one);
  one.sendCommand = (command, ...rest) => {
    command.promise.catch((error: Error) => judge(error, command.name));
    return send(command, ...rest);
  };
}

/** Connections with a heartbeat, checked together, so that an idle process wakes up once for all. */
const watched = new Set<RedisConnection>();
let watching: NodeJS.Timeout | undefined;

function giveUpWhenSilent(redis: RedisConnection): void {
  watched.add(redis);
  watching ??= setInterval(() => {
    for (const one of watched) for (const node of one instanceof Cluster ? one.nodes("all") : [one]) look(node);
  }, PING_EVERY_MS).unref();
  redis.once("end", () => {
    watched.delete(redis);
    if (watched.size > 0) return;
    clearInterval(watching);
    watching = undefined;
  });
}

const asked = new WeakSet<Redis>();

/** A partitioned server does not close its connection: a connection without an answer to a ping is replaced. */
function look(node: Redis): void {
  // "connect": the TCP connection is open, and its readiness check was sent.
  if ((node.status !== "ready" && node.status !== "connect") || asked.has(node)) return;
  const { stream } = node;
  const { bytesRead } = stream;
  asked.add(node);
  const timer = setTimeout(() => {
    // After a blocked event loop, a pong may be unread although the ping timed out: the check phase runs after sockets were read.
    setImmediate(() => {
      asked.delete(node);
      if (node.stream === stream && stream.bytesRead === bytesRead) node.disconnect(true);
    });
  }, PONG_WITHIN_MS).unref();
  if (node.status !== "ready") return;
  const forget = () => {
    clearTimeout(timer);
    asked.delete(node);
  };
  node.ping().then(forget, (error: Error) => error.message !== COMMAND_TIMED_OUT && forget());
}
