// Runs pending migrations of a database with MikroORM's migrator. It is loaded only if migrations are pending.
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
      beside: { index: string; definition: string };
    }
);

/** Lock timeout of a table change, which is retried at the next start: otherwise users of the table would queue behind it. */
const LOCK_TIMEOUT_MS = 5_000;

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
        if ("statements" in migration) return this.addSql(migration.statements);
        const { index, definition } = migration.beside;
        // An unfinished concurrent index build leaves an invalid index.
        this.addSql(`drop index concurrently if exists ${index}`);
        this.addSql(`create index concurrently ${index} ${definition}`);
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
    driverOptions: { ...login, statement_timeout: 0, lock_timeout: LOCK_TIMEOUT_MS },
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
    await orm.migrator.up();
  } finally {
    await orm.close(true);
  }
}
