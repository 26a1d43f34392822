// A ticket goes from hand to hand by consent of both: its holder offers it, and whoever has the offer's code takes it. In the
// transaction in which it is taken its revision goes up, so that from then on the old code lets nobody in.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { writeLetters, type Writing } from "./write-letter.ts";
import { TicketAlreadyUsed, TicketFrozen, TicketOfferGone } from "../errors.ts";

/** Whoever is given an offer should not have to hurry, and a forgotten one should not lie around for ever. */
const OFFER_SECONDS = 7 * 86_400;

interface LockedTicket {
  id: string;
  orderId: string;
  holderId: string;
  status: string;
  usedAt: Date | null;
  isFrozen: boolean;
}

/** @throws NotFound for a cancelled ticket, TicketAlreadyUsed, TicketFrozen */
async function lockGood(tx: Tx, ticketId: string): Promise<LockedTicket> {
  const ticket = await row<LockedTicket>(
    tx,
    sql`select t.id, t.order_id, t.holder_id, t.status, t.used_at, o.is_frozen from ticket t join purchase o on o.id = t.order_id where t.id = ${ticketId} for update of t`,
  );
  if (!ticket || ticket.status === "CANCELLED") throw new NotFound("ticket");
  if (ticket.status === "USED") throw new TicketAlreadyUsed(ticket.usedAt!);
  if (ticket.isFrozen) throw new TicketFrozen();
  return ticket;
}

/** Answers with the offer's id; an offer that is open already is replaced. Refusals: NotFound, TicketAlreadyUsed, TicketFrozen, IdempotencyKeyReused */
export async function offerTicket(tx: Tx, holderId: string, ticketId: string, key: string): Promise<Outcome> {
  return once(tx, { userId: holderId, mutation: "offerTicket", key, input: { ticketId } }, async () => {
    const ticket = await lockGood(tx, ticketId);
    if (ticket.holderId !== holderId) throw new NotFound("ticket");
    await withdrawOffer(tx, ticketId, holderId);
    const offerId = uuid();
    await rows(
      tx,
      sql`insert into ticket_offer (id, ticket_id, from_user, expires_at)
          values (${offerId}, ${ticketId}, ${holderId}, date_trunc('milliseconds', app_now()) + ${`${OFFER_SECONDS} s`}::interval)`,
    );
    return offerId;
  });
}

/** Said as if done now where nothing is offered. Whoever has handed the ticket on meanwhile withdraws nothing of the next holder's. */
export async function withdrawOffer(tx: Tx, ticketId: string, holderId: string): Promise<void> {
  await rows(
    tx,
    sql`update ticket_offer set status = 'WITHDRAWN' where ticket_id = ${ticketId} and from_user = ${holderId} and status = 'OPEN'`,
  );
}

/** Of two who take it at once one gets it. Answers with the ticket's id. Refusals: TicketOfferGone, TicketFrozen, IdempotencyKeyReused */
export async function acceptOffer(
  tx: Tx,
  writing: Writing,
  userId: string,
  { offerId, key }: { offerId: string; key: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "takeTicket", key, input: { offerId } }, async () => {
    const offer = await row<{ ticketId: string }>(
      tx,
      sql`select ticket_id from ticket_offer where id = ${offerId} and status = 'OPEN' and expires_at > app_now()`,
    );
    if (!offer) throw new TicketOfferGone();
    const ticket = await lockGood(tx, offer.ticketId).catch((error: unknown) => {
      throw error instanceof TicketFrozen ? error : new TicketOfferGone();
    });
    // The lock on the ticket came after the look at its offer.
    const taken = await rows(
      tx,
      sql`update ticket_offer set status = 'TAKEN', taken_by = ${userId}, taken_at = date_trunc('milliseconds', app_now())
          where id = ${offerId} and status = 'OPEN' and from_user = ${ticket.holderId} and from_user <> ${userId} returning 1`,
    );
    if (taken.length === 0) throw new TicketOfferGone();
    await rows(
      tx,
      sql`update ticket set holder_id = ${userId}, holder_name = null, revision = revision + 1 where id = ${ticket.id}`,
    );
    const about = { orderId: ticket.orderId, ticketIds: [ticket.id] };
    await writeLetters(tx, writing, [
      { ...about, recipientId: userId, kind: "TICKET_RECEIVED" },
      { ...about, recipientId: ticket.holderId, kind: "TICKET_HANDED_ON" },
    ]);
    return ticket.id;
  });
}
