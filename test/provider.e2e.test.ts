// The payment provider at its worst, and what the buyer's bank has to say: nobody is charged twice, nothing is kept or given
// away that should not be, and people who have to act can see it.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { allSeats, buy, openShow, payOrder, readOrder, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

let supergraph: TestSupergraph;
let show: Show;
let free: string[];
beforeAll(async () => {
  supergraph = await startSupergraph();
  show = await openShow(supergraph.client);
  free = show.seats.filter(({ section }) => section.name === "Parkett").map(({ id }) => id as string);
});
afterAll(() => supergraph.stop());
afterEach(() =>
  supergraph.provider.behave({
    slowMs: 0,
    failBefore: 0,
    failAfter: 0,
    webhookTimes: 2,
    webhookLateMs: 600,
  }),
);

const entriesOf = (orderId: string) =>
  supergraph.provider.payments().filter((payment) => payment.metadata.order_id === orderId);
const becomes = (client: Client, orderId: string, status: string) =>
  until(async () => (await readOrder(client, orderId)).status === status, `the order is ${status}`);
const newBuyer = () => signUp(supergraph.client);

async function confirmed(buyer: Person, card = "pm_card_visa"): Promise<{ order: Data; seatId: string }> {
  const seatId = free.shift()!;
  const { order } = await buy(buyer.client, show.eventId, [seatId], card);
  await becomes(buyer.client, order.id, "CONFIRMED");
  return { order, seatId };
}

const PAYMENT = `query ($id: ID!) { order(id: $id) { payments {
  id status failureCode fraudWarning amount { amount } refunded { amount }
  nextAction { kind url clientSecret } refunds { id status failureCode amount { amount } } disputes { status reason amount { amount } closedAt }
} tickets { status frozen } history { note } } }`;
const seen = async (client: Client, id: string): Promise<Data> => (await client.ask(PAYMENT, { id })).order;
const refund = async (orderId: string): Promise<string> =>
  (
    await show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
      i: { orderId, reason: "ill", idempotencyKey: randomUUID() },
    })
  ).refundOrder.__typename;
const checkIn = async (code: string): Promise<string> =>
  (await show.owner.client.ask(`mutation ($c: String!) { checkIn(code: $c) { __typename } }`, { c: code })).checkIn
    .__typename;
const codeOf = async ({ client }: Person, orderId: string): Promise<string> =>
  (await readOrder(client, orderId)).tickets[0].code;

describe.each([
  ["fails before it did anything", { failBefore: 3 }],
  ["does it and its answers are lost", { failAfter: 3 }],
  ["is slow", { slowMs: 300 }],
  ["never sends a webhook", { webhookTimes: 0 }],
  ["sends every webhook five times, shuffled", { webhookTimes: 5, webhookLateMs: 1_500 }],
])("the provider %s", (_, behaviour) => {
  test("a purchase and its refund take and give back the money once", async () => {
    const buyer = await newBuyer();
    supergraph.provider.behave(behaviour);
    const { order } = await confirmed(buyer);
    expect(entriesOf(order.id)).toMatchObject([{ status: "captured", captured: 4500, refunded: 0 }]);
    supergraph.provider.behave(behaviour);
    expect(await refund(order.id)).toBe("Order");
    await until(async () => (await seen(buyer.client, order.id)).payments[0].status === "REFUNDED", "it is refunded");
    await supergraph.settle();
    expect(entriesOf(order.id)).toMatchObject([{ refunded: 4500, refunds: [{ status: "succeeded" }] }]);
    expect((await seen(buyer.client, order.id)).payments).toMatchObject([{ refunded: { amount: 4500 } }]);
  });
});

