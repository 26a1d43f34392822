// One PostgreSQL and one Redis for a whole test run, on free ports and in a separate folder.
import { existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePorts } from "../../local/servers/ports.ts";
import { startPostgres, type EmbeddedPostgres } from "../../local/servers/postgres.ts";
import { startRedis, type EmbeddedRedis } from "../../local/servers/redis.ts";
import { ROOT } from "../../operations/topology.ts";

interface Started {
  folder: string;
  postgres: EmbeddedPostgres;
  redis: EmbeddedRedis;
}

const globals = globalThis as { startedForTests?: Started };

/** A file system in memory, as Linux has one: there a copy of a system's databases takes a seventh of the time. */
const MEMORY = "/dev/shm";
const ROOM = 4 * 1024 ** 3;

/** Temporary files of all tests are in memory, if there is room. */
function keepFilesInMemory(): void {
  if (!existsSync(MEMORY)) return;
  const { bavail, bsize } = statfsSync(MEMORY);
  if (bavail * bsize >= ROOM) process.env.TMPDIR = MEMORY;
}

export async function startServers(): Promise<void> {
  keepFilesInMemory();
  const folder = mkdtempSync(path.join(tmpdir(), "boxoffice-servers-"));
  const [postgresPort, redisPort] = await freePorts(2);
  // No power failures in tests: without fsync a run is twice as fast, and a killed process still loses nothing.
  const settings = {
    ...{ fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "256MB" },
    // Of thousands of logins with passwords that are worth nothing.
    scram_iterations: "1",
  };
  const postgres = await startPostgres({
    dir: path.join(folder, "postgres"),
    port: postgresPort!,
    password: "test",
    settings,
  });
  const redis = await startRedis({
    dir: path.join(folder, "redis"),
    port: redisPort!,
    cache: path.join(ROOT, ".data", "cache", "redis"),
    // Every system checks at its end which commands Redis denied (limited-redis.ts).
    settings: { "acllog-max-len": "10000" },
  });
  process.env.TEST_POSTGRES_URL = postgres.adminUrl;
  process.env.TEST_POSTGRES_LOG = path.join(folder, "postgres.log");
  process.env.TEST_REDIS_URL = redis.url;
  globals.startedForTests = { folder, postgres, redis };
}

export async function stopServers(): Promise<void> {
  const started = globals.startedForTests;
  if (!started) return;
  await started.redis.stop();
  await started.postgres.stop();
  rmSync(started.folder, { recursive: true, force: true });
}
