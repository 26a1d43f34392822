// Recurring jobs, and changes of sales that the previous version began.
import type { JobKind, RecurringJob } from "../../platform/jobs/jobs.ts";
import { endPastEvents } from "./commands/end-past-events.ts";
import { CHANGE_SALE, DESCRIBE_EVENTS } from "./job-names.ts";
import { describeEventsOf, type DescribedVenue } from "./workflows/describe-events.ts";
import { adoptSaleChange, type SaleChange, type SaleChanges } from "./workflows/change-sale.ts";
import { seriesChanges } from "./workflows/change-series.ts";

const NOTE_PAST_MS = 60_000;

export const recurring: RecurringJob[] = [
  { name: "note past events", every: { ms: NOTE_PAST_MS }, run: endPastEvents },
];

/** Dates of series, descriptions of events, and jobs that the previous version scheduled. */
export const createJobs = (saleChanges: SaleChanges): JobKind[] => [
  seriesChanges(saleChanges),
  {
    kind: DESCRIBE_EVENTS,
    run: (context, job: { body: DescribedVenue }) => describeEventsOf(context, job.body),
  } as JobKind,
  // The previous version scheduled these.
  {
    kind: CHANGE_SALE,
    run: ({ database, complete }, job: { body: SaleChange }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await adoptSaleChange(tx, job.body);
      }),
  } as JobKind,
];
