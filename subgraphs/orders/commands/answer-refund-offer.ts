// A buyer keeps the tickets of a rescheduled event, or takes the money. The order is locked: of several answers at once one refunds.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { rows } from "../../../platform/postgres/sql.ts";
import { offerOf, selectRefundOffers, type RefundOffer } from "../entities/refund-offer.ts";
import { statement } from "../entities/tables.ts";
import type { RefundAnswer } from "../enums.generated.ts";
import { OrderNotRefundable, RefundOfferEnded } from "../errors.ts";
import { lockOrder, type SagaContext } from "./order-rows.ts";
import { refundTickets } from "./refund-tickets.ts";

const REASON = "The buyer chose the refund of a rescheduled event.";

const ownTickets = statement((db, of: { orderId: string; buyerId: string; eventId: string }) =>
  db
    .selectFrom("ticket")
    .select("id")
    .where("orderId", "=", of.orderId)
    .where("eventId", "=", of.eventId)
    .where("holderId", "=", of.buyerId)
    .where("status", "=", "VALID")
    .where("exchangeId", "is", null)
    .orderBy("position"),
);

interface Answered {
  mailingId: string;
  orderId: string;
  answer: RefundAnswer;
  refundId: string | null;
}

const addAnswer = statement((db, of: Answered, { sql }) =>
  db
    .insertInto("refund_answer")
    .values({ mailingId: of.mailingId, orderId: of.orderId, answer: of.answer, refundId: of.refundId })
    .onConflict((known) =>
      known.columns(["mailingId", "orderId"]).doUpdateSet((news) => ({
        answer: news.ref("excluded.answer"),
        refundId: news.ref("excluded.refundId"),
        answeredAt: sql`date_trunc('milliseconds', app_now())`,
      })),
    ),
);

interface GivenAnswer {
  orderId: string;
  answer: RefundAnswer;
  /** Of several events that are rescheduled; undefined for the first with an open offer. */
  eventId?: string | undefined;
  idempotencyKey: string;
}

/** Returns the order's ID. Refusals: NotFound, RefundOfferEnded, OrderNotRefundable without own valid tickets, IdempotencyKeyReused */
export async function answerRefundOffer(
  tx: Tx,
  saga: SagaContext,
  userId: string,
  { idempotencyKey: key, ...input }: GivenAnswer,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "answerRefundOffer", key, input }, async () => {
    const { orderId, answer, eventId } = input;
    const order = await lockOrder(tx, orderId);
    if (!order || order.buyerId !== userId) throw new NotFound("order");
    const offer = offerOf(await rows<RefundOffer>(tx, selectRefundOffers([orderId])), eventId);
    if (!offer?.isOpen) throw new RefundOfferEnded();
    const { mailingId } = offer;
    let refundId: string | null = null;
    if (answer === "REFUND") {
      const tickets = await ownTickets.rows(tx, { orderId, buyerId: userId, eventId: offer.eventId });
      if (order.isFrozen || tickets.length === 0) throw new OrderNotRefundable();
      const ticketIds = tickets.map(({ id }) => id);
      refundId = await refundTickets(tx, saga, order, ticketIds, { reason: REASON, askedBy: userId });
    }
    await addAnswer.change(tx, { mailingId, orderId, answer, refundId });
    return orderId;
  });
}
