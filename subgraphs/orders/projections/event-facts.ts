// Remembers what catalog has told of an event. Messages may be late: an older version changes nothing.
import type { z } from "zod";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { EventDescribed } from "../../../schema/messages/catalog.ts";

export async function noteEventFacts(tx: Tx, event: z.infer<typeof EventDescribed.body>): Promise<void> {
  const { eventId, version, name, place, startsAt, endsAt, timeZone } = event;
  await rows(
    tx,
    sql`insert into event_facts as f (event_id, version, name, place, starts_at, ends_at, time_zone)
        values (${eventId}, ${version}, ${name}, ${place}, ${startsAt}, ${endsAt}, ${timeZone})
        on conflict (event_id) do update set version = excluded.version, name = excluded.name, place = excluded.place, starts_at = excluded.starts_at,
          ends_at = excluded.ends_at, time_zone = excluded.time_zone where f.version < excluded.version`,
  );
}
