// From when on codes of tickets are shown.
import type { Tx } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import { audit } from "./audit.ts";

interface Rule {
  eventId: string;
  /** Null: at once. */
  minutesBefore: number | null;
}

const setRule = statement((db, { eventId, minutesBefore }: { eventId: string; minutesBefore: number }, { sql }) =>
  db
    .insertInto("code_rule")
    .values({ eventId, minutesBefore })
    .onConflict((known) =>
      known
        .column("eventId")
        .doUpdateSet((news) => ({ minutesBefore: news.ref("excluded.minutesBefore") }))
        .where(() => sql<boolean>`code_rule.minutes_before <> excluded.minutes_before`),
    ),
);

const removeRule = statement((db, { eventId }: { eventId: string }) =>
  db.deleteFrom("code_rule").where("eventId", "=", eventId),
);

/** Idempotent. */
export async function setCodeRule(tx: Tx, organizationId: string, { eventId, minutesBefore }: Rule): Promise<void> {
  const changed =
    minutesBefore === null
      ? await removeRule.change(tx, { eventId })
      : await setRule.change(tx, { eventId, minutesBefore });
  if (changed > 0)
    await audit(tx, { organizationId, action: "setCodeRule", subject: eventId, detail: { minutesBefore } });
}
