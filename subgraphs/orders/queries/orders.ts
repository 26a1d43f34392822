// Lists of orders and tickets, newest first.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  cursorKey,
  connectionOf,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import type { Building, Expression, Statement } from "../../../platform/postgres/statements.ts";
import { ORDER_WORK } from "../job-names.ts";
import type { Order } from "../entities/order.ts";
import { knownOrders, statement } from "../entities/tables.ts";
import type { Ticket } from "../entities/ticket.ts";
import type { OrderStatus, TicketStatus } from "../enums.generated.ts";

const cursorSchema = z.object({ createdAt: cursorKey.time, id: cursorKey.id });

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

type PageOf<Of> = Of & Page<z.infer<typeof cursorSchema>>;

const keyOf = ({ createdAt, id }: { createdAt: Date; id: string }) => ({ createdAt: createdAt.toISOString(), id });

type ListArgs = PageArgs & { status?: OrderStatus | null };

/** A page of a list that the statement selects. */
async function listed<Of, Node extends { createdAt: Date; id: string }>(
  database: Database,
  statement: Statement<PageOf<Of>, Node>,
  of: Of,
  args: PageArgs,
): Promise<Connection<Node>> {
  const request = pageRequest(args, cursorSchema);
  const em = database.read();
  const found = await statement.rows(em, { ...of, ...pageOf(request) });
  return connectionOf(found, request, () => statement.count(em, of as PageOf<Of>), keyOf);
}

const cursor = (sql: Building<object>["sql"], { createdAt, id }: PageOf<object>) =>
  sql<[Date, string]>`(${createdAt}::timestamptz, ${id}::uuid)`;

type OfBuyer = { buyerId: string; status: OrderStatus | null };

const ofBuyer = statement((db, given: PageOf<OfBuyer>, { sql, has }) =>
  knownOrders(db)
    .where("o.buyerId", "=", given.buyerId)
    .$if(has("status"), (orders) => orders.where("o.status", "=", given.status!))
    .$if(has("id"), (orders) => orders.where((of) => of(of.refTuple("o.createdAt", "o.id"), "<", cursor(sql, given))))
    .$if(has("limit"), (orders) => orders.orderBy("o.createdAt", "desc").orderBy("o.id", "desc").limit(given.limit!)),
);

export function ordersOfBuyer(
  database: Database,
  buyerId: string,
  { status = null, ...args }: ListArgs,
): Promise<Connection<Order>> {
  return listed(database, ofBuyer, { buyerId, status }, args);
}

/** Open orders have work items, which are few. The array makes PostgreSQL read them first, and not an organization's orders. */
const isOpen = (sql: Building<object>["sql"], id: Expression<string>) =>
  sql<boolean>`${id} = any(array(select id from work_item where kind = ${ORDER_WORK}))`;

type OfOrganization = { organizationId: string; openStatus: OrderStatus | null };

const ofOrganization = statement((db, given: PageOf<OfOrganization>, { sql, has }) =>
  knownOrders(db)
    .where("o.organizationId", "=", given.organizationId)
    .$if(has("openStatus"), (orders) =>
      orders.where("o.status", "=", given.openStatus!).where((of) => isOpen(sql, of.ref("o.id"))),
    )
    .$if(has("id"), (orders) => orders.where((of) => of(of.refTuple("o.createdAt", "o.id"), "<", cursor(sql, given))))
    .$if(has("limit"), (orders) => orders.orderBy("o.createdAt", "desc").orderBy("o.id", "desc").limit(given.limit!)),
);

type Outcomes = { organizationId: string; status: OrderStatus };

/** Sorted like the index of outcomes. */
const ofOutcome = statement((db, given: PageOf<Outcomes>, { sql, has }) =>
  db
    .selectFrom("order_outcome as outcome")
    .innerJoin("purchase as o", "o.id", "outcome.orderId")
    .selectAll("o")
    .where("outcome.organizationId", "=", given.organizationId)
    .where("outcome.status", "=", given.status)
    .$if(has("id"), (orders) =>
      orders.where((of) => of(of.refTuple("outcome.createdAt", "outcome.orderId"), "<", cursor(sql, given))),
    )
    .$if(has("limit"), (orders) =>
      orders.orderBy("outcome.createdAt", "desc").orderBy("outcome.orderId", "desc").limit(given.limit!),
    )
    .$castTo<Order>(),
);

export function ordersOfOrganization(
  database: Database,
  organizationId: string,
  { status = null, ...args }: ListArgs,
): Promise<Connection<Order>> {
  switch (status) {
    case null:
    case "AWAITING_PAYMENT":
    case "PROCESSING":
    case "IN_REVIEW":
      return listed(database, ofOrganization, { organizationId, openStatus: status }, args);
    default:
      return listed(database, ofOutcome, { organizationId, status }, args);
  }
}

const waitingCursor = z.object({ waitingSince: cursorKey.time, id: cursorKey.id });

type Stuck = { waited: string } & Page<z.infer<typeof waitingCursor>>;

const stuck = statement((db, given: Stuck, { sql, has }) => {
  const since = sql<Date>`date_trunc('milliseconds', ${sql.ref("o.waitingSince")})`;
  return knownOrders(db)
    .where((of) => isOpen(sql, of.ref("o.id")))
    .where("o.phase", "is not", null)
    .where("o.waitingSince", "<", sql<Date>`app_now() - ${given.waited}::interval`)
    .$if(has("id"), (orders) =>
      orders.where(
        (of) => sql<boolean>`(${since}, ${of.ref("o.id")}) > (${given.waitingSince}::timestamptz, ${given.id}::uuid)`,
      ),
    )
    .$if(has("limit"), (orders) => orders.orderBy(since).orderBy("o.id").limit(given.limit!))
    .$castTo<Order & { waitingSince: Date }>();
});

/** Orders that stay in one step of settlement for too long, longest first. */
export async function stuckOrders(
  database: Database,
  stuckSeconds: number,
  args: PageArgs,
): Promise<Connection<Order>> {
  const request = pageRequest(args, waitingCursor);
  const waited = { waited: `${stuckSeconds} s` };
  const em = database.read();
  const found = await stuck.rows(em, { ...waited, ...pageOf(request) });
  return connectionOf(
    found,
    request,
    () => stuck.count(em, waited),
    ({ waitingSince, id }) => ({
      waitingSince: waitingSince.toISOString(),
      id,
    }),
  );
}

type OfHolder = { holderId: string; status: TicketStatus | null };

const ofHolder = statement((db, given: PageOf<OfHolder>, { sql, has }) =>
  db
    .selectFrom("ticket")
    .selectAll()
    .where("holderId", "=", given.holderId)
    .$if(has("status"), (tickets) => tickets.where("status", "=", given.status!))
    .$if(has("id"), (tickets) => tickets.where((of) => of(of.refTuple("createdAt", "id"), "<", cursor(sql, given))))
    .$if(has("limit"), (tickets) => tickets.orderBy("createdAt", "desc").orderBy("id", "desc").limit(given.limit!)),
);

export function ticketsOfHolder(
  database: Database,
  holderId: string,
  { status = null, ...args }: PageArgs & { status?: TicketStatus | null },
): Promise<Connection<Ticket>> {
  return listed(database, ofHolder, { holderId, status }, args);
}
