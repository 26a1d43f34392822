// A stand-in for Stripe's HTTP API, as much of it as a payment needs: payment intents captured by hand, 3-D Secure,
// refunds, disputes, fraud warnings and signed webhooks. What it answers is typed by Stripe's own SDK. It keeps idempotency
// keys as Stripe does: a repeat gets the first answer, word for word, however old it is by then.
// Sources: https://docs.stripe.com/api, /api/idempotent_requests, /testing.
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import Stripe from "stripe";
import { listen, readBody, sendJson, type Handler } from "../../platform/http/http.ts";
import { createLogger } from "../../platform/telemetry/logger.ts";
import type { Behaviour } from "./provider.ts";
import { newCharge, newDispute, newEvent, newFraudWarning, newIntent, newRefund } from "./stripe-objects.ts";

interface TestCard {
  declineCode?: string;
  asksBuyer?: boolean;
  refund?: "pending" | "failed";
}

/** As https://docs.stripe.com/testing names them. */
const CARDS: Record<string, TestCard> = {
  pm_card_visa: {},
  pm_card_visa_chargeDeclined: { declineCode: "generic_decline" },
  pm_card_visa_chargeDeclinedInsufficientFunds: { declineCode: "insufficient_funds" },
  pm_card_authenticationRequired: { asksBuyer: true },
  pm_card_pendingRefund: { refund: "pending" },
  pm_card_refundFail: { refund: "failed" },
};

export interface StripeStandIn {
  url: string;
  secretKey: string;
  webhookSecret: string;
  /** Where webhooks go from now on; until then they are only kept. */
  sendWebhooksTo(url: string): void;
  /** Every webhook so far, as it would be sent. */
  webhooks: { body: string; signature: string }[];
  intents(): Stripe.PaymentIntent[];
  behave(behaviour: Behaviour): void;
  /** Idempotency keys are kept for a day at least, says Stripe; from now on those so far are not. */
  forgetKeys(): void;
  /** What the buyer says at the bank. */
  answer(intentId: string, isYes: boolean): void;
  endRefund(intentId: string): void;
  dispute(intentId: string, disputeId: string, status: Stripe.Dispute["status"]): void;
  warn(intentId: string, fraudType: string): void;
  stop(): Promise<void>;
}

class Refused extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: { type: string; code?: string; [more: string]: unknown }) {
    super(body.type);
    this.status = status;
    this.body = { error: { message: "See code.", ...body } };
  }
}

const BODY_LIMIT = 64 * 1024;
const invalid = (code: string, status = 400) => new Refused(status, { type: "invalid_request_error", code });

