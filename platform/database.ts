// One subgraph's own PostgreSQL: migrations at start, transactions that retry what is safe to retry.
// Two processes that start at once migrate one after the other; nothing here outlives a failed start.
import { MikroORM, type EntityManager, type Options } from "@mikro-orm/postgresql";
import { Migration, Migrator } from "@mikro-orm/migrations";
import type { Kysely } from "kysely";
import pg from "pg";
import { platformMigrations } from "./migrations.ts";
import { PLAN_IS_OLD, prepareRepeated } from "./prepared-statements.ts";
import { askAgainIfCut, rows, rowsOf, sql, type Sql } from "./sql.ts";
import type { Logger } from "./logger.ts";

export type Tx = EntityManager;
export type Entities = NonNullable<Options["entities"]>;

export interface Database {
  /** Runs `work` in a transaction; a deadlock or serialization conflict repeats it whole, up to 5 times. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** For reading outside a transaction; remembers nothing between calls. */
  read(): EntityManager;
  /**
   * One statement that commits by itself, parsed and planned once a connection: for hot paths. It must be safe to repeat:
   * if its connection is cut, it is sent again.
   */
  prepared<Row>(name: string, statement: Sql): Promise<Row[]>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseMigration {
  /** Unique in the subgraph and sorted by it, such as `001-users`. */
  name: string;
  statements: string;
}

export interface DatabaseOptions {
  url: string;
  entities: Entities;
  migrations: DatabaseMigration[];
  logger: Logger;
  poolSize?: number;
}

/** Serialization failure, deadlock, and a lock that was not to be had in time. */
const RETRYABLE = new Set(["40001", "40P01", "55P03", PLAN_IS_OLD]);
const ATTEMPTS = 5;
const MIGRATION_LOCK = 4_711_001;

export async function openDatabase({
  url,
  entities,
  migrations,
  logger,
  poolSize = 10,
}: DatabaseOptions): Promise<Database> {
  let pool: pg.Pool | undefined;
  const orm = (await MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    migrations: {
      migrationsList: [...platformMigrations, ...migrations].map(toMigration),
      snapshot: false,
      tableName: "migration",
    },
    pool: { min: 0, max: poolSize },
    logger: (message) => logger.debug(message),
    driverOptions: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: 5_000,
      idle_in_transaction_session_timeout: 10_000,
      onPoolCreated: (created: pg.Pool) => {
        pool = created;
        parseAsJavaScript(created);
        prepareRepeated(created);
      },
    },
  })) as MikroORM;
  try {
    await migrate(orm, url);
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  return {
    transaction: (work) => retrying(orm, work),
    read: () => orm.em.fork({ disableTransactions: true }),
    prepared: async (name, statement) => rowsOf(await askAgainIfCut(() => pool!.query({ name, ...statement }))),
    ping: async () => void (await rows(orm.em.fork(), sql`select 1`)),
    close: () => orm.close(true),
  };
}

const afterCommits = new WeakMap<Tx, (() => void)[]>();

/** Calls `effect` once this transaction has committed: for hints whose loss costs freshness, never correctness. */
export function afterCommit(tx: Tx, effect: () => void): void {
  const effects = afterCommits.get(tx);
  if (!effects) throw new Error("afterCommit needs the transaction that the command was handed.");
  effects.push(effect);
}

async function retrying<T>(orm: MikroORM, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const effects: (() => void)[] = [];
    let begun = false;
    try {
      const result = await inTransaction(orm, (tx) => {
        begun = true;
        afterCommits.set(tx, effects);
        return work(tx);
      });
      for (const effect of effects) effect();
      return result;
    } catch (error) {
      const mayRepeat = begun ? RETRYABLE.has(sqlState(error) ?? "") : wasCut(error);
      if (attempt === ATTEMPTS || !mayRepeat) throw error;
    }
  }
}

/** The pool handed out a connection that the server had ended: nothing was asked of it yet, another one will do. */
function wasCut(error: unknown): boolean {
  return sqlState(error) === "57P01" || /Connection terminated|ECONNRESET/.test(String(error));
}

/**
 * The transaction is Kysely's, which MikroORM stands on, and not `em.transactional`: that one keeps a connection for ever
 * when the server ends it in the middle, because its rollback fails; a restarted PostgreSQL left the pool empty.
 */
function inTransaction<T>(orm: MikroORM, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = orm.em.getConnection().getClient() as Kysely<unknown>;
  return connection.transaction().execute(async (context) => {
    const tx: Tx = orm.em.fork();
    tx.setTransactionContext(context);
    const result = await work(tx);
    await tx.flush();
    return result;
  });
}

/** The SQLSTATE of a database error, however deep it is wrapped. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

/** Runs `work` under a savepoint of `tx`: if it throws, its changes are undone and the transaction goes on. */
export async function savepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await rows(tx, sql`savepoint attempt`);
  try {
    const result = await work();
    await tx.flush();
    await rows(tx, sql`release savepoint attempt`);
    return result;
  } catch (error) {
    await rows(tx, sql`rollback to savepoint attempt`);
    throw error;
  }
}

async function migrate(orm: MikroORM, url: string): Promise<void> {
  const guard = new pg.Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await orm.migrator.up();
  } finally {
    await guard.end();
  }
}

function toMigration({ name, statements }: DatabaseMigration) {
  return {
    name,
    class: class extends Migration {
      override up(): void {
        this.addSql(statements);
      }
    },
  };
}

const INT8 = 20;
const NUMERIC = 1700;
const TIMESTAMPTZ = 1184;

function parseAsJavaScript(pool: pg.Pool): void {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  types.setTypeParser(NUMERIC, Number);
  types.setTypeParser(TIMESTAMPTZ, (text: string) => new Date(text));
  pool.options.types = types;
}

/** Runs `work`; if a unique index says that it is taken, throws `refusal` instead. */
export async function unlessTaken<T>(work: Promise<T>, refusal: Error): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw sqlState(error) === "23505" ? refusal : error;
  }
}
