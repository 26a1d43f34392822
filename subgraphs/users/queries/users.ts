// Users by address, and all users, newest first, for platform staff. Raw SQL: the query depends on the search text, and is planned at each
// execution.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import { isStorable } from "../../../platform/core/input.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  exactly,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { PLAN_EVERY_TIME } from "../../../platform/postgres/prepared-statements.ts";
import { join, row, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { emailKey, plainEmailKey, type User } from "../entities/user.ts";
import type { QueryUsersArgs } from "../schema.generated.ts";

const cursorSchema = z.object({ createdAt: cursorKey.time, id: cursorKey.id });

/** Account of a mailbox, whatever the spelling of its address. */
export async function findUserByEmail(database: Database, email: string): Promise<User | undefined> {
  const plain = plainEmailKey(email);
  return row<User>(
    database.read(),
    sql`select * from app_user where email_key = any(${[plain, emailKey(email)]}::text[]) order by (email_key = ${plain}) desc limit 1`,
  );
}

const MOST_GUESTS = 100;

/** IDs of the account of a mailbox and of its guests, of whom the last seen count. */
export async function findPeopleByEmail(database: Database, email: string): Promise<string[]> {
  const key = emailKey(email);
  const people = await rows<{ id: string }>(
    database.read(),
    sql`select id from app_user where email_key = any(${[plainEmailKey(email), key]}::text[])
        union all
        (select id from app_user where guest_key = ${key} order by guest_seen_at desc nulls last limit ${MOST_GUESTS})`,
  );
  return people.map(({ id }) => id);
}

/**
 * Many addresses share a domain. So the index is only searched for the local part, and the few rows found are compared with the whole text.
 */
function contains(text: string): Sql {
  const pattern = (part: string) => sql`lower(${`%${part.replace(/[\\%_]/g, "\\$&")}%`})`;
  const [local] = text.split("@");
  return local === undefined || local === text || local.length < TRIGRAM
    ? sql`search_text like ${pattern(text)}`
    : sql`(search_text like ${pattern(local)} and (search_text || '') like ${pattern(text)})`;
}

const TRIGRAM = 3;

export async function findUsers(database: Database, { filter, ...args }: QueryUsersArgs): Promise<Connection<User>> {
  const page = pageRequest(args, cursorSchema);
  const text = filter?.text ? filter.text.normalize("NFKC") : null;
  // A text that cannot be stored matches no user.
  const conditions = [text === null ? sql`true` : isStorable(text) ? contains(text) : sql`false`];
  if (filter?.status != null) conditions.push(sql`status = ${filter.status}`);
  const where = join(conditions, " and ");
  const beyond = page.after
    ? sql`(created_at, id) < (${page.after.createdAt}::timestamptz, ${page.after.id}::uuid)`
    : sql`true`;
  const planned = text === null ? sql`` : PLAN_EVERY_TIME;
  const em = database.read();
  const found = await rows<User & { exactlyCreatedAt: string }>(
    em,
    sql`select *, ${exactly(sql`created_at`)} as exactly_created_at from app_user
        where ${where} and ${beyond} order by created_at desc, id desc limit ${page.first + 1} ${planned}`,
  );
  return connectionOf(
    found,
    page,
    () => countOf(em, sql`app_user where ${where} ${planned}`),
    ({ exactlyCreatedAt, id }) => ({ createdAt: exactlyCreatedAt, id }),
  );
}
