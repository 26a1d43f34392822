// Migrated databases at the price of a copy: each subgraph's migrations run once into a template, and a test file gets its own copy.
import { createHash, randomBytes } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { openDatabase, type Database } from "../platform/postgres/database.ts";
import { lookNow } from "../platform/jobs/due.ts";
import { createLogger } from "../platform/telemetry/logger.ts";
import { platformMigrations } from "../platform/postgres/migrations.ts";
import type { Subgraph } from "../platform/subgraph.ts";
import { createDatabaseAs } from "../local/servers/postgres.ts";
import { onOpenConnections } from "./open-connections.ts";

const TEMPLATE_LOCK = 4_711_003;
const TERMINATE_WITHIN_MS = 5_000;
const FREE_WITHIN_MS = 5_000;
/** More than a pool has connections. */
const MOST_PINGS = 20;
/** Reachable only on this machine during a test. */
const TEST_PASSWORD = "test";

function databaseUrl(adminUrl: string, role: string, name: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = TEST_PASSWORD;
  url.pathname = `/${name}`;
  return url.href;
}

/** Not in the types: whether its connection keeps the process from its end. */
type Admin = pg.Client & { ref(): void; unref(): void };
const admins = new Map<string, Promise<Admin>>();
let before: Promise<unknown> = Promise.resolve();

/** One after the other on one connection of this process. */
function asAdmin<T>(adminUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const done = before.then(async () => {
    const admin = await (admins.get(adminUrl) ?? openAdmin(adminUrl));
    admin.ref();
    return work(admin).finally(() => admin.unref());
  });
  before = done.catch(() => {});
  return done;
}

function openAdmin(adminUrl: string): Promise<Admin> {
  const admin = new pg.Client({ connectionString: adminUrl }) as Admin;
  const forget = () => admins.delete(adminUrl);
  admin.on("error", forget);
  admin.on("end", forget);
  const opening = admin.connect().then(() => admin);
  opening.catch(forget);
  admins.set(adminUrl, opening);
  return opening;
}

export interface TestDatabase {
  name: string;
  url: string;
  drop(): Promise<void>;
}

/** A fresh, migrated database for one subgraph. */
export async function createTestDatabase(
  adminUrl: string,
  subgraph: Pick<Subgraph, "name" | "migrations" | "entities">,
): Promise<TestDatabase> {
  const role = `boxoffice_${subgraph.name}`;
  const version = createHash("sha256")
    .update(JSON.stringify([platformMigrations, subgraph.migrations]))
    .digest("hex")
    .slice(0, 12);
  const template = `template_${subgraph.name}_${version}`;
  const name = `test_${subgraph.name}_${randomBytes(6).toString("hex")}`;
  await asAdmin(adminUrl, async (admin) => {
    // Test files start concurrently: one of them creates the template.
    await admin.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    try {
      const { rowCount } = await admin.query("select 1 from pg_database where datname = $1", [template]);
      if (!rowCount) {
        const unfinished = `${template}_new`;
        await admin.query(`drop database if exists ${unfinished}`);
        await createDatabaseAs(admin, { name: unfinished, role, password: TEST_PASSWORD });
        const logger = createLogger("template", "silent");
        await (await openDatabase({ ...subgraph, url: databaseUrl(adminUrl, role, unfinished), logger })).close();
        await admin.query(`alter database ${unfinished} rename to ${template}`);
      }
      await createDatabaseAs(admin, { name, role, password: TEST_PASSWORD, template });
    } finally {
      await admin.query("select pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
    }
  });
  return {
    name,
    url: databaseUrl(adminUrl, role, name),
    drop: () =>
      asAdmin(adminUrl, async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  };
}

/**
 * Moves a database's clock forward: from now on `app_now()` there is `seconds` ahead. Connections of this process are told between two
 * transactions; those of other processes, and those that are not free in time, are closed.
 */
export async function setClockOffset(
  adminUrl: string,
  databaseName: string,
  seconds: number,
  pools: Database[],
): Promise<void> {
  const offset = `set app.clock_offset = '${seconds} seconds'`;
  await asAdmin(adminUrl, (admin) => admin.query(`alter database ${databaseName} ${offset}`));
  const told = await onOpenConnections(databaseName, offset, FREE_WITHIN_MS);
  await closeConnections(adminUrl, databaseName, pools, told);
  lookNow();
}

/** New connections have settings that the database was given since. @param except process IDs of backends */
export async function closeConnections(
  adminUrl: string,
  databaseName: string,
  pools: Database[],
  except: number[] = [],
): Promise<void> {
  const closed = await asAdmin(adminUrl, (admin) =>
    admin.query("select pg_terminate_backend(pid, $2) from pg_stat_activity where datname = $1 and pid <> all($3)", [
      databaseName,
      TERMINATE_WITHIN_MS,
      except,
    ]),
  );
  if (closed.rowCount) await Promise.all(pools.map(reconnect));
}

/** Later callers must not get closed connections: with an answer of the server the pool has heard of them. A closed pool never answers. */
async function reconnect(pool: Database): Promise<void> {
  const answers = () =>
    pool.ping().then(
      () => true,
      () => false,
    );
  for (let attempt = 0; attempt < MOST_PINGS && !(await answers()); attempt++) await delay(10);
}