export async function startStripeStandIn(): Promise<StripeStandIn> {
  const secretKey = "sk_test_standin";
  const webhookSecret = "whsec_standin";
  const stripe = new Stripe(secretKey);
  const intents = new Map<string, Stripe.PaymentIntent>();
  const charges = new Map<string, Stripe.Charge>();
  const refunds: Stripe.Refund[] = [];
  const disputes: Stripe.Dispute[] = [];
  const cards = new Map<string, TestCard>();
  const answers = new Map<string, { params: string; status: number; body: string }>();
  const webhooks: StripeStandIn["webhooks"] = [];
  const behaviour = { down: false, slowMs: 0, failBefore: 0, failAfter: 0, webhookTimes: 1, webhookLateMs: 0 };
  let webhookUrl: string | undefined;
  let apiVersion = "";

  function tell(type: string, object: object): void {
    const body = JSON.stringify(newEvent(type, apiVersion, object));
    const signature = stripe.webhooks.generateTestHeaderString({ payload: body, secret: webhookSecret });
    webhooks.push({ body, signature });
    const headers = { "content-type": "application/json", "stripe-signature": signature };
    for (let time = 0; webhookUrl && time < behaviour.webhookTimes; time++)
      void deliver(webhookUrl, { body, headers }).catch(() => {});
  }

  async function deliver(url: string, webhook: { body: string; headers: Record<string, string> }): Promise<void> {
    await delay(Math.random() * behaviour.webhookLateMs);
    await fetch(url, { method: "POST", ...webhook });
  }

  function find(id: string | undefined): Stripe.PaymentIntent {
    const intent = intents.get(id ?? "");
    if (!intent) throw invalid("resource_missing", 404);
    return intent;
  }

  function authorize(intent: Stripe.PaymentIntent): void {
    const charge = newCharge(intent, `fp_${String(intent.payment_method)}`);
    charges.set(charge.id, charge);
    Object.assign(intent, {
      status: "requires_capture",
      amount_capturable: intent.amount,
      latest_charge: charge.id,
      next_action: null,
    });
    tell("payment_intent.amount_capturable_updated", intent);
  }

  function decline(intent: Stripe.PaymentIntent, code: string, declineCode: string): void {
    const error = { type: "card_error" as const, code, decline_code: declineCode };
    Object.assign(intent, { status: "requires_payment_method", last_payment_error: error, next_action: null });
    tell("payment_intent.payment_failed", intent);
  }

  function create(params: URLSearchParams): Stripe.PaymentIntent {
    const method = params.get("payment_method") ?? "";
    const card = Object.hasOwn(CARDS, method) ? CARDS[method] : undefined;
    if (!card) throw invalid("resource_missing");
    const intent = newIntent({
      amount: Number(params.get("amount")),
      currency: params.get("currency") ?? "",
      metadata: metadataOf(params),
      capture_method: params.get("capture_method") ?? "automatic",
    });
    intent.payment_method = method;
    intents.set(intent.id, intent);
    cards.set(intent.id, card);
    if (card.asksBuyer) {
      const url = params.get("return_url");
      intent.status = "requires_action";
      intent.next_action = url
        ? { type: "redirect_to_url", redirect_to_url: { url: "https://hooks.stripe.com/3d_secure", return_url: url } }
        : { type: "use_stripe_sdk", use_stripe_sdk: {} };
      tell("payment_intent.requires_action", intent);
    } else if (card.declineCode) {
      decline(intent, "card_declined", card.declineCode);
      throw new Refused(402, {
        type: "card_error",
        code: "card_declined",
        decline_code: card.declineCode,
        payment_intent: intent,
      });
    } else authorize(intent);
    return intent;
  }

  function capture(intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
    if (intent.status !== "requires_capture") throw invalid("payment_intent_unexpected_state");
    Object.assign(intent, { status: "succeeded", amount_received: intent.amount, amount_capturable: 0 });
    return intent;
  }

  function cancel(intent: Stripe.PaymentIntent): Stripe.PaymentIntent {
    if (["succeeded", "canceled"].includes(intent.status)) throw invalid("payment_intent_unexpected_state");
    Object.assign(intent, { status: "canceled", amount_capturable: 0, next_action: null });
    tell("payment_intent.canceled", intent);
    return intent;
  }

  function refund(params: URLSearchParams): Stripe.Refund {
    const intent = find(params.get("payment_intent") ?? undefined);
    const amount = Number(params.get("amount"));
    const charge = charges.get(String(intent.latest_charge));
    if (intent.status !== "succeeded" || !charge) throw invalid("charge_not_captured");
    if (charge.disputed) throw invalid("charge_disputed");
    if (charge.amount_refunded + amount > intent.amount_received) throw invalid("charge_already_refunded");
    const status = cards.get(intent.id)?.refund ?? "succeeded";
    const made = newRefund({
      amount,
      currency: intent.currency,
      metadata: metadataOf(params),
      payment_intent: intent.id,
      status,
    });
    if (status === "failed") made.failure_reason = "expired_or_canceled_card";
    else charge.amount_refunded += amount;
    refunds.push(made);
    tell(status === "failed" ? "refund.failed" : "refund.created", made);
    return made;
  }

  function shown(intent: Stripe.PaymentIntent, expand: string[]): Stripe.PaymentIntent {
    const charge = expand.includes("latest_charge") ? charges.get(String(intent.latest_charge)) : undefined;
    return { ...intent, latest_charge: charge ?? intent.latest_charge };
  }

  const list = <Item extends { id: string }>(data: Item[], url: string): Stripe.ApiList<Item> => ({
    object: "list",
    data,
    has_more: false,
    url,
  });

  function answerTo(method: string, path: string, params: URLSearchParams): object {
    const [, , resource, id, action] = path.split("/");
    const expand = [...params]
      .filter(([name]) => name.startsWith("expand"))
      .map(([, value]) => value.replace(/^data\./, ""));
    if (resource === "payment_intents") {
      if (id === "search") {
        const paymentId = /"payment_id"\]:"([^"]*)"/.exec(params.get("query") ?? "")?.[1];
        const found = [...intents.values()].filter(({ metadata }) => metadata.payment_id === paymentId);
        return { ...list(found, path), object: "search_result", next_page: null };
      }
      if (method === "GET" && id === undefined) {
        const since = Number(params.get("created[gte]"));
        const found = [...intents.values()].filter(({ created }) => created >= since).reverse();
        const from = found.findIndex(({ id: at }) => at === params.get("starting_after")) + 1;
        const page = found.slice(from, from + Number(params.get("limit"))).map((one) => shown(one, expand));
        return { ...list(page, path), has_more: from + page.length < found.length };
      }
      if (method === "GET") return shown(find(id), expand);
      if (id === undefined) return shown(create(params), expand);
      if (action === "capture") return shown(capture(find(id)), expand);
      if (action === "cancel") return shown(cancel(find(id)), expand);
    }
    if (resource === "disputes")
      return list(
        disputes.filter(({ payment_intent: of }) => of === params.get("payment_intent")),
        path,
      );
    if (resource === "refunds" && method === "POST") return refund(params);
    if (resource === "refunds")
      return list(
        refunds.filter(({ payment_intent: of }) => of === params.get("payment_intent")),
        path,
      );
    throw invalid("resource_missing", 404);
  }

  function answerOnce(request: IncomingMessage, path: string, params: URLSearchParams, response: ServerResponse): void {
    const key = request.headers["idempotency-key"];
    const known = typeof key === "string" ? answers.get(key) : undefined;
    if (known && known.params !== params.toString())
      throw new Refused(400, { type: "idempotency_error", code: "idempotency_error" });
    if (known) {
      response.setHeader("idempotent-replayed", "true");
      return sendJson(response, known.status, JSON.parse(known.body));
    }
    let [status, body] = [200, ""];
    try {
      body = JSON.stringify(answerTo(request.method ?? "", path, params));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      [status, body] = [error.status, JSON.stringify(error.body)];
    }
    // Stripe keeps no answer to what it did not even begin.
    if (typeof key === "string" && status !== 400 && status !== 404)
      answers.set(key, { params: params.toString(), status, body });
    sendJson(response, status, JSON.parse(body));
  }

  const handle: Handler = async (request, response, url) => {
    if (behaviour.down) return void request.destroy();
    const body = (await readBody(request, BODY_LIMIT)).toString("utf8");
    if (behaviour.slowMs > 0) await delay(behaviour.slowMs);
    apiVersion = String(request.headers["stripe-version"]);
    try {
      if (request.headers.authorization !== `Bearer ${secretKey}`)
        throw new Refused(401, { type: "invalid_request_error" });
      if (behaviour.failBefore > 0) {
        behaviour.failBefore--;
        throw new Refused(500, { type: "api_error" });
      }
      if (behaviour.failAfter > 0) {
        behaviour.failAfter--;
        response.end = () => response.destroy();
      }
      const params = request.method === "GET" ? url.searchParams : new URLSearchParams(body);
      answerOnce(request, url.pathname, params, response);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      sendJson(response, error.status, error.body);
    }
  };

  const routes = ["GET", "POST"].map((method) => ({ method, path: "/v1/*", handle }));
  const http = await listen({ host: "127.0.0.1", port: 0, routes, logger: createLogger("stripe", "silent") });
  const chargeOf = (intentId: string) => charges.get(String(find(intentId).latest_charge))!;
  return {
    url: `http://127.0.0.1:${http.port}`,
    secretKey,
    webhookSecret,
    sendWebhooksTo: (to) => (webhookUrl = to),
    webhooks,
    intents: () => [...intents.values()],
    behave: (wanted) => void Object.assign(behaviour, wanted),
    forgetKeys: () => answers.clear(),
    answer: (intentId, isYes) =>
      isYes
        ? authorize(find(intentId))
        : decline(find(intentId), "payment_intent_authentication_failure", "authentication_failed"),
    endRefund: (intentId) => {
      for (const made of refunds.filter((one) => one.payment_intent === intentId && one.status === "pending")) {
        made.status = "succeeded";
        tell("refund.updated", made);
      }
    },
    dispute: (intentId, disputeId, status) => {
      const { amount, currency } = find(intentId);
      const charge = chargeOf(intentId);
      charge.disputed = true;
      const said = { id: disputeId, amount, currency, payment_intent: intentId, reason: "fraudulent", status };
      const hasEnded = ["won", "lost", "warning_closed"].includes(status);
      const made = newDispute({ ...said, charge: charge.id });
      disputes.push(made);
      tell(hasEnded ? "charge.dispute.closed" : "charge.dispute.created", made);
    },
    warn: (intentId, fraudType) =>
      tell(
        "radar.early_fraud_warning.created",
        newFraudWarning({ charge: chargeOf(intentId).id, fraud_type: fraudType, payment_intent: intentId }),
      ),
    stop: () => http.stop(),
  };
}

function metadataOf(params: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...params].flatMap(([name, value]) => {
      const key = /^metadata\[(.+)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value]];
    }),
  );
}
