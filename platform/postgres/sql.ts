// Hand-written SQL with bound parameters, in the caller's transaction. Values never become part of the text.
import { noteEffect } from "../core/effects.ts";
import type { Session } from "./session.ts";

/** Only this file can create a statement. An object sent by a client stays a value, whatever its fields are. */
const STATEMENT = Symbol("statement");

export interface Sql {
  readonly [STATEMENT]: true;
  text: string;
  values: unknown[];
}

/**
 * Tagged template for one statement: `` sql`select * from thing where id = ${id}` ``.
 * Interpolated values become parameters (arrays stay arrays, for `= any(...)`); an interpolated `Sql` becomes part of the text.
 */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
  const values: unknown[] = [];
  let text = strings[0] ?? "";
  parts.forEach((part, index) => {
    text += isSql(part) ? renumber(part, values) : `$${values.push(part)}`;
    text += strings[index + 1];
  });
  return { [STATEMENT]: true, text, values };
}

/** A statement with computed text, such as the name of a table. Never pass client input. */
export function rawSql(text: string): Sql {
  return { [STATEMENT]: true, text, values: [] };
}

/** A statement compiled by Kysely (statements.ts). */
export function compiledSql(text: string, values: unknown[]): Sql {
  return { [STATEMENT]: true, text, values };
}

/** Fragments joined by `separator`, such as conditions by " and ". */
export function join(fragments: Sql[], separator: string): Sql {
  const values: unknown[] = [];
  const text = fragments.map((fragment) => renumber(fragment, values)).join(separator);
  return { [STATEMENT]: true, text, values };
}

function isSql(part: unknown): part is Sql {
  return typeof part === "object" && part !== null && STATEMENT in part;
}

function renumber(fragment: Sql, values: unknown[]): string {
  const offset = values.length;
  values.push(...fragment.values);
  return fragment.text.replace(/\$(\d+)/g, (_, n) => `$${Number(n) + offset}`);
}

const WRONG_PASSWORD = "28P01";
const CUT = /57P01|28P01|Connection terminated|ECONNRESET|terminating connection/;
const TRIES = 3;

async function execute({ connection }: Session, { text, values }: Sql) {
  // The pool may hand out a connection that the server has ended.
  const mayRepeat = !connection.isTransaction && /^\s*select\b/i.test(text);
  const ask = () => connection.query(text, values);
  if (mayRepeat) return askAgainIfCut(ask);
  const result = await ask();
  if (!connection.isTransaction) noteEffect();
  return result;
}

/** For idempotent work. @throws the error of the first attempt that may have had an effect */
export async function askAgainIfCut<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  let cut: unknown;
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const said = `${(error as { code?: string }).code} ${String(error)}`;
      if (!said.includes(WRONG_PASSWORD)) cut ??= error;
      if (attempt === TRIES || !CUT.test(said)) throw cut ?? error;
    }
  }
}

/** All rows, with columns in camelCase: `timestamptz` as Date, `bigint` as number. */
export async function rows<Row>(session: Session, statement: Sql): Promise<Row[]> {
  return rowsOf(await execute(session, statement));
}

export function rowsOf<Row>(result: { rows: Record<string, unknown>[] }): Row[] {
  return result.rows.map(camelCased<Row>);
}

/** The first row, if there is one. */
export async function row<Row>(session: Session, statement: Sql): Promise<Row | undefined> {
  return (await rows<Row>(session, statement))[0];
}

const CHANGES = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

/** Runs a statement and returns the number of changed rows. */
export async function change(session: Session, statement: Sql): Promise<number> {
  const { command, rowCount } = await execute(session, statement);
  return CHANGES.has(command) ? (rowCount ?? 0) : 0;
}

const camelNames = new Map<string, string>();

function camelCase(name: string): string {
  let camel = camelNames.get(name);
  if (camel === undefined) {
    camel = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(name, camel);
  }
  return camel;
}

/** For rows as PostgreSQL JSON, which keep the column names. */
export function camelCased<Row>(source: Record<string, unknown>): Row {
  const target: Record<string, unknown> = {};
  for (const name in source) target[camelCase(name)] = source[name];
  return target as Row;
}
