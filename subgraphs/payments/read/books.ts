// Statements of the ledger, and what the checks of the books have found.
import { z } from "zod";
import type { Database } from "../../../platform/database.ts";
import { cursorKey, connectionOf, pageRequest, type Connection } from "../../../platform/pagination.ts";
import { row, rows, sql, type Sql } from "../../../platform/sql.ts";
import { payableTo, type Movement } from "../commands/book.ts";
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
  const found = await rows<Omit<Statement, "where">>(
    database.read(),
    sql`${totals(sql`booked_at >= ${from} and booked_at < ${to}`, sql`booked_at < ${from}`)} from ledger_entry where account = ${account} and booked_at < ${to} group by currency order by currency`,
  );
  return found.map((statement) => ({ ...statement, from, to, account, orderId: null }));
}

/** All that was booked for each of these orders; of one for which there is nothing there is no statement. */
export async function statementsOfOrders(
  database: Database,
  orderIds: readonly string[],
): Promise<(Statement & { orderId: string })[]> {
  return rows(
    database.read(),
    sql`${totals(sql`true`, sql`false`)}, order_id, min(account) as account, min(booked_at) as "from", max(booked_at) as "to"
        from ledger_entry where order_id = any(${orderIds}::uuid[]) and account like 'organization:%' group by order_id, currency`,
  );
}

function totals(within: Sql, before: Sql): Sql {
  const sum = (what: Movement[]) =>
    sql`coalesce(-sum(amount) filter (where ${within} and what = any(${what}::text[])), 0)::bigint`;
  return sql`select currency, coalesce(-sum(amount) filter (where ${before}), 0)::bigint as opening, coalesce(-sum(amount), 0)::bigint as closing,
    ${sum(["CAPTURE"])} as captured, ${sum(["REFUND", "REFUND_RETURNED"])} as refunded, ${sum(["CHARGEBACK"])} as charged_back`;
}

const entryCursor = z.object({ id: cursorKey.count });

/** Oldest first, each with the balance after it. */
export async function entriesOf(
  database: Database,
  statement: Statement,
  args: PageArgs,
): Promise<Connection<StatementEntry>> {
  const request = pageRequest(args, entryCursor);
  const { account, currency, orderId, from, to, opening } = statement;
  const whose = orderId === null ? sql`booked_at >= ${from} and booked_at < ${to}` : sql`order_id = ${orderId}::uuid`;
  const em = database.read();
  const found = await rows<StatementEntry>(
    em,
    sql`select * from (
          select id, booked_at as at, what, -amount as amount, currency, order_id, payment_id, (${opening} + sum(-amount) over (order by id))::bigint as balance
          from ledger_entry where account = ${account} and currency = ${currency} and ${whose}
        ) entry where id > ${request.after?.id ?? 0} order by id limit ${request.first + 1}`,
  );
  const total = await row<{ n: number }>(
    em,
    sql`select count(*)::int as n from ledger_entry where account = ${account} and currency = ${currency} and ${whose}`,
  );
  return connectionOf(found, request, total?.n ?? 0, ({ id }) => ({ id }));
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
  const total = await row<{ n: number }>(em, sql`select count(*)::int as n from books_check`);
  return connectionOf(found, request, total?.n ?? 0, ({ startedAt, id }) => ({ at: startedAt.toISOString(), id }));
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
  const total = await row<{ n: number }>(em, sql`select count(*)::int as n from books_finding where ${matching}`);
  return connectionOf(found, request, total?.n ?? 0, ({ foundAt, id }) => ({ at: foundAt.toISOString(), id }));
}
