// Ticket transfers: the holder offers a ticket, and a user with the offer's code accepts it. The same transaction increments the ticket's
// revision, which invalidates the old code.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { statement } from "../entities/tables.ts";
import { TicketOfferEntity } from "../entities/ticket-offer.ts";
import { writeNotifications, type NotificationDeps } from "./write-notifications.ts";
import { checkTaking, checkTransfer } from "./transfer-rules.ts";
import { TicketAlreadyUsed, TicketBeingExchanged, TicketFrozen, TicketOfferGone } from "../errors.ts";

/** Time enough to accept; forgotten offers expire. */
const OFFER_SECONDS = 7 * 86_400;

const lockTicket = statement((db, { ticketId }: { ticketId: string }) =>
  db
    .selectFrom("ticket as t")
    .innerJoin("purchase as o", "o.id", "t.orderId")
    .select(["t.id", "t.orderId", "t.holderId", "t.status", "t.usedAt", "t.exchangeId", "o.isFrozen"])
    .where("t.id", "=", ticketId)
    .forUpdate("t"),
);

/** @throws NotFound for a cancelled ticket, TicketAlreadyUsed, TicketFrozen, TicketBeingExchanged */
async function lockGood(tx: Tx, ticketId: string) {
  const ticket = await lockTicket.row(tx, { ticketId });
  if (!ticket || ticket.status === "CANCELLED") throw new NotFound("ticket");
  if (ticket.status === "USED") throw new TicketAlreadyUsed(ticket.usedAt!);
  if (ticket.isFrozen) throw new TicketFrozen();
  if (ticket.exchangeId !== null) throw new TicketBeingExchanged();
  return ticket;
}

const newOffer = statement((db, of: { offerId: string; ticketId: string; holderId: string }, { sql }) =>
  db.insertInto("ticket_offer").values({
    id: of.offerId,
    ticketId: of.ticketId,
    fromUser: of.holderId,
    expiresAt: sql`date_trunc('milliseconds', app_now()) + ${`${OFFER_SECONDS} s`}::interval`,
  }),
);

/** Returns the offer's ID; replaces an open offer. Refusals: NotFound, TransferNotAllowed, TicketAlreadyUsed, TicketFrozen, TicketBeingExchanged, IdempotencyKeyReused */
export async function offerTicket(tx: Tx, holderId: string, ticketId: string, key: string): Promise<Outcome> {
  return once(tx, { userId: holderId, mutation: "offerTicket", key, input: { ticketId } }, async () => {
    const ticket = await lockGood(tx, ticketId);
    if (ticket.holderId !== holderId) throw new NotFound("ticket");
    await checkTransfer(tx, ticketId);
    await withdrawOffer(tx, ticketId, holderId);
    const offerId = uuid();
    await newOffer.change(tx, { offerId, ticketId, holderId });
    return offerId;
  });
}

/** Idempotent. `fromUser` protects the offers of a later holder. */
export async function withdrawOffer(tx: Tx, ticketId: string, holderId: string): Promise<void> {
  await tx.nativeUpdate(TicketOfferEntity, { ticketId, fromUser: holderId, status: "OPEN" }, { status: "WITHDRAWN" });
}

const openOffer = statement((db, { offerId }: { offerId: string }, { sql }) =>
  db
    .selectFrom("ticket_offer")
    .select("ticketId")
    .where("id", "=", offerId)
    .where("status", "=", "OPEN")
    .where("expiresAt", ">", sql<Date>`app_now()`),
);

const takeOffer = statement((db, of: { offerId: string; userId: string; holderId: string }, { sql }) =>
  db
    .updateTable("ticket_offer")
    .set({ status: "TAKEN", takenBy: of.userId, takenAt: sql`date_trunc('milliseconds', app_now())` })
    .where("id", "=", of.offerId)
    .where("status", "=", "OPEN")
    .where("fromUser", "=", of.holderId)
    .where("fromUser", "<>", of.userId),
);

const handOver = statement((db, { ticketId, userId }: { ticketId: string; userId: string }) =>
  db
    .updateTable("ticket")
    .set((ticket) => ({ holderId: userId, holderName: null, revision: ticket("revision", "+", 1) }))
    .where("id", "=", ticketId),
);

/** Of two concurrent acceptances one succeeds. Returns the ticket's ID. Refusals: TicketOfferGone, TransferNotAllowed, TicketFrozen, TicketBeingExchanged, IdempotencyKeyReused */
export async function acceptOffer(
  tx: Tx,
  writing: NotificationDeps,
  userId: string,
  { offerId, key }: { offerId: string; key: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "takeTicket", key, input: { offerId } }, async () => {
    const offer = await openOffer.row(tx, { offerId });
    if (!offer) throw new TicketOfferGone();
    const ticket = await lockGood(tx, offer.ticketId).catch((error: unknown) => {
      throw error instanceof TicketFrozen || error instanceof TicketBeingExchanged ? error : new TicketOfferGone();
    });
    await checkTaking(tx, ticket.id, userId);
    // The offer was read before the ticket was locked: check it again.
    const taken = await takeOffer.change(tx, { offerId, userId, holderId: ticket.holderId });
    if (taken === 0) throw new TicketOfferGone();
    await handOver.change(tx, { ticketId: ticket.id, userId });
    const about = { orderId: ticket.orderId, ticketIds: [ticket.id] };
    await writeNotifications(tx, writing, [
      { ...about, recipientId: userId, kind: "TICKET_RECEIVED" },
      { ...about, recipientId: ticket.holderId, kind: "TICKET_HANDED_ON" },
    ]);
    return ticket.id;
  });
}
