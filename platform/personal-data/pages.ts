// Exported data of a person, as declared, in pages of one table each. Raw SQL: the tables are known only at run time.
import { z } from "zod";
import { badInput } from "../core/errors.ts";
import type { Database } from "../postgres/database.ts";
import { rawSql, row, rows, sql } from "../postgres/sql.ts";
import { personalTables, type PersonalData } from "./declaration.ts";
import { rowsOf } from "./erasure.ts";

export interface PersonalDataPage {
  table: string;
  /** JSON array. */
  rows: string;
  /** Cursor of the next page; null after the last. */
  next: string | null;
}

const ROWS_PER_PAGE = 500;

const cursorSchema = z.strictObject({ table: z.string(), key: z.array(z.string()) });

/** Null if nothing is exported. @throws BAD_USER_INPUT for an invalid cursor */
export async function pageOf(
  database: Database,
  data: PersonalData,
  userId: string,
  after: string | null | undefined,
): Promise<PersonalDataPage | null> {
  const exported = personalTables(data).filter(([, { exported: columns = [] }]) => columns.length > 0);
  const cursor = after == null ? undefined : parseCursor(after);
  const at = cursor ? exported.findIndex(([table]) => table === cursor.table) : 0;
  if (exported.length === 0) return null;
  if (at === -1) throw badInput("after", "is not a cursor");
  const [table, declared] = exported[at]!;
  const em = database.read();
  const key = await row<{ columns: string[] }>(
    em,
    sql`select array(select a.attname::text || '::text' from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey) order by a.attnum) as columns
        from pg_index i where i.indrelid = ${table}::regclass and i.indisprimary`,
  );
  const keys = key!.columns.join(", ");
  const beyond = cursor && cursor.key.length > 0 ? sql`array[${rawSql(keys)}] > ${cursor.key}::text[]` : sql`true`;
  const cells = declared.exported!.map((column) => `'${column}', ${column}`).join(", ");
  const found = await rows<{ row: string; key: string[] }>(
    em,
    sql`select jsonb_build_object(${rawSql(cells)})::text as row, array[${rawSql(keys)}] as key from ${rawSql(table)}
        where ${rowsOf(declared, userId)} and ${beyond} order by array[${rawSql(keys)}] limit ${ROWS_PER_PAGE}`,
  );
  const following = exported[at + 1]?.[0];
  const isFull = found.length === ROWS_PER_PAGE;
  return {
    table,
    rows: `[${found.map((one) => one.row).join(",")}]`,
    next: isFull ? toCursor(table, found.at(-1)!.key) : following === undefined ? null : toCursor(following, []),
  };
}

const toCursor = (table: string, key: string[]) => Buffer.from(JSON.stringify({ table, key })).toString("base64url");

function parseCursor(text: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    throw badInput("after", "is not a cursor");
  }
}
