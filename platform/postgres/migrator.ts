// Runs pending migrations of a database with MikroORM's migrator. It is loaded only if migrations are pending.
import { setTimeout as delay } from "node:timers/promises";
import type { Options } from "@mikro-orm/postgresql";
import type pg from "pg";
import type { Logger } from "../telemetry/logger.ts";

/**
 * The previous version runs during and after a migration: everything it uses must stay. `name` is unique in the subgraph and sorted by,
 * such as `001-users`.
 */
export type DatabaseMigration = { name: string } & (
  | { /** All in one transaction. */ statements: string }
  | {
      /** An index that is built while the table is written to, which takes longer and no transaction. */
      beside: { index: string; definition: string; isUnique?: true };
    }
);

/** Lock timeout of an index build, which no reader or writer queues behind; it is retried at the next start. */
const BUILD_LOCK_TIMEOUT_MS = 5_000;
/**
 * Lock timeout of a table change: readers and writers of the table queue behind it for so long. It is much shorter than PostgreSQL's
 * `deadlock_timeout` of 1 s, so in a deadlock the migration gives way and never the readers.
 */
const CHANGE_LOCK_TIMEOUT_MS = 250;
/** Total wait for the locks of a table change. */
const LOCKED_WITHIN_MS = 60_000;
const LOCK_NOT_AVAILABLE = "55P03";

/** Pending migrations, by name; the caller holds the migration lock. */
export async function runMigrations(
  url: string,
  login: pg.ClientConfig,
  migrations: DatabaseMigration[],
  logger: Logger,
): Promise<void> {
  const { MikroORM } = await import("@mikro-orm/postgresql");
  const { Migration, Migrator } = await import("@mikro-orm/migrations");

  const toMigration = (migration: DatabaseMigration) => ({
    name: migration.name,
    class: class extends Migration {
      override up(): void {
        if ("statements" in migration) {
          this.addSql(`set local lock_timeout = ${CHANGE_LOCK_TIMEOUT_MS}`);
          const changed = changedTables(migration.statements);
          // All locks before the first change: it then waits only while it has changed nothing.
          if (changed.length > 0) this.addSql(`lock table ${changed.join(", ")} in access exclusive mode`);
          return this.addSql(migration.statements);
        }
        const { index, definition, isUnique } = migration.beside;
        // An unfinished concurrent index build leaves an invalid index.
        this.addSql(`drop index concurrently if exists ${index}`);
        this.addSql(`create ${isUnique ? "unique " : ""}index concurrently ${index} ${definition}`);
      }

      override isTransactional(): boolean {
        return "statements" in migration;
      }
    },
  });

  const options: Options = {
    clientUrl: url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 1 },
    logger: (message) => logger.debug(message),
    driverOptions: { ...login, statement_timeout: 0, lock_timeout: BUILD_LOCK_TIMEOUT_MS },
    extensions: [Migrator],
    migrations: {
      migrationsList: migrations.map(toMigration),
      snapshot: false,
      tableName: "migration",
      // Each is atomic, and some can't run in a transaction.
      allOrNothing: false,
    },
  };
  const orm = await MikroORM.init(options);
  try {
    await withoutQueue(() => orm.migrator.up(), logger);
  } finally {
    await orm.close(true);
  }
}

/** Names of existing tables that the statements alter. */
export function changedTables(statements: string): string[] {
  const named = (pattern: RegExp) => [...statements.matchAll(pattern)].map((match) => match[1]!);
  const created = new Set(named(/^\s*create (?:unlogged )?table (?:if not exists )?(\w+)/gim));
  return [...new Set(named(/^\s*alter table (?:only )?(\w+)/gim))].filter((table) => !created.has(table)).sort();
}

/** Repeats what could not get its locks, so that users of the tables get theirs in between. Finished migrations stay. */
async function withoutQueue(migrate: () => Promise<unknown>, logger: Logger): Promise<void> {
  const deadline = performance.now() + LOCKED_WITHIN_MS;
  for (;;) {
    try {
      return void (await migrate());
    } catch (error) {
      if (sqlStateOf(error) !== LOCK_NOT_AVAILABLE || performance.now() > deadline) throw error;
      logger.info("migration: a table is in use; it is tried again");
      await delay(100 + Math.random() * 400);
    }
  }
}

/** The migrator wraps the error of the driver. */
function sqlStateOf(error: unknown): string | undefined {
  const { code, cause } = error as { code?: string; cause?: unknown };
  return code ?? (cause === undefined ? undefined : sqlStateOf(cause));
}
