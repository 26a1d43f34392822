// What organizations are owed now, and what they owe: their balances that are not zero.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import { connectionOf, cursorKey, pageRequest, type Connection } from "../../../platform/graphql/pagination.ts";
import { forShape, type Building } from "../../../platform/postgres/statements.ts";
import type { Balance } from "../entities/balance.ts";
import { statement, type Db } from "../entities/tables.ts";

interface Given {
  afterAccount: string;
  afterCurrency: string;
  limit: number;
}

/** From the totals of months, so the number of entries does not matter. Only accounts of organizations have totals. */
const balancesOf = (db: Db, { sql }: Building) =>
  db
    .selectFrom("ledger_total")
    .select(["account", "currency", sql<number>`-sum(amount)::bigint`.as("owed")])
    .where("period", "=", sql.lit("month"))
    .groupBy(["account", "currency"])
    .having((of) => of(of.fn.sum("amount"), "<>", sql.lit(0)));

const page = forShape(({ isContinued }: { isContinued: boolean }) =>
  statement((db, { afterAccount, afterCurrency, limit }: Given, building) =>
    balancesOf(db, building)
      .$if(isContinued, (all) =>
        all.where((of) => of(of.refTuple("account", "currency"), ">", of.tuple(afterAccount, afterCurrency))),
      )
      .orderBy("account")
      .orderBy("currency")
      .limit(limit),
  ),
);

const countAll = statement((db, _: object, building) =>
  db.selectFrom(balancesOf(db, building).as("balance")).select((of) => of.fn.countAll<number>().as("n")),
);

const cursorSchema = z.object({ account: cursorKey.text, currency: cursorKey.text });

/** By organization and currency: a change between two pages does not move an item. */
export async function balances(
  database: Database,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<Balance>> {
  const request = pageRequest(args, cursorSchema);
  const { first, after } = request;
  const given = { limit: first + 1, afterAccount: after?.account ?? "", afterCurrency: after?.currency ?? "" };
  const em = database.read();
  return connectionOf(
    await page({ isContinued: after !== null }).rows(em, given),
    request,
    async () => (await countAll.row(em, {}))!.n,
    ({ account, currency }) => ({ account, currency }),
  );
}
