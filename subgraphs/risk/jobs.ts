// Assessments of queues, deletion of expired signals, and jobs of the previous version.
import type { JobKind, RecurringJob } from "../../platform/jobs/jobs.ts";
import { assessQueue } from "./commands/assess-queue.ts";
import { forgetFailures } from "./projections/failures.ts";
import { ASSESS_QUEUE, DECIDE } from "./job-names.ts";
import { adoptDecision } from "./workflows/decide-review.ts";
import type { Decision } from "./entities/intended-decision.ts";

const FORGET_EVERY_MS = 10 * 60 * 1_000;

export const recurring: RecurringJob[] = [
  {
    name: "forget declined payments and guessed codes",
    every: { ms: FORGET_EVERY_MS },
    run: (database) => database.transaction(forgetFailures),
  },
];

export const jobs: JobKind[] = [
  {
    kind: ASSESS_QUEUE,
    run: ({ database, complete }, { body: { eventId } }: { body: { eventId: string } }) =>
      assessQueue(database, eventId, complete),
  } as JobKind,
  // Of the previous version.
  {
    kind: DECIDE,
    run: ({ database, complete }, job: { body: Decision }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await adoptDecision(tx, job.body);
      }),
  } as JobKind,
];
