// Sets the attendee's name of a ticket.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { TicketEntity } from "../entities/ticket.ts";
import { TicketAlreadyUsed } from "../errors.ts";

/** @throws NotFound for a cancelled ticket, TicketAlreadyUsed */
export async function nameTicket(tx: Tx, ticketId: string, name: string): Promise<void> {
  const ticket = await tx.findOne(TicketEntity, { id: ticketId }, LOCKED);
  if (!ticket || ticket.status === "CANCELLED") throw new NotFound("ticket");
  if (ticket.status === "USED") throw new TicketAlreadyUsed(ticket.usedAt!);
  ticket.holderName = name;
}