test("a buyer who has to confirm at the bank gets its address, nobody else does, and the order continues after that", async () => {
  const buyer = await newBuyer();
  const { order, payment } = await buy(buyer.client, show.eventId, [free.shift()!], "pm_card_authentication_required");
  expect(payment).toMatchObject({ __typename: "Payment", status: "PENDING" });
  const { nextAction } = (await seen(buyer.client, order.id)).payments[0];
  expect(nextAction).toEqual({
    kind: "REDIRECT",
    url: expect.stringMatching(/^http.*authenticate/),
    clientSecret: null,
  });
  expect((await seen(show.owner.client, order.id)).payments).toMatchObject([{ status: "PENDING", nextAction: null }]);
  expect((await fetch(nextAction.url)).status).toBe(200);
  expect((await fetch(nextAction.url, { method: "POST", body: new URLSearchParams({ answer: "yes" }) })).ok).toBe(true);
  await becomes(buyer.client, order.id, "CONFIRMED");
  expect((await seen(buyer.client, order.id)).payments).toMatchObject([{ status: "SUCCEEDED", nextAction: null }]);
});

test("who says no at the bank has a failed payment, and may take another card", async () => {
  const buyer = await newBuyer();
  const { order } = await buy(buyer.client, show.eventId, [free.shift()!], "pm_card_authentication_required");
  const { nextAction } = (await seen(buyer.client, order.id)).payments[0];
  await fetch(nextAction.url, { method: "POST", body: new URLSearchParams({ answer: "no" }) });
  await until(
    async () => (await seen(buyer.client, order.id)).payments[0].status === "FAILED",
    "the payment has failed",
  );
  expect((await seen(buyer.client, order.id)).payments).toMatchObject([{ failureCode: "authentication_failed" }]);
  await until(async () => (await payOrder(buyer.client, order.id)).__typename === "Payment", "it can be paid");
  await becomes(buyer.client, order.id, "CONFIRMED");
});

