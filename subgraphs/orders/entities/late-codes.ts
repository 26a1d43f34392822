// From when on codes of tickets are shown, by the clock of the database and the present start of the event.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import type { LateCodes } from "./code-rule.ts";
import { statement } from "./tables.ts";

const late = statement((db, { eventIds }: { eventIds: readonly string[] }, { sql }) =>
  db
    .selectFrom("code_rule as r")
    .leftJoin("event_facts as f", "f.eventId", "r.eventId")
    .select("r.eventId")
    .select((of) => {
      const shownFrom = sql<Date | null>`${of.ref("f.startsAt")} - make_interval(mins => ${of.ref("r.minutesBefore")})`;
      return [shownFrom.as("shownFrom"), sql<boolean>`coalesce(${shownFrom} <= app_now(), false)`.as("isShown")];
    })
    .where((of) => sql<boolean>`${of.ref("r.eventId")} = any(${eventIds}::uuid[])`),
);

/** Without events that have no rule. */
export function lateCodesOf(em: Tx | ReturnType<Database["read"]>, eventIds: readonly string[]): Promise<LateCodes[]> {
  return late.rows(em, { eventIds });
}
