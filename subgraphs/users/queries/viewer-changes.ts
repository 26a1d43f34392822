// Users whose sessions or rights have changed since the last request of a gateway. Raw SQL: it relies on transaction ids and snapshots of
// PostgreSQL.
import type { Database } from "../../../platform/postgres/database.ts";
import { keptFor } from "../../../platform/jobs/kept-rows.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

export interface ViewerChanges {
  /** Cursor for the next request. */
  number: string;
  /** All cached viewers are invalid. */
  everybody: boolean;
  userIds: string[];
}

/** Maximum of users; more set `everybody`. */
const MOST = 1_000;

/**
 * Numbers are transaction ids of PostgreSQL. The next answer has all changes that the snapshot of this one did not see, and may repeat
 * some.
 * @param after the number of the last answer; null in the first request
 */
export async function findViewerChanges(database: Database, after: string | null): Promise<ViewerChanges> {
  const known = after !== null && /^\d{1,19}$/.test(after) ? after : null;
  const found = await row<{ number: string; isBefore: boolean; userIds: string[] }>(
    database.read(),
    // A number from the future means that the database was restored or replaced.
    sql`select xmin::text as number, coalesce(${known}::text::xid8 > xmin, true) as is_before,
          array(select distinct user_id from viewer_change where changed_in >= ${known}::text::xid8 limit ${MOST + 1})::text[] as user_ids
        from pg_snapshot_xmin(pg_current_snapshot()) as current(xmin)`,
  );
  const { number, isBefore, userIds } = found!;
  const everybody = isBefore || userIds.length > MOST;
  return { number, everybody, userIds: everybody ? [] : userIds };
}

/** Retention, much longer than the polling interval of gateways. */
export const keptViewerChanges = keptFor("viewer_change", "changed_at", "1 hour");
