// The part of Stripe's HTTP API that a payment needs, over the test provider's records: payment intents with manual capture, 3-D Secure,
// refunds, disputes, fraud warnings and events. Responses have the types of Stripe's SDK, which it does not load. It keeps idempotency keys
// as Stripe does: a retry gets the first response verbatim, even if it is outdated. Sources: https://docs.stripe.com/api,
// /api/idempotent_requests, /testing.
import type Stripe from "stripe";
import { readBody, sendJson, type Handler, type Route } from "../../platform/http/http.ts";
import { BODY_LIMIT, type Desk, type Wrappers } from "./desk.ts";
import {
  Refused,
  type ProviderDispute,
  type ProviderPayment,
  type ProviderRefund,
  type Said,
} from "./provider-books.ts";
import { chargeOf, disputeOf, intentOf, newEvent, newFraudWarning, refundOf } from "./stripe-objects.ts";

/** Keys for Stripe's SDK, in the form that Stripe's have. */
export const stripeKeys = (secret: string) => ({ secretKey: `sk_test_${secret}`, webhookSecret: `whsec_${secret}` });

/** The API that created the payment, which its webhooks use, too. */
export const isOfStripe = ({ id }: ProviderPayment) => id.startsWith("pi_");

interface Answer {
  params: string;
  status: number;
  body: object;
}

interface Call {
  method: string;
  url: URL;
  params: URLSearchParams;
  key: string;
}

export interface StripeApi {
  routes(desk: Desk, wrappers: Wrappers): Route[];
  eventOf(said: Said): object;
  forgetKeys(): void;
}

export function createStripeApi(): StripeApi {
  const answers = new Map<string, Answer>();
  let apiVersion = "";

  async function answerOnce(call: Call, desk: Desk): Promise<Answer & { isReplay: boolean }> {
    const params = call.params.toString();
    const known = call.key === "" ? undefined : answers.get(call.key);
    if (known && known.params !== params) throw new Refused(400, "idempotency_error", { type: "idempotency_error" });
    if (known) return { ...known, isReplay: true };
    const answer: Answer = { params, status: 200, body: {} };
    try {
      answer.body = structuredClone(await answerTo(call, desk));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.status === 409) throw new Refused(400, error.message);
      // Stripe stores no response for a request that it did not begin.
      if (error.status !== 402) throw error;
      Object.assign(answer, { status: error.status, body: structuredClone(error.body) });
    }
    if (call.key !== "") answers.set(call.key, answer);
    return { ...answer, isReplay: false };
  }

  return {
    routes: (desk, { unreliable }) => {
      const handle: Handler = async (request, response, url) => {
        const { method = "", headers } = request;
        const body = (await readBody(request, BODY_LIMIT)).toString("utf8");
        apiVersion = String(headers["stripe-version"]);
        const params = method === "GET" ? url.searchParams : new URLSearchParams(body);
        const call = { method, url, params, key: String(headers["idempotency-key"] ?? "") };
        const answer = await answerOnce(call, desk);
        if (answer.isReplay) response.setHeader("idempotent-replayed", "true");
        sendJson(response, answer.status, answer.body);
      };
      const paths = ["payment_intents", "refunds", "disputes"].flatMap((name) => [`/v1/${name}`, `/v1/${name}/*`]);
      return ["GET", "POST"].flatMap((method) => paths.map((path) => ({ method, path, handle: unreliable(handle) })));
    },
    eventOf: (said) => {
      const [type, object] = contentOf(said);
      return newEvent(type, apiVersion, object);
    },
    forgetKeys: () => answers.clear(),
  };
}

const missing = () => new Refused(404, "resource_missing");

async function answerTo(call: Call, desk: Desk): Promise<object> {
  const [, , resource, id] = call.url.pathname.split("/");
  if (resource === "payment_intents")
    return id === undefined || id === "search" ? manyIntents(call, desk) : oneIntent(call, desk);
  if (resource === "refunds" && call.method === "POST") return refund(call, desk);
  const payment = desk.books.find(call.params.get("payment_intent") ?? "");
  if (resource === "refunds")
    return list(
      payment.refunds.map((one) => refundOf(payment, one)),
      call,
    );
  if (resource !== "disputes") throw missing();
  const { charged_back: amount } = payment;
  const lost = { id: `dp_${payment.id}`, payment: payment.id, amount, reason: "fraudulent", status: "lost" } as const;
  return list(amount > 0 ? [disputeOf(payment, lost)] : [], call);
}

