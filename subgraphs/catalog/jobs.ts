// What happens because time passed: changes of a sale that nobody ended.
import type { JobKind } from "../../platform/jobs.ts";
import type { Database } from "../../platform/database.ts";
import { RefusedForGood } from "../../platform/errors.ts";
import { change, sql } from "../../platform/sql.ts";
import {
  CHANGE_SALE,
  countAttempt,
  endSaleChange,
  finishSaleChange,
  seatPlanOf,
  type SaleChange,
} from "./commands/change-sale.ts";
import { RESULT } from "./entities/event.ts";
import type { SeatingClient } from "./seating-client.ts";

/** Asks seating for its part of a change. Idempotent. */
export async function askSeating(
  database: Database,
  seating: SeatingClient,
  { eventId, action }: SaleChange,
): Promise<void> {
  if (action === "publish") await seating.openSales(await seatPlanOf(database.read(), eventId));
  else await seating.setSales(eventId, action);
}

/** Says how many events it has found to be over. */
export function notePast(database: Database): Promise<number> {
  return change(
    database.read(),
    sql`update event set is_past = true where not is_past and event_over_at(starts_at, ends_at) <= app_now()`,
  );
}

export function createJobs(seating: SeatingClient): JobKind[] {
  return [
    {
      kind: CHANGE_SALE,
      run: async ({ database, complete }, job: { body: SaleChange }) => {
        await countAttempt(database.read(), job.body.eventId);
        const isRefused = await askSeating(database, seating, job.body).then(
          () => false,
          (error: unknown) => {
            // What seating refuses to sell stays a draft, or paused; any other refused change becomes a dead letter.
            if (error instanceof RefusedForGood && RESULT[job.body.action] === "ON_SALE") return true;
            throw error;
          },
        );
        await database.transaction(async (tx) => {
          await complete(tx);
          await (isRefused ? endSaleChange : finishSaleChange)(tx, job.body);
        });
      },
    } as JobKind,
  ];
}
