// A process that Redis refuses what it needs says so, once, and is not ready.
import { randomUUID } from "node:crypto";
import { createLogger, type Logger } from "../../platform/telemetry/logger.ts";
import { connectNotifier } from "../../platform/redis/pubsub.ts";
import { createRateLimits } from "../../platform/redis/rate-limits.ts";
import { connectRedis, isUsable } from "../../platform/redis/redis.ts";
import type { RedisAccess } from "../../platform/redis-access.ts";
import { redisAccess } from "../../schema/redis-access.ts";
import { startAlone } from "../../testkit/isolated-subgraph.ts";
import { limitRedis, type LimitedRedis } from "../../testkit/limited-redis.ts";
import { serversOfThisRun } from "../../testkit/supergraph.ts";
import { until } from "../../testkit/until.ts";

const { redisUrl } = serversOfThisRun();

let prefix: string;
let limited: LimitedRedis;
beforeEach(async () => {
  prefix = `refusals-${randomUUID()}`;
  limited = await limitRedis(redisUrl, prefix);
});

describe("a process that lacks a right", () => {
  /** As declared, but for this process. */
  const lacking = async (name: string, access: RedisAccess) => {
    await limited.end();
    limited = await limitRedis(redisUrl, prefix, { [name]: access });
    return limited.urlOf(name);
  };
  let logged: string[];
  const noting = () => {
    logged = [];
    const error = ({ command }: { command: string }) => logged.push(command);
    return Object.assign(createLogger("test", "silent"), { error }) as Logger;
  };
  afterEach(() => expect(limited.end()).rejects.toThrow("Redis denied"));

  const { publishes: _, ...withoutStream } = redisAccess.orders!;
  test.each<[string, RedisAccess, Record<string, boolean>]>([
    ["to read a stream", { ...redisAccess.orders, consumes: ["catalog"] }, { consumer: false, relay: true }],
    ["to append to its own", withoutStream, { consumer: true, relay: false }],
  ])("%s says so when it is asked whether it is ready, and can be stopped", async (_, access, wanted) => {
    const alone = await startAlone("orders", { REDIS_URL: await lacking("orders", access), REDIS_PREFIX: prefix });
    try {
      const expected = { status: "unavailable", database: true, redis: true, ...wanted };
      await until(async () => {
        const response = await fetch(new URL("/health/ready", alone.running.url));
        const shown = (await response.json()) as Record<string, unknown>;
        return response.status === 503 && Object.entries(expected).every(([key, value]) => shown[key] === value);
      }, "shown");
      // What it lacks looks the same before it was asked for.
      await until(async () => (await limited.refused()).length > 0, "refused");
    } finally {
      const begun = performance.now();
      await alone.stop();
      expect(performance.now() - begun).toBeLessThan(10_000);
    }
  });

  test("to send hints or to listen to them logs it once, and is not ready", async () => {
    const url = await lacking("seating", { publishes: true });
    const notifier = connectNotifier(url, prefix, noting());
    try {
      await until(notifier.isAvailable, "connected");
      notifier.listen("seats:one", () => {});
      await until(() => !notifier.isAvailable(), "refused");
      notifier.notify("seats:one");
      notifier.notify("seats:two");
      await until(() => logged.includes("publish"), "logged");
      expect(logged.sort()).toEqual(["publish", "subscribe"]);
    } finally {
      await notifier.stop();
    }
  });

  test("to subscribe, revoked while it is connected, continues without hints", async () => {
    const notifier = connectNotifier(await lacking("seating", redisAccess.seating!), prefix, noting());
    const received: (string | undefined)[] = [];
    notifier.listen("seats:one", (about) => received.push(about));
    try {
      await until(() => (notifier.notify("seats:one", "before"), received.includes("before")), "heard");
      await lacking("seating", { publishes: true });
      await until(() => logged.includes("subscribe"), "refused at the next connection");
      expect(notifier.isAvailable()).toBe(false);
    } finally {
      await notifier.stop();
    }
  });

  test("to count requests counts alone, logs the refusal once, and is not ready", async () => {
    const url = await lacking("gateway", { listens: ["sessions"] });
    const rates = createRateLimits({ redisUrl: url, prefix, process: "gateway", logger: noting() });
    try {
      await until(rates.areShared, "connected");
      const limit = { name: "tries", limit: 1, windowSeconds: 60 };
      expect(await rates.takeExactly(limit, "somebody")).toBe(0);
      expect(await rates.takeExactly(limit, "somebody")).toBeGreaterThan(0);
      expect([rates.areShared(), logged]).toEqual([false, ["eval"]]);
    } finally {
      await rates.stop();
    }
  });

  test("to come in at all logs it once", async () => {
    const url = await lacking("gateway", {});
    const redis = connectRedis(url.replace(/:gateway@/, ":wrong@"), noting(), "fails fast");
    try {
      await until(() => logged.includes("auth"), "logged");
      let tries = 0;
      redis.on("reconnecting", () => tries++);
      await until(() => tries > 2, "tried again");
      expect(isUsable(redis)).toBe(false);
      // The client asks for INFO too, unless the refusal comes first.
      expect(logged.filter((command) => command !== "info")).toEqual(["auth"]);
      expect(logged.filter((command) => command === "info").length).toBeLessThan(2);
    } finally {
      redis.disconnect();
    }
  });
});
