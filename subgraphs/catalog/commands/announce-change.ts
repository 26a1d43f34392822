// Orders tells people with tickets that the start or the place of their event has changed.
import type { Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { ChangeAnnounced } from "../../../schema/messages/catalog.ts";
import { currentEvent } from "../entities/current-event.ts";

export interface AnnouncedChange {
  oldStartsAt?: Date;
  oldPlace?: string;
  refundUntil?: Date | undefined;
}

/** The caller publishes EventDescribed in the same transaction. Publishes nothing for an event that is cancelled or over. */
export async function announceChange(
  tx: Tx,
  { id, organizationId, version }: { id: string; organizationId: string; version: number },
  { oldStartsAt, oldPlace, refundUntil }: AnnouncedChange,
): Promise<void> {
  const { status } = (await currentEvent.row(tx, { id }))!;
  if (status === "CANCELLED" || status === "ENDED") return;
  await publish(tx, ChangeAnnounced, id, {
    eventId: id,
    organizationId,
    version,
    oldStartsAt: oldStartsAt?.toISOString() ?? null,
    oldPlace: oldPlace ?? null,
    refundUntil: refundUntil?.toISOString() ?? null,
  });
}
