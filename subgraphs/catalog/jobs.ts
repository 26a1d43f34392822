// What happens because time passed, and changes of sales that the version before has begun.
import type { JobKind, RecurringJob } from "../../platform/jobs/jobs.ts";
import type { Database } from "../../platform/postgres/database.ts";
import { change, sql } from "../../platform/postgres/sql.ts";
import { adoptSaleChange, CHANGE_SALE, type SaleChange } from "./workflows/change-sale.ts";

const NOTE_PAST_MS = 60_000;

/** Says how many events it has found to be over. */
export function notePast(database: Database): Promise<number> {
  return change(
    database.read(),
    sql`update event set is_past = true where not is_past and event_over_at(starts_at, ends_at) <= app_now()`,
  );
}

export const recurring: RecurringJob[] = [{ name: "note past events", every: { ms: NOTE_PAST_MS }, run: notePast }];

/** What the version before has scheduled. */
export const jobs: JobKind[] = [
  {
    kind: CHANGE_SALE,
    run: ({ database, complete }, job: { body: SaleChange }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await adoptSaleChange(tx, job.body);
      }),
  } as JobKind,
];
