// Statements of a subgraph's entities, written with typed Kysely. Each is compiled once, so that it runs as fast as hand-written SQL.
import type { Compilable, Kysely, sql } from "kysely";
import type { Session } from "./session.ts";
import { change, compiledSql, rows, type Sql } from "./sql.ts";

export interface Statement<Given, Row> {
  rows(session: Session, given: Given): Promise<Row[]>;
  /** The first row, if there is one. */
  row(session: Session, given: Given): Promise<Row | undefined>;
  /** How many rows it has changed. */
  change(session: Session, given: Given): Promise<number>;
}

/** Stands for a value in a statement that is being compiled. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** For the tables of one subgraph. */
export function statementsOn<Tables>() {
  /**
   * `build` is called once with placeholders: it may insert them into the statement, but not inspect them. Use Kysely's own `sql` for
   * expressions of PostgreSQL.
   */
  return function statement<Row, Given extends object = object>(
    build: (db: Kysely<Tables>, given: Given, kysely: { sql: typeof sql }) => Compilable<Row>,
  ): Statement<Given, Row> {
    let compiled: Promise<{ sql: string; parameters: readonly unknown[] }> | undefined;
    const compile = async (session: Session) => {
      const given = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
      return build(await session.kysely<Tables>(), given as Given, await import("kysely")).compile();
    };
    const statementOf = async (session: Session, given: Given): Promise<Sql> => {
      compiled ??= compile(session).catch((error: unknown) => {
        compiled = undefined;
        throw error;
      });
      const { sql: text, parameters } = await compiled;
      const values = given as Record<string, unknown>;
      return compiledSql(
        text,
        parameters.map((one) => (one instanceof Placeholder ? values[one.name] : one)),
      );
    };
    return {
      rows: async (session, given) => rows<Row>(session, await statementOf(session, given)),
      row: async (session, given) => (await rows<Row>(session, await statementOf(session, given)))[0],
      change: async (session, given) => change(session, await statementOf(session, given)),
    };
  };
}
