import { byId } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

const questionnaires = statement((db, { ids }: { ids: readonly string[] }) =>
  db
    .selectFrom("event as e")
    .select(["e.id as eventId", "e.questionnaire as questionnaire"])
    .where((of) => of("e.id", "=", of.fn.any(of.val(ids)))),
);

/** Only for events that the viewer may see. */
export function questionnairesOfEvents(database: Database) {
  return byId(
    (ids) => database.reading((em) => questionnaires.rows(em, { ids })),
    ({ eventId }) => eventId,
  );
}
