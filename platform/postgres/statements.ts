// Statements of a subgraph's entities, written with typed Kysely. Each is compiled once, so that running it costs what hand-written SQL costs.
import type { AliasedExpression, Compilable, Kysely, SelectQueryBuilder, sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Session } from "./session.ts";
import { change, compiledSql, rows, type Sql } from "./sql.ts";

export interface Statement<Given, Row> {
  rows(session: Session, given: Given): Promise<Row[]>;
  /** The first row, if there is one. */
  row(session: Session, given: Given): Promise<Row | undefined>;
  /** How many rows it has changed. */
  change(session: Session, given: Given): Promise<number>;
}

/** What a statement is built with, for what Kysely has no method. */
export interface Building {
  sql: typeof sql;
}

export type { Expression, RawBuilder } from "kysely";

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
   * `build` is called once: it may put what it is given into the statement, and must not look at it. Kysely's own `sql` is for what PostgreSQL
   * computes.
   */
  return function statement<Row, Given extends object = object>(
    build: (db: Kysely<Tables>, given: Given, kysely: Building) => Compilable<Row>,
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

/** Shapes that are remembered. A text is some kilobytes. */
const SHAPES = 500;

/**
 * For statements whose text depends on more than their values, such as on which filters a list has: `make` is called once for each such shape.
 * A shape says which values there are, never what a client has sent.
 */
export function forShape<Shape, Made extends object>(make: (shape: Shape) => Made): (shape: Shape) => Made {
  const made = new LRUCache<string, Made>({ max: SHAPES });
  return (shape) => {
    const key = JSON.stringify(shape);
    let known = made.get(key);
    if (!known) made.set(key, (known = make(shape)));
    return known;
  };
}

/** All rows of several queries that have the same columns. Each may have an order and a limit of its own. */
export function unionAll<Tables, Row extends object>(
  db: Kysely<Tables>,
  queries: readonly Pick<SelectQueryBuilder<Tables, never, Row>, "as">[],
): SelectQueryBuilder<Tables, never, Row> {
  // An order before `union all` would be that of all rows.
  const operands = queries.map((query) => db.selectFrom(query.as("part")).selectAll() as never as typeof result);
  const result: SelectQueryBuilder<Tables, never, Row> = operands.reduce((all, one) => all.unionAll(one));
  return result;
}

/**
 * Rows of which each column is given as an array, with its type: `unnested(building, "given", { id: ["uuid", ids] })`. A column's name is one word,
 * for PostgreSQL knows it by that.
 */
export function unnested<Columns extends object, Name extends string>(
  { sql }: Building,
  name: Name,
  columns: { [Column in keyof Columns]: readonly [type: string, values: readonly Columns[Column][]] },
): AliasedExpression<Columns, Name> {
  const given = Object.entries<readonly [string, unknown]>(columns);
  const arrays = given.map(([, [type, values]]) => sql`${values}::${sql.raw(type)}[]`);
  const names = given.map(([column]) => sql.ref(column));
  return sql<Columns>`unnest(${sql.join(arrays)})`.as<Name>(sql`${sql.ref(name)}(${sql.join(names)})`);
}