function list<Item extends { id: string }>(data: Item[], { url }: Call): Stripe.ApiList<Item> {
  return { object: "list", data, has_more: false, url: url.pathname };
}

/** Expanded objects are complete; others are IDs. */
function shown(payment: ProviderPayment, { params }: Call): Stripe.PaymentIntent {
  const expand = [...params].flatMap(([name, value]) =>
    name.startsWith("expand") ? value.replace(/^data\./, "") : [],
  );
  const intent = intentOf(payment);
  return expand.includes("latest_charge") && intent.latest_charge
    ? { ...intent, latest_charge: chargeOf(payment) }
    : intent;
}

async function manyIntents(call: Call, desk: Desk): Promise<object> {
  const { method, params, url, key } = call;
  const all = [...desk.books.payments.values()].filter(isOfStripe);
  if (url.pathname.endsWith("/search")) {
    const paymentId = /"payment_id"\]:"([^"]*)"/.exec(params.get("query") ?? "")?.[1];
    const found = all.filter(({ metadata }) => metadata.payment_id === paymentId);
    return {
      ...list(
        found.map((one) => shown(one, call)),
        call,
      ),
      object: "search_result",
      next_page: null,
    };
  }
  if (method === "GET") {
    const since = Number(params.get("created[gte]"));
    const found = all
      .map((one) => shown(one, call))
      .filter(({ created }) => created >= since)
      .reverse();
    const from = found.findIndex(({ id }) => id === params.get("starting_after")) + 1;
    const page = found.slice(from, from + Number(params.get("limit")));
    return { ...list(page, call), has_more: from + page.length < found.length };
  }
  const payment = await desk.authorize("pi", key, {
    amount: Number(params.get("amount")),
    currency: params.get("currency") ?? "",
    payment_method: params.get("payment_method") ?? "",
    return_url: params.get("return_url"),
    metadata: metadataOf(params) as ProviderPayment["metadata"],
  });
  if (payment.status !== "declined") return shown(payment, call);
  const intent = shown(payment, call);
  throw new Refused(402, "card_declined", { ...intent.last_payment_error, payment_intent: intent });
}

function oneIntent(call: Call, desk: Desk): object {
  const [, , , id, action] = call.url.pathname.split("/");
  const payment = desk.books.find(id ?? "");
  if (call.method === "POST" && action === "capture") desk.change(payment, () => desk.books.capture(payment));
  else if (call.method === "POST" && action === "cancel") desk.change(payment, () => desk.books.cancel(payment));
  else if (call.method === "POST") throw missing();
  return shown(payment, call);
}

function refund({ params }: Call, desk: Desk): Stripe.Refund {
  const payment = desk.books.find(params.get("payment_intent") ?? "");
  const refundId = metadataOf(params).refund_id ?? "";
  return refundOf(payment, desk.refund(payment, refundId, Number(params.get("amount"))));
}

const ofPayment: Record<ProviderPayment["status"], string> = {
  requires_action: "requires_action",
  processing: "processing",
  authorized: "amount_capturable_updated",
  declined: "payment_failed",
  captured: "succeeded",
  voided: "canceled",
};
const ofRefund: Record<ProviderRefund["status"], string> = {
  pending: "created",
  succeeded: "updated",
  failed: "failed",
};
const ofDispute: Record<ProviderDispute["status"], string> = { open: "created", won: "closed", lost: "closed" };

function contentOf({ payment, refund, dispute, warning }: Said): [type: string, object: object] {
  if (refund) return [`refund.${ofRefund[refund.status]}`, refundOf(payment, refund)];
  if (dispute) return [`charge.dispute.${ofDispute[dispute.status]}`, disputeOf(payment, dispute)];
  if (warning === undefined) return [`payment_intent.${ofPayment[payment.status]}`, intentOf(payment)];
  const about = { charge: chargeOf(payment).id, fraud_type: warning, payment_intent: payment.id };
  return ["radar.early_fraud_warning.created", newFraudWarning(about)];
}

function metadataOf(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...params].flatMap(([name, value]) => {
      const key = /^metadata\[(.+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );
}
