// What is said between subgraphs: late, twice, or after Redis has forgotten everything.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import { forgeHints, forgeMessage } from "../testkit/forgery.ts";
import {
  allSeats,
  buy,
  createEvent,
  createVenue,
  createOrganization,
  holdSeats,
  openShow,
  payOrder,
  placeOrder,
  publishEvent,
  readOrder,
  signUp,
} from "../local/fixtures.ts";
import { forgetEverything, redeliver, startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const relays = () => Object.values(supergraph.subgraphs).map(({ relay }) => relay);

test("publish, hold, place and pay work one right after the other while no message is delivered", async () => {
  const [owner, buyer] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  await Promise.all(relays().map((relay) => relay.pause()));
  try {
    const organizationId = await createOrganization(owner.client);
    const venueId = await createVenue(owner.client, organizationId, [
      { name: "Hall", kind: "SEATED", rows: [{ label: "1", seats: 4 }] },
    ]);
    const eventId = await createEvent(owner.client, organizationId, venueId, [
      { name: "All", price: { amount: 500, currency: "EUR" }, sections: ["Hall"] },
    ]);
    await publishEvent(owner.client, eventId);
    const [seat] = await allSeats(buyer.client, eventId);
    const hold = await holdSeats(buyer.client, eventId, [seat.id]);
    const order = await placeOrder(buyer.client, hold.id);
    expect(await payOrder(buyer.client, order.id, "pm_card_declined")).toMatchObject({ __typename: "PaymentDeclined" });
    expect(await payOrder(buyer.client, order.id)).toMatchObject({ __typename: "Payment", status: "AUTHORIZED" });
    relays().forEach((relay) => relay.resume());
    await supergraph.settle();
    expect(await readOrder(buyer.client, order.id)).toMatchObject({ status: "CONFIRMED" });
  } finally {
    relays().forEach((relay) => relay.resume());
  }
});

/** All that the subgraphs know, but for the record of what they were told. */
async function everything(): Promise<Record<string, unknown>> {
  const known: Record<string, unknown> = {};
  for (const name of Object.keys(supergraph.subgraphs)) {
    const tables = await supergraph.query<{ name: string }>(
      name,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like 'outbox%' and table_name not in ('inbox', 'inbox_range', 'stream_progress', 'job', 'migration', 'provider_event') order by 1`,
    );
    for (const table of tables)
      known[`${name}.${table.name}`] = (
        await supergraph.query<{ r: string }>(name, `select t::text as r from ${table.name} t order by 1`)
      ).map(({ r }) => r);
  }
  return known;
}

test("every message delivered twice, also under a new name, has the effect of once", async () => {
  const show = await openShow(supergraph.client);
  const buyers = await Promise.all(
    ["pm_card_visa", "pm_card_fraud", "pm_card_risky", "pm_card_visa"].map(async (card, index) => {
      const buyer = await signUp(supergraph.client);
      const { order } = await buy(buyer.client, show.eventId, [show.seats[2 * index + 2].id], card);
      return { buyer, order };
    }),
  );
  await supergraph.settle();
  const refund = { orderId: buyers[0]!.order.id, reason: "ill", idempotencyKey: randomUUID() };
  await show.owner.client.ask(`mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename } }`, {
    input: refund,
  });
  await buyers[2]!.buyer.client.ask(`mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }`, {
    id: buyers[2]!.order.id,
  });
  await supergraph.settle();
  await show.owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "rain") { __typename } }`, {
    id: show.eventId,
  });
  await supergraph.settle();
  const before = await everything();
  const statuses = await Promise.all(
    buyers.map(async ({ buyer, order }) => (await readOrder(buyer.client, order.id)).status),
  );
  expect(statuses).toEqual(["REFUNDED", "DECLINED", "CANCELLED", "REFUNDED"]);
  expect(await redeliver(supergraph, "as they were")).toBeGreaterThan(20);
  expect(await redeliver(supergraph, "under new names")).toBeGreaterThan(20);
  await supergraph.settle();
  expect(await everything()).toEqual(before);
});

