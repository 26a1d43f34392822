// Sets the name of the person who goes.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { TicketAlreadyUsed } from "../errors.ts";

/** @throws NotFound for a cancelled ticket, TicketAlreadyUsed */
export async function nameTicket(tx: Tx, ticketId: string, name: string): Promise<void> {
  const ticket = await row<{ status: string; usedAt: Date | null }>(
    tx,
    sql`select status, used_at from ticket where id = ${ticketId} for update`,
  );
  if (!ticket || ticket.status === "CANCELLED") throw new NotFound("ticket");
  if (ticket.status === "USED") throw new TicketAlreadyUsed(ticket.usedAt!);
  await rows(tx, sql`update ticket set holder_name = ${name} where id = ${ticketId}`);
}

/** The person asked to be forgotten: their tickets stay, without a name. */
export async function forgetNames(tx: Tx, userId: string): Promise<void> {
  await rows(tx, sql`update ticket set holder_name = null where holder_id = ${userId}`);
  await rows(tx, sql`update purchase set names = '{}' where buyer_id = ${userId}`);
}
