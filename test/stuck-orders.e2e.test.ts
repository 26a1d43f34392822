// Platform staff see an order that is stuck, and can retry its step, which is recorded.
import { randomUUID } from "node:crypto";
import { type Client } from "../local/client.ts";
import {
  allSeats,
  buy,
  openShow,
  readOrder,
  signInAsStaff,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

const STAFF_ID = randomUUID();
let supergraph: TestSupergraph;
let show: Show;
let buyer: Person;
let staff: Client;
beforeAll(async () => {
  supergraph = await startSupergraph({ PLATFORM_STAFF: STAFF_ID });
  show = await openShow(supergraph.client);
  buyer = await signUp(supergraph.client);
  staff = (await signInAsStaff(supergraph, STAFF_ID)).client;
});
afterAll(() => supergraph.stop());

const STUCK = "{ stuckOrders(first: 10) { totalCount nodes { id status interventions { note by { id } } } } }";
const RETRY = `mutation ($input: RetryOrderInput!) { retryOrder(input: $input) {
  __typename ... on Order { id status interventions { note by { id displayName } } } ... on Error { message }
} }`;
const retryOrder = async (
  client: Client,
  orderId: string,
  idempotencyKey: string = randomUUID(),
  note = "Seating was away.",
) => client.send(RETRY, { input: { orderId, note, idempotencyKey } });

test("an order that waits for seating is shown once it has waited too long, and continues when its step is retried", async () => {
  await supergraph.pause("risk");
  const { order } = await buy(buyer.client, show.eventId, [show.seats[0].id]);
  await supergraph.pause("seating");
  await supergraph.resume("risk");
  const phase = async () => {
    const found = await supergraph.query<{ phase: string }>("orders", "select phase from purchase where id = $1", [
      order.id,
    ]);
    return found[0]?.phase;
  };
  await until(async () => (await phase()) === "SELLING", "it is being sold");
  expect((await staff.ask(STUCK)).stuckOrders.totalCount).toBe(0);
  await supergraph.advance(1_000);
  const stuck = { id: order.id, status: "PROCESSING", interventions: [] };
  expect((await staff.ask(STUCK)).stuckOrders.nodes).toEqual([stuck]);
  await supergraph.resume("seating");
  await retryOrder(staff, order.id);
  await until(async () => (await readOrder(buyer.client, order.id)).status === "CONFIRMED", "it is confirmed");
  expect((await staff.ask(STUCK)).stuckOrders.totalCount).toBe(0);
  const { order: told } = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { interventions { note } } }`, {
    id: order.id,
  });
  expect(told.interventions).toBeNull();
});

test("a capture whose answer was lost is repeated, and nothing is captured or booked twice", async () => {
  const { order } = await buy(buyer.client, show.eventId, [show.seats[1].id]);
  await supergraph.settle();
  // As if the message that it was captured had been given up: the order has never heard of it.
  await supergraph.query("orders", "delete from ticket where order_id = $1", [order.id]);
  await supergraph.query(
    "orders",
    "update purchase set status = 'PROCESSING', phase = 'CAPTURING', waiting_since = now() - interval '1 hour' where id = $1",
    [order.id],
  );
  await supergraph.query("orders", "insert into work_item (id, kind, due_at) values ($1, 'order', 'infinity')", [
    order.id,
  ]);
  expect((await staff.ask(STUCK)).stuckOrders.nodes).toMatchObject([{ id: order.id }]);
  const key = randomUUID();
  const { data } = await retryOrder(staff, order.id, key);
  expect(data.retryOrder.interventions).toEqual([
    { note: "Seating was away.", by: { id: STAFF_ID, displayName: "Chief" } },
  ]);
  expect((await retryOrder(staff, order.id, key)).data.retryOrder.interventions).toHaveLength(1);
  expect((await retryOrder(staff, order.id, key, "Another reason")).data.retryOrder.__typename).toBe(
    "IdempotencyKeyReused",
  );
  await supergraph.settle();
  const now = await readOrder(buyer.client, order.id);
  expect(now).toMatchObject({
    status: "CONFIRMED",
    tickets: [{ status: "VALID" }],
    payments: [{ status: "SUCCEEDED" }],
  });
  const entries = supergraph.provider.payments().filter(({ metadata }) => metadata.order_id === order.id);
  expect(entries).toMatchObject([{ status: "captured", captured: now.total.amount }]);
  const booked = await supergraph.query<{ n: number }>(
    "payments",
    "select count(*)::int as n from ledger_entry where order_id = $1",
    [order.id],
  );
  expect(booked).toEqual([{ n: 2 }]);
});

test("an order that has ended is only let go of once more", async () => {
  const { order } = await buy(buyer.client, show.eventId, [show.seats[2].id], "pm_card_fraud");
  await supergraph.settle();
  expect((await retryOrder(staff, order.id)).data.retryOrder).toMatchObject({
    __typename: "Order",
    status: "DECLINED",
  });
  await supergraph.settle();
  expect((await readOrder(buyer.client, order.id)).status).toBe("DECLINED");
  const seats = await allSeats(buyer.client, show.eventId);
  expect(seats.find(({ id }) => id === show.seats[2].id).status).toBe("AVAILABLE");
});

test("only platform staff see what is stuck, and push", async () => {
  const { order } = await buy(buyer.client, show.eventId, [show.seats[4].id]);
  for (const client of [buyer.client, show.owner.client, supergraph.client()]) {
    const code = client.token ? "FORBIDDEN" : "UNAUTHENTICATED";
    expect((await client.send(STUCK)).errors?.[0]?.extensions.code).toBe(code);
    expect((await retryOrder(client, order.id)).errors?.[0]?.extensions.code).toBe(code);
  }
  expect((await retryOrder(staff, randomUUID())).data.retryOrder.__typename).toBe("NotFound");
});
