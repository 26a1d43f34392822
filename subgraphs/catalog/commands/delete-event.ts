// Deletes an event that was never on sale. Publishing locks the row of the event before it calls seating. So the second of both finds that
// the event is deleted, or that its sale is being opened.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { hasWork } from "../../../platform/jobs/work.ts";
import { EventEntity } from "../entities/event.ts";
import { PriceChangeEntity } from "../entities/price-change.ts";
import { PriceTierEntity } from "../entities/price-tier.ts";
import { EventNotDeletable } from "../errors.ts";
import { CHANGE_SALE } from "../job-names.ts";
import { audit } from "./audit.ts";

/** Returns the id of the event. Refusals: EventNotDeletable, NotFound, IdempotencyKeyReused */
export async function deleteEvent(
  tx: Tx,
  userId: string,
  { eventId, organizationIds, idempotencyKey }: { eventId: string; organizationIds: string[]; idempotencyKey: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "deleteEvent", key: idempotencyKey, input: { eventId } }, async () => {
    const theirs = { id: eventId, organizationId: { $in: organizationIds } };
    const event = await tx.findOne(EventEntity, theirs, LOCKED);
    if (!event) throw new NotFound("event");
    // `saleAttempts` is positive while the previous version changes the sale at seating.
    if (event.published || event.saleAttempts > 0) throw new EventNotDeletable();
    // A separate statement: one that waits for a lock reads other tables as they were before the wait.
    if (await hasWork(tx, CHANGE_SALE, "eventId", eventId)) throw new EventNotDeletable();
    await tx.nativeDelete(PriceChangeEntity, { eventId });
    await tx.nativeDelete(PriceTierEntity, { eventId });
    await tx.nativeDelete(EventEntity, { id: eventId });
    await audit(tx, { organizationId: event.organizationId, action: "deleteEvent", subject: eventId });
    return eventId;
  });
}
