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
import { forShape, unionAll, type Building, type Expression } from "../../../platform/postgres/statements.ts";
import { payableTo, type Movement, type Settlement } from "../entities/accounts.ts";
import type { Statement } from "../entities/statement.ts";
import type { StatementEntry } from "../entities/statement-entry.ts";
import { statement, type Db } from "../entities/tables.ts";

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

/**
 * Sums booked to an account before a moment. Adds totals of months and days until the first midnight (UTC) at or after the moment,
 * and subtracts the entries in between. A statement until now has no such entries.
 */
function bookedBefore(db: Db, { sql }: Building, account: string, moment: Expression<Date>) {
  const midnight = sql<Date>`date_trunc('day', ${moment} + interval '1 day' - interval '1 microsecond', 'UTC')`;
  const month = sql<Date>`date_trunc('month', ${midnight}, 'UTC')`;
  const totals = (period: "month" | "day") =>
    db.selectFrom("ledger_total").where("account", "=", account).where("period", "=", sql.lit(period));
  const columns = ["currency", "what", "amount", "entries"] as const;
  return totals("month")
    .select(columns)
    .where("starts", "<", month)
    .unionAll(totals("day").select(columns).where("starts", ">=", month).where("starts", "<", midnight))
    .unionAll(
      db
        .selectFrom("ledger_entry as e")
        .select((of) => ["e.currency", "e.what", of.neg(of.ref("e.amount")).as("amount"), sql.lit(-1).as("entries")])
        .where("e.account", "=", account)
        .where((of) => of("e.currency", "=", sql<string>`any(array(${totals("month").select("currency").distinct()}))`))
        .where("e.bookedAt", ">=", moment)
        .where("e.bookedAt", "<", midnight),
    );
}

const PAYOUTS: Settlement[] = ["PAYOUT", "PAYOUT_RETURNED"];

const sums = statement((db, given: { account: string; opens: Date; to: Date }, building) => {
  const { sql } = building;
  const before = (moment: Date, isOpening: boolean) =>
    db
      .selectFrom(bookedBefore(db, building, given.account, sql<Date>`${moment}::timestamptz`).as("before"))
      .select(sql.lit(isOpening).as("opens"))
      .selectAll();
  return db
    .selectFrom(before(given.opens, true).unionAll(before(given.to, false)).as("booked"))
    .select((of) => {
      const owed = of.neg(of.ref("booked.amount"));
      const isOpening = of.ref("booked.opens");
      const total = (amount: typeof owed, which: Expression<boolean | 0 | 1>) =>
        of.cast<number>(of.fn.coalesce(of.fn.sum<number>(amount).filterWhere(which), sql.lit(0)), "bigint");
      const within = (what: (Movement | Settlement)[]) =>
        total(of.case().when(isOpening).then(of.ref("booked.amount")).else(owed).end(), of("booked.what", "in", what));
      return [
        "booked.currency",
        total(owed, isOpening).as("opening"),
        total(owed, of.not(isOpening)).as("closing"),
        within(["CAPTURE"]).as("captured"),
        within(["REFUND", "REFUND_RETURNED"]).as("refunded"),
        within(["CHARGEBACK"]).as("chargedBack"),
        within(PAYOUTS).as("paidOut"),
      ];
    })
    .groupBy("booked.currency")
    .having((of) => of(of.fn.sum("booked.entries").filterWhere(of.not(of.ref("booked.opens"))), ">", sql.lit(0)))
    .orderBy("booked.currency");
});

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

/**
 * What the organization is owed for a period that ends at `until`, in minor units: not more than it is owed now, and without what was paid
 * out since. Negative if it owes.
 */
export async function owedTo(tx: Tx, organizationId: string, currency: string, until: Date): Promise<number> {
  const given = { account: payableTo(organizationId), opens: until, to: new Date(Date.now() + DAY_MS) };
  const own = (await sums.rows(tx, given)).find((one) => one.currency === currency);
  return own ? Math.min(own.closing, own.opening + own.paidOut) : 0;
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

const DAY_MS = 86_400_000;
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
