// The built-in test provider, as a client of its HTTP API.
import { createHmac, timingSafeEqual } from "node:crypto";
import { Agent, request } from "undici";
import { z } from "zod";
import {
  ProviderRefused,
  ProviderSilent,
  type Authorization,
  type PaymentProvider,
  type ProviderEvent,
} from "./provider.ts";

/** After that a client is told that its payment is still pending. */
const DEADLINE_MS = 2_000;
/** Older webhooks are not believed: somebody may have recorded them. */
export const WEBHOOK_TOLERANCE_SECONDS = 300;

const payment = z.object({
  id: z.string(),
  status: z.enum(["processing", "authorized", "declined", "captured", "voided"]),
  failure_code: z.string().nullable(),
  card: z.object({ fingerprint: z.string(), risk_level: z.enum(["normal", "elevated", "highest"]) }),
  metadata: z.object({ payment_id: z.string() }),
});
const webhook = z.object({ id: z.string(), type: z.string(), payment });
const failure = z.object({ error: z.object({ code: z.string() }) });

function toAuthorization(found: z.infer<typeof payment>): Authorization {
  switch (found.status) {
    case "processing":
      return { outcome: "pending" };
    case "declined":
      return { outcome: "declined", reference: found.id, failureCode: found.failure_code ?? "declined" };
    case "authorized":
    case "captured":
    case "voided":
      return {
        outcome: "authorized",
        reference: found.id,
        card: { fingerprint: found.card.fingerprint, riskLevel: found.card.risk_level },
      };
  }
}

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 over "t.body">`, as Stripe's webhooks are signed. */
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

export function createTestProvider({ url, secret }: { url: string; secret: string }): PaymentProvider {
  const agent = new Agent({ connections: 64, connect: { timeout: 1_000 } });

  async function post(path: string, key: string, body: unknown): Promise<unknown> {
    let status: number;
    let answer: unknown;
    try {
      const response = await request(new URL(path, url), {
        method: "POST",
        dispatcher: agent,
        headers: { "content-type": "application/json", authorization: `Bearer ${secret}`, "idempotency-key": key },
        body: JSON.stringify(body),
        headersTimeout: DEADLINE_MS,
        bodyTimeout: DEADLINE_MS,
      });
      status = response.statusCode;
      answer = await response.body.json();
    } catch (cause) {
      throw new ProviderSilent("The provider did not answer.", { cause });
    }
    if (status >= 500) throw new ProviderSilent(`The provider answered ${status}.`);
    if (status >= 400) throw new ProviderRefused(failure.parse(answer).error.code);
    return answer;
  }

  return {
    authorize: async ({ paymentId, orderId, amount, currency, paymentMethod }) => {
      try {
        const answer = await post("/v1/payments", `authorize ${paymentId}`, {
          amount,
          currency,
          payment_method: paymentMethod,
          metadata: { payment_id: paymentId, order_id: orderId },
        });
        return toAuthorization(payment.parse(answer));
      } catch (error) {
        // What the provider does not know how to charge is a payment that was declined.
        if (error instanceof ProviderRefused)
          return { outcome: "declined", reference: `refused ${paymentId}`, failureCode: error.failureCode };
        throw error;
      }
    },
    capture: async (reference) => void (await post(`/v1/payments/${reference}/capture`, `capture ${reference}`, {})),
    void: async (reference) => void (await post(`/v1/payments/${reference}/void`, `void ${reference}`, {})),
    refund: async (reference, amount, refundId) =>
      void (await post(`/v1/payments/${reference}/refunds`, `refund ${refundId}`, { amount })),
    readWebhook: (rawBody, signature): ProviderEvent | null => {
      if (!signatureIsGood(secret, rawBody, signature, Math.floor(Date.now() / 1_000))) return null;
      const parsed = webhook.safeParse(safeJson(rawBody));
      if (!parsed.success) return null;
      const { id, payment: about } = parsed.data;
      return { id, paymentId: about.metadata.payment_id, authorization: toAuthorization(about) };
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
