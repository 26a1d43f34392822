// Exported data of a person, as declared, in pages of one table each. Raw SQL: the tables are known only at run time.
import { z } from "zod";
import { badInput } from "../core/errors.ts";
import type { Database } from "../postgres/database.ts";
import type { Session } from "../postgres/session.ts";
import { join, rawSql, rows, sql, type Sql } from "../postgres/sql.ts";
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

/** Cursors of earlier versions have a `key` in another order: after one of these, the table is read again from its beginning. */
const cursorSchema = z.strictObject({
  table: z.string(),
  after: z.array(z.string()).default([]),
  key: z.array(z.string()).optional(),
});

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
  const key = await primaryKeyOf(em, table);
  const columns = key.map(({ name }) => name).join(", ");
  const beyond =
    cursor && cursor.after.length > 0 ? sql`(${rawSql(columns)}) > (${last(key, cursor.after)})` : sql`true`;
  const cells = declared.exported!.map((column) => `'${column}', ${column}`).join(", ");
  const found = await rows<{ row: string; key: string[] }>(
    em,
    sql`select jsonb_build_object(${rawSql(cells)})::text as row, array[${rawSql(asText(key))}] as key from ${rawSql(table)}
        where ${rowsOf(declared, userId)} and ${beyond} order by ${rawSql(columns)} limit ${ROWS_PER_PAGE}`,
  );
  const following = exported[at + 1]?.[0];
  const isFull = found.length === ROWS_PER_PAGE;
  return {
    table,
    rows: `[${found.map((one) => one.row).join(",")}]`,
    next: isFull ? toCursor(table, found.at(-1)!.key) : following === undefined ? null : toCursor(following, []),
  };
}

interface KeyColumn {
  name: string;
  type: string;
}

/** In the order of its index. */
function primaryKeyOf(session: Session, table: string): Promise<KeyColumn[]> {
  return rows(
    session,
    sql`select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type
        from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as k(no, at)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.no
        where i.indrelid = ${table}::regclass and i.indisprimary order by k.at`,
  );
}

const asText = (key: KeyColumn[]) => key.map(({ name }) => `${name}::text`).join(", ");

/** Values of a key, with the types of its columns: only so can the index be used. @throws BAD_USER_INPUT for too few or too many */
function last(key: KeyColumn[], values: string[]): Sql {
  if (values.length !== key.length) throw badInput("after", "is not a cursor");
  return join(
    key.map(({ type }, index) => sql`${values[index]}::text::${rawSql(type)}`),
    ", ",
  );
}

const toCursor = (table: string, after: string[]) =>
  Buffer.from(JSON.stringify({ table, after })).toString("base64url");

function parseCursor(text: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    throw badInput("after", "is not a cursor");
  }
}
