// Deletes an event that was never on sale. Publishing locks the event's row before it asks seating, so whoever comes second finds
// the event gone, or a sale that is being opened.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { EventNotDeletable } from "../errors.ts";
import { CHANGE_SALE } from "../job-names.ts";

/** Answers with the event's id. Refusals: EventNotDeletable, NotFound, IdempotencyKeyReused */
export async function deleteEvent(
  tx: Tx,
  userId: string,
  { eventId, organizationIds, idempotencyKey }: { eventId: string; organizationIds: string[]; idempotencyKey: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "deleteEvent", key: idempotencyKey, input: { eventId } }, async () => {
    const theirs = sql`id = ${eventId} and organization_id = any(${organizationIds}::uuid[])`;
    // A statement of its own: one that waits for a lock reads other tables as they were before it waited.
    await rows(tx, sql`select 1 from event where ${theirs} for update`);
    // `sale_attempts` counts while the version before asks seating to change the sale.
    const event = await row<{ isUnsold: boolean }>(
      tx,
      sql`select not published and sale_attempts = 0
            and not exists (select from work_item where kind = ${CHANGE_SALE} and body ->> 'eventId' = event.id::text) as is_unsold
          from event where ${theirs}`,
    );
    if (!event) throw new NotFound("event");
    if (!event.isUnsold) throw new EventNotDeletable();
    await rows(tx, sql`delete from price_tier where event_id = ${eventId}`);
    await rows(tx, sql`delete from event where id = ${eventId}`);
    return eventId;
  });
}
