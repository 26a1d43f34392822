// A buyer gives tickets back. One transaction cancels them, requests the refund and has the seats released. For a waiting list seating was asked before.
// Its answer counts only if no other return for the same list was written since: of two returns at once for one person who waits, one asks again.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { statement } from "../entities/tables.ts";
import { ReturnTotalChanged, TicketsNotReturnable } from "../errors.ts";
import { lockOrder, type SagaContext } from "./order-rows.ts";
import { refundTickets } from "./refund-tickets.ts";
import { returnable, type ReturnableTicket } from "./return-rules.ts";
import { worthOf } from "./ticket-rules.ts";

const REASON = "The buyer gave tickets back.";

export interface ReturnTickets {
  orderId: string;
  ticketIds: string[];
  expectedRefund: number;
  idempotencyKey: string;
}

/** What seating answered about the waiting list of an event. */
export interface WaitlistAnswer {
  eventId: string;
  /** Number of returns before the question. */
  returns: number;
  isTaken: boolean;
}

/** The waiting list was not asked, or something has come back to it since. Nothing was changed. */
export class OutdatedAnswer extends Error {}

/** A scan or a transfer at the same time is before or after. */
const lockTickets = statement((db, { ticketIds }: { ticketIds: string[] }, { sql }) =>
  db
    .selectFrom("ticket")
    .select("id")
    .where((of) => sql<boolean>`${of.ref("id")} = any(${ticketIds}::uuid[])`)
    .orderBy("id")
    .forUpdate(),
);

/** Returns the order's ID. Refusals: NotFound, TicketsNotReturnable, ReturnTotalChanged, IdempotencyKeyReused. @throws OutdatedAnswer */
export function returnTickets(
  tx: Tx,
  saga: SagaContext,
  userId: string,
  { idempotencyKey: key, ...input }: ReturnTickets,
  answers: WaitlistAnswer[],
): Promise<Outcome> {
  return once(tx, { userId, mutation: "returnTickets", key, input }, async () => {
    const { orderId, ticketIds, expectedRefund } = input;
    const order = await lockOrder(tx, orderId);
    if (!order || order.buyerId !== userId) throw new NotFound("order");
    await lockTickets.rows(tx, { ticketIds });
    const tickets = await returnable(tx, order, ticketIds);
    const refund = worthOf(tickets);
    if (refund !== expectedRefund) throw new ReturnTotalChanged({ amount: refund, currency: order.currency });
    await takeBack(tx, tickets, answers);
    const fees = tickets.map(({ fee }) => fee);
    await refundTickets(tx, saga, order, ticketIds, { reason: REASON, askedBy: userId, returned: { fees } });
    reach("tickets given back, not committed");
    return orderId;
  });
}

const countReturn = statement((db, { eventId, returns }: { eventId: string; returns: number }) =>
  db
    .updateTable("return_policy")
    .set((of) => ({ returns: of("returns", "+", 1) }))
    .where("eventId", "=", eventId)
    .where("returns", "=", returns),
);

/** Locks the policies in the order of the IDs. @throws OutdatedAnswer, TicketsNotReturnable if nobody waits for the seats */
async function takeBack(tx: Tx, tickets: ReturnableTicket[], answers: WaitlistAnswer[]): Promise<void> {
  const forList = tickets.filter(({ mode }) => mode === "WAITLIST").map(({ eventId }) => eventId);
  for (const eventId of [...new Set(forList)].sort()) {
    const answer = answers.find((one) => one.eventId === eventId);
    if (!answer || (await countReturn.change(tx, answer)) === 0) throw new OutdatedAnswer();
    if (!answer.isTaken) throw new TicketsNotReturnable("NOBODY_WAITS");
  }
}
