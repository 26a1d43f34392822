// A blocked event loop must not close a healthy Redis connection: the reply to a ping waits unread in the socket.
import type { Redis } from "ioredis";
import { createLogger } from "../../telemetry/logger.ts";
import { connectRedis } from "../redis.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { until } from "../../../testkit/until.ts";

/** Longer than Redis may take for a pong. */
const BLOCKED_MS = 5_000;

function block(): void {
  const end = performance.now() + BLOCKED_MS;
  while (performance.now() < end);
}

test("a connection to Redis outlives a blocked event loop", async () => {
  const redis = connectRedis(serversOfThisRun().redisUrl, createLogger("busy", "silent"), "fails fast") as Redis;
  let closed = 0;
  redis.on("close", () => (closed += 1));
  const ping = redis.ping.bind(redis) as () => Promise<"PONG">;
  let pongs = 0;
  // Blocks once, after a ping was sent and before its pong is read.
  redis.ping = (() => {
    if (pongs === 0) {
      redis.stream.pause();
      setImmediate(() => {
        redis.stream.resume();
        block();
      });
    }
    return ping().finally(() => (pongs += 1));
  }) as typeof redis.ping;
  try {
    await until(() => pongs >= 2, "pongs are read again", 120_000);
    expect(closed).toBe(0);
  } finally {
    redis.disconnect();
  }
});
