// Reconciliations and their discrepancies.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  afterTuple,
  connectionOf,
  countOf,
  cursorKey,
  pageRequest,
  type AfterTime,
  type Connection,
  type PageRequest,
} from "../../../platform/graphql/pagination.ts";
import { sql } from "../../../platform/postgres/sql.ts";
import { forShape } from "../../../platform/postgres/statements.ts";
import type { Reconciliation } from "../entities/reconciliation.ts";
import type { Discrepancy } from "../entities/discrepancy.ts";
import { statement, type Db } from "../entities/tables.ts";

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

const momentCursor = z.object({ at: cursorKey.time, id: cursorKey.id });

interface Given extends AfterTime {
  limit: number;
}

const newestReconciliations = forShape(({ isContinued }: { isContinued: boolean }) =>
  statement((db, given: Given, building) =>
    db
      .selectFrom("books_check")
      .selectAll()
      .$if(isContinued, (all) =>
        all.where((of) => of(of.refTuple("startedAt", "id"), "<", afterTuple(building, given))),
      )
      .orderBy("startedAt", "desc")
      .orderBy("id", "desc")
      .limit(given.limit),
  ),
);

const countReconciliations = statement((db) =>
  db.selectFrom("books_check").select((of) => of.fn.countAll<number>().as("n")),
);

/** Newest first. */
export async function checks(database: Database, args: PageArgs): Promise<Connection<Reconciliation>> {
  const request = pageRequest(args, momentCursor);
  const em = database.read();
  return connectionOf(
    await newestReconciliations({ isContinued: request.after !== null }).rows(em, givenOf(request)),
    request,
    async () => (await countReconciliations.row(em, {}))!.n,
    ({ startedAt, id }) => ({ at: startedAt.toISOString(), id }),
  );
}

/** SQL, because every process runs it each minute: MikroORM would add 40 MB to idle ones. */
export function countOpenDiscrepancies(database: Database): Promise<number> {
  return countOf(database.read(), sql`books_finding where resolved_at is null`);
}

interface FindingsShape {
  isOpen: boolean | undefined;
  isContinued: boolean;
}

const matching = (db: Db, { isOpen }: Pick<FindingsShape, "isOpen">) =>
  db
    .selectFrom("books_finding")
    .$if(isOpen === true, (all) => all.where("resolvedAt", "is", null))
    .$if(isOpen === false, (all) => all.where("resolvedAt", "is not", null));

const newestDiscrepancies = forShape((shape: FindingsShape) =>
  statement((db, given: Given, building) =>
    matching(db, shape)
      .selectAll()
      .$if(shape.isContinued, (all) =>
        all.where((of) => of(of.refTuple("foundAt", "id"), "<", afterTuple(building, given))),
      )
      .orderBy("foundAt", "desc")
      .orderBy("id", "desc")
      .limit(given.limit),
  ),
);

const countDiscrepancies = forShape((shape: Pick<FindingsShape, "isOpen">) =>
  statement((db) => matching(db, shape).select((of) => of.fn.countAll<number>().as("n"))),
);

/** Newest first. */
export async function findings(
  database: Database,
  args: PageArgs & { open?: boolean | null },
): Promise<Connection<Discrepancy>> {
  const request = pageRequest(args, momentCursor);
  const isOpen = args.open ?? undefined;
  const em = database.read();
  return connectionOf(
    await newestDiscrepancies({ isOpen, isContinued: request.after !== null }).rows(em, givenOf(request)),
    request,
    async () => (await countDiscrepancies({ isOpen }).row(em, {}))!.n,
    ({ foundAt, id }) => ({ at: foundAt.toISOString(), id }),
  );
}

function givenOf({ first, after }: PageRequest<z.infer<typeof momentCursor>>): Given {
  return { limit: first + 1, afterTime: after?.at ?? "", afterId: after?.id ?? "" };
}
