// Projection of the questions of events from catalog. Messages may be late, so older versions are ignored.
import type { z } from "zod";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Questionnaire } from "../../../domain/questions.ts";
import type { EventDescribed } from "../../../schema/messages/catalog.ts";

/** An event that never had questions costs no statement. */
export async function noteQuestionnaire(tx: Tx, event: z.infer<typeof EventDescribed.body>): Promise<void> {
  const { eventId, version, questionnaire } = event;
  if (!questionnaire) return;
  await rows(
    tx,
    sql`insert into event_questionnaire as q (event_id, version, questionnaire)
        values (${eventId}, ${version}, ${JSON.stringify(questionnaire)}::jsonb)
        on conflict (event_id) do update set version = excluded.version, questionnaire = excluded.questionnaire
        where q.version < excluded.version`,
  );
}

/** Questions by event, in the given order of events; none for an event that never had any. */
export async function questionnairesOf(tx: Tx, eventIds: readonly string[]): Promise<Map<string, Questionnaire>> {
  const found = await rows<{ eventId: string; questionnaire: Questionnaire }>(
    tx,
    sql`select event_id, questionnaire from event_questionnaire where event_id = any(${eventIds}::uuid[])`,
  );
  const byEvent = new Map(found.map(({ eventId, questionnaire }) => [eventId, questionnaire]));
  return new Map(eventIds.flatMap((id) => (byEvent.has(id) ? [[id, byEvent.get(id)!]] : [])));
}
