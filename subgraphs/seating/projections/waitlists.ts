import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";

/** The waiting list of the event is looked at soon, because something but its seats has changed. */
export async function lookAtWaitlist(tx: Tx, eventId: string): Promise<void> {
  await rows(tx, sql`update waitlist set seen_seq = null where event_id = ${eventId}::uuid and state <> 'ENDED'`);
}
