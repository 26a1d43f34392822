// Deletes an event that was never on sale. Publishing locks the event's row before it asks seating, so whoever comes second finds
// the event gone, or a sale that is being opened.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { hasWork } from "../../../platform/jobs/work.ts";
import { EventEntity } from "../entities/event.ts";
import { PriceTierEntity } from "../entities/price-tier.ts";
import { EventNotDeletable } from "../errors.ts";
import { CHANGE_SALE } from "../job-names.ts";

/** Answers with the event's id. Refusals: EventNotDeletable, NotFound, IdempotencyKeyReused */
export async function deleteEvent(
  tx: Tx,
  userId: string,
  { eventId, organizationIds, idempotencyKey }: { eventId: string; organizationIds: string[]; idempotencyKey: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "deleteEvent", key: idempotencyKey, input: { eventId } }, async () => {
    const theirs = { id: eventId, organizationId: { $in: organizationIds } };
    const event = await tx.findOne(EventEntity, theirs, LOCKED);
    if (!event) throw new NotFound("event");
    // `saleAttempts` counts while the version before asks seating to change the sale.
    if (event.published || event.saleAttempts > 0) throw new EventNotDeletable();
    // A statement of its own: one that waits for a lock reads other tables as they were before it waited.
    if (await hasWork(tx, CHANGE_SALE, "eventId", eventId)) throw new EventNotDeletable();
    await tx.nativeDelete(PriceTierEntity, { eventId });
    await tx.nativeDelete(EventEntity, { id: eventId });
    return eventId;
  });
}
