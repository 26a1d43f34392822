// The Redis of a system on one machine requires a password, which other users of the machine can't read.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { environmentOfSystem } from "../databases-of.ts";
import { freePorts } from "../ports.ts";
import { startRedis, urlOfRedis } from "../redis.ts";
import { ROOT } from "../topology.ts";

let dir: string;
beforeEach(() => (dir = mkdtempSync(path.join(tmpdir(), "boxoffice-"))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("Redis refuses clients without the password, and its arguments do not show the password", async () => {
  const [port] = (await freePorts(1)) as [number];
  const cache = path.join(ROOT, ".data", "cache", "redis");
  const server = await startRedis({ dir, port, cache, password: "not-to-be-seen" });
  const ping = async (url: string) => {
    const redis = new Redis(url, { maxRetriesPerRequest: 0, retryStrategy: () => null });
    redis.on("error", () => {});
    try {
      return await redis.ping().catch((error: Error) => error.message);
    } finally {
      redis.disconnect();
    }
  };
  try {
    expect(await ping(server.url)).toBe("PONG");
    expect(await ping(urlOfRedis("127.0.0.1", port, ""))).toContain("NOAUTH");
    const { stdout } = spawnSync("ps", ["-o", "args=", "-p", String(server.pid)], { encoding: "utf8" });
    expect([stdout.includes("redis"), stdout.includes("not-to-be-seen")]).toEqual([true, false]);
    expect(statSync(path.join(dir, "redis.conf")).mode & 0o777).toBe(0o600);
  } finally {
    await server.stop();
  }
});

test("a system's password is made once, and kept in a file that only its owner can read", () => {
  const passwordOf = () => new URL(environmentOfSystem({ DATA_DIR: dir }).REDIS_URL!).password;
  const password = passwordOf();
  expect(password).toMatch(/^[\w-]{43}$/);
  expect(passwordOf()).toBe(password);
  const file = path.join(dir, "keys", "redis.secret");
  expect([readFileSync(file, "utf8"), statSync(file).mode & 0o777]).toEqual([password, 0o600]);
});
