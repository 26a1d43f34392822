// The choice between the tickets and the money, after an event of an order was moved.
import { randomUUID } from "node:crypto";
import type { AnswerRefundOfferInput } from "../documents/order.generated.ts";
import { AnswerOffer, OrderPage } from "../documents/order.generated.ts";
import type { OrderInFull } from "../page-data/order.ts";
import type { Problem } from "../page-data/problem.ts";
import { continueSession, fieldOf, notFound, problemOf, type Outcome, type Page, type Visit } from "./page.ts";

const offerOf = ({ url }: Visit, { refundOffers: offers }: OrderInFull) => {
  const wanted = url.searchParams.get("event");
  return offers.find(({ event, isOpen }) => (wanted === null ? isOpen : event.id === wanted)) ?? offers[0];
};

async function show(visit: Visit, problem?: Problem): Promise<Outcome> {
  const { me, order } = await visit.ask(OrderPage, { id: visit.params.id! });
  if (!me) return continueSession(visit);
  if (!order) return notFound;
  const offer = offerOf(visit, order) ?? null;
  const event = order.events.find(({ id }) => id === offer?.event.id) ?? null;
  const tickets = order.tickets.filter(
    (one) => one.event.id === event?.id && one.status === "VALID" && one.holder?.id === me.id,
  );
  const changes = visit.url.searchParams.has("change");
  const data = { orderId: order.id, number: order.number, offer, event, tickets, changes, key: randomUUID() };
  return problem ? { view: "refund", status: 409, data: { ...data, problem } } : { view: "refund", data };
}

export const refund: Page = {
  path: "/order/:id/refund",
  load: (visit) => show(visit),
  submit: async (visit, form) => {
    const answer = form.get("answer");
    const eventId = fieldOf(form, "event");
    if ((answer !== "KEEP" && answer !== "REFUND") || eventId === undefined)
      return show(visit, { code: "NO_ANSWER_CHOSEN" });
    const idempotencyKey = fieldOf(form, "key") ?? randomUUID();
    const input: AnswerRefundOfferInput = { orderId: visit.params.id!, eventId, answer, idempotencyKey };
    const { answerRefundOffer: result } = await visit.ask(AnswerOffer, { input });
    if (result.__typename !== "Order") return show(visit, problemOf(result));
    return { to: `/order/${visit.params.id}/refund?${new URLSearchParams({ event: eventId }).toString()}` };
  },
};
