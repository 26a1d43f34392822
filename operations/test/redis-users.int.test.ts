// The Redis of a system on one machine: who is let in, and what other users of the machine can read of the passwords.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { createLogger } from "../../platform/telemetry/logger.ts";
import { connectNotifier } from "../../platform/redis/pubsub.ts";
import { createRateLimits } from "../../platform/redis/rate-limits.ts";
import { connectRedis, isUsable } from "../../platform/redis/redis.ts";
import { redisAccess } from "../../schema/redis-access.ts";
import { environmentOfSystem } from "../system-databases.ts";
import { urlOfRedis } from "../redis-users.ts";
import { isAlive } from "../../local/pid-files.ts";
import { freePorts } from "../../local/servers/ports.ts";
import { startRedis, type EmbeddedRedis } from "../../local/servers/redis.ts";
import { ROOT } from "../topology.ts";
import { until } from "../../testkit/until.ts";

const cache = path.join(ROOT, ".data", "cache", "redis");
const users = { prefix: "test", passwordOf: (user: string) => `not-to-be-seen-${user}` };
const logger = createLogger("test", "silent");
let dir: string;
let port: number;
let server: EmbeddedRedis | undefined;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  port = (await freePorts(1))[0]!;
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(dir, { recursive: true, force: true });
});

const urlOf = (user: string) => urlOfRedis("127.0.0.1", port, user, users.passwordOf(user));

async function ask<T>(url: string, what: (redis: Redis) => Promise<T>): Promise<T | string> {
  const redis = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null, disableClientInfo: true });
  redis.on("error", () => {});
  try {
    return await what(redis).catch((error: Error) => error.message);
  } finally {
    redis.disconnect();
  }
}
const ping = (url: string) => ask(url, (redis) => redis.ping());

test("Redis lets in each process by its own password, nobody without a name, and shows no password", async () => {
  server = await startRedis({ dir, port, cache, users });
  for (const user of Object.keys(redisAccess)) expect([user, await ping(urlOf(user))]).toEqual([user, "PONG"]);
  expect(await ping(server.url)).toBe("PONG");
  expect(await ping(urlOfRedis("127.0.0.1", port))).toContain("NOAUTH");
  expect(await ping(urlOfRedis("127.0.0.1", port, "", users.passwordOf("operator")))).toContain("WRONGPASS");
  expect(await ping(urlOfRedis("127.0.0.1", port, "users", users.passwordOf("orders")))).toContain("WRONGPASS");
  const { stdout } = spawnSync("ps", ["-o", "args=", "-p", String(server.pid)], { encoding: "utf8" });
  expect([stdout.includes("redis"), stdout.includes("not-to-be-seen")]).toEqual([true, false]);
  const file = path.join(dir, "users.acl");
  expect([readFileSync(file, "utf8").includes("not-to-be-seen"), statSync(file).mode & 0o777]).toEqual([false, 0o600]);
});

test("a system's passwords are made once, and kept in files that only their owner can read", () => {
  const passwordOf = () => new URL(environmentOfSystem({ DATA_DIR: dir }).REDIS_URL!).password;
  const password = passwordOf();
  expect(password).toMatch(/^[\w-]{43}$/);
  expect(passwordOf()).toBe(password);
  const file = path.join(dir, "keys", "redis.secret");
  expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual([password, 0o600]);
});

test("`npm run redis:acl` prints what Redis takes, and the same at every call", async () => {
  const print = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(ROOT, "operations/redis-acl-main.ts"), ...args], {
      encoding: "utf8",
      env: { REDIS_PREFIX: "mine" },
    });
  const { stdout, status } = print(dir);
  expect([status, print(dir).stdout]).toEqual([0, stdout]);
  expect(stdout).toMatch(/^user default off\n/);
  expect(statSync(path.join(dir, "redis-orders.secret")).mode & 0o777).toBe(0o600);
  server = await startRedis({ dir: path.join(dir, "redis"), port, cache });
  // As docs/operations/redis-users.md says for a Redis that runs: any number of times.
  const lines = stdout.trim().split("\n").slice(1);
  for (const line of [...lines, ...lines])
    expect(await ask(server.url, (redis) => redis.call("ACL", "SETUSER", ...line.split(" ").slice(1)))).toBe("OK");
  const orders = urlOfRedis("127.0.0.1", port, "orders", readFileSync(path.join(dir, "redis-orders.secret"), "utf8"));
  expect(await ask(orders, (redis) => redis.xadd("mine:stream:orders", "1-0", "message", "x"))).toBe("1-0");
  expect(await ask(orders, (redis) => redis.xadd("mine:stream:users", "1-0", "message", "x"))).toContain("NOPERM");
  expect(print()).toMatchObject({ status: 1, stderr: expect.stringContaining("Pass the folder") });
});

test("a Redis of an earlier version, with one password, is replaced by one with users, and keeps its data", async () => {
  const before = await startRedis({ dir, port, cache });
  await ask(before.url, (redis) => redis.set("test:kept", "yes"));
  await ask(before.url, (redis) => redis.config("SET", "requirepass", users.passwordOf("operator")));
  server = await startRedis({ dir, port, cache, users });
  expect([server.pid === before.pid, isAlive(before.pid)]).toEqual([false, false]);
  expect(await ask(server.url, (redis) => redis.get("test:kept"))).toBe("yes");
});

test("in a Redis Cluster the same rights are enough", async () => {
  const settings = {
    "cluster-enabled": "yes",
    "cluster-port": String((await freePorts(1))[0]),
    // A node that has met no other does not know its own address.
    "cluster-announce-ip": "127.0.0.1",
  };
  server = await startRedis({ dir, port, cache, users, settings });
  await ask(server.url, (redis) => redis.cluster("ADDSLOTSRANGE", 0, 16_383));
  await until(
    async () => String(await ask(server!.url, (redis) => redis.cluster("INFO"))).includes("cluster_state:ok"),
    "the cluster is whole",
  );
  const nodes = (user: string) => `${urlOf(user)},${urlOf(user)}`;
  const orders = connectRedis(nodes("orders"), logger, "waits");
  const notifier = connectNotifier(nodes("gateway"), users.prefix, logger);
  const rates = createRateLimits({ redisUrl: nodes("gateway"), prefix: users.prefix, process: "gateway", logger });
  try {
    expect(await orders.xadd(`${users.prefix}:stream:orders`, "1-0", "message", "x")).toBe("1-0");
    await until(() => isUsable(orders) && notifier.isAvailable() && rates.areShared(), "connected");
    expect(await rates.takeExactly({ name: "tries", limit: 1, windowSeconds: 60 }, "somebody")).toBe(0);
    expect(await rates.takeExactly({ name: "tries", limit: 1, windowSeconds: 60 }, "somebody")).toBeGreaterThan(0);
    expect(await ask(server.url, (redis) => redis.acl("LOG"))).toEqual([]);
  } finally {
    orders.disconnect();
    await Promise.all([notifier.stop(), rates.stop()]);
  }
});
