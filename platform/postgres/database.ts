// One subgraph's own PostgreSQL: migrations at start, and transactions with safe retries. A failed start leaves nothing open.
import { types } from "node:util";
import pg from "pg";
import { noteEffect } from "../core/effects.ts";
import { migrate, namesOf } from "./migrate-at-start.ts";
import type { DatabaseMigration } from "./migrator.ts";
import {
  clientConfig,
  giveUpWhenUsedInSilence,
  STATEMENT_TIMEOUT_MS,
  WRONG_PASSWORD,
  type PostgresLogin,
} from "./postgres-login.ts";
import { CACHED_PLAN_CHANGED, prepareRepeated } from "./prepared-statements.ts";
import { followReplica, type Replica, type Source } from "./replica.ts";
import {
  createOrm,
  createSession,
  poolConnection,
  transactionOn,
  type Connection,
  type Entities,
  type Session,
} from "./session.ts";
import { NO_FUNCTIONS, searchPath, type SqlFunctions } from "./sql-functions.ts";
import { askAgainIfCut, rows, rowsOf, sql, type Sql } from "./sql.ts";
import type { Logger } from "../telemetry/logger.ts";

export type Tx = Session;
export type { Entities };

export interface Database {
  /** Runs `work` in a transaction, and retries it after a deadlock or serialization conflict, up to 5 times. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** For single statements on the primary, each a transaction of its own; without state between calls. */
  read(): Session;
  /** The same, from a replica if there is one: for frequently read, rarely changed data. Must be safe to repeat. */
  reading<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** A single auto-committed prepared statement, for hot paths. It must be idempotent: after a lost connection it is retried. */
  prepared<Row>(name: string, statement: Sql): Promise<Row[]>;
  /** @throws Error if it does not answer. */
  ping(): Promise<void>;
  /** Whether it has every migration of this version, and maybe of a later one. */
  isMigrated(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DatabaseOptions extends PostgresLogin {
  entities: Entities;
  migrations: DatabaseMigration[];
  functions?: SqlFunctions;
  logger: Logger;
  poolSize?: number;
  /** A replica, with the same user and password rules. */
  readUrl?: string | undefined;
  /** For an operator's tool with long statements: idle connections are not closed. */
  isPatient?: boolean;
}

/** SQLSTATE idle_in_transaction_session_timeout: we stood still in the middle, and the server has undone the transaction. */
const IDLE_IN_TRANSACTION = "25P03";
/** So that locks of an unresponsive connection are released when the connection is closed here. */
const IDLE_IN_TRANSACTION_MS = 7_000;
/** A login costs PostgreSQL tens of milliseconds of CPU: longer than between two bursts of requests. */
const IDLE_MS = 60_000;
/** Serialization failure, deadlock, and a lock that was not to be had in time. */
const RETRYABLE = new Set(["40001", "40P01", "55P03", IDLE_IN_TRANSACTION, CACHED_PLAN_CHANGED]);
const ATTEMPTS = 5;

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
  const login = clientConfig({ url, otherPassword });
  await migrate(url, login, migrations, functions, logger);
  const open = (config: pg.PoolConfig & { url: string }) => openServer({ config, entities, logger, isPatient });
  const primary = open({
    ...login,
    url,
    max: poolSize,
    options: (readUrl === undefined ? "" : "-c synchronous_commit=remote_apply") + searchPath(functions),
  });
  prepareRepeated(primary.pool);
  let replica: Replica | undefined;
  try {
    await rows(primary.read(), sql`select 1`);
    if (readUrl !== undefined) {
      const reader = clientConfig({ url: readUrl, otherPassword });
      const follower = open({ ...reader, url: readUrl, max: poolSize, options: searchPath(functions) });
      replica = followReplica(primary, follower, logger);
    }
  } catch (error) {
    await primary.close();
    throw error;
  }
  return {
    transaction: (work) => retrying(primary, work),
    read: primary.read,
    reading: (work) => (replica ? replica.reading(work) : work(primary.read())),
    prepared: async (name, statement) => rowsOf(await askAgainIfCut(() => primary.pool.query({ name, ...statement }))),
    ping: async () => void (await rows(primary.read(), sql`select 1`)),
    isMigrated: async () => {
      const names = namesOf(migrations);
      const done = await rows(primary.read(), sql`select name from migration where name = any(${names})`);
      return done.length === names.length;
    },
    close: async () => {
      await replica?.close();
      await primary.close();
    },
  };
}

interface Server extends Source {
  pool: pg.Pool;
  /** On this connection and no other. */
  sessionOn(connection: Connection): Session;
}

function openServer({
  config: { url, ...config },
  entities,
  logger,
  isPatient,
}: {
  config: pg.PoolConfig & { url: string };
  entities: Entities;
  logger: Logger;
  isPatient: boolean;
}): Server {
  const pool = new pg.Pool({
    idleTimeoutMillis: IDLE_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    types: asJavaScript(),
    ...config,
  });
  // Callers get the error; a server may also fail between two queries.
  const hear = (error: Error) => logger.debug({ error: error.message }, "a connection to PostgreSQL was closed");
  pool.on("error", hear);
  pool.on("connect", (client) => {
    client.on("error", hear);
  });
  if (!isPatient) giveUpWhenUsedInSilence(pool);
  const connection = poolConnection(pool);
  const orm = createOrm({ pool: connection, url, entities, logger });
  const sessionOn = (one: Connection) => createSession(one, () => orm.managerOn(one));
  return { pool, sessionOn, read: () => sessionOn(connection), close: () => pool.end() };
}

const afterCommits = new WeakMap<Tx, (() => void)[]>();

/** Calls `effect` after this transaction has committed: for notifications whose loss costs freshness, never correctness. */
export function afterCommit(tx: Tx, effect: () => void): void {
  const effects = afterCommits.get(tx);
  if (!effects) throw new Error("afterCommit requires the transaction that was passed to the command.");
  effects.push(effect);
}

async function retrying<T>(server: Server, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const effects: (() => void)[] = [];
    let begun = false;
    try {
      const result = await inTransaction(server, (tx) => {
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

/** The pool returned a connection that the server had closed, or had none during a password change: no query was sent yet. */
function wasCut(error: unknown): boolean {
  return (
    ["57P01", WRONG_PASSWORD].includes(sqlState(error) ?? "") || /Connection terminated|ECONNRESET/.test(String(error))
  );
}

/** A connection whose rollback failed is unusable and is closed. */
async function inTransaction<T>({ pool, sessionOn }: Server, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const transaction = transactionOn(client);
  let isLost = false;
  try {
    await transaction.query("begin", []);
    const tx = sessionOn(transaction);
    const result = await work(tx);
    await tx.flush();
    await transaction.end("commit");
    return result;
  } catch (error) {
    await transaction.end("rollback").catch(() => (isLost = true));
    throw error;
  } finally {
    client.release(isLost);
  }
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

/** Runs `work` under a savepoint of `tx`: if it throws, its changes are undone, including entities, and the transaction continues. */
export async function savepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.flush();
  await rows(tx, sql`savepoint attempt`);
  try {
    const result = await work();
    await tx.flush();
    await rows(tx, sql`release savepoint attempt`);
    return result;
  } catch (error) {
    await rows(tx, sql`rollback to savepoint attempt`);
    await tx.forget();
    throw error;
  }
}

const INT8 = 20;
const NUMERIC = 1700;
const TIMESTAMPTZ = 1184;

const parseAnyTimestamp = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

/** Date parses PostgreSQL's format faster than the driver, except for years before 1000 and after 9999. */
export function parseTimestamp(text: string): Date {
  return text[0] !== "0" && text[4] === "-" && !text.endsWith("BC") ? new Date(text) : parseAnyTimestamp(text);
}

function asJavaScript(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  types.setTypeParser(NUMERIC, Number);
  types.setTypeParser(TIMESTAMPTZ, parseTimestamp);
  return types;
}

/** Runs `work`; on a unique violation throws `refusal` instead. */
export async function onUniqueViolation<T>(work: Promise<T>, refusal: Error): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw sqlState(error) === "23505" ? refusal : error;
  }
}
