import { z } from "zod";
import {
  ConfigError,
  readEnvironment,
  seconds,
  subgraphVariables,
  url,
  type Environment,
} from "../../platform/core/config.ts";
import { subgraphConfig, type SubgraphConfig } from "../../platform/subgraph-config.ts";

export interface PaymentsConfig extends SubgraphConfig {
  ordersUrl: string;
  provider:
    | { kind: "stripe"; secretKey: string; webhookSecrets: string[]; apiUrl: string | undefined }
    /** The first secret authorizes our calls; webhooks may be signed with any of them. */
    | { kind: "test"; url: string; secrets: [string, ...string[]] };
  /** Timeout of a pending payment. */
  pendingSeconds: number;
}

const longSecret = z.string("is missing").min(32, "must have at least 32 characters");
const stripeWebhookSecret = z.string().startsWith("whsec_", "must be the signing secret of a webhook endpoint");

export const paymentsVariables = {
  ...subgraphVariables("payments"),
  ORDERS_URL: url(["http", "https"]),
  PAYMENTS_PENDING_SECONDS: seconds.default(900).describe("timeout of a pending payment"),
  PAYMENTS_PROVIDER_URL: url(["http", "https"]).describe("test provider"),
  PAYMENTS_PROVIDER_SECRET: longSecret.describe("secret shared with the test provider; 32 characters or more"),
  PAYMENTS_PROVIDER_SECRET_ALSO: longSecret.optional().describe("second secret, accepted during a secret change"),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_/, "must be a secret or restricted key of Stripe")
    .optional()
    .describe("secret or restricted key: Stripe charges the cards; without it the test provider does"),
  STRIPE_WEBHOOK_SECRET: stripeWebhookSecret
    .optional()
    .describe("signing secret of the webhook endpoint at Stripe; required with `STRIPE_SECRET_KEY`"),
  STRIPE_WEBHOOK_SECRET_ALSO: stripeWebhookSecret
    .optional()
    .describe("second signing secret, accepted during a change"),
  STRIPE_API_URL: url(["http", "https"]).optional().describe("server to use instead of Stripe, for tests"),
};

/** @throws ConfigError that lists every problem. */
export function loadConfig(env: Environment): PaymentsConfig {
  const variables = readEnvironment(env, paymentsVariables);
  return {
    ...subgraphConfig("payments", variables),
    ordersUrl: variables.ORDERS_URL,
    provider: providerOf(variables),
    pendingSeconds: variables.PAYMENTS_PENDING_SECONDS,
  };
}

interface ProviderVariables {
  PAYMENTS_PROVIDER_URL: string;
  PAYMENTS_PROVIDER_SECRET: string;
  PAYMENTS_PROVIDER_SECRET_ALSO?: string | undefined;
  STRIPE_SECRET_KEY?: string | undefined;
  STRIPE_WEBHOOK_SECRET?: string | undefined;
  STRIPE_WEBHOOK_SECRET_ALSO?: string | undefined;
  STRIPE_API_URL?: string | undefined;
}

function providerOf(variables: ProviderVariables): PaymentsConfig["provider"] {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl } = variables;
  if (secretKey === undefined)
    return {
      kind: "test",
      url: variables.PAYMENTS_PROVIDER_URL,
      secrets: [variables.PAYMENTS_PROVIDER_SECRET, ...given(variables.PAYMENTS_PROVIDER_SECRET_ALSO)],
    };
  if (webhookSecret === undefined)
    throw new ConfigError("Set STRIPE_WEBHOOK_SECRET too: without it webhooks from Stripe can't be verified.");
  const webhookSecrets = [webhookSecret, ...given(variables.STRIPE_WEBHOOK_SECRET_ALSO)];
  return { kind: "stripe", secretKey, webhookSecrets, apiUrl };
}

function given(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}
