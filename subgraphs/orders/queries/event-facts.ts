import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

/** What tickets and letters say of an event, as catalog has told it last. */
export interface EventFacts {
  eventId: string;
  version: number;
  name: string;
  /** In one line. */
  place: string;
  startsAt: Date;
  endsAt: Date | null;
  timeZone: string;
}

export function factsOf(database: Database, eventIds: readonly string[]): Promise<EventFacts[]> {
  return rows(database.read(), sql`select * from event_facts where event_id = any(${eventIds}::uuid[])`);
}
