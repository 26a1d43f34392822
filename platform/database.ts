// One subgraph's own PostgreSQL: migrations at start, transactions that retry what is safe to retry.
// Two processes that start at once migrate one after the other; nothing here outlives a failed start.
import { setTimeout as delay } from "node:timers/promises";
import { types } from "node:util";
import { MikroORM, type EntityManager, type Options } from "@mikro-orm/postgresql";
import { Migration, Migrator } from "@mikro-orm/migrations";
import type { Kysely } from "kysely";
import pg from "pg";
import { noteEffect } from "./effects.ts";
import { identifyOutbox } from "./messaging/outbox-origin.ts";
import { platformMigrations } from "./migrations.ts";
import {
  clientConfig,
  giveUpWhenSilent,
  STATEMENT_TIMEOUT_MS,
  WRONG_PASSWORD,
  type PostgresLogin,
} from "./postgres-login.ts";
import { PLAN_IS_OLD, prepareRepeated } from "./prepared-statements.ts";
import { followReplica, readerOf, type Replica } from "./replica.ts";
import { createFunctions, NO_FUNCTIONS, searchPath, type SqlFunctions } from "./sql-functions.ts";
import { askAgainIfCut, rows, rowsOf, sql, type Sql } from "./sql.ts";
import type { Logger } from "./logger.ts";

export type Tx = EntityManager;
export type Entities = NonNullable<Options["entities"]>;

export interface Database {
  /** Runs `work` in a transaction; a deadlock or serialization conflict repeats it whole, up to 5 times. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** For reading outside a transaction; remembers nothing between calls. */
  read(): EntityManager;
  /** The same, from a replica where there is one: for what is read much more often than it changes. Must be safe to repeat. */
  reading<T>(work: (em: EntityManager) => Promise<T>): Promise<T>;
  /**
   * One statement that commits by itself, parsed and planned once a connection: for hot paths. It must be safe to repeat:
   * if its connection is cut, it is sent again.
   */
  prepared<Row>(name: string, statement: Sql): Promise<Row[]>;
  /** @throws Error if it does not answer. */
  ping(): Promise<void>;
  /** Whether it has every migration of this version, and maybe of a later one. */
  isMigrated(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * The version before goes on while a database is migrated, and afterwards: what it uses must stay. `name` is unique in the subgraph
 * and sorted by, such as `001-users`.
 */
export type DatabaseMigration = { name: string } & (
  | { /** All in one transaction. */ statements: string }
  | {
      /** An index that is built while the table is written to, which takes longer and no transaction. */
      beside: { index: string; definition: string };
    }
);

export interface DatabaseOptions extends PostgresLogin {
  entities: Entities;
  migrations: DatabaseMigration[];
  functions?: SqlFunctions;
  logger: Logger;
  poolSize?: number;
  /** Of a replica of it, with the same user and password rules. */
  readUrl?: string | undefined;
  /** For an operator's tool whose statements may take for ever: a silent connection is not given up. */
  isPatient?: boolean;
}

/** SQLSTATE idle_in_transaction_session_timeout: we stood still in the middle, and the server has undone the transaction. */
const IDLE_IN_TRANSACTION = "25P03";
/** So that what a silent connection has locked is free again as soon as it is given up here. */
const IDLE_IN_TRANSACTION_MS = 7_000;
/** Before it could seem silent, an unused connection is closed. */
const IDLE_MS = 5_000;
/** Serialization failure, deadlock, and a lock that was not to be had in time. */
const RETRYABLE = new Set(["40001", "40P01", "55P03", IDLE_IN_TRANSACTION, PLAN_IS_OLD]);
const ATTEMPTS = 5;
const MIGRATION_LOCK = 4_711_001;
const TRY_LOCK_MS = 100;
const GUARD_BEAT_MS = 2_000;
const GUARD_SILENT_MS = 10_000;
/** A change of a table that can't have it by then is tried again at the next start: whoever uses the table would queue behind it. */
const MIGRATION_LOCK_TIMEOUT_MS = 5_000;

export async function openDatabase({
  url,
  otherPassword,
  entities,
  migrations,
  functions = NO_FUNCTIONS,
  logger,
  poolSize = 10,
  readUrl,
  isPatient = false,
}: DatabaseOptions): Promise<Database> {
  let pool: pg.Pool | undefined;
  const login = clientConfig({ url, otherPassword });
  await migrate(url, login, migrations, functions, logger);
  const configure = (created: pg.Pool) => {
    parseAsJavaScript(created);
    if (!isPatient) created.on("connect", giveUpWhenSilent);
  };
  const open = (to: string, driverOptions: object) => openOrm({ url: to, entities, logger, poolSize, driverOptions });
  const orm = await open(url, {
    ...login,
    options: (readUrl === undefined ? "" : "-c synchronous_commit=remote_apply") + searchPath(functions),
    onPoolCreated: (created: pg.Pool) => {
      pool = created;
      configure(created);
      prepareRepeated(created);
    },
  });
  let replica: Replica | undefined;
  try {
    // The pool is made with the first connection.
    await rows(orm.em.fork(), sql`select 1`);
    if (readUrl !== undefined) {
      const follower = await open(readUrl, {
        ...clientConfig({ url: readUrl, otherPassword }),
        options: searchPath(functions),
        onPoolCreated: configure,
      });
      replica = followReplica(orm, follower, logger);
    }
  } catch (error) {
    await orm.close(true);
    throw error;
  }
  return {
    transaction: (work) => retrying(orm, work),
    read: () => readerOf(orm),
    reading: (work) => (replica ? replica.reading(work) : work(readerOf(orm))),
    prepared: async (name, statement) => rowsOf(await askAgainIfCut(() => pool!.query({ name, ...statement }))),
    ping: async () => void (await rows(orm.em.fork(), sql`select 1`)),
    isMigrated: async () => {
      const names = allOf(migrations).map(({ name }) => name);
      const done = await rows(orm.em.fork(), sql`select name from migration where name = any(${names})`);
      return done.length === names.length;
    },
    close: async () => {
      await replica?.close();
      await orm.close(true);
    },
  };
}

interface OrmOptions {
  url: string;
  entities: Entities;
  logger: Logger;
  poolSize: number;
  driverOptions: object;
  options?: Options;
}

async function openOrm({ url, entities, logger, poolSize, driverOptions, options }: OrmOptions): Promise<MikroORM> {
  return (await MikroORM.init({
    clientUrl: url,
    entities,
    discovery: { warnWhenNoEntities: false },
    ...options,
    pool: { min: 0, max: poolSize },
    logger: (message) => logger.debug(message),
    driverOptions: {
      idleTimeoutMillis: IDLE_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      ...driverOptions,
    },
  })) as MikroORM;
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
      noteEffect();
      for (const effect of effects) effect();
      return result;
    } catch (error) {
      const mayRepeat = begun ? isRetryable(error) : wasCut(error);
      if (attempt === ATTEMPTS || !mayRepeat) throw error;
    }
  }
}

