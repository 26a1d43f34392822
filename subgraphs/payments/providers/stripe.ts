// Stripe as our payment provider: payment intents that are captured by hand, by Stripe's own SDK.
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

/** Two calls of this length fit into what the gateway waits for a payment. */
const DEADLINE_MS = 4_000;
/** Stripe forgets idempotency keys after a day: from then on what a key has made is searched for instead. */
const KEY_LIFETIME_MS = 23 * 3_600_000;
const EXPAND = ["latest_charge"];
/** Loaded at first use: with the test provider there is none. */
const sdk = () => createRequire(import.meta.url)("stripe") as typeof Stripe;
/**
 * Stripe counts these in other units than ISO 4217 does: so many of its units are one of ours.
 * Source: https://docs.stripe.com/currencies#special-cases
 */
const UNITS: Record<string, number> = { ISK: 100, UGX: 100, MGA: 0.01 };

export interface StripeOptions {
  secretKey: string;
  webhookSecrets: string[];
  /** Somewhere else than Stripe, for tests. */
  apiUrl?: string | undefined;
}

export function createStripe({ secretKey, webhookSecrets, apiUrl }: StripeOptions): PaymentProvider {
  const at = apiUrl === undefined ? undefined : new URL(apiUrl);
  const isPlain = at?.protocol === "http:";
  const agent = new (isPlain ? HttpAgent : HttpsAgent)({ keepAlive: true });
  const stripe = new (sdk())(secretKey, {
    httpAgent: agent,
    timeout: DEADLINE_MS,
    // Who calls repeats by itself, with what it has learned.
    maxNetworkRetries: 0,
    telemetry: false,
    appInfo: { name: "boxoffice" },
    ...(at && { host: at.hostname, port: at.port, protocol: isPlain ? "http" : "https" }),
  });

  async function retrieve(reference: string): Promise<ProviderPayment> {
    const intent = await received(stripe.paymentIntents.retrieve(reference, { expand: EXPAND }));
    return standingOf(intent, await lostTo(intent));
  }

  /** What the buyer's bank has taken back. */
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

  /** Does something that may have been done before: what Stripe refuses for that reason has been done. */
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
      // A repeat is answered with what was so the first time.
      const isOld = intent.lastResponse.headers["idempotent-replayed"] === "true";
      return isOld ? (await retrieve(intent.id)).authorization : toAuthorization(intent);
    } catch (error) {
      if (error instanceof sdk().errors.StripeCardError && error.payment_intent) {
        const reference = error.payment_intent.id;
        // With its client secret the buyer could still confirm it, with another card.
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

  /** What a refund asked for before has become. */
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
          // Not signed with this one.
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

/** Stripe has not made anything of it. */
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

/** A wrong key, a rate limit, a cut line: none says anything of the payment. Stripe's own message may name what we sent. */
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

/** The card that was tried last, if Stripe names it. */
function refusedCard(intent: Stripe.PaymentIntent): { card?: Card } {
  const fingerprint = intent.last_payment_error?.payment_method?.card?.fingerprint;
  return fingerprint ? { card: { fingerprint, riskLevel: "normal" } } : {};
}

/** `lost` in Stripe's units. */
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

/** An inquiry (warning_…) takes no money yet, but nobody should enter meanwhile. */
function toDisputeStatus(status: string): DisputeStatus {
  if (status === "lost") return "LOST";
  return ["won", "warning_closed", "prevented"].includes(status) ? "WON" : "OPEN";
}

function idOf(named: string | { id: string } | null | undefined): string | null {
  return typeof named === "string" ? named : (named?.id ?? null);
}

/** What an event means to us; of kinds and shapes that we do not know, nothing. */
function toEvent(event: Stripe.Event): ProviderEvent {
  const { id } = event;
  switch (event.type) {
    case "payment_intent.amount_capturable_updated":
    case "payment_intent.payment_failed":
    case "payment_intent.canceled":
    case "payment_intent.requires_action": {
      const intent = event.data.object;
      const paymentId = intent.metadata?.payment_id;
      return paymentId === undefined
        ? { id, about: "nothing of ours" }
        : { id, about: "payment", paymentId, reference: intent.id, authorization: null };
    }
    case "refund.created":
    case "refund.updated":
    case "refund.failed": {
      const refund = event.data.object;
      const refundId = refund.metadata?.refund_id;
      return refundId === undefined
        ? { id, about: "nothing of ours" }
        : { id, about: "refund", refundId, outcome: toOutcome(refund) };
    }
    case "charge.dispute.created":
    case "charge.dispute.updated":
    case "charge.dispute.closed": {
      const { id: disputeId, amount, currency, reason, status, payment_intent: intent } = event.data.object;
      const reference = idOf(intent);
      const dispute = { id: disputeId, amount: fromStripe(amount, currency), reason, status: toDisputeStatus(status) };
      return reference === null ? { id, about: "nothing of ours" } : { id, about: "dispute", reference, dispute };
    }
    case "radar.early_fraud_warning.created": {
      const { fraud_type: kind, payment_intent: intent } = event.data.object;
      const reference = idOf(intent);
      return reference === null ? { id, about: "nothing of ours" } : { id, about: "fraud warning", reference, kind };
    }
    default:
      return { id, about: "nothing of ours" };
  }
}
