// Statements of a subgraph's entities, written with typed Kysely. Each is compiled once, so that it runs as fast as hand-written SQL.
import type { AliasedExpression, Compilable, CompiledQuery, Kysely, SelectQueryBuilder, sql } from "kysely";
import { LRUCache } from "lru-cache";
import type { Session } from "./session.ts";
import { change, compiledSql, row, rows, sql as bySql, type Sql } from "./sql.ts";

export type { Expression, Kysely, RawBuilder } from "kysely";

export interface Statement<Given, Row> {
  rows(session: Session, given: Given): Promise<Row[]>;
  /** The first row, if there is one. */
  row(session: Session, given: Given): Promise<Row | undefined>;
  /** How many rows it has changed. */
  change(session: Session, given: Given): Promise<number>;
  /** How many rows it would find. */
  count(session: Session, given: Given): Promise<number>;
}

/** Kysely's own `sql` is for what PostgreSQL computes. */
export interface Building<Given = object> {
  sql: typeof sql;
  /** Whether it was given and is not null. The statement is compiled once for each set of answers, such as for each filter of a list. */
  has(name: keyof Given): boolean;
}

interface Compiled {
  text: string;
  parameters: readonly unknown[];
}

/** Stands for a value in a statement that is being compiled. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

function refuseSpread(): never {
  throw new Error("A statement takes each thing that it is given by its name.");
}

const CONSTANTS = new Set(["string", "number", "boolean"]);

/**
 * With what was not given in the text, as hand-written SQL has it: PostgreSQL plans with that, such as by an index on rows of one status. What
 * could be taken for a parameter stays one.
 */
function withConstants({ sql: text, parameters }: CompiledQuery): Compiled {
  const left: unknown[] = [];
  const inText = text.replace(/\$(\d+)/g, (_, n) => {
    const value = parameters[Number(n) - 1];
    const constant = CONSTANTS.has(typeof value) ? `'${String(value).replaceAll("'", "''")}'` : "$";
    return constant.includes("$") ? `$${left.push(value)}` : constant;
  });
  return { text: inText, parameters: left };
}

/** For the tables of one subgraph. */
export function statementsOn<Tables>() {
  /**
   * `build` is called once with placeholders: it may insert them into the statement, but not inspect them. Use Kysely's own `sql` for
   * expressions of PostgreSQL.
   */
  return function statement<Row, Given extends object = object>(
    build: (db: Kysely<Tables>, given: Given, building: Building<Given>) => Compilable<Row>,
  ): Statement<Given, Row> {
    const compiled = new Map<string, Compiled>();
    const optional = new Set<keyof Given>();
    const isGiven = (given: Given, name: keyof Given) => (given[name] ?? null) !== null;
    const formOf = (given: Given) => [...optional].map((name) => Number(isGiven(given, name))).join("");
    const compile = async (session: Session, given: Given): Promise<Compiled> => {
      const [db, { sql }] = [await session.kysely<Tables>(), await import("kysely")];
      const has = (name: keyof Given) => {
        optional.add(name);
        return isGiven(given, name);
      };
      const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)), ownKeys: refuseSpread });
      const made = withConstants(build(db, placeholders as Given, { sql, has }).compile() as CompiledQuery);
      compiled.set(formOf(given), made);
      return made;
    };
    const statementOf = async (session: Session, given: Given): Promise<Sql> => {
      const { text, parameters } = compiled.get(formOf(given)) ?? (await compile(session, given));
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
      count: async (session, given) => {
        const counted = bySql`select count(*)::int as n from (${await statementOf(session, given)}) counted`;
        return (await row<{ n: number }>(session, counted))!.n;
      },
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
