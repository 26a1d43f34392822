// Entries of a queue that are held for review, in the order in which they joined.
import { z } from "zod";
import { connectionOf, cursorKey, pageOf, pageRequest, type Page } from "../../../platform/graphql/pagination.ts";
import type { Connection } from "../../../platform/graphql/pagination.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { HeldQueueEntry } from "../entities/held-queue-entry.ts";
import { statement } from "../entities/tables.ts";

const cursorSchema = z.object({ no: cursorKey.count });

type Wanted = { eventId: string } & Page<z.infer<typeof cursorSchema>>;

const heldEntries = statement((db, given: Wanted, { has }) =>
  db
    .selectFrom("queue_entry as e")
    .innerJoin("held_entry as h", "h.entryId", "e.entryId")
    .select(["e.entryId", "e.no", "e.joinedAt", "h.reasons", "h.decision"])
    .where("e.eventId", "=", given.eventId)
    .where("e.state", "=", "HELD_FOR_REVIEW")
    .$if(has("no"), (rest) => rest.where("e.no", ">", given.no!))
    .$if(has("limit"), (page) => page.orderBy("e.no").limit(given.limit!)),
);

export async function heldEntriesOf(
  database: Database,
  eventId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<HeldQueueEntry>> {
  const request = pageRequest(args, cursorSchema);
  const em = database.read();
  return connectionOf(
    await heldEntries.rows(em, { eventId, ...pageOf(request) }),
    request,
    () => heldEntries.count(em, { eventId }),
    ({ no }) => ({ no }),
  );
}

/** Also one that was decided. */
export function heldEntry(database: Database, eventId: string, entryId: string): Promise<HeldQueueEntry | undefined> {
  return row(
    database.read(),
    sql`select h.entry_id, h.reasons, h.decision, e.joined_at from held_entry h join queue_entry e using (entry_id)
        where h.entry_id = ${Buffer.from(entryId, "hex")} and h.event_id = ${eventId}::uuid`,
  );
}
