// Deletes pictures that nothing has named for a day.
import type { Database } from "../../../platform/postgres/database.ts";
import type { KeptRows } from "../../../platform/jobs/kept-rows.ts";
import { change, sql } from "../../../platform/postgres/sql.ts";

/** What begins to name a picture changes its row (a trigger): then it is left here, or its deletion is seen there. */
const forgetUnused = (database: Database, atMost: number): Promise<number> =>
  change(
    database.read(),
    sql`delete from image where hash in (
          select hash from image i where touched_at < app_now() - interval '24 hours'
            and not exists (select from image_use u where u.hash = i.hash) order by touched_at limit ${atMost} for update skip locked)`,
  );

export const keptImages: KeptRows = {
  table: "image",
  policy: "while something names it, and 24 hours",
  forget: forgetUnused,
};
