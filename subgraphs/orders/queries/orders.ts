// Lists of orders and tickets, newest first.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { join, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { ORDER_WORK } from "../job-names.ts";
import { selectOrders, type Order } from "../entities/order.ts";
import type { Ticket } from "../entities/ticket.ts";
import type { OrderStatus, TicketStatus } from "../enums.generated.ts";

const cursorSchema = z.object({ createdAt: cursorKey.time, id: cursorKey.id });

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

const keyOf = ({ createdAt, id }: { createdAt: Date; id: string }) => ({ createdAt: createdAt.toISOString(), id });

type ListArgs = PageArgs & { status?: OrderStatus | null };

/** Orders in the order of `key`, which an index of the source has; the source names them `o`. */
async function orders(
  database: Database,
  source: Sql,
  key: { createdAt: Sql; id: Sql },
  args: PageArgs,
): Promise<Connection<Order>> {
  const request = pageRequest(args, cursorSchema);
  const beyond = request.after
    ? sql`(${key.createdAt}, ${key.id}) < (${request.after.createdAt}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<Order>(
    em,
    sql`select o.* from ${source} and ${beyond} order by ${key.createdAt} desc, ${key.id} desc limit ${request.first + 1}`,
  );
  return connectionOf(found, request, () => countOf(em, source), keyOf);
}

const BY_ORDER = { createdAt: sql`o.created_at`, id: sql`o.id` };
const BY_OUTCOME = { createdAt: sql`outcome.created_at`, id: sql`outcome.order_id` };

export function ordersOfBuyer(
  database: Database,
  buyerId: string,
  { status, ...args }: ListArgs,
): Promise<Connection<Order>> {
  const matching = status == null ? sql`true` : sql`o.status = ${status}`;
  return orders(
    database,
    sql`(${selectOrders(sql`o.buyer_id = ${buyerId}::uuid`)}) o where ${matching}`,
    BY_ORDER,
    args,
  );
}

export function ordersOfOrganization(
  database: Database,
  organizationId: string,
  { status, ...args }: ListArgs,
): Promise<Connection<Order>> {
  const own = sql`o.organization_id = ${organizationId}::uuid`;
  switch (status) {
    case null:
    case undefined:
      return orders(database, sql`(${selectOrders(own)}) o where true`, BY_ORDER, args);
    case "AWAITING_PAYMENT":
    case "PROCESSING":
    case "IN_REVIEW":
      return orders(database, sql`purchase o where ${own} and o.status = ${status} and ${IS_OPEN}`, BY_ORDER, args);
    default: {
      const outcomes = sql`outcome.organization_id = ${organizationId}::uuid and outcome.status = ${status}`;
      const source = sql`order_outcome outcome join purchase o on o.id = outcome.order_id where ${outcomes}`;
      return orders(database, source, BY_OUTCOME, args);
    }
  }
}

/** Those with work to do are few. As an array they are looked up first, and not in all orders of an organization. */
const IS_OPEN = sql`o.id = any(array(select id from work_item where kind = ${ORDER_WORK}))`;

const waitingCursor = z.object({ waitingSince: cursorKey.time, id: cursorKey.id });

/** The condition speaks of `o`. */
const isStuck = (stuckSeconds: number) =>
  sql`${IS_OPEN} and o.phase is not null and o.waiting_since < app_now() - ${`${stuckSeconds} s`}::interval`;

export function countStuckOrders(database: Database, stuckSeconds: number): Promise<number> {
  return countOf(database.read(), sql`(${selectOrders(isStuck(stuckSeconds))}) stuck`);
}

/** Orders that have been in one step of being settled for too long, longest first. */
export async function stuckOrders(
  database: Database,
  stuckSeconds: number,
  args: PageArgs,
): Promise<Connection<Order>> {
  const request = pageRequest(args, waitingCursor);
  const stuck = isStuck(stuckSeconds);
  const since = sql`date_trunc('milliseconds', o.waiting_since)`;
  const beyond = request.after
    ? sql`(${since}, o.id) > (${request.after.waitingSince}::timestamptz, ${request.after.id}::uuid)`
    : sql`true`;
  const em = database.read();
  const found = await rows<Order & { waitingSince: Date }>(
    em,
    sql`${selectOrders(sql`${stuck} and ${beyond}`)} order by ${since}, o.id limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countStuckOrders(database, stuckSeconds),
    ({ waitingSince, id }) => ({
      waitingSince: waitingSince.toISOString(),
      id,
    }),
  );
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
  return connectionOf(found, request, () => countOf(em, sql`ticket where ${matching}`), keyOf);
}
