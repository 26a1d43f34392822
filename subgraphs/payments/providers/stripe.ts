// Stripe as payment provider: payment intents with manual capture, through Stripe's SDK.
// Sources: https://docs.stripe.com/payments/payment-intents, /payments/place-a-hold-on-a-payment-method,
// /refunds, /disputes, /webhooks, /api/idempotent_requests.
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { createRequire } from "node:module";
import type Stripe from "stripe";
import {
  ProviderRefused,
  ProviderTimeout,
  type Authorization,
  type AuthorizationRequest,
  type PaymentProvider,
  type ProviderEntry,
  type RefundOutcome,
  type ProviderPayment,
} from "./provider.ts";
import {
  chargeOf,
  codeOf,
  refusedCard,
  standingOf,
  toAuthorization,
  toEvent,
  toOutcome,
  toStripe,
} from "./stripe-objects.ts";

/** Two calls fit into the gateway's timeout of a payment. */
const DEADLINE_MS = 4_000;
/** Stripe drops idempotency keys after a day. Later calls search for the payment intent instead. */
const KEY_LIFETIME_MS = 23 * 3_600_000;
const EXPAND = ["latest_charge"];
/** Loaded at first use, because the test provider does not need it. */
const sdk = () => createRequire(import.meta.url)("stripe") as typeof Stripe;
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
