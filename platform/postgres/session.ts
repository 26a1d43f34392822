// Access of commands and queries to PostgreSQL. Hand-written SQL goes to the driver (sql.ts), entities through MikroORM, both over the same
// connection. MikroORM is loaded with the first used entity (entities.ts): it takes 40 MB and a third of a second, and hot paths use
// prepared statements.
import type { EntitySchema, LockMode } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import type { Kysely, PostgresPoolClient } from "kysely";
import type pg from "pg";
import { definitionOf } from "./entities.ts";
import type { Logger } from "../telemetry/logger.ts";

export type Entities = readonly EntitySchema[];

/** A pool, or the one connection of a transaction. */
export interface Connection {
  readonly isTransaction: boolean;
  query(text: string, values: readonly unknown[]): Promise<pg.QueryResult<Record<string, unknown>>>;
}

const METHODS = [
  "find",
  "findOne",
  "findOneOrFail",
  "count",
  "insert",
  "insertMany",
  "nativeUpdate",
  "nativeDelete",
] as const;

/** For `findOne` in a command that changes the entity: concurrent writers wait for this transaction. */
export const LOCKED = { lockMode: 3 as LockMode.PESSIMISTIC_WRITE } as const;

/** For `findOne` of an entity that must stay as it is: writers wait for this transaction, other readers do not. */
export const SHARED = { lockMode: 2 as LockMode.PESSIMISTIC_READ } as const;

export interface Session extends Pick<EntityManager, (typeof METHODS)[number]> {
  readonly connection: Connection;
  /** Writes changed entities. */
  flush(): Promise<void>;
  /** Clears the identity map, including unwritten changes. */
  forget(): Promise<void>;
  /** Query builder for entities, with property names for columns. */
  kysely<Tables>(): Promise<Kysely<Tables>>;
}

/** An entity manager, and the targets of entity references. */
export interface Manager {
  em: EntityManager;
  entity<Given>(given: Given): Given;
}

class LazySession {
  readonly connection: Connection;
  readonly #open: () => Promise<Manager>;
  #opened: Promise<Manager> | undefined;

  constructor(connection: Connection, open: () => Promise<Manager>) {
    this.connection = connection;
    this.#open = open;
  }

  manager(): Promise<Manager> {
    return (this.#opened ??= this.#open());
  }

  async flush(): Promise<void> {
    await (await this.#opened)?.em.flush();
  }

  async forget(): Promise<void> {
    (await this.#opened)?.em.clear();
  }

  async kysely<Tables>(): Promise<Kysely<Tables>> {
    const { em } = await this.manager();
    return em.getKysely({ columnNamingStrategy: "property" }) as unknown as Kysely<Tables>;
  }
}
for (const method of METHODS)
  Object.defineProperty(LazySession.prototype, method, {
    async value(this: LazySession, first: unknown, ...others: unknown[]) {
      const { em, entity } = await this.manager();
      return (em[method] as (...args: unknown[]) => Promise<unknown>)(entity(first), ...others);
    },
  });

/** @param open creates an entity manager for this session; called at most once */
export function createSession(connection: Connection, open: () => Promise<Manager>): Session {
  return new LazySession(connection, open) as unknown as Session;
}

/** Statements of a pool, each on whichever connection is free. */
export function poolConnection(pool: pg.Pool): Connection {
  return {
    isTransaction: false,
    query: async (text, values) => {
      const client = await pool.connect();
      try {
        return await client.query(text, values as unknown[]);
      } finally {
        // Unlike `pool.query` this keeps the connection after an error; the pool itself removes a closed one.
        client.release();
      }
    },
  };
}

/** The one connection of a transaction. */
export interface Transaction extends Connection {
  /** Sends the last statement, after all earlier ones; later ones are refused. */
  end(how: "commit" | "rollback"): Promise<void>;
}

/** Statements run one after the other, even if issued concurrently. */
export function transactionOn(client: pg.PoolClient): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  let hasEnded = false;
  const ask = (text: string, values: readonly unknown[]) => {
    const send = () => client.query<Record<string, unknown>>(text, values as unknown[]);
    const asked = last.then(send, send);
    last = asked;
    return asked;
  };
  return {
    isTransaction: true,
    query: async (text, values) => {
      if (hasEnded) throw new Error("The transaction has ended: await all of its queries.");
      return ask(text, values);
    },
    end: async (how) => {
      hasEnded = true;
      const { command } = await ask(how, []);
      // PostgreSQL's answer if an earlier statement failed and the error was ignored.
      if (how === "commit" && command === "ROLLBACK")
        throw new Error("The transaction was rolled back, not committed.");
    },
  };
}

/** MikroORM over connections that are not its own. */
export interface Orm {
  /** Without an identity map across calls. */
  managerOn(connection: Connection): Promise<Manager>;
}

export interface OrmOptions {
  /** For queries outside of transactions. */
  pool: Connection;
  url: string;
  entities: Entities;
  logger: Logger;
}

export function createOrm({ pool, url, entities, logger }: OrmOptions): Orm {
  async function load() {
    const { MikroORM, ...core } = await import("@mikro-orm/postgresql");
    const { Kysely, PostgresDialect } = await import("kysely");
    const entity = <Given>(given: Given) => definitionOf(core, given);
    const dialectOn = ({ query }: Connection) => {
      const client = { query, release: () => {} } as unknown as PostgresPoolClient;
      return new PostgresDialect({ pool: { connect: async () => client, end: async () => {}, options: {} } });
    };
    const orm = await MikroORM.init({
      clientUrl: url,
      entities: entities.map(entity),
      // Otherwise its first query would need a second connection: with an exhausted pool, all would deadlock.
      ensureDatabase: false,
      logger: (message) => logger.debug(message),
      driverOptions: dialectOn(pool),
    });
    return { orm, entity, contextOn: (connection: Connection) => new Kysely({ dialect: dialectOn(connection) }) };
  }

  let loaded: ReturnType<typeof load> | undefined;
  return {
    managerOn: async (connection) => {
      loaded ??= load().catch((error: unknown) => {
        loaded = undefined;
        throw error;
      });
      const { orm, entity, contextOn } = await loaded;
      if (!connection.isTransaction) return { em: orm.em.fork({ disableTransactions: true }) as EntityManager, entity };
      const em = orm.em.fork() as EntityManager;
      em.setTransactionContext(contextOn(connection));
      return { em, entity };
    },
  };
}
