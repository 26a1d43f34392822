import Stripe from "stripe";
import { startAlone } from "../../../testkit/isolated-subgraph.ts";
import { createStripe } from "../providers/stripe.ts";
import { signWebhook } from "../providers/test-provider.ts";

const [OLD, NEXT, OTHER] = ["old", "next", "other"].map((which) => `whsec_the-${which}-secret-of-the-provider`) as [
  string,
  string,
  string,
];
const NOTHING_OF_OURS = JSON.stringify({ id: "evt_1", fraud_warning: { payment: "pay_unknown", kind: "misc" } });

test("while the provider's secret is changed, it is believed by the old one and the next one, and nobody else is", async () => {
  const payments = await startAlone("payments", {
    PAYMENTS_PROVIDER_SECRET: OLD,
    PAYMENTS_PROVIDER_SECRET_ALSO: NEXT,
  });
  try {
    const statuses = await Promise.all(
      [OLD, NEXT, OTHER].map(async (secret) => {
        const signature = signWebhook(secret, NOTHING_OF_OURS, Math.floor(Date.now() / 1_000));
        const response = await fetch(new URL("/webhooks/payments", payments.running.url), {
          method: "POST",
          body: NOTHING_OF_OURS,
          headers: { "content-type": "application/json", "provider-signature": signature },
        });
        return response.status;
      }),
    );
    expect(statuses).toEqual([200, 200, 400]);
  } finally {
    await payments.stop();
  }
});

test("Stripe's endpoint may have two signing secrets too", async () => {
  const { webhooks } = new Stripe("sk_test_none");
  const provider = createStripe({ secretKey: "sk_test_none", webhookSecrets: [OLD, NEXT], apiUrl: undefined });
  const payload = JSON.stringify({ id: "evt_1", object: "event", type: "plan.created", data: { object: {} } });
  const read = (secret: string) =>
    provider.readWebhook(Buffer.from(payload), {
      "stripe-signature": webhooks.generateTestHeaderString({ payload, secret }),
    });
  expect([OLD, NEXT, OTHER].map((secret) => read(secret)?.about)).toEqual([
    "nothing of ours",
    "nothing of ours",
    undefined,
  ]);
  await provider.stop();
});
