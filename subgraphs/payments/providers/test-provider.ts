// Client of the built-in test provider's HTTP API.
import { createHmac, timingSafeEqual } from "node:crypto";
import { Agent, request } from "undici";
import { z } from "zod";
import { withDeadline } from "../../../platform/core/timeout.ts";
import {
  ProviderRefused,
  ProviderTimeout,
  type Authorization,
  type PaymentProvider,
  type ProviderEvent,
  type RefundOutcome,
  type ProviderPayment,
} from "./provider.ts";

/** Timeout of a call; the payment is then still pending. */
const DEADLINE_MS = 2_000;
/** Maximum age of webhooks, against replay attacks. */
export const WEBHOOK_TOLERANCE_SECONDS = 300;

const payment = z.object({
  id: z.string(),
  status: z.enum(["requires_action", "processing", "authorized", "declined", "captured", "voided"]),
  captured: z.int(),
  refunded: z.int(),
  charged_back: z.int(),
  failure_code: z.string().nullable(),
  next_action: z.object({ url: z.string() }).nullable(),
  card: z.object({ fingerprint: z.string(), risk_level: z.enum(["normal", "elevated", "highest"]) }),
  metadata: z.object({ payment_id: z.string() }),
});
const refund = z.object({
  refund_id: z.string(),
  status: z.enum(["pending", "succeeded", "failed"]),
  failure_code: z.string().nullable(),
});
const dispute = z.object({
  id: z.string(),
  payment: z.string(),
  amount: z.int(),
  reason: z.string(),
  status: z.enum(["open", "won", "lost"]),
});
/** The last member matches unknown kinds. */
const webhook = z.union([
  z.object({ id: z.string(), payment }),
  z.object({ id: z.string(), refund }),
  z.object({ id: z.string(), dispute }),
  z.object({ id: z.string(), fraud_warning: z.object({ payment: z.string(), kind: z.string() }) }),
  z.object({ id: z.string() }),
]);
const failure = z.object({ error: z.object({ code: z.string() }) });

function toAuthorization(found: z.infer<typeof payment>): Authorization {
  const { id: reference, next_action: action } = found;
  const card = { fingerprint: found.card.fingerprint, riskLevel: found.card.risk_level };
  switch (found.status) {
    case "requires_action":
    case "processing":
      return {
        outcome: "pending",
        reference,
        nextAction: action && { kind: "REDIRECT", url: action.url, clientSecret: null },
      };
    case "declined":
      return { outcome: "declined", reference, failureCode: found.failure_code ?? "declined", card };
    case "authorized":
    case "captured":
      return { outcome: "authorized", reference, card };
    case "voided":
      return { outcome: "declined", reference, failureCode: "voided" };
  }
}

function toStanding(found: z.infer<typeof payment>): ProviderPayment {
  const { captured, refunded, charged_back: chargedBack, status } = found;
  return {
    authorization: toAuthorization(found),
    captured,
    refunded: refunded + chargedBack,
    isVoided: status === "voided",
  };
}

function toOutcome({ status, failure_code: failureCode }: z.infer<typeof refund>): RefundOutcome {
  if (status === "failed") return { outcome: "failed", failureCode: failureCode ?? "refund_failed" };
  return { outcome: status === "succeeded" ? "done" : "pending" };
}

