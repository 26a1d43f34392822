// Lets somebody in, once. Of two scanners at the same moment one is told that the ticket is used.
import type { Tx } from "../../../platform/database.ts";
import { NotFound } from "../../../platform/errors.ts";
import { once, type Outcome } from "../../../platform/idempotency.ts";
import { row, sql } from "../../../platform/sql.ts";
import { TicketAlreadyUsed, TicketFrozen } from "../errors.ts";

/** Refusals: NotFound for a cancelled ticket and for the code of an earlier revision, TicketAlreadyUsed, TicketFrozen, IdempotencyKeyReused */
export async function checkIn(
  tx: Tx,
  scannerId: string,
  { ticketId, revision }: { ticketId: string; revision: number },
  code: string,
  idempotencyKey: string | null,
): Promise<Outcome> {
  const use = async () => {
    const ticket = await row<{ status: string; revision: number; usedAt: Date | null; isFrozen: boolean }>(
      tx,
      sql`select t.status, t.revision, t.used_at, o.is_frozen from ticket t join purchase o on o.id = t.order_id where t.id = ${ticketId} for update of t`,
    );
    // Looked at under the lock: it may have been handed over a moment ago, and then this code is dead.
    if (!ticket || ticket.status === "CANCELLED" || ticket.revision !== revision) throw new NotFound("ticket");
    if (ticket.status === "USED") throw new TicketAlreadyUsed(ticket.usedAt!);
    if (ticket.isFrozen) throw new TicketFrozen();
    await row(
      tx,
      sql`update ticket set status = 'USED', used_at = date_trunc('milliseconds', now()), used_by = ${scannerId} where id = ${ticketId}`,
    );
    return ticketId;
  };
  if (idempotencyKey === null) return { resourceId: await use() };
  return once(tx, { userId: scannerId, mutation: "checkIn", key: idempotencyKey, input: { code } }, use);
}
