// Lets somebody in, once. Of two scanners at the same moment one is told that the ticket is used.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { TicketAlreadyUsed, TicketForOtherEvent, TicketFrozen } from "../errors.ts";

/** Where the scanner stands; `eventId` is null for an id that no event has. */
export type Entrance = { eventId: string | null };

/** Refusals: TicketForOtherEvent, NotFound for a cancelled ticket and for the code of an earlier revision, TicketAlreadyUsed, TicketFrozen, IdempotencyKeyReused */
export async function checkIn(
  tx: Tx,
  scannerId: string,
  { ticketId, revision }: { ticketId: string; revision: number },
  code: string,
  idempotencyKey: string | null,
  entrance: Entrance | null = null,
): Promise<Outcome> {
  const use = async () => {
    const ticket = await row<{
      eventId: string;
      organizationId: string;
      status: string;
      revision: number;
      usedAt: Date | null;
      isFrozen: boolean;
    }>(
      tx,
      sql`select t.event_id, t.organization_id, t.status, t.revision, t.used_at, o.is_frozen from ticket t join purchase o on o.id = t.order_id where t.id = ${ticketId} for update of t`,
    );
    // Looked at under the lock: it may have been handed over a moment ago, and then this code is dead.
    if (!ticket || ticket.status === "CANCELLED" || ticket.revision !== revision) throw new NotFound("ticket");
    const isHere = entrance ? entrance.eventId === ticket.eventId : await isNear(tx, ticket);
    if (!isHere) throw new TicketForOtherEvent(ticket.eventId, await factsOf(tx, ticket.eventId));
    if (ticket.status === "USED") throw new TicketAlreadyUsed(ticket.usedAt!);
    if (ticket.isFrozen) throw new TicketFrozen();
    await row(
      tx,
      sql`update ticket set status = 'USED', used_at = date_trunc('milliseconds', now()), used_by = ${scannerId} where id = ${ticketId}`,
    );
    return ticketId;
  };
  if (idempotencyKey === null) return { resourceId: await use() };
  return once(tx, { userId: scannerId, mutation: "checkIn", key: idempotencyKey, input: { code, ...entrance } }, use);
}

const factsOf = (tx: Tx, eventId: string) =>
  row<{ name: string; startsAt: Date; timeZone: string }>(
    tx,
    sql`select name, starts_at, time_zone from event_facts where event_id = ${eventId}`,
  );

/**
 * A scanner that does not say where it stands is believed, but for one case: the ticket's event is not within a day of now, and another
 * of the organization is. Then the person is at the wrong door.
 */
async function isNear(
  tx: Tx,
  { eventId, organizationId }: { eventId: string; organizationId: string },
): Promise<boolean> {
  const near = sql`(f.starts_at - interval '1 day' <= app_now() and coalesce(f.ends_at, f.starts_at + interval '6 hours') + interval '1 day' >= app_now())`;
  const wrong = await row(
    tx,
    sql`select 1 from event_facts f where f.event_id = ${eventId} and not ${near}
          and exists (select 1 from event_facts f where ${near} and exists (select 1 from purchase o where o.event_id = f.event_id and o.organization_id = ${organizationId}))`,
  );
  return wrong === undefined;
}

/** A code that is none of ours, so that its key is not taken for another one. Refusals: NotFound, IdempotencyKeyReused */
export async function refuseCode(
  tx: Tx,
  userId: string,
  mutation: "checkIn" | "takeTicket",
  key: string,
  code: string,
): Promise<Outcome> {
  return once(tx, { userId, mutation, key, input: { code } }, () => {
    throw new NotFound(mutation === "checkIn" ? "ticket" : "offer");
  });
}
