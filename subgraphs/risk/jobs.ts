// Decisions that nobody ended.
import type { JobKind } from "../../platform/jobs.ts";
import { countAttempt, DECIDE, finishDecision, type Decision } from "./commands/decide-review.ts";
import type { OrdersClient } from "./orders-client.ts";

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
