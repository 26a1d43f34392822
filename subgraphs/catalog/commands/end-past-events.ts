// Raw SQL: every process runs it after its start. MikroORM would add 40 MB and a third of a second to an idle process.
import type { Database } from "../../../platform/postgres/database.ts";
import { change, sql } from "../../../platform/postgres/sql.ts";

/** Marks past events. @returns how many */
export function endPastEvents(database: Database): Promise<number> {
  return change(
    database.read(),
    sql`update event set is_past = true where not is_past and event_over_at(starts_at, ends_at) <= app_now()`,
  );
}
