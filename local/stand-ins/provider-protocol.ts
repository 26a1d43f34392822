// The test provider's own API, which needs no SDK: payments, their captures, voids and refunds, and the books.
import { readBody, sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import { jsonOf, BODY_LIMIT, type Desk, type Wrappers } from "./desk.ts";
import { Refused, type NewPayment, type ProviderPayment, type Said } from "./provider-books.ts";

export const SIGNATURE_HEADER = "provider-signature";

/** Its webhook about a change. */
export function messageOf({ payment, refund, dispute, warning }: Said): object {
  if (refund) return { refund };
  if (dispute) return { dispute };
  if (warning !== undefined) return { fraud_warning: { payment: payment.id, kind: warning } };
  return { payment };
}

export function providerRoutes(desk: Desk, { guarded, unreliable }: Wrappers): Route[] {
  const { books } = desk;
  const keyOf: (request: Parameters<Handler>[0]) => string = ({ headers }) => String(headers["idempotency-key"] ?? "");
  const named = (url: URL) => books.find(url.pathname.split("/")[3] ?? "");

  /** Does something to a payment, once per key. */
  const action =
    (work: (payment: ProviderPayment) => void): Handler =>
    async (request, response, url) => {
      const payment = named(url);
      await readBody(request, BODY_LIMIT);
      const key = keyOf(request);
      if (!payment.done.includes(key))
        desk.change(payment, () => {
          work(payment);
          payment.done.push(key);
        });
      sendJson(response, 200, payment);
    };

  const byAction: Record<string, Handler> = {
    capture: action((payment) => books.capture(payment)),
    void: action((payment) => books.void(payment)),
    refunds: async (request, response, url) => {
      const payment = named(url);
      const { amount, refund_id: refundId } = await jsonOf<{ amount: number; refund_id: string }>(request);
      const known = payment.refunds.find(({ refund_id }) => refund_id === refundId);
      sendJson(response, 200, { ...(known ?? desk.refund(payment, refundId, amount)) });
    },
  };

  return [
    {
      method: "POST",
      path: "/v1/payments",
      handle: unreliable(async (request, response) => {
        const asked = await jsonOf<NewPayment>(request);
        sendJson(response, 200, await desk.authorize("pay", keyOf(request), asked));
      }),
    },
    {
      method: "POST",
      path: "/v1/payments/*",
      handle: unreliable((request, response, url) => {
        const handle = byAction[url.pathname.split("/")[4] ?? ""];
        if (!handle) throw new Refused(404, "no_such_action");
        return handle(request, response, url);
      }),
    },
    {
      method: "GET",
      path: "/v1/payments/*",
      handle: unreliable((_, response, url) => sendJson(response, 200, named(url))),
    },
    {
      method: "GET",
      path: "/v1/payments",
      handle: guarded((_, response, url) => {
        const since = url.searchParams.get("since") ?? "";
        const payments = [...books.payments.values()].filter(({ created_at: at }) => at >= since);
        sendJson(response, 200, { payments });
      }),
    },
  ];
}
