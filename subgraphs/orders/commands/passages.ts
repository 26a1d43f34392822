// Entries and exits of tickets: an exit lets the ticket enter again, and an entry by mistake is undone.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { statement } from "../entities/tables.ts";
import { TicketEntity } from "../entities/ticket.ts";
import type { PassageKind } from "../enums.generated.ts";
import { TicketNotInside } from "../errors.ts";
import { audit } from "./audit.ts";
import { forOtherEvent, gateOfEvent } from "./gate-rules.ts";

interface NewPassage {
  ticketId: string;
  eventId: string;
  kind: PassageKind;
  byId: string;
  gateId: string | null;
}

const newPassage = statement((db, of: NewPassage, { sql }) =>
  db.insertInto("passage").values({
    ticketId: of.ticketId,
    eventId: of.eventId,
    kind: of.kind,
    at: sql`date_trunc('milliseconds', app_now())`,
    byId: of.byId,
    gateId: of.gateId,
  }),
);

/** Under the ticket's lock. */
export async function addPassage(tx: Tx, passage: NewPassage): Promise<void> {
  await newPassage.change(tx, passage);
}

export interface CheckOut {
  read: { ticketId: string; revision: number };
  code: string;
  eventId: string | null;
  gateId?: string | null;
  idempotencyKey: string;
}

/** Records an exit. Refusals: NotFound, TicketForOtherEvent, TicketNotInside, IdempotencyKeyReused */
export async function checkOut(
  tx: Tx,
  scannerId: string,
  { read, idempotencyKey: key, ...input }: CheckOut,
): Promise<Outcome> {
  return once(tx, { userId: scannerId, mutation: "checkOut", key, input }, async () => {
    const { ticketId } = read;
    const ticket = await tx.findOne(TicketEntity, { id: ticketId }, LOCKED);
    if (!ticket || ticket.status === "CANCELLED" || ticket.revision !== read.revision) throw new NotFound("ticket");
    const { eventId } = ticket;
    if (input.eventId !== eventId) throw await forOtherEvent(tx, eventId);
    if (input.gateId !== undefined) await gateOfEvent(tx, input.gateId, eventId);
    if (ticket.status !== "USED" || ticket.isOutside) throw new TicketNotInside();
    ticket.isOutside = true;
    await addPassage(tx, { ticketId, eventId, kind: "EXIT", byId: scannerId, gateId: input.gateId ?? null });
    return ticketId;
  });
}

const lastPassages = statement((db, { ticketId }: { ticketId: string }) =>
  db
    .selectFrom("passage")
    .select(["id", "kind", "at"])
    .where("ticketId", "=", ticketId)
    .where("undoneAt", "is", null)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(2),
);

const undoPassage = statement((db, of: { id: string; userId: string; reason: string }, { sql }) =>
  db
    .updateTable("passage")
    .set({ undoneAt: sql`date_trunc('milliseconds', app_now())`, undoneBy: of.userId, undoReason: of.reason })
    .where("id", "=", of.id),
);

/**
 * Undoes the last entry of a ticket that is inside. Without an earlier entry the ticket is VALID again.
 * Refusals: NotFound, TicketNotInside, IdempotencyKeyReused
 */
export async function undoCheckIn(
  tx: Tx,
  userId: string,
  { idempotencyKey: key, ...input }: { ticketId: string; reason: string; idempotencyKey: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "undoCheckIn", key, input }, async () => {
    const { ticketId, reason } = input;
    const ticket = await tx.findOne(TicketEntity, { id: ticketId }, LOCKED);
    if (!ticket || ticket.status === "CANCELLED") throw new NotFound("ticket");
    if (ticket.status !== "USED" || ticket.isOutside) throw new TicketNotInside();
    // Tickets that entered before passages were recorded have none.
    const [entry, before] = await lastPassages.rows(tx, { ticketId });
    if (entry) await undoPassage.change(tx, { id: entry.id, userId, reason });
    if (before) ticket.isOutside = before.kind === "EXIT";
    else Object.assign(ticket, { status: "VALID", usedAt: null, usedBy: null });
    const { organizationId } = ticket;
    await audit(tx, { organizationId, action: "undoCheckIn", subject: ticketId, reason });
    return ticketId;
  });
}
