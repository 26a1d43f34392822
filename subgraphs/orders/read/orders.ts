// Lists of orders and tickets, newest first.
import { z } from "zod";
import type { Database } from "../../../platform/database.ts";
import { cursorKey, connectionOf, pageRequest, type Connection } from "../../../platform/pagination.ts";
import { join, row, rows, sql, type Sql } from "../../../platform/sql.ts";
import { ORDER_WORK } from "../commands/job-names.ts";
import { selectOrders, type Order } from "../entities/order.ts";
import type { Ticket } from "../entities/ticket.ts";
import type { OrderStatus, TicketStatus } from "../schema.generated.ts";

const cursorSchema = z.object({ createdAt: cursorKey.time, id: cursorKey.id });

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

const keyOf = ({ createdAt, id }: { createdAt: Date; id: string }) => ({ createdAt: createdAt.toISOString(), id });

async function orders(
  database: Database,
  whose: Sql,
  args: PageArgs & { status?: OrderStatus | null },
): Promise<Connection<Order>> {
  const request = pageRequest(args, cursorSchema);
  const matching = join([whose, ...(args.status == null ? [] : [sql`o.status = ${args.status}`])], " and ");
  const beyond = request.after
    ? sql`(o.created_at, o.id) < (${request.after.createdAt}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<Order>(
    em,
    sql`${selectOrders(sql`${matching} and ${beyond}`)} order by o.created_at desc, o.id desc limit ${request.first + 1}`,
  );
  const total = await row<{ n: number }>(em, sql`select count(*)::int as n from (${selectOrders(matching)}) matching`);
  return connectionOf(found, request, total?.n ?? 0, keyOf);
}

export function ordersOfBuyer(
  database: Database,
  buyerId: string,
  args: PageArgs & { status?: OrderStatus | null },
): Promise<Connection<Order>> {
  return orders(database, sql`o.buyer_id = ${buyerId}::uuid`, args);
}

export function ordersOfOrganization(
  database: Database,
  organizationId: string,
  args: PageArgs & { status?: OrderStatus | null },
): Promise<Connection<Order>> {
  return orders(database, sql`o.organization_id = ${organizationId}::uuid`, args);
}

const waitingCursor = z.object({ waitingSince: cursorKey.time, id: cursorKey.id });

/** Orders that have been in one step of being settled for too long, longest first. */
export async function stuckOrders(
  database: Database,
  stuckSeconds: number,
  args: PageArgs,
): Promise<Connection<Order>> {
  const request = pageRequest(args, waitingCursor);
  const stuck = sql`o.id in (select id from work_item where kind = ${ORDER_WORK}) and o.phase is not null and o.waiting_since < app_now() - ${`${stuckSeconds} s`}::interval`;
  const since = sql`date_trunc('milliseconds', o.waiting_since)`;
  const beyond = request.after
    ? sql`(${since}, o.id) > (${request.after.waitingSince}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<Order & { waitingSince: Date }>(
    em,
    sql`${selectOrders(sql`${stuck} and ${beyond}`)} order by ${since}, o.id limit ${request.first + 1}`,
  );
  const total = await row<{ n: number }>(em, sql`select count(*)::int as n from (${selectOrders(stuck)}) stuck`);
  return connectionOf(found, request, total?.n ?? 0, ({ waitingSince, id }) => ({
    waitingSince: waitingSince.toISOString(),
    id,
  }));
}

export async function ticketsOfHolder(
  database: Database,
  holderId: string,
  args: PageArgs & { status?: TicketStatus | null },
): Promise<Connection<Ticket>> {
  const request = pageRequest(args, cursorSchema);
  const matching = join(
    [sql`holder_id = ${holderId}::uuid`, ...(args.status == null ? [] : [sql`status = ${args.status}`])],
    " and ",
  );
  const beyond = request.after
    ? sql`(created_at, id) < (${request.after.createdAt}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<Ticket>(
    em,
    sql`select * from ticket where ${matching} and ${beyond} order by created_at desc, id desc limit ${request.first + 1}`,
  );
  const total = await row<{ n: number }>(em, sql`select count(*)::int as n from ticket where ${matching}`);
  return connectionOf(found, request, total?.n ?? 0, keyOf);
}
