// Seats that are held: time left, promo code, names, payment.
import { randomUUID } from "node:crypto";
import { ApplyPromoCode, ExtendHold, HoldPage, PlaceOrder, ReleaseHold } from "../documents/hold.generated.ts";
import type { Problem } from "../page-data.ts";
import { continueSession, fieldOf, notFound, problemOf, type Outcome, type Page, type Visit } from "./page.ts";
import { DEFAULT_CARD, pay } from "./payment.ts";

async function show(visit: Visit, form = new URLSearchParams(), problem?: Problem): Promise<Outcome> {
  const { me, hold: held } = await visit.ask(HoldPage, { id: visit.params.id! });
  if (!me) return continueSession(visit);
  if (!held) return notFound;
  const given = form.getAll("name");
  const names = held.items.map((_, index) => given[index] ?? "");
  const key = randomUUID();
  const data = { hold: held, viewer: me, key, names, card: fieldOf(form, "card") ?? DEFAULT_CARD };
  return problem ? { view: "hold", status: 409, data: { ...data, problem } } : { view: "hold", data };
}

async function usePromoCode({ ask, params }: Visit, code: string | null): Promise<Problem | undefined> {
  const { applyPromoCode: result } = await ask(ApplyPromoCode, { id: params.id!, code });
  if (result.__typename === "Hold") return undefined;
  return problemOf(result, result.__typename === "PromoCodeNotUsable" ? { reason: result.reason } : {});
}

async function release(visit: Visit): Promise<Outcome> {
  const { hold: held } = await visit.ask(HoldPage, { id: visit.params.id! });
  await visit.ask(ReleaseHold, { id: visit.params.id! });
  return { to: held?.event ? `/e/${held.event.id}` : "/" };
}

async function order(visit: Visit, form: URLSearchParams): Promise<Outcome> {
  const holdId = visit.params.id!;
  const names = form.getAll("name").map((name) => name.trim());
  const isNamed = names.some(Boolean);
  // The API takes names in the order of the seats.
  if (isNamed && !names.every(Boolean)) return show(visit, form, { code: "NAMES_INCOMPLETE" });
  const { placeOrder } = await visit.ask(PlaceOrder, {
    // A hold becomes one order, however often the form is sent. Names are the input of the first time.
    input: {
      holdId,
      idempotencyKey: `order of hold ${holdId}`,
      ...(isNamed && { names }),
    },
  });
  if (placeOrder.__typename !== "Order") return show(visit, form, problemOf(placeOrder));
  const outcome = await pay(visit, placeOrder.id, form);
  if ("to" in outcome) return outcome;
  return {
    to: `/order/${placeOrder.id}?${new URLSearchParams({ declined: outcome.code, reason: String(outcome.values?.reason ?? "") }).toString()}`,
  };
}

export const hold: Page = {
  path: "/hold/:id",
  load: (visit) => show(visit),
  submit: async (visit, form) => {
    const action = form.get("do");
    if (action === "extend") {
      const { extendHold } = await visit.ask(ExtendHold, { id: visit.params.id! });
      return show(visit, form, extendHold.__typename === "Hold" ? undefined : problemOf(extendHold));
    }
    if (action === "release") return release(visit);
    if (action === "code") return show(visit, form, await usePromoCode(visit, fieldOf(form, "code") ?? null));
    if (action === "no-code") return show(visit, form, await usePromoCode(visit, null));
    return order(visit, form);
  },
};
