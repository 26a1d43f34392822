// Whether and how buyers give tickets for an event back.
import type { Tx } from "../../../platform/postgres/database.ts";
import type { ReturnPolicy } from "../entities/return-policy.ts";
import { statement } from "../entities/tables.ts";
import { audit } from "./audit.ts";

const setPolicy = statement((db, of: ReturnPolicy, { sql }) =>
  db
    .insertInto("return_policy")
    .values({ eventId: of.eventId, mode: of.mode, minutesBefore: of.minutesBefore, fee: of.fee })
    .onConflict((known) =>
      known
        .column("eventId")
        .doUpdateSet((news) => ({
          mode: news.ref("excluded.mode"),
          minutesBefore: news.ref("excluded.minutesBefore"),
          fee: news.ref("excluded.fee"),
        }))
        .where(
          () => sql<boolean>`(return_policy.mode, return_policy.minutes_before, return_policy.fee)
            is distinct from (excluded.mode, excluded.minutes_before, excluded.fee)`,
        ),
    ),
);

/** Idempotent. */
export async function setReturnPolicy(tx: Tx, organizationId: string, policy: ReturnPolicy): Promise<void> {
  const { eventId: subject, ...detail } = policy;
  if ((await setPolicy.change(tx, policy)) > 0)
    await audit(tx, { organizationId, action: "setReturnPolicy", subject, detail });
}
