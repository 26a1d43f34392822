// SQL functions, one in each file. Each version of the code has its own copies, in a schema named by the checksum of their text: two
// versions that run side by side call their own functions, and none is ever replaced. The pool's connections find them by `search_path`.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import type { Session } from "./session.ts";
import { change, sql } from "./sql.ts";

export interface SqlFunctions {
  /** Folder of the files; null if there are none. */
  schema: string | null;
  statements: string;
}

const PREFIX = "functions_";
/** A version unused for this long is not running any more: its processes renew it hourly. */
const KEPT = "30 days";

export const NO_FUNCTIONS: SqlFunctions = { schema: null, statements: "" };

/** Reads all `*.sql` of a folder. Each file creates the function of its name. */
export function readFunctions(folder: URL): SqlFunctions {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  if (files.length === 0) return NO_FUNCTIONS;
  const statements = files.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
  return { schema: PREFIX + createHash("sha256").update(statements).digest("hex").slice(0, 12), statements };
}

/** As a connection parameter. */
export function searchPath({ schema }: SqlFunctions): string {
  return schema === null ? "" : ` -c search_path=${schema},public`;
}

/** Creates the functions of this version if missing, and drops those of old versions. One process at a time. */
export async function createFunctions(client: pg.Client, { schema, statements }: SqlFunctions): Promise<void> {
  if (schema === null) return;
  await client.query("begin");
  try {
    await client.query(
      "create table if not exists public.function_schema (name text primary key, used_at timestamptz not null)",
    );
    const { rows: old } = await client.query(
      "delete from public.function_schema where used_at < now() - $1::interval and name <> $2 and name ~ $3 returning name",
      [KEPT, schema, `^${PREFIX}[0-9a-f]{12}$`],
    );
    for (const { name } of old) await client.query(`drop schema if exists ${name} cascade`);
    const { rows: known } = await client.query(
      "insert into public.function_schema values ($1, now()) on conflict (name) do update set used_at = now() returning xmax <> 0 as is_known",
      [schema],
    );
    if (!known[0].is_known) {
      await client.query(`create schema ${schema}`);
      await client.query(`set local search_path = ${schema}, public`);
      await client.query(statements);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** Marks this version as in use, so that other versions do not drop its functions. */
export async function noteInUse(session: Session, { schema }: SqlFunctions): Promise<number> {
  if (schema === null) return 0;
  return change(session, sql`update public.function_schema set used_at = now() where name = ${schema}`);
}
