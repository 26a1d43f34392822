// The whole system with Stripe as its provider, by the test provider, which speaks Stripe's HTTP API too.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { buy, openShow, readOrder, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startProvider, type RunningProvider } from "../local/stand-ins/provider.ts";
import { stripeKeys } from "../local/stand-ins/stripe.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

const SECRET = "a secret of the test provider that stands in for Stripe";
const webhooks: { body: string; headers: Record<string, string> }[] = [];
let stripe: RunningProvider;
let supergraph: TestSupergraph;
let show: Show;
let buyer: Person;
beforeAll(async () => {
  const { secretKey, webhookSecret } = stripeKeys(SECRET);
  stripe = await startProvider({
    host: "127.0.0.1",
    port: 0,
    secrets: [SECRET],
    webhookUrl: "http://127.0.0.1:9/",
    logLevel: "silent",
    deliver: (body, headers) => {
      webhooks.push({ body, headers });
      void post(body, headers).catch(() => {});
    },
  });
  supergraph = await startSupergraph({
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_URL: stripe.url,
  });
  show = await openShow(supergraph.client);
  buyer = await signUp(supergraph.client);
});
afterAll(async () => {
  await supergraph.stop();
  await stripe.stop();
});

const post = (body: string, headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${supergraph.env.PAYMENTS_PORT}/webhooks/payments`, { method: "POST", body, headers });
const paymentOf = (orderId: string) => stripe.payments().find(({ metadata }) => metadata.order_id === orderId)!;
const becomes = (client: Client, orderId: string, status: string) =>
  until(async () => (await readOrder(client, orderId)).status === status, `the order is ${status}`);
const refund = (orderId: string): Promise<Data> =>
  show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId, reason: "ill", idempotencyKey: randomUUID() },
  });

test("an order is authorized, captured once its seats are sold, and given back", async () => {
  const { order, payment } = await buy(buyer.client, show.eventId, [show.seats[0].id, show.seats[1].id]);
  expect(payment.__typename).toBe("Payment");
  await becomes(buyer.client, order.id, "CONFIRMED");
  expect(paymentOf(order.id)).toMatchObject({
    id: expect.stringMatching(/^pi_/),
    status: "captured",
    amount: 9000,
    captured: 9000,
    currency: "eur",
    // Nobody outside learns who buys.
    metadata: { payment_id: payment.id, order_id: order.id, buyer_id: buyer.id },
  });
  await refund(order.id);
  await until(
    async () => (await readOrder(buyer.client, order.id)).payments[0].status === "REFUNDED",
    "the money is back",
  );
});

test("a declined card is answered in Stripe's words, and its intent can't be confirmed with another one", async () => {
  const { order, payment } = await buy(
    buyer.client,
    show.eventId,
    [show.seats[2].id],
    "pm_card_visa_chargeDeclinedInsufficientFunds",
  );
  expect(payment).toMatchObject({ __typename: "PaymentDeclined", code: "insufficient_funds" });
  await until(() => paymentOf(order.id).status === "voided", "the intent is canceled");
});

test("3-D Secure continues in the browser with the client secret, and the order with the webhook", async () => {
  const { order, payment } = await buy(
    buyer.client,
    show.eventId,
    [show.seats[3].id],
    "pm_card_authenticationRequired",
  );
  expect(payment).toMatchObject({ __typename: "Payment", status: "PENDING" });
  const asked = `query ($id: ID!) { payment(id: $id) { nextAction { kind url clientSecret } } }`;
  const seen = async ({ client }: Person) => (await client.ask(asked, { id: payment.id })).payment.nextAction;
  const { id } = paymentOf(order.id);
  expect(await seen(buyer)).toEqual({
    kind: "PROVIDER_SDK",
    url: null,
    clientSecret: expect.stringContaining(`${id}_secret_`),
  });
  expect(await seen(show.owner)).toBeNull();
  const body = new URLSearchParams({ answer: "yes" });
  expect((await fetch(`${stripe.url}/authenticate/${id}`, { method: "POST", body })).status).toBe(200);
  await becomes(buyer.client, order.id, "CONFIRMED");
});

test("a dispute freezes the tickets, and takes them when it is lost", async () => {
  const { order } = await buy(buyer.client, show.eventId, [show.seats[4].id]);
  await becomes(buyer.client, order.id, "CONFIRMED");
  const frozen = async () =>
    (await buyer.client.ask(`query ($id: ID!) { order(id: $id) { tickets { frozen } } }`, { id: order.id })).order
      .tickets[0].frozen as boolean;
  const dispute = { id: "dp_1", payment: paymentOf(order.id).id, amount: 4500, reason: "fraudulent" };
  stripe.dispute({ ...dispute, status: "open" });
  await until(frozen, "the ticket is frozen");
  stripe.dispute({ ...dispute, status: "lost" });
  await becomes(buyer.client, order.id, "REFUNDED");
});

test("a webhook that Stripe did not sign changes nothing", async () => {
  const [{ body, headers }] = webhooks as [(typeof webhooks)[0]];
  const signature = headers["stripe-signature"]!;
  expect((await post(body, {})).status).toBe(400);
  expect((await post(body, { "stripe-signature": signature.replace(/.$/, "z") })).status).toBe(400);
  expect((await post(body, { "provider-signature": signature })).status).toBe(400);
  expect((await post(body, { "stripe-signature": signature })).status).toBe(200);
});
