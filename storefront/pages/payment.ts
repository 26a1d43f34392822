// Paying an order, on the pages of the hold and of the order.
import { PayOrder } from "../documents/hold.generated.ts";
import { AmountDue } from "../documents/order.generated.ts";
import { OperationFailed } from "../gateway-client.ts";
import type { Problem } from "../page-data/problem.ts";
import { fieldOf, problemOf, problemOfFailure, type Visit } from "./page.ts";

export const DEFAULT_CARD = "pm_card_visa";

/** @returns where to go next: the bank, or the order's page; or why the payment failed */
export async function pay(visit: Visit, orderId: string, form: URLSearchParams): Promise<{ to: string } | Problem> {
  const page = `/order/${orderId}`;
  const card = fieldOf(form, "card") ?? (visit.stripeKey === undefined ? DEFAULT_CARD : undefined);
  if (card === undefined && (await costsSomething(visit, orderId))) return { code: "CARD_MISSING" };
  const input = {
    orderId,
    ...(card !== undefined && { paymentMethod: card }),
    returnUrl: `${visit.origin}${page}`,
    idempotencyKey: fieldOf(form, "key") ?? `only payment of ${orderId}`,
  };
  try {
    const { payOrder } = await visit.ask(PayOrder, { input });
    if (payOrder.__typename === "Payment") return { to: payOrder.nextAction?.url ?? page };
    if (payOrder.__typename === "PaymentDeclined") return problemOf(payOrder, { reason: payOrder.failureCode });
    return problemOf(payOrder);
  } catch (error) {
    // An answer that was lost: the page of the order shows what became of it.
    if (error instanceof OperationFailed && error.code === "TIMEOUT") return { to: page };
    if (error instanceof OperationFailed && error.code !== "UNAUTHENTICATED") return problemOfFailure(error);
    throw error;
  }
}

async function costsSomething(visit: Visit, id: string): Promise<boolean> {
  const { order } = await visit.ask(AmountDue, { id });
  return order === null || order.amountDue.amount > 0;
}

/** Pays an order that was just placed. @returns where to go next: if the payment failed, the order's page, which says why */
export async function payOrShow(visit: Visit, orderId: string, form: URLSearchParams): Promise<{ to: string }> {
  const outcome = await pay(visit, orderId, form);
  if ("to" in outcome) return outcome;
  const reason = String(outcome.values?.reason ?? "");
  return { to: `/order/${orderId}?${new URLSearchParams({ declined: outcome.code, reason }).toString()}` };
}
