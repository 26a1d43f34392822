// Users by their address; and all of them, newest first, for platform staff.
import { z } from "zod";
import type { Database } from "../../../platform/database.ts";
import { isStorable } from "../../../platform/input.ts";
import { cursorKey, connectionOf, pageRequest, type Connection } from "../../../platform/pagination.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import { emailKey, plainEmailKey, type User } from "../entities/user.ts";
import type { QueryUsersArgs } from "../schema.generated.ts";

const cursorSchema = z.object({ createdAt: cursorKey.time, id: cursorKey.id });

/** The account of a mailbox, however its address is written. */
export async function findUserByEmail(database: Database, email: string): Promise<User | undefined> {
  const plain = plainEmailKey(email);
  return row<User>(
    database.read(),
    sql`select * from app_user where email_key = any(${[plain, emailKey(email)]}::text[]) order by (email_key = ${plain}) desc limit 1`,
  );
}

export async function findUsers(database: Database, { filter, ...args }: QueryUsersArgs): Promise<Connection<User>> {
  const page = pageRequest(args, cursorSchema);
  const pattern =
    filter?.text && isStorable(filter.text) ? `%${filter.text.normalize("NFKC").replace(/[\\%_]/g, "\\$&")}%` : null;
  const status = filter?.status ?? null;
  const where = sql`(${pattern}::text is null or normalize(display_name, NFKC) ilike ${pattern} or normalize(email, NFKC) ilike ${pattern}) and (${status}::text is null or status = ${status})`;
  const beyond = page.after
    ? sql`(date_trunc('milliseconds', created_at), id) < (${page.after.createdAt}::timestamptz, ${page.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<User>(
    em,
    sql`select * from app_user where ${where} and ${beyond} order by date_trunc('milliseconds', created_at) desc, id desc limit ${page.first + 1}`,
  );
  const total = await row<{ n: number }>(em, sql`select count(*)::int as n from app_user where ${where}`);
  return connectionOf(found, page, total?.n ?? 0, (user) => ({ createdAt: user.createdAt.toISOString(), id: user.id }));
}
