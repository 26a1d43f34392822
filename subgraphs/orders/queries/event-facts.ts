import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";

/** Data of an event on tickets and in notifications, from catalog's last message. */
export interface EventFacts {
  eventId: string;
  version: number;
  name: string;
  /** A single line. */
  place: string;
  startsAt: Date;
  endsAt: Date | null;
  /** When doors open, if known. */
  doorsAt?: Date | null;
  timeZone: string;
  /** Sections of the venue; null if catalog has not sent them yet. */
  sections?: { id: string; label: string }[] | null;
}

const facts = statement((db, { eventIds }: { eventIds: readonly string[] }, { sql }) =>
  db
    .selectFrom("event_facts")
    .selectAll()
    .where((of) => sql<boolean>`${of.ref("eventId")} = any(${eventIds}::uuid[])`),
);

export function factsOf(database: Database, eventIds: readonly string[]): Promise<EventFacts[]> {
  return facts.rows(database.read(), { eventIds });
}