function toEvent(parsed: z.infer<typeof webhook>): ProviderEvent {
  if ("payment" in parsed) {
    const { payment: about } = parsed;
    const paymentId = about.metadata.payment_id;
    return { about: "payment", paymentId, reference: about.id, authorization: toAuthorization(about) };
  }
  if ("refund" in parsed)
    return { about: "refund", refundId: parsed.refund.refund_id, outcome: toOutcome(parsed.refund) };
  if ("dispute" in parsed) {
    const { payment: reference, status, ...rest } = parsed.dispute;
    const statuses = { open: "OPEN", won: "WON", lost: "LOST" } as const;
    return { about: "dispute", reference, dispute: { ...rest, status: statuses[status] } };
  }
  if ("fraud_warning" in parsed)
    return { about: "fraud warning", reference: parsed.fraud_warning.payment, kind: parsed.fraud_warning.kind };
  return { about: "nothing of ours" };
}

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 over "t.body">`, the format of Stripe's webhooks. */
export function signWebhook(secret: string, body: string, atSeconds: number): string {
  return `t=${atSeconds},v1=${createHmac("sha256", secret).update(`${atSeconds}.${body}`).digest("hex")}`;
}

export function signatureIsGood(
  secret: string,
  body: Buffer,
  signature: string | undefined,
  nowSeconds: number,
): boolean {
  const match = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? "");
  if (!match || Math.abs(nowSeconds - Number(match[1])) > WEBHOOK_TOLERANCE_SECONDS) return false;
  const expected = createHmac("sha256", secret)
    .update(`${match[1]}.${body.toString("utf8")}`)
    .digest();
  return timingSafeEqual(expected, Buffer.from(match[2]!, "hex"));
}

export function createTestProvider({ url, secrets }: { url: string; secrets: [string, ...string[]] }): PaymentProvider {
  const agent = new Agent({ connections: 64, connect: { timeout: 1_000 } });

  async function ask(method: "GET" | "POST", path: string, idempotencyKey?: string, body?: unknown): Promise<unknown> {
    let status: number;
    let answer: unknown;
    try {
      [status, answer] = await withDeadline(DEADLINE_MS, async (signal) => {
        const response = await request(new URL(path, url), {
          method,
          dispatcher: agent,
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${secrets[0]}`,
            ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
          },
          body: body === undefined ? null : JSON.stringify(body),
          signal,
        });
        return [response.statusCode, await response.body.json()];
      });
    } catch (cause) {
      throw new ProviderTimeout("The provider did not answer.", { cause });
    }
    // 401 and 429 do not decide the payment: after a correction a retry may succeed.
    if (status >= 500 || status === 401 || status === 429)
      throw new ProviderTimeout(`The provider answered ${status}.`);
    if (status >= 400) throw new ProviderRefused(failure.parse(answer).error.code);
    return answer;
  }

  return {
    authorize: async ({ paymentId, orderId, buyerId, amount, currency, paymentMethod, returnUrl }) => {
      try {
        const answer = await ask("POST", "/v1/payments", `authorize ${paymentId}`, {
          amount,
          currency,
          payment_method: paymentMethod,
          return_url: returnUrl,
          metadata: { payment_id: paymentId, order_id: orderId, buyer_id: buyerId },
        });
        return toAuthorization(payment.parse(answer));
      } catch (error) {
        // A refused payment counts as declined.
        if (error instanceof ProviderRefused)
          return { outcome: "declined", reference: `refused ${paymentId}`, failureCode: error.failureCode };
        throw error;
      }
    },
    retrieve: async (reference) => toStanding(payment.parse(await ask("GET", `/v1/payments/${reference}`))),
    list: async function* (since) {
      const answer = await ask("GET", `/v1/payments?since=${since.toISOString()}`);
      for (const found of z.object({ payments: z.array(payment) }).parse(answer).payments)
        yield { ...toStanding(found), reference: found.id, paymentId: found.metadata.payment_id };
    },
    capture: async (reference) =>
      void (await ask("POST", `/v1/payments/${reference}/capture`, `capture ${reference}`, {})),
    void: async (reference) => void (await ask("POST", `/v1/payments/${reference}/void`, `void ${reference}`, {})),
    refund: async ({ reference, amount, refundId }) => {
      try {
        const idempotencyKey = `refund ${refundId}`;
        const body = { amount, refund_id: refundId };
        return toOutcome(refund.parse(await ask("POST", `/v1/payments/${reference}/refunds`, idempotencyKey, body)));
      } catch (error) {
        if (error instanceof ProviderRefused) return { outcome: "failed", failureCode: error.failureCode };
        throw error;
      }
    },
    readWebhook: (rawBody, headers) => {
      const signature = headers["provider-signature"];
      if (typeof signature !== "string") return null;
      const now = Math.floor(Date.now() / 1_000);
      if (!secrets.some((secret) => signatureIsGood(secret, rawBody, signature, now))) return null;
      const parsed = webhook.safeParse(safeJson(rawBody));
      return parsed.success ? toEvent(parsed.data) : null;
    },
    stop: () => agent.close(),
  };
}

function safeJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
