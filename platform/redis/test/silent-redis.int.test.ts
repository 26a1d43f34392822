// A Redis that was cut off: its connections stay open, and it says nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createLogger } from "../../telemetry/logger.ts";
import { connectNotifier } from "../pubsub.ts";
import { freePorts } from "../../../local/servers/ports.ts";
import { startRedis } from "../../../local/servers/redis.ts";
import { ROOT } from "../../../operations/topology.ts";
import { linkTo } from "../../../testkit/faulty-link.ts";
import { until } from "../../../testkit/until.ts";

/** Timeout of a silent connection is 5 s; that of a new connection, too. */
const RECONNECTED_WITHIN_MS = 20_000;

test("a listener is notified once that notifications may have been lost, and gets them again", async () => {
  const dir = mkdtempSync(path.join(tmpdir(), "boxoffice-"));
  const [port] = await freePorts(1);
  const redis = await startRedis({ dir, port: port!, cache: path.join(ROOT, ".data", "cache", "redis") });
  const link = await linkTo(redis.url);
  const notifier = connectNotifier(link.url, "silent", createLogger("silent", "silent"));
  const received: (string | undefined)[] = [];
  notifier.listen("news", (about) => received.push(about));
  try {
    await until(() => received.length > 0, "connected");
    await until(() => (notifier.notify("news", "before"), received.includes("before")), "heard of");
    received.length = 0;
    link.silence();
    await until(() => !notifier.isAvailable(), "the silent connections are given up", RECONNECTED_WITHIN_MS);
    await link.restore();
    await until(() => received.includes(undefined), "told that hints may have been lost", RECONNECTED_WITHIN_MS);
    await until(() => (notifier.notify("news", "after"), received.includes("after")), "heard of again");
    expect(received.filter((about) => about === undefined)).toHaveLength(1);
  } finally {
    await notifier.stop();
    await link.stop();
    await redis.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});
