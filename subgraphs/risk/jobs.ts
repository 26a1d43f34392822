// Decisions that nobody ended, and what is too old to count.
import type { JobKind, RecurringJob } from "../../platform/jobs.ts";
import { forgetFailures } from "./commands/note-failures.ts";
import { countAttempt, DECIDE, finishDecision, type Decision } from "./commands/decide-review.ts";
import type { OrdersClient } from "./orders-client.ts";

const FORGET_EVERY_MS = 10 * 60 * 1_000;

export const recurring: RecurringJob[] = [
  {
    name: "forget declined payments and guessed codes",
    everyMs: FORGET_EVERY_MS,
    run: (database) => database.transaction(forgetFailures),
  },
];

export function createJobs(orders: OrdersClient): JobKind[] {
  return [
    {
      kind: DECIDE,
      run: async ({ database, complete }, job: { body: Decision }) => {
        await countAttempt(database.read(), job.body);
        const accepted = await orders.decideOrder(job.body);
        await database.transaction(async (tx) => {
          await complete(tx);
          await finishDecision(tx, job.body, accepted);
        });
      },
    } as JobKind,
  ];
}
