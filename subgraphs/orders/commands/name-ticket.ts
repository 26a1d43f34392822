// Sets the attendee's name of a ticket.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { TicketEntity } from "../entities/ticket.ts";
import { TicketAlreadyUsed } from "../errors.ts";
import { audit } from "./audit.ts";

/** @throws NotFound for a cancelled ticket, TicketAlreadyUsed */
export async function nameTicket(tx: Tx, userId: string, ticketId: string, name: string): Promise<void> {
  const ticket = await tx.findOne(TicketEntity, { id: ticketId }, LOCKED);
  if (!ticket || ticket.status === "CANCELLED") throw new NotFound("ticket");
  if (ticket.status === "USED") throw new TicketAlreadyUsed(ticket.usedAt!);
  ticket.holderName = name;
  if (userId !== ticket.holderId)
    await audit(tx, { organizationId: ticket.organizationId, action: "nameTicket", subject: ticketId });
}
