// Ledger statements.
import { z } from "zod";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import {
  connectionOf,
  cursorKey,
  exactTime,
  pageRequest,
  refuseCursor,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { forShape, unionAll } from "../../../platform/postgres/statements.ts";
import { payableTo, type Movement } from "../entities/accounts.ts";
import type { Statement } from "../entities/statement.ts";
import type { StatementEntry } from "../entities/statement-entry.ts";
import { bookedBefore, sums } from "../entities/ledger-sums.ts";
import { statement, type Db } from "../entities/tables.ts";

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/** Statements for a period, one for each currency. Money owed to the organization is positive. */
export async function statementsOf(
  database: Database,
  organizationId: string,
  from: Date,
  to: Date,
): Promise<Statement[]> {
  const account = payableTo(organizationId);
  const found = await sums.rows(database.read(), { account, opens: from < to ? from : to, to });
  return found.map((one) => ({ ...one, from, to, account, orderId: null }));
}

const sumsOfOrders = statement((db, { orderIds }: { orderIds: readonly string[] }, { sql }) =>
  db
    .selectFrom("ledger_entry as e")
    .select((of) => {
      const owed = of.fn.sum<number>(of.neg(of.ref("e.amount")));
      const movements = (what: Movement[]) =>
        of.cast<number>(of.fn.coalesce(owed.filterWhere(of("e.what", "in", what)), sql.lit(0)), "bigint");
      return [
        "e.currency",
        sql.lit(0).as("opening"),
        of.cast<number>(of.fn.coalesce(owed, sql.lit(0)), "bigint").as("closing"),
        movements(["CAPTURE"]).as("captured"),
        movements(["REFUND", "REFUND_RETURNED"]).as("refunded"),
        movements(["CHARGEBACK"]).as("chargedBack"),
        movements(["CREDIT_GIVEN", "CREDIT_TAKEN"]).as("credited"),
        sql.lit(0).as("paidOut"),
        of.ref("e.orderId").$notNull().as("orderId"),
        of.fn.min("e.account").as("account"),
        of.fn.min("e.bookedAt").as("from"),
        of.fn.max("e.bookedAt").as("to"),
      ];
    })
    .where((of) => of("e.orderId", "=", of.fn.any(of.val(orderIds))))
    .where("e.account", "like", sql.lit("organization:%"))
    .groupBy(["e.orderId", "e.currency"]),
);

/** Statements of orders; none for an order without entries. */
export function statementsOfOrders(
  database: Database,
  orderIds: readonly string[],
): Promise<(Statement & { orderId: string })[]> {
  return sumsOfOrders.rows(database.read(), { orderIds });
}

const entryCursor = z.object({ id: cursorKey.count });

interface Entries extends Pick<Statement, "account" | "currency" | "from" | "to"> {
  orderId: string | null;
}

/** Statement of an order, or of a period. */
interface EntriesShape {
  isOfOrder: boolean;
}

/** Without those of payouts. */
const entries = (db: Db, { isOfOrder }: EntriesShape, { account, currency, orderId, from, to }: Entries) =>
  db
    .selectFrom("ledger_entry as e")
    .where("e.account", "=", account)
    .where("e.currency", "=", currency)
    .where("e.orderId", "is not", null)
    .$if(isOfOrder, (all) => all.where("e.orderId", "=", orderId))
    .$if(!isOfOrder, (all) => all.where("e.bookedAt", ">=", from).where("e.bookedAt", "<", to));

interface Start {
  afterTime: string;
  afterId: number;
  balance: number;
}

const entriesWithBalance = forShape((shape: EntriesShape) =>
  statement((db, given: Entries & Start & { limit: number }, { sql }) => {
    const start = sql<[Date, number]>`(${given.afterTime}::timestamptz, ${given.afterId}::bigint)`;
    const page = entries(db, shape, given)
      .selectAll()
      .where((of) => of(of.refTuple("e.bookedAt", "e.id"), ">", start))
      .orderBy("e.bookedAt")
      .orderBy("e.id")
      .limit(given.limit);
    return db
      .selectFrom(page.as("entry"))
      .select((of) => {
        const owed = of.neg(of.ref("entry.amount"));
        const paidOut = of
          .selectFrom("ledger_entry as paid")
          .select((by) => by.fn.sum<number>(by.neg(by.ref("paid.amount"))).as("sum"))
          .where("paid.account", "=", given.account)
          .where("paid.currency", "=", given.currency)
          .where(sql<boolean>`paid.what like 'PAYOUT%'`)
          .where((by) => by(by.refTuple("paid.bookedAt", "paid.id"), ">", start))
          .where((by) => by(by.refTuple("paid.bookedAt", "paid.id"), "<", by.refTuple("entry.bookedAt", "entry.id")));
        const soFar = of.fn.sum<number>(owed).over((by) => by.orderBy("entry.bookedAt").orderBy("entry.id"));
        return [
          "entry.id",
          "entry.bookedAt as at",
          of.ref("entry.what").$castTo<Movement>().as("what"),
          owed.as("amount"),
          "entry.currency",
          of.ref("entry.orderId").$notNull().as("orderId"),
          of.ref("entry.paymentId").$notNull().as("paymentId"),
          of
            .cast<number>(
              sql`${given.balance}::bigint + ${soFar}${shape.isOfOrder ? sql`` : sql` + coalesce(${paidOut}, 0)`}`,
              "bigint",
            )
            .as("balance"),
        ];
      })
      .orderBy("entry.bookedAt")
      .orderBy("entry.id");
  }),
);

const countEntries = forShape((shape: EntriesShape) =>
  statement((db, given: Entries) => entries(db, shape, given).select((of) => of.fn.countAll<number>().as("n"))),
);

/** Start of the page after an entry: its position and the balance there. */
const startAfter = forShape((shape: EntriesShape) =>
  statement((db, given: Entries & { id: number }, building) => {
    const last = entries(db, shape, given).selectAll().where("e.id", "=", given.id);
    return db.selectFrom(last.as("last")).select((of) => {
      const upToIt = shape.isOfOrder
        ? [
            entries(db, shape, given)
              .select("e.amount")
              .where((by) =>
                by(by.refTuple("e.bookedAt", "e.id"), "<=", by.tuple(of.ref("last.bookedAt"), of.ref("last.id"))),
              ),
          ]
        : [
            db
              .selectFrom(bookedBefore(db, building, given.account, of.ref("last.bookedAt")).as("before"))
              .select("before.amount")
              .where("before.currency", "=", given.currency),
            db
              .selectFrom("ledger_entry as e")
              .select("e.amount")
              .where("e.account", "=", given.account)
              .where("e.currency", "=", given.currency)
              .where("e.bookedAt", "=", of.ref("last.bookedAt"))
              .where("e.id", "<=", of.ref("last.id")),
          ];
      const balance = db
        .selectFrom(unionAll(db, upToIt).as("entry"))
        .select((by) =>
          by
            .cast<number>(
              by.fn.coalesce(by.fn.sum<number>(by.neg(by.ref("entry.amount"))), building.sql.lit(0)),
              "bigint",
            )
            .as("sum"),
        );
      return [
        exactTime(building, of.ref("last.bookedAt")).as("afterTime"),
        "last.id as afterId",
        balance.as("balance"),
      ];
    });
  }),
);

/** Entries, oldest first, each with the balance after it. @throws GraphQLError BAD_USER_INPUT for a cursor of another statement */
export async function entriesOf(
  database: Database,
  own: Statement,
  args: PageArgs,
): Promise<Connection<StatementEntry>> {
  const request = pageRequest(args, entryCursor);
  const shape = { isOfOrder: own.orderId !== null };
  const em = database.read();
  const start = request.after
    ? await startOf(em, shape, own, request.after.id)
    : { afterTime: own.from.toISOString(), afterId: 0, balance: own.opening };
  return connectionOf(
    await entriesWithBalance(shape).rows(em, { ...own, ...start, limit: request.first + 1 }),
    request,
    async () => (await countEntries(shape).row(em, own))!.n,
    ({ id }) => ({ id }),
  );
}

async function startOf(em: Tx, shape: EntriesShape, own: Statement, id: number): Promise<Start> {
  const found = await startAfter(shape).row(em, { ...own, id });
  return found ? { ...found, balance: found.balance! } : refuseCursor();
}
