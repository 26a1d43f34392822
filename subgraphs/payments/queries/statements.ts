// Statements of the ledger, and what the checks of the books have found.
import { z } from "zod";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import {
  connectionOf,
  countOf,
  cursorKey,
  exactly,
  pageRequest,
  refuseCursor,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { row, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { payableTo, type Movement } from "../entities/accounts.ts";
import type { BooksCheck } from "../entities/books-check.ts";
import type { BooksFinding } from "../entities/books-finding.ts";
import type { Statement } from "../entities/statement.ts";
import type { StatementEntry } from "../entities/statement-entry.ts";

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/** What an organization has in a period, a statement for each currency. From its side: what it is owed is positive. */
export async function statementsOf(
  database: Database,
  organizationId: string,
  from: Date,
  to: Date,
): Promise<Statement[]> {
  const account = payableTo(organizationId);
  const opens = from < to ? from : to;
  const within = (what: Movement[]) =>
    sql`-sum(case when is_opening then -amount else amount end) filter (where what = any(${what}::text[]))`;
  const found = await rows<Omit<Statement, "where">>(
    database.read(),
    sql`select currency, coalesce(-sum(amount) filter (where is_opening), 0)::bigint as opening, coalesce(-sum(amount) filter (where not is_opening), 0)::bigint as closing,
               coalesce(${within(["CAPTURE"])}, 0)::bigint as captured, coalesce(${within(["REFUND", "REFUND_RETURNED"])}, 0)::bigint as refunded, coalesce(${within(["CHARGEBACK"])}, 0)::bigint as charged_back
        from (select true as is_opening, * from (${bookedBefore(account, sql`${opens}::timestamptz`)}) o union all select false, * from (${bookedBefore(account, sql`${to}::timestamptz`)}) c) booked
        group by currency having sum(entries) filter (where not is_opening) > 0 order by currency`,
  );
  return found.map((statement) => ({ ...statement, from, to, account, orderId: null }));
}

/**
 * All that was booked to an account before a moment: whole months and days until the first midnight (UTC) that is not before the moment,
 * without the entries in between: of a statement until now there are none.
 */
function bookedBefore(account: string, moment: Sql): Sql {
  const midnight = sql`date_trunc('day', ${moment} + interval '1 day' - interval '1 microsecond', 'UTC')`;
  const month = sql`date_trunc('month', ${midnight}, 'UTC')`;
  return sql`select currency, what, amount, entries from ledger_total where account = ${account} and period = 'month' and starts < ${month}
    union all select currency, what, amount, entries from ledger_total where account = ${account} and period = 'day' and starts >= ${month} and starts < ${midnight}
    union all select currency, what, -amount, -1 from ledger_entry where account = ${account} and currency = any(array(select distinct currency from ledger_total where account = ${account} and period = 'month'))
      and booked_at >= ${moment} and booked_at < ${midnight}`;
}

/** All that was booked for each of these orders; of one for which there is nothing there is no statement. */
export async function statementsOfOrders(
  database: Database,
  orderIds: readonly string[],
): Promise<(Statement & { orderId: string })[]> {
  return rows(
    database.read(),
    sql`select currency, 0 as opening, coalesce(-sum(amount), 0)::bigint as closing, ${movements(["CAPTURE"])} as captured,
               ${movements(["REFUND", "REFUND_RETURNED"])} as refunded, ${movements(["CHARGEBACK"])} as charged_back,
               order_id, min(account) as account, min(booked_at) as "from", max(booked_at) as "to"
        from ledger_entry where order_id = any(${orderIds}::uuid[]) and account like 'organization:%' group by order_id, currency`,
  );
}

const movements = (what: Movement[]) =>
  sql`coalesce(-sum(amount) filter (where what = any(${what}::text[])), 0)::bigint`;

const entryCursor = z.object({ id: cursorKey.count });

/** Oldest first, each with the balance after it. @throws GraphQLError BAD_USER_INPUT for a cursor of another statement */
export async function entriesOf(
  database: Database,
  statement: Statement,
  args: PageArgs,
): Promise<Connection<StatementEntry>> {
  const request = pageRequest(args, entryCursor);
  const { account, currency, orderId, from, to } = statement;
  const period = orderId === null ? sql`booked_at >= ${from} and booked_at < ${to}` : sql`order_id = ${orderId}::uuid`;
  const own = sql`account = ${account} and currency = ${currency} and ${period}`;
  const em = database.read();
  const start = request.after
    ? await afterEntry(em, statement, own, request.after.id)
    : { at: from.toISOString(), id: 0, balance: statement.opening };
  const found = await rows<StatementEntry>(
    em,
    sql`select id, booked_at as at, what, -amount as amount, currency, order_id, payment_id, (${start.balance}::bigint + sum(-amount) over (order by booked_at, id))::bigint as balance
        from (select * from ledger_entry where ${own} and (booked_at, id) > (${start.at}::timestamptz, ${start.id}::bigint) order by booked_at, id limit ${request.first + 1}) entry
        order by booked_at, id`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`ledger_entry where ${own}`),
    ({ id }) => ({ id }),
  );
}

/** Where a page begins that follows an entry of the statement, and the balance there. */
async function afterEntry(
  em: Tx,
  { account, currency, orderId }: Statement,
  own: Sql,
  id: number,
): Promise<{ at: string; id: number; balance: number }> {
  const upToIt =
    orderId === null
      ? sql`select amount from (${bookedBefore(account, sql`last.booked_at`)}) before where currency = ${currency}
            union all select amount from ledger_entry where account = ${account} and currency = ${currency} and booked_at = last.booked_at and id <= last.id`
      : sql`select amount from ledger_entry where ${own} and (booked_at, id) <= (last.booked_at, last.id)`;
  const found = await row<{ at: string; id: number; balance: number }>(
    em,
    sql`select ${exactly(sql`last.booked_at`)} as at, last.id, (select coalesce(-sum(amount), 0)::bigint from (${upToIt}) entry) as balance
        from (select * from ledger_entry where id = ${id} and ${own}) last`,
  );
  return found ?? refuseCursor();
}

const momentCursor = z.object({ at: cursorKey.time, id: cursorKey.id });

/** Newest first. */
export async function checks(database: Database, args: PageArgs): Promise<Connection<BooksCheck>> {
  const request = pageRequest(args, momentCursor);
  const beyond = request.after
    ? sql`(started_at, id) < (${request.after.at}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<BooksCheck>(
    em,
    sql`select * from books_check where ${beyond} order by started_at desc, id desc limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`books_check`),
    ({ startedAt, id }) => ({ at: startedAt.toISOString(), id }),
  );
}

export function countOpenFindings(database: Database): Promise<number> {
  return countOf(database.read(), sql`books_finding where resolved_at is null`);
}

/** Newest first. */
export async function findings(
  database: Database,
  args: PageArgs & { open?: boolean | null },
): Promise<Connection<BooksFinding>> {
  const request = pageRequest(args, momentCursor);
  const matching = args.open == null ? sql`true` : args.open ? sql`resolved_at is null` : sql`resolved_at is not null`;
  const beyond = request.after
    ? sql`(found_at, id) < (${request.after.at}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<BooksFinding>(
    em,
    sql`select * from books_finding where ${matching} and ${beyond} order by found_at desc, id desc limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`books_finding where ${matching}`),
    ({ foundAt, id }) => ({ at: foundAt.toISOString(), id }),
  );
}
