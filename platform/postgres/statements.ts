// Statements of a subgraph's entities, written with typed Kysely. Each is compiled once, so that it runs as fast as hand-written SQL.
import type { Compilable, CompiledQuery, Kysely, sql } from "kysely";
import type { Session } from "./session.ts";
import { change, compiledSql, row, rows, sql as bySql, type Sql } from "./sql.ts";

export type { Expression, Kysely } from "kysely";

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
export interface Building<Given> {
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
