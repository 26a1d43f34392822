// Recurring jobs, and changes of sales that the previous version began.
import type { JobKind, RecurringJob } from "../../platform/jobs/jobs.ts";
import { endPastEvents } from "./commands/end-past-events.ts";
import { CHANGE_SALE } from "./job-names.ts";
import { adoptSaleChange, type SaleChange } from "./workflows/change-sale.ts";

const NOTE_PAST_MS = 60_000;

export const recurring: RecurringJob[] = [
  { name: "note past events", every: { ms: NOTE_PAST_MS }, run: endPastEvents },
];

/** Jobs that the previous version scheduled. */
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
