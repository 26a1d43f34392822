// An order: how far it is, its payment, its tickets.
import { randomUUID } from "node:crypto";
import { CancelOrder, OrderPage, OrderPdf } from "../documents/order.generated.ts";
import type { Problem } from "../page-data/problem.ts";
import { exchangeableEvents } from "./exchangeable.ts";
import { returnableEvents } from "./returnable.ts";
import { continueSession, fieldOf, notFound, problemOf, type Outcome, type Page, type Visit } from "./page.ts";
import { DEFAULT_CARD, pay } from "./payment.ts";

async function show(visit: Visit, card?: string, problem?: Problem): Promise<Outcome> {
  const { me, order: found } = await visit.ask(OrderPage, { id: visit.params.id! });
  if (!me) return continueSession(visit);
  if (!found) return notFound;
  const data = {
    order: found,
    emailVerified: me.emailVerified,
    isGuest: me.kind === "GUEST",
    exchangeable: exchangeableEvents(found, me.id),
    returnable: returnableEvents(found, me.id),
    key: randomUUID(),
    card: card ?? DEFAULT_CARD,
  };
  return problem ? { view: "order", data: { ...data, problem } } : { view: "order", data };
}

export const order: Page = {
  path: "/order/:id",
  load: (visit) => {
    const declined = visit.url.searchParams.get("declined");
    const reason = visit.url.searchParams.get("reason") ?? "";
    return show(visit, undefined, declined ? { code: declined, values: { reason } } : undefined);
  },
  submit: async (visit, form) => {
    if (form.get("do") === "cancel") {
      const { cancelOrder } = await visit.ask(CancelOrder, { id: visit.params.id! });
      return show(visit, undefined, cancelOrder.__typename === "Order" ? undefined : problemOf(cancelOrder));
    }
    const outcome = await pay(visit, visit.params.id!, form);
    return "to" in outcome ? outcome : show(visit, fieldOf(form, "card"), outcome);
  },
};

export const orderPdf: Page = {
  path: "/order/:id/tickets.pdf",
  load: async (visit) => {
    const { order: found } = await visit.ask(OrderPdf, { id: visit.params.id!, locale: visit.locale });
    if (!found?.pdf) return found ? notFound : continueSession(visit);
    const body = Buffer.from(found.pdf, "base64");
    return { file: { name: `tickets-${found.number}.pdf`, type: "application/pdf", body } };
  },
};
