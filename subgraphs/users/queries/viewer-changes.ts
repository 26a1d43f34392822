// Whose sessions or rights have changed since a gateway asked last. In SQL, for nearly all of it is what PostgreSQL knows of its transactions.
import type { Database } from "../../../platform/postgres/database.ts";
import { keptFor } from "../../../platform/jobs/kept-rows.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

export interface ViewerChanges {
  /** To ask with the next time. */
  number: string;
  /** Nobody's viewer is known to be as it was. */
  everybody: boolean;
  userIds: string[];
}

/** If there are more, it is everybody. */
const MOST = 1_000;

/**
 * Numbers are PostgreSQL's transaction ids: the next answer has all that this one's snapshot did not see, and some of it again.
 * @param after the number of an answer, or nothing the first time
 */
export async function findViewerChanges(database: Database, after: string | null): Promise<ViewerChanges> {
  const known = after !== null && /^\d{1,19}$/.test(after) ? after : null;
  const found = await row<{ number: string; isBefore: boolean; userIds: string[] }>(
    database.read(),
    // A number that is yet to come is of a database that was restored, or replaced.
    sql`select xmin::text as number, coalesce(${known}::text::xid8 > xmin, true) as is_before,
          array(select distinct user_id from viewer_change where changed_in >= ${known}::text::xid8 limit ${MOST + 1})::text[] as user_ids
        from pg_snapshot_xmin(pg_current_snapshot()) as current(xmin)`,
  );
  const { number, isBefore, userIds } = found!;
  const everybody = isBefore || userIds.length > MOST;
  return { number, everybody, userIds: everybody ? [] : userIds };
}

/** Much longer than a gateway asks with one number. */
export const keptViewerChanges = keptFor("viewer_change", "changed_at", "1 hour");