test.each(["ftp://example.org/", "javascript:alert(1)", "https://", `https://example.org/${"x".repeat(2_000)}`])(
  "%s is no return URL",
  async (returnUrl) => {
    const { client } = await newBuyer();
    const answer = await client.send(`mutation ($i: PayOrderInput!) { payOrder(input: $i) { __typename } }`, {
      i: { orderId: randomUUID(), paymentMethod: "pm_card_visa", idempotencyKey: "k", returnUrl },
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  },
);

test("a payment that never ends is given up, and nothing stays set aside", async () => {
  const buyer = await newBuyer();
  const { order, payment } = await buy(buyer.client, show.eventId, [free.shift()!], "pm_card_never");
  expect(payment).toMatchObject({ status: "PENDING" });
  await supergraph.advance(901);
  await until(
    async () => (await seen(buyer.client, order.id)).payments[0].status === "FAILED",
    "the payment has failed",
  );
  expect((await seen(buyer.client, order.id)).payments).toMatchObject([{ failureCode: "abandoned" }]);
  expect(entriesOf(order.id)).toMatchObject([{ status: "voided" }]);
  await becomes(buyer.client, order.id, "EXPIRED");
});

test.each([
  ["pm_card_refund_fails", "is refused"],
  ["pm_card_refund_returned", "comes back after it seemed done"],
])("%s: a refund that %s waits for a person, who tries once more", async (card) => {
  const buyer = await newBuyer();
  const { order } = await confirmed(buyer, card);
  await refund(order.id);
  await until(
    async () => (await seen(buyer.client, order.id)).payments[0].refunds[0]?.status === "FAILED",
    "the refund has failed",
  );
  await supergraph.settle();
  const failed = await seen(buyer.client, order.id);
  expect(failed.payments).toMatchObject([
    { status: "SUCCEEDED", refunded: { amount: 0 }, refunds: [{ failureCode: "expired_or_canceled_card" }] },
  ]);
  expect(failed.history.at(-1).note).toMatch(/A refund failed/);
  const refundId = failed.payments[0].refunds[0].id;
  const waiting = async (client: Client) =>
    (
      await client.ask(
        `query ($id: ID!) { organization(id: $id) { failedRefunds { totalCount nodes { id reason payment { order { id } } } } } }`,
        { id: show.organizationId },
      )
    ).organization.failedRefunds;
  expect(await waiting(show.owner.client)).toEqual({
    totalCount: 1,
    nodes: [{ id: refundId, reason: "ill", payment: { order: { id: order.id } } }],
  });
  expect(await waiting(buyer.client)).toBeNull();
  const retry = (client: Client, id = refundId) =>
    client.send(`mutation ($id: ID!) { retryRefund(refundId: $id) { __typename ... on Refund { status } } }`, { id });
  expect((await retry(buyer.client)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  const stranger = await newBuyer();
  expect((await retry(stranger.client)).data).toEqual({ retryRefund: { __typename: "NotFound" } });
  expect((await retry(show.owner.client, randomUUID())).data).toEqual({ retryRefund: { __typename: "NotFound" } });
  expect((await retry(show.owner.client)).data.retryRefund.__typename).toBe("Refund");
  await until(async () => (await seen(buyer.client, order.id)).payments[0].status === "REFUNDED", "it is refunded");
  expect((await retry(show.owner.client)).data).toEqual({ retryRefund: { __typename: "Refund", status: "DONE" } });
  await supergraph.settle();
  expect(entriesOf(order.id)).toMatchObject([{ captured: 4500, refunded: 4500 }]);
  expect(await waiting(show.owner.client)).toEqual({ totalCount: 0, nodes: [] });
});

test("a refund that takes long is done when the provider says so", async () => {
  const buyer = await newBuyer();
  const { order } = await confirmed(buyer, "pm_card_refund_pending");
  await refund(order.id);
  await until(async () => (await seen(buyer.client, order.id)).payments[0].status === "REFUNDED", "it is refunded");
  expect(entriesOf(order.id)).toMatchObject([{ refunded: 4500 }]);
});

test("a disputed order's tickets let nobody in until the bank has decided; won, they are good again", async () => {
  const buyer = await newBuyer();
  const { order } = await confirmed(buyer);
  const [entry] = entriesOf(order.id);
  const dispute = { id: "dp_won", payment: entry!.id, amount: 4500, reason: "fraudulent", status: "open" as const };
  supergraph.provider.dispute(dispute);
  await until(async () => (await seen(buyer.client, order.id)).tickets[0].frozen === true, "the ticket is frozen");
  expect(await checkIn(await codeOf(buyer, order.id))).toBe("TicketFrozen");
  expect(await refund(order.id)).toBe("OrderNotRefundable");
  // The buyer knows; what the bank said is for the organization.
  expect((await seen(buyer.client, order.id)).payments).toMatchObject([{ disputes: [] }]);
  expect((await seen(show.owner.client, order.id)).payments).toMatchObject([
    { disputes: [{ status: "OPEN", reason: "fraudulent", amount: { amount: 4500 } }] },
  ]);
  const open = await show.owner.client.ask(
    `query ($id: ID!) { organization(id: $id) { openDisputes { totalCount nodes { payment { order { id } } } } } }`,
    { id: show.organizationId },
  );
  expect(open.organization.openDisputes).toEqual({ totalCount: 1, nodes: [{ payment: { order: { id: order.id } } }] });
  // A buyer with a dispute is reviewed the next time.
  const { order: next } = await buy(buyer.client, show.eventId, [free.shift()!]);
  await becomes(buyer.client, next.id, "IN_REVIEW");
  supergraph.provider.dispute({ ...dispute, status: "won" });
  await until(async () => (await seen(buyer.client, order.id)).tickets[0].frozen === false, "the ticket is good");
  // Late news of its beginning changes nothing.
  supergraph.provider.dispute(dispute);
  await supergraph.settle();
  expect(await checkIn(await codeOf(buyer, order.id))).toBe("Ticket");
});

test("a dispute that is lost takes the money, the tickets and the seats back, also when its end is all we hear of it", async () => {
  const buyer = await newBuyer();
  const { order, seatId } = await confirmed(buyer);
  const code = await codeOf(buyer, order.id);
  const [entry] = entriesOf(order.id);
  const dispute = { id: "dp_lost", payment: entry!.id, amount: 4500, reason: "fraudulent", status: "lost" as const };
  supergraph.provider.dispute(dispute);
  await becomes(buyer.client, order.id, "REFUNDED");
  await supergraph.settle();
  expect(await readOrder(buyer.client, order.id)).toMatchObject({
    refunded: { amount: 4500 },
    tickets: [{ status: "CANCELLED" }],
    payments: [{ status: "REFUNDED", refunded: { amount: 4500 } }],
  });
  expect(await checkIn(code)).toBe("NotFound");
  const seat = (await allSeats(buyer.client, show.eventId)).find(({ id }) => id === seatId)!;
  expect(seat.status).toBe("AVAILABLE");
});

test("of an event that is cancelled while an order of it is disputed, the money goes back once, by refund or by the bank", async () => {
  const other = await openShow(supergraph.client);
  const buyer = await newBuyer();
  const { order } = await buy(buyer.client, other.eventId, [other.seats[0].id]);
  await becomes(buyer.client, order.id, "CONFIRMED");
  const [entry] = entriesOf(order.id);
  const dispute = { id: "dp_cancelled", payment: entry!.id, amount: order.total.amount, reason: "not received" };
  supergraph.provider.dispute({ ...dispute, status: "open" });
  await until(async () => (await seen(buyer.client, order.id)).tickets[0].frozen === true, "the ticket is frozen");
  await other.owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "ill") { __typename } }`, {
    id: other.eventId,
  });
  await until(
    async () => (await seen(buyer.client, order.id)).payments[0].refunds[0]?.status === "FAILED",
    "the refund is refused",
  );
  const failed = async () =>
    (
      await other.owner.client.ask(
        `query ($id: ID!) { organization(id: $id) { failedRefunds { nodes { failureCode } } } }`,
        { id: other.organizationId },
      )
    ).organization.failedRefunds.nodes;
  expect(await failed()).toEqual([{ failureCode: "charge_disputed" }]);
  supergraph.provider.dispute({ ...dispute, status: "lost" });
  await until(async () => (await seen(buyer.client, order.id)).payments[0].status === "REFUNDED", "the bank has it");
  await supergraph.settle();
  const { status, refunded } = await readOrder(buyer.client, order.id);
  expect({ status, refunded }).toEqual({ status: "REFUNDED", refunded: { amount: order.total.amount } });
  expect(await failed()).toEqual([]);
  const parked = await supergraph.query("orders", "select name, last_error from parked_message");
  expect(parked).toEqual([]);
});

test("what the bank calls fraud is for the organization to know, and for risk", async () => {
  const buyer = await newBuyer();
  const { order } = await confirmed(buyer);
  supergraph.provider.warn(entriesOf(order.id)[0]!.id, "made_with_stolen_card");
  await until(
    async () => (await seen(show.owner.client, order.id)).payments[0].fraudWarning === "made_with_stolen_card",
    "the warning is there",
  );
  expect((await seen(buyer.client, order.id)).payments).toMatchObject([{ fraudWarning: null }]);
  await supergraph.settle();
  const { order: next } = await buy(buyer.client, show.eventId, [free.shift()!]);
  await becomes(buyer.client, next.id, "IN_REVIEW");
});

test("after all of it the books balance and are the provider's", async () => {
  await supergraph.settle();
  const booked = await supergraph.query<{ paymentId: string; kept: number }>(
    "payments",
    `select payment_id as "paymentId", sum(amount)::int as kept from ledger_entry where account = 'provider:clearing' group by payment_id`,
  );
  const ours = new Map(booked.map(({ paymentId, kept }) => [paymentId, kept]));
  for (const { metadata, captured, refunded, charged_back: chargedBack } of supergraph.provider.payments())
    expect(ours.get(metadata.payment_id) ?? 0).toBe(captured - refunded - chargedBack);
  expect(booked.length).toBeGreaterThan(8);
});