/** The pool handed out a connection that the server had ended, or had none because a password was changed just then: nothing was asked yet. */
function wasCut(error: unknown): boolean {
  return (
    ["57P01", WRONG_PASSWORD].includes(sqlState(error) ?? "") || /Connection terminated|ECONNRESET/.test(String(error))
  );
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

/** Whether PostgreSQL has undone the transaction for the sake of another one, so that it may simply be run again. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(sqlState(error) ?? "");
}

/** The SQLSTATE of a database error, however deep it is wrapped. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error; types.isNativeError(at); at = at.cause) {
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

async function migrate(
  url: string,
  login: pg.ClientConfig,
  migrations: DatabaseMigration[],
  functions: SqlFunctions,
  logger: Logger,
): Promise<void> {
  const guard = new pg.Client(login);
  // What is asked of it fails then.
  guard.on("error", () => {});
  await guard.connect();
  giveUpWhenSilent(guard);
  // The server frees the lock of a process that was cut off, and one that migrates is heard of while it does.
  await guard.query(`set idle_session_timeout = ${GUARD_SILENT_MS}`);
  const beating = setInterval(() => void guard.query("select 1").catch(() => {}), GUARD_BEAT_MS);
  try {
    // Not waited for inside PostgreSQL: an index that is built beside its users waits for whoever waits there.
    const isMine = async () =>
      (await guard.query("select pg_try_advisory_lock($1) as mine", [MIGRATION_LOCK])).rows[0].mine;
    while (!(await isMine())) await delay(TRY_LOCK_MS);
    const driverOptions = { ...login, statement_timeout: 0, lock_timeout: MIGRATION_LOCK_TIMEOUT_MS };
    const options: Options = {
      extensions: [Migrator],
      migrations: {
        migrationsList: allOf(migrations).map(toMigration),
        snapshot: false,
        tableName: "migration",
        // Each is whole by itself, and not every one can be part of a transaction.
        allOrNothing: false,
      },
    };
    const orm = await openOrm({ url, entities: [], logger, poolSize: 1, driverOptions, options });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
    await createFunctions(guard, functions);
    await identifyOutbox(guard);
  } finally {
    clearInterval(beating);
    await guard.end();
  }
}

const allOf = (migrations: DatabaseMigration[]) => [...platformMigrations, ...migrations];

function toMigration(migration: DatabaseMigration) {
  return {
    name: migration.name,
    class: class extends Migration {
      override up(): void {
        if ("statements" in migration) return this.addSql(migration.statements);
        const { index, definition } = migration.beside;
        // One that was not finished stays, and is no good.
        this.addSql(`drop index concurrently if exists ${index}`);
        this.addSql(`create index concurrently ${index} ${definition}`);
      }

      override isTransactional(): boolean {
        return "statements" in migration;
      }
    },
  };
}

const INT8 = 20;
const NUMERIC = 1700;
const TIMESTAMPTZ = 1184;

const parseAnyTimestamp = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

/** JavaScript reads what PostgreSQL writes, and faster than the driver does, but for years before 1000 and after 9999. */
export function parseTimestamp(text: string): Date {
  return text[0] !== "0" && text[4] === "-" && !text.endsWith("BC") ? new Date(text) : parseAnyTimestamp(text);
}

function parseAsJavaScript(pool: pg.Pool): void {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  types.setTypeParser(NUMERIC, Number);
  types.setTypeParser(TIMESTAMPTZ, parseTimestamp);
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