test("after Redis has lost everything, unhandled messages are published again, and nothing is done twice", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const before = await buy(buyer.client, show.eventId, [show.seats[3].id]);
  expect(await forgetEverything(supergraph)).toBeGreaterThan(0);
  const after = await buy(buyer.client, show.eventId, [show.seats[4].id]);
  for (const { order } of [before, after]) {
    const feed = buyer.client.subscribe(`subscription ($id: ID!) { orderChanged(orderId: $id) { status } }`, {
      id: order.id,
    });
    await feed.until((messages) => messages.at(-1)?.orderChanged.status === "CONFIRMED", 120_000);
    feed.stop();
    expect((await readOrder(buyer.client, order.id)).tickets).toHaveLength(1);
  }
  expect(
    supergraph.provider
      .payments()
      .filter((payment) => [before, after].some(({ order }) => order.id === payment.metadata.order_id))
      .map(({ status }) => status),
  ).toEqual(["captured", "captured"]);
});

test("forged hints cause a read, and change nothing", async () => {
  const show = await openShow(supergraph.client);
  const [buyer, gone] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const hold = await holdSeats(buyer.client, show.eventId, [show.seats[6].id]);
  const order = await placeOrder(buyer.client, hold.id);
  await gone.client.ask(`mutation { signOut }`);
  const seats = buyer.client.subscribe(
    `subscription ($id: ID!) { seatsChanged(eventId: $id) { seats { id status } reset } }`,
    { id: show.eventId },
  );
  const feed = buyer.client.subscribe(`subscription ($id: ID!) { orderChanged(orderId: $id) { status } }`, {
    id: order.id,
  });
  await seats.until((messages) => messages.length > 0);
  await feed.until((messages) => messages.length > 0);
  const before = [seats.messages.length, feed.messages.length];
  try {
    await forgeHints(supergraph.env, ["", buyer.id, gone.id, "nobody"]);
    const me = async ({ client }: typeof buyer) => (await client.send(`{ me { id } }`)).data?.me ?? null;
    expect([await me(buyer), await me(gone)]).toEqual([{ id: buyer.id }, null]);
    // The forged notifications have been handled: the next messages of both subscriptions are about the real payment.
    expect(await payOrder(buyer.client, order.id)).toMatchObject({ status: "AUTHORIZED" });
    await feed.until((messages) => messages.at(-1)?.orderChanged.status === "CONFIRMED", 120_000);
    await seats.until(
      (messages) => messages.at(-1)?.seatsChanged.seats.some(({ status }: Data) => status === "SOLD"),
      20_000,
    );
    const statuses = feed.messages.slice(before[1]).map(({ orderChanged }) => orderChanged.status);
    expect(new Set(statuses)).toEqual(new Set(["PROCESSING", "CONFIRMED"]));
    for (const { seatsChanged } of seats.messages.slice(before[0]))
      expect(seatsChanged.seats.map(({ id, status }: Data) => [id, status])).toEqual([[show.seats[6].id, "SOLD"]]);
  } finally {
    seats.stop();
    feed.stop();
  }
});

test("a forged payment message pays for nothing, and a real one does", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const hold = await holdSeats(buyer.client, show.eventId, [show.seats[5].id]);
  const order = await placeOrder(buyer.client, hold.id);
  await supergraph.settle();
  const refused = async () => {
    const text = await (await fetch(new URL("/metrics", supergraph.env.ORDERS_URL))).text();
    return Number(/^messages_refused_total\{publisher="payments"\} (\d+)$/m.exec(text)?.[1]);
  };
  const before = await refused();
  const { amount, currency } = order.total;
  const body = { paymentId: randomUUID(), orderId: order.id, amount, currency };
  const card = { fingerprint: "forged", riskLevel: "normal" };
  await forgeMessage(supergraph.env, "payments.PaymentAuthorized", order.id, { ...body, card });
  await forgeMessage(supergraph.env, "payments.PaymentCaptured", order.id, body);
  await until(async () => (await refused()) >= before + 2, "both refused");
  await supergraph.settle();
  expect(await readOrder(buyer.client, order.id)).toMatchObject({ status: "AWAITING_PAYMENT", tickets: [] });
  expect(await payOrder(buyer.client, order.id)).toMatchObject({ __typename: "Payment", status: "AUTHORIZED" });
  await supergraph.settle();
  expect(await readOrder(buyer.client, order.id)).toMatchObject({ status: "CONFIRMED" });
});
