// Holds of a package are extended and released together, and expire at one time.
import { reach } from "../../../platform/core/fault-points.ts";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { HoldNotActive } from "../errors.ts";
import { keepUntil } from "./reserved-holds.ts";
import { changeTogether, lockSalesOf } from "./several-holds.ts";

interface HeldTogether {
  id: string;
  eventId: string;
  total: number;
  currency: string;
  expiresAt: Date;
}

function holdsOf(tx: Tx, group: string): Promise<HeldTogether[]> {
  return rows(
    tx,
    sql`select hold.id, hold.event_id, hold.total, sale.currency, hold.expires_at from hold join sale using (event_id)
        where hold.package_group = ${group}::uuid order by hold.event_id`,
  );
}

/** Moves the expiry of holds to that of the first: events may have other hold times. The caller has locked the sales. Returns the total of all. */
export async function expireTogether(
  tx: Tx,
  notifier: ChangeNotifier,
  group: string,
): Promise<{ total: number; currency: string }> {
  const holds = await holdsOf(tx, group);
  const until = new Date(Math.min(...holds.map(({ expiresAt }) => expiresAt.getTime())));
  const later = holds.filter(({ expiresAt }) => expiresAt > until);
  await keepUntil(tx, notifier, later, until);
  return { total: holds.reduce((sum, { total }) => sum + total, 0), currency: holds[0]!.currency };
}

/** Of a package that is not active any more RELEASE changes nothing. @throws HoldNotActive for EXTEND, if one of the holds has ended */
export async function changePackage(
  database: Database,
  notifier: ChangeNotifier,
  group: string,
  verb: "RELEASE" | "EXTEND",
): Promise<void> {
  await database.transaction(async (tx) => {
    await lockSalesOf(tx, sql`package_group = ${group}::uuid`);
    const holds = await holdsOf(tx, group);
    const verdicts = await changeTogether(tx, notifier, holds, verb, null);
    const ended = holds.find(({ id }) => verdicts.get(id) === "NOT_ACTIVE");
    if (ended) throw new HoldNotActive(ended.id);
    if (verb === "EXTEND") await expireTogether(tx, notifier, group);
    reach("holds of a package changed, not committed");
  });
}
