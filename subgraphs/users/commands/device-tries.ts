// Wrong codes of devices that were entered from one network: 5 a minute.
import { rateLimited } from "../../../platform/core/errors.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

const MOST = 5;
const WITHIN_SECONDS = 60;
/** Stands in the place of an account. */
const DEVICES = "device codes";

const countTry = statement((db, { place }: { place: string }, { sql }) =>
  db
    .insertInto("password_try")
    .values({
      account: DEVICES,
      place,
      failures: 1,
      lastAt: sql`app_now()`,
      nextAt: sql`app_now() + ${WITHIN_SECONDS} * interval '1 s'`,
    })
    .onConflict((known) =>
      known.columns(["account", "place"]).doUpdateSet((tried) => {
        const isOver = sql<boolean>`${tried.ref("password_try.nextAt")} <= app_now()`;
        return {
          failures: sql<number>`case when ${isOver} then 1 else ${tried.ref("password_try.failures")} + 1 end`,
          nextAt: sql<Date>`case when ${isOver} then excluded.next_at else ${tried.ref("password_try.nextAt")} end`,
          lastAt: sql<Date>`app_now()`,
        };
      }),
    )
    .returning(["failures"])
    .returning((of) => sql<number>`ceil(extract(epoch from ${of.ref("nextAt")} - app_now()))::int`.as("seconds")),
);

/** Counts before the code is looked up, and in its own statement: nothing undoes it. @throws RATE_LIMITED */
export async function takeDeviceTry(database: Database, network: string): Promise<void> {
  const counted = await countTry.row(database.read(), { place: network });
  if (counted!.failures > MOST) throw rateLimited(Math.max(1, counted!.seconds));
}

const uncount = statement((db, { place }: { place: string }) =>
  db
    .updateTable("password_try")
    .set((of) => ({ failures: of("failures", "-", 1) }))
    .where("account", "=", DEVICES)
    .where("place", "=", place)
    .where("failures", ">", 0),
);

/** The code was right: it is not counted. */
export async function returnDeviceTry(database: Database, network: string): Promise<void> {
  await uncount.change(database.read(), { place: network });
}
