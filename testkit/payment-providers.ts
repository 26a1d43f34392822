// Payment providers in the contract tests: each with its own client, against a server that the test controls.
import type { PaymentProvider } from "../subgraphs/payments/providers/provider.ts";
import { createStripe } from "../subgraphs/payments/providers/stripe.ts";
import { createTestProvider } from "../subgraphs/payments/providers/test-provider.ts";
import { startProvider, type Behaviour, type RunningProvider } from "../local/stand-ins/provider.ts";
import { stripeKeys } from "../local/stand-ins/stripe.ts";

export interface PaymentStand {
  provider: PaymentProvider;
  cards: { good: string; declined: string; asksBuyer: string; refundTakesLong: string; refundFails: string };
  behave(behaviour: Behaviour): void;
  /** A day goes by for the idempotency keys. */
  forgetKeys(): void;
  /** The buyer's decision at the bank. */
  answer(reference: string, isYes: boolean): Promise<void>;
  dispute(reference: string, disputeId: string, isLost: boolean): void;
  warn(reference: string): void;
  /** Number of payments that the provider has created. */
  made(): number;
  /** All webhooks so far, parsed by the provider's client. */
  webhooks(): { body: Buffer; headers: Record<string, string> }[];
  stop(): Promise<void>;
}

const SECRET = "a secret for the contract tests of payments";

const TEST_CARDS = {
  good: "pm_card_visa",
  declined: "pm_card_declined",
  asksBuyer: "pm_card_authentication_required",
  refundTakesLong: "pm_card_refund_pending",
  refundFails: "pm_card_refund_fails",
};

/** Names from https://docs.stripe.com/testing. */
const STRIPE_CARDS = {
  good: "pm_card_visa",
  declined: "pm_card_visa_chargeDeclined",
  asksBuyer: "pm_card_authenticationRequired",
  refundTakesLong: "pm_card_pendingRefund",
  refundFails: "pm_card_refundFail",
};

const createTestClient = (url: string) => createTestProvider({ url, secrets: [SECRET] });

function createStripeClient(apiUrl: string): PaymentProvider {
  const { secretKey, webhookSecret } = stripeKeys(SECRET);
  return createStripe({ secretKey, webhookSecrets: [webhookSecret], apiUrl });
}

/** The test provider, through one of its APIs. */
async function startStand(
  createClient: (url: string) => PaymentProvider,
  cards: PaymentStand["cards"],
  forgetKeys: (server: RunningProvider) => void,
): Promise<PaymentStand> {
  const received: { body: Buffer; headers: Record<string, string> }[] = [];
  const server = await startProvider({
    host: "127.0.0.1",
    port: 0,
    secrets: [SECRET],
    webhookUrl: "http://127.0.0.1:9/",
    logLevel: "silent",
    deliver: (body, headers) => void received.push({ body: Buffer.from(body), headers }),
  });
  server.behave({ webhookTimes: 1, webhookLateMs: 0 });
  const provider = createClient(server.url);
  const amountOf = (reference: string) => server.payments().find(({ id }) => id === reference)!.amount;
  return {
    provider,
    cards,
    behave: server.behave,
    forgetKeys: () => forgetKeys(server),
    answer: async (reference, isYes) => {
      const body = new URLSearchParams({ answer: isYes ? "yes" : "no" });
      await fetch(`${server.url}/authenticate/${reference}`, { method: "POST", body, redirect: "manual" });
    },
    dispute: (reference, id, isLost) =>
      server.dispute({
        id,
        payment: reference,
        amount: amountOf(reference),
        reason: "fraudulent",
        status: isLost ? "lost" : "open",
      }),
    warn: (reference) => server.warn(reference, "made_with_stolen_card"),
    made: () => server.payments().length,
    webhooks: () => received,
    stop: async () => {
      await provider.stop();
      await server.stop();
    },
  };
}

/** Stripe's test mode: tests can't make it fail, and its webhooks do not arrive here. */
async function startLiveStand(secretKey: string): Promise<PaymentStand> {
  const provider = createStripe({ secretKey, webhookSecrets: ["whsec_unused"] });
  const notThere = (): never => {
    throw new Error("Not supported with Stripe's test mode.");
  };
  return {
    provider,
    cards: STRIPE_CARDS,
    behave: () => {},
    forgetKeys: notThere,
    answer: notThere,
    dispute: notThere,
    warn: notThere,
    made: () => 0,
    webhooks: notThere,
    stop: () => provider.stop(),
  };
}

interface StandKind {
  start: () => Promise<PaymentStand>;
  /** Whether tests can make it fail and count its objects. */
  isOurs: boolean;
}

export function paymentStands(): Record<string, StandKind> {
  const { STRIPE_SECRET_KEY: secretKey } = process.env;
  const isTestMode = secretKey !== undefined && /^[sr]k_test_/.test(secretKey);
  return {
    // The test provider keeps its own keys permanently.
    "the test provider": { start: () => startStand(createTestClient, TEST_CARDS, () => {}), isOurs: true },
    "Stripe, by a stand-in": {
      start: () => startStand(createStripeClient, STRIPE_CARDS, (server) => server.forgetKeys()),
      isOurs: true,
    },
    ...(isTestMode && { "Stripe's test mode": { start: () => startLiveStand(secretKey), isOurs: false } }),
  };
}
