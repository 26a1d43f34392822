// Stripe as payment provider: payment intents with manual capture, through Stripe's SDK.
// Sources: https://docs.stripe.com/payments/payment-intents, /payments/place-a-hold-on-a-payment-method,
// /refunds, /disputes, /webhooks, /api/idempotent_requests.
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { createRequire } from "node:module";
import type Stripe from "stripe";
import type { NextAction } from "../entities/payment.ts";
import {
  ProviderRefused,
  ProviderTimeout,
  type Authorization,
  type AuthorizationRequest,
  type Card,
  type DisputeStatus,
  type PaymentProvider,
  type ProviderEntry,
  type ProviderEvent,
  type RefundOutcome,
  type ProviderPayment,
} from "./provider.ts";

/** Two calls fit into the gateway's timeout of a payment. */
const DEADLINE_MS = 4_000;
/** Stripe drops idempotency keys after a day. Later calls search for the payment intent instead. */
const KEY_LIFETIME_MS = 23 * 3_600_000;
const EXPAND = ["latest_charge"];
/** Loaded at first use, because the test provider does not need it. */
const sdk = () => createRequire(import.meta.url)("stripe") as typeof Stripe;
/**
 * Currencies whose unit at Stripe is not the minor unit of ISO 4217, with the number of Stripe's units in a minor unit.
 * Source: https://docs.stripe.com/currencies#special-cases
 */
const UNITS: Record<string, number> = { ISK: 100, UGX: 100, MGA: 0.01 };

export interface StripeOptions {
  secretKey: string;
  webhookSecrets: string[];
  /** Server to use instead of Stripe, for tests. */
  apiUrl?: string | undefined;
}

