// Payouts of an organization, newest first.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  afterTuple,
  connectionOf,
  cursorKey,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { forShape } from "../../../platform/postgres/statements.ts";
import type { Payout } from "../entities/payout.ts";
import { statement, type Db } from "../entities/tables.ts";

const cursorSchema = z.object({ at: cursorKey.time, id: cursorKey.id });

interface Given {
  organizationId: string;
  limit: number;
  afterTime: string;
  afterId: string;
}

const payoutsOf = (db: Db, { organizationId }: Given) =>
  db.selectFrom("payout as p").where("p.organizationId", "=", organizationId);

const payout = statement((db, { id }: { id: string }) =>
  db.selectFrom("payout as p").selectAll().$castTo<Payout>().where("p.id", "=", id),
);

export async function payoutById(database: Database, id: string): Promise<Payout> {
  return (await payout.row(database.read(), { id }))!;
}

const newestPayouts = forShape(({ isContinued }: { isContinued: boolean }) =>
  statement((db, given: Given, building) =>
    payoutsOf(db, given)
      .selectAll()
      .$castTo<Payout>()
      .$if(isContinued, (all) =>
        all.where((of) => of(of.refTuple("p.recordedAt", "p.id"), "<", afterTuple(building, given))),
      )
      .orderBy("p.recordedAt", "desc")
      .orderBy("p.id", "desc")
      .limit(given.limit),
  ),
);

const countPayouts = statement((db, given: Given) =>
  payoutsOf(db, given).select((of) => of.fn.countAll<number>().as("n")),
);

export async function payouts(
  database: Database,
  organizationId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<Payout>> {
  const request = pageRequest(args, cursorSchema);
  const { first, after } = request;
  const given = { organizationId, limit: first + 1, afterTime: after?.at ?? "", afterId: after?.id ?? "" };
  const em = database.read();
  return connectionOf(
    await newestPayouts({ isContinued: after !== null }).rows(em, given),
    request,
    async () => (await countPayouts.row(em, given))!.n,
    ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }),
  );
}
