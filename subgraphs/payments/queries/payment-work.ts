// Failed refunds and open disputes of an organization, oldest first.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  afterTuple,
  connectionOf,
  cursorKey,
  exactTime,
  pageRequest,
  type AfterTime,
  type Connection,
  type PageRequest,
} from "../../../platform/graphql/pagination.ts";
import { forShape, type Building } from "../../../platform/postgres/statements.ts";
import type { Dispute } from "../entities/dispute.ts";
import type { Refund } from "../entities/refund.ts";
import { disputes, refunds } from "../entities/selections.ts";
import { statement, type Db } from "../entities/tables.ts";

const cursorSchema = z.object({ at: cursorKey.time, id: cursorKey.id });

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

interface Shape {
  isContinued: boolean;
}

interface Given extends AfterTime {
  organizationId: string;
  limit: number;
}

function givenOf(organizationId: string, { first, after }: PageRequest<z.infer<typeof cursorSchema>>): Given {
  return { organizationId, limit: first + 1, afterTime: after?.at ?? "", afterId: after?.id ?? "" };
}

/** Excludes refunds whose payment has been refunded completely since, by another refund or a chargeback. */
const waitingRefunds = (db: Db, { organizationId }: Given, { sql }: Building) =>
  refunds(db)
    .where("r.organizationId", "=", organizationId)
    .where("r.status", "=", sql.lit("FAILED"))
    .where((of) => of.not("r.isCovered"))
    .where("p.status", "<>", "REFUNDED");

const refundsByAge = forShape(({ isContinued }: Shape) =>
  statement((db, given: Given, building) =>
    waitingRefunds(db, given, building)
      .select((of) => exactTime(building, of.ref("r.createdAt")).as("exactlyCreatedAt"))
      .$if(isContinued, (all) =>
        all.where((of) => of(of.refTuple("r.createdAt", "r.id"), ">", afterTuple(building, given))),
      )
      .orderBy("r.createdAt")
      .orderBy("r.id")
      .limit(given.limit),
  ),
);

const countRefunds = statement((db, given: Given, building) =>
  db.selectFrom(waitingRefunds(db, given, building).as("waiting")).select((of) => of.fn.countAll<number>().as("n")),
);

export async function failedRefunds(
  database: Database,
  organizationId: string,
  args: PageArgs,
): Promise<Connection<Refund>> {
  const request = pageRequest(args, cursorSchema);
  const given = givenOf(organizationId, request);
  const em = database.read();
  return connectionOf(
    await refundsByAge({ isContinued: request.after !== null }).rows(em, given),
    request,
    async () => (await countRefunds.row(em, given))!.n,
    ({ exactlyCreatedAt, id }) => ({ at: exactlyCreatedAt, id }),
  );
}

const openOf = (db: Db, { organizationId }: Given, { sql }: Building) =>
  disputes(db).where("d.organizationId", "=", organizationId).where("d.status", "=", sql.lit("OPEN"));

const disputesByAge = forShape(({ isContinued }: Shape) =>
  statement((db, given: Given, building) =>
    openOf(db, given, building)
      .$if(isContinued, (all) =>
        all.where((of) => of(of.refTuple("d.openedAt", "d.id"), ">", afterTuple(building, given))),
      )
      .orderBy("d.openedAt")
      .orderBy("d.id")
      .limit(given.limit),
  ),
);

const countDisputes = statement((db, given: Given, building) =>
  db.selectFrom(openOf(db, given, building).as("open")).select((of) => of.fn.countAll<number>().as("n")),
);

export async function openDisputes(
  database: Database,
  organizationId: string,
  args: PageArgs,
): Promise<Connection<Dispute>> {
  const request = pageRequest(args, cursorSchema);
  const given = givenOf(organizationId, request);
  const em = database.read();
  return connectionOf(
    await disputesByAge({ isContinued: request.after !== null }).rows(em, given),
    request,
    async () => (await countDisputes.row(em, given))!.n,
    ({ openedAt, id }) => ({ at: openedAt.toISOString(), id }),
  );
}