export function createStripe({ secretKey, webhookSecrets, apiUrl }: StripeOptions): PaymentProvider {
  const at = apiUrl === undefined ? undefined : new URL(apiUrl);
  const isPlain = at?.protocol === "http:";
  const agent = new (isPlain ? HttpAgent : HttpsAgent)({ keepAlive: true });
  const stripe = new (sdk())(secretKey, {
    httpAgent: agent,
    timeout: DEADLINE_MS,
    // Callers retry.
    maxNetworkRetries: 0,
    telemetry: false,
    appInfo: { name: "boxoffice" },
    ...(at && { host: at.hostname, port: at.port, protocol: isPlain ? "http" : "https" }),
  });

  async function retrieve(reference: string): Promise<ProviderPayment> {
    const intent = await received(stripe.paymentIntents.retrieve(reference, { expand: EXPAND }));
    return standingOf(intent, await lostTo(intent));
  }

  /** Sum of lost disputes, in Stripe's units. */
  async function lostTo(intent: Stripe.PaymentIntent): Promise<number> {
    if (chargeOf(intent)?.disputed !== true) return 0;
    const disputes = await received(stripe.disputes.list({ payment_intent: intent.id, limit: 100 }));
    return disputes.data.filter(({ status }) => status === "lost").reduce((sum, { amount }) => sum + amount, 0);
  }

  async function* list(since: Date): AsyncGenerator<ProviderEntry> {
    const created = { gte: Math.floor(since.getTime() / 1_000) };
    const expand = EXPAND.map((field) => `data.${field}`);
    for (let after: string | undefined; ;) {
      const page: Stripe.ApiList<Stripe.PaymentIntent> = await received(
        stripe.paymentIntents.list({
          created,
          limit: 100,
          expand,
          ...(after !== undefined && { starting_after: after }),
        }),
      );
      for (const intent of page.data)
        yield {
          ...standingOf(intent, await lostTo(intent)),
          reference: intent.id,
          paymentId: intent.metadata.payment_id ?? null,
        };
      if (!page.has_more) return;
      after = page.data.at(-1)?.id;
    }
  }

  /** Makes a call idempotent: ignores a refusal if the payment is already in the wanted state. */
  async function unlessDone(work: Promise<unknown>, reference: string, isDone: (now: ProviderPayment) => boolean) {
    try {
      await received(work);
    } catch (error) {
      if (!(error instanceof ProviderRefused) || !isDone(await retrieve(reference))) throw error;
    }
  }

  async function create(request: AuthorizationRequest): Promise<Authorization> {
    const { paymentId, orderId, buyerId, currency, paymentMethod, returnUrl } = request;
    const amount = toStripe(request.amount, currency);
    if (!Number.isInteger(amount)) return refused(paymentId, "amount_invalid");
    try {
      const intent = await stripe.paymentIntents.create(
        {
          amount,
          currency: currency.toLowerCase(),
          payment_method: paymentMethod,
          allowed_payment_method_types: ["card"],
          capture_method: "manual",
          confirm: true,
          metadata: { payment_id: paymentId, order_id: orderId, buyer_id: buyerId },
          expand: EXPAND,
          ...(returnUrl !== null && { return_url: returnUrl }),
        },
        { idempotencyKey: `authorize ${paymentId}` },
      );
      // Stripe answers a repeat with the first response: retrieve the current state.
      const isOld = intent.lastResponse.headers["idempotent-replayed"] === "true";
      return isOld ? (await retrieve(intent.id)).authorization : toAuthorization(intent);
    } catch (error) {
      if (error instanceof sdk().errors.StripeCardError && error.payment_intent) {
        const reference = error.payment_intent.id;
        // Otherwise the buyer could use its client secret to confirm it with another card.
        await stripe.paymentIntents.cancel(reference).catch(() => {});
        return { outcome: "declined", reference, failureCode: codeOf(error), ...refusedCard(error.payment_intent) };
      }
      if (error instanceof sdk().errors.StripeInvalidRequestError) return refused(paymentId, codeOf(error));
      throw silent(error);
    }
  }

  async function searchFor(paymentId: string): Promise<Authorization | undefined> {
    const found = await received(
      stripe.paymentIntents.search({ query: `metadata["payment_id"]:"${paymentId}"`, limit: 1 }),
    );
    const intent = found.data[0];
    return intent && (await retrieve(intent.id)).authorization;
  }

  /** Outcome of a refund that an earlier call created. */
  async function findRefund(reference: string, refundId: string): Promise<RefundOutcome | undefined> {
    for await (const refund of stripe.refunds.list({ payment_intent: reference, limit: 100 })) {
      if (refund.metadata?.refund_id === refundId) return toOutcome(refund);
    }
    return undefined;
  }

  return {
    retrieve,
    list,
    authorize: async (request) => {
      if (Date.now() - request.begunAt.getTime() < KEY_LIFETIME_MS) return create(request);
      return (await searchFor(request.paymentId)) ?? refused(request.paymentId, "abandoned");
    },
    capture: (reference) =>
      unlessDone(stripe.paymentIntents.capture(reference), reference, ({ captured }) => captured > 0),
    void: (reference) => unlessDone(stripe.paymentIntents.cancel(reference), reference, ({ isVoided }) => isVoided),
    refund: async ({ reference, amount, currency, refundId, again }) => {
      try {
        const before = again ? await findRefund(reference, refundId) : undefined;
        if (before) return before;
        const refund = await stripe.refunds.create(
          { payment_intent: reference, amount: toStripe(amount, currency), metadata: { refund_id: refundId } },
          { idempotencyKey: `refund ${refundId}` },
        );
        return toOutcome(refund);
      } catch (error) {
        if (error instanceof sdk().errors.StripeInvalidRequestError)
          return { outcome: "failed", failureCode: codeOf(error) };
        throw silent(error);
      }
    },
    readWebhook: (rawBody, headers) => {
      const signature = headers["stripe-signature"];
      if (typeof signature !== "string") return null;
      for (const secret of webhookSecrets) {
        try {
          return toEvent(stripe.webhooks.constructEvent(rawBody, signature, secret));
        } catch {
          // Not signed with this secret.
        }
      }
      return null;
    },
    stop: async () => agent.destroy(),
  };
}

function toStripe(amount: number, currency: string): number {
  return amount * (UNITS[currency.toUpperCase()] ?? 1);
}

function fromStripe(amount: number, currency: string): number {
  return amount / (UNITS[currency.toUpperCase()] ?? 1);
}

/** Stripe has no payment intent for the payment. */
function refused(paymentId: string, failureCode: string): Authorization {
  return { outcome: "declined", reference: `refused ${paymentId}`, failureCode };
}

/** @throws ProviderTimeout, ProviderRefused */
async function received<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof sdk().errors.StripeInvalidRequestError || error instanceof sdk().errors.StripeCardError)
      throw new ProviderRefused(codeOf(error));
    throw silent(error);
  }
}

/** Maps errors that do not decide the payment, such as a rate limit. Omits Stripe's message, which may contain request data. */
function silent(error: unknown): unknown {
  return error instanceof sdk().errors.StripeError
    ? new ProviderTimeout(`Stripe did not answer: ${error.type} ${error.statusCode ?? ""}`.trimEnd())
    : error;
}

function codeOf(error: { decline_code?: string; code?: string }): string {
  return error.decline_code ?? error.code ?? "refused";
}

function chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  return typeof intent.latest_charge === "object" ? (intent.latest_charge ?? undefined) : undefined;
}

function cardOf(intent: Stripe.PaymentIntent): Card {
  const charge = chargeOf(intent);
  const level = charge?.outcome?.risk_level;
  return {
    fingerprint: charge?.payment_method_details?.card?.fingerprint ?? "unknown",
    riskLevel: level === "elevated" || level === "highest" ? level : "normal",
  };
}

/** The last declined card, if Stripe names it. */
function refusedCard(intent: Stripe.PaymentIntent): { card?: Card } {
  const fingerprint = intent.last_payment_error?.payment_method?.card?.fingerprint;
  return fingerprint ? { card: { fingerprint, riskLevel: "normal" } } : {};
}

/** @param lost in Stripe's units */
function standingOf(intent: Stripe.PaymentIntent, lost: number): ProviderPayment {
  return {
    authorization: toAuthorization(intent),
    captured: fromStripe(intent.amount_received, intent.currency),
    refunded: fromStripe((chargeOf(intent)?.amount_refunded ?? 0) + lost, intent.currency),
    isVoided: intent.status === "canceled",
  };
}

function nextActionOf(intent: Stripe.PaymentIntent): NextAction | null {
  const url = intent.next_action?.redirect_to_url?.url;
  if (url) return { kind: "REDIRECT", url, clientSecret: null };
  if (!intent.next_action || intent.client_secret === null) return null;
  return { kind: "PROVIDER_SDK", url: null, clientSecret: intent.client_secret };
}

function toAuthorization(intent: Stripe.PaymentIntent): Authorization {
  const reference = intent.id;
  switch (intent.status) {
    case "requires_capture":
    case "succeeded":
      return { outcome: "authorized", reference, card: cardOf(intent) };
    case "requires_payment_method":
    case "canceled": {
      const error = intent.last_payment_error;
      const failureCode = error?.decline_code ?? error?.code ?? intent.cancellation_reason ?? intent.status;
      return { outcome: "declined", reference, failureCode, ...refusedCard(intent) };
    }
    default:
      return { outcome: "pending", reference, nextAction: nextActionOf(intent) };
  }
}

function toOutcome(refund: Stripe.Refund): RefundOutcome {
  switch (refund.status) {
    case "succeeded":
      return { outcome: "done" };
    case "failed":
    case "canceled":
      return { outcome: "failed", failureCode: refund.failure_reason ?? refund.status };
    default:
      return { outcome: "pending" };
  }
}

/** An inquiry (warning_…) counts as open: it takes no money yet, but the tickets must be frozen. */
function toDisputeStatus(status: string): DisputeStatus {
  if (status === "lost") return "LOST";
  return ["won", "warning_closed", "prevented"].includes(status) ? "WON" : "OPEN";
}

function idOf(named: string | { id: string } | null | undefined): string | null {
  return typeof named === "string" ? named : (named?.id ?? null);
}

/** Unknown kinds and shapes are "nothing of ours". */
function toEvent(event: Stripe.Event): ProviderEvent {
  switch (event.type) {
    case "payment_intent.amount_capturable_updated":
    case "payment_intent.payment_failed":
    case "payment_intent.canceled":
    case "payment_intent.requires_action": {
      const intent = event.data.object;
      const paymentId = intent.metadata?.payment_id;
      return paymentId === undefined
        ? { about: "nothing of ours" }
        : { about: "payment", paymentId, reference: intent.id, authorization: null };
    }
    case "refund.created":
    case "refund.updated":
    case "refund.failed": {
      const refund = event.data.object;
      const refundId = refund.metadata?.refund_id;
      return refundId === undefined
        ? { about: "nothing of ours" }
        : { about: "refund", refundId, outcome: toOutcome(refund) };
    }
    case "charge.dispute.created":
    case "charge.dispute.updated":
    case "charge.dispute.closed": {
      const { id: disputeId, amount, currency, reason, status, payment_intent: intent } = event.data.object;
      const reference = idOf(intent);
      const dispute = { id: disputeId, amount: fromStripe(amount, currency), reason, status: toDisputeStatus(status) };
      return reference === null ? { about: "nothing of ours" } : { about: "dispute", reference, dispute };
    }
    case "radar.early_fraud_warning.created": {
      const { fraud_type: kind, payment_intent: intent } = event.data.object;
      const reference = idOf(intent);
      return reference === null ? { about: "nothing of ours" } : { about: "fraud warning", reference, kind };
    }
    default:
      return { about: "nothing of ours" };
  }
}
