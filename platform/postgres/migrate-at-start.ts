// Migrates a database at the start of a process, if it must. Processes that start concurrently migrate one after the other.
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { Logger } from "../telemetry/logger.ts";
import { platformMigrations } from "./migrations.ts";
import { runMigrations, type DatabaseMigration } from "./migrator.ts";
import { identifyOutbox } from "./outbox-origin.ts";
import { giveUpWhenSilent } from "./postgres-login.ts";
import { createFunctions, type SqlFunctions } from "./sql-functions.ts";

const MIGRATION_LOCK = 4_711_001;
const TRY_LOCK_MS = 100;
const GUARD_BEAT_MS = 2_000;
const GUARD_SILENT_MS = 30_000;

export async function migrate(
  url: string,
  login: pg.ClientConfig,
  migrations: DatabaseMigration[],
  functions: SqlFunctions,
  logger: Logger,
): Promise<void> {
  const guard = new pg.Client(login);
  // Later queries fail.
  guard.on("error", () => {});
  await guard.connect();
  giveUpWhenSilent(guard);
  // The server releases the lock of an unresponsive process; a migrating process keeps its connection active.
  await guard.query(`set idle_session_timeout = ${GUARD_SILENT_MS}`);
  const beating = setInterval(() => void guard.query("select 1").catch(() => {}), GUARD_BEAT_MS);
  try {
    // Polled instead of waiting inside PostgreSQL: a concurrent index build waits for all transactions that wait there.
    const isMine = async () =>
      (await guard.query("select pg_try_advisory_lock($1) as mine", [MIGRATION_LOCK])).rows[0].mine;
    while (!(await isMine())) await delay(TRY_LOCK_MS);
    // Usually all migrations are done: then the migrator is not loaded.
    if (!(await hasAll(guard, namesOf(migrations)))) await runMigrations(url, login, allOf(migrations), logger);
    await createFunctions(guard, functions);
    await identifyOutbox(guard);
  } finally {
    clearInterval(beating);
    await guard.end();
  }
}

const allOf = (migrations: DatabaseMigration[]) => [...platformMigrations, ...migrations];
/** Those of the platform come first. */
export const namesOf = (migrations: DatabaseMigration[]) => allOf(migrations).map(({ name }) => name);

async function hasAll(client: pg.Client, names: string[]): Promise<boolean> {
  const found = await client.query("select to_regclass('migration') is not null as is_there");
  if (!found.rows[0].is_there) return false;
  const { rowCount } = await client.query("select from migration where name = any($1)", [names]);
  return rowCount === names.length;
}
