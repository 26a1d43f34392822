// The books: what an organization can read in them, and what is found when they do not agree.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { buy, openShow, readOrder, setMember, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

let supergraph: TestSupergraph;
let show: Show;
let staff: Person;
beforeAll(async () => {
  supergraph = await startSupergraph();
  staff = await signUp(supergraph.client);
  await supergraph.pause("users");
  supergraph.env.PLATFORM_STAFF = staff.id;
  await supergraph.resume("users");
  show = await openShow(supergraph.client);
});
afterAll(() => supergraph.stop());

const refund = (orderId: string, ticketIds?: string[]) =>
  show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId, reason: "ill", idempotencyKey: randomUUID(), ...(ticketIds ? { ticketIds } : {}) },
  });
const STATEMENT = `{ opening { amount } captured { amount } refunded { amount } chargedBack { amount } closing { amount currency }
  entries(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { what amount { amount } balance { amount } order { number } payment { status } } } }`;
const statements = async (client: Client, from: string, to?: string): Promise<Data> =>
  (
    await client.ask(
      `query ($id: ID!, $from: DateTime!, $to: DateTime) { organization(id: $id) { statements(from: $from, to: $to) ${STATEMENT} } }`,
      { id: show.organizationId, from, to },
    )
  ).organization.statements;

test("a statement says what was taken and given back, entry by entry, for a period and for an order", async () => {
  const buyer = await signUp(supergraph.client);
  const began = new Date().toISOString();
  const { order } = await buy(
    buyer.client,
    show.eventId,
    [2, 3, 4].map((index) => show.seats[index].id),
  );
  await supergraph.settle();
  const between = new Date(Date.now() + 1).toISOString();
  await until(() => Date.now() > Date.parse(between), "a moment later");
  const { tickets } = await readOrder(buyer.client, order.id);
  await refund(order.id, [tickets[0].id]);
  await supergraph.settle();
  const [whole] = await statements(show.owner.client, began);
  expect(whole).toMatchObject({
    opening: { amount: 0 },
    captured: { amount: 13_500 },
    refunded: { amount: -4_500 },
    chargedBack: { amount: 0 },
    closing: { amount: 9_000, currency: "EUR" },
    entries: {
      totalCount: 2,
      nodes: [
        { what: "CAPTURE", amount: { amount: 13_500 }, balance: { amount: 13_500 }, order: { number: order.number } },
        { what: "REFUND", amount: { amount: -4_500 }, balance: { amount: 9_000 } },
      ],
    },
  });
  const [later] = await statements(show.owner.client, between);
  expect(later).toMatchObject({
    opening: { amount: 13_500 },
    captured: { amount: 0 },
    closing: { amount: 9_000 },
    entries: { totalCount: 1, nodes: [{ balance: { amount: 9_000 } }] },
  });
  expect(await statements(show.owner.client, began, began)).toEqual([]);

  const ofOrder = async (client: Client) =>
    (
      await client.ask(
        `query ($id: ID!, $after: String) { order(id: $id) { statement { closing { amount } entries(first: 1, after: $after) { pageInfo { endCursor } nodes { what balance { amount } } } } } }`,
        { id: order.id, after: null },
      )
    ).order.statement;
  const auditor = await signUp(supergraph.client);
  await setMember(show.owner.client, show.organizationId, auditor.id, "AUDITOR");
  expect(await ofOrder(auditor.client)).toMatchObject({
    closing: { amount: 9_000 },
    entries: { nodes: [{ what: "CAPTURE", balance: { amount: 13_500 } }] },
  });
  expect(await ofOrder(buyer.client)).toBeNull();
  expect(await statements(buyer.client, began)).toBeNull();
});

const check = async (): Promise<Data[]> => {
  const { reconcile } = await staff.client.ask(`mutation { reconcile { id finishedAt } }`);
  await until(async () => {
    const { reconciliations } = await staff.client.ask(`{ reconciliations(first: 1) { nodes { id finishedAt } } }`);
    return reconciliations.nodes[0].id === reconcile.id && reconciliations.nodes[0].finishedAt !== null;
  }, "the check is done");
  const { discrepancies } = await staff.client.ask(
    `{ discrepancies(open: true) { nodes { kind detail payment { id } order { id } } } }`,
  );
  return discrepancies.nodes;
};

test("a check finds nothing where all is well, and each kind of disagreement where it is not", async () => {
  const buyer = await signUp(supergraph.client);
  const orders: Data[] = [];
  for (const index of [5, 6, 7, 8]) {
    const { order } = await buy(buyer.client, show.eventId, [show.seats[index].id]);
    orders.push(order);
  }
  const { order: declined } = await buy(buyer.client, show.eventId, [show.seats[9].id], "pm_card_fraud");
  await supergraph.settle();
  await refund(orders[3]!.id);
  await supergraph.settle();
  // What is younger may still be on its way.
  await supergraph.advance(3_600);
  expect(await check()).toEqual([]);

  const ids = await Promise.all(
    [...orders, declined].map(async ({ id }) => (await readOrder(buyer.client, id)).payments[0].id as string),
  );
  // The provider says otherwise, a booking is missing, an order says otherwise, and a payment is nobody's.
  const theirs = (id: string) => supergraph.provider.payments().find(({ metadata }) => metadata.payment_id === id)!;
  theirs(ids[0]!).refunded = 4_500;
  await supergraph.query("payments", "alter table ledger_entry disable trigger user");
  await supergraph.query("payments", "delete from ledger_entry where payment_id = $1", [ids[1]]);
  await supergraph.query("payments", "alter table ledger_entry enable trigger user");
  await supergraph.query("payments", "update order_claim set total = 1 where order_id = $1", [orders[2]!.id]);
  theirs(ids[4]!).status = "authorized";
  const foreign = structuredClone(theirs(ids[3]!));
  const money = { captured: 70, refunded: 0, refunds: [], amount: 70 };
  supergraph.provider.add({
    ...foreign,
    ...money,
    id: "pay_foreign",
    key: "foreign",
    metadata: { ...foreign.metadata, payment_id: randomUUID() },
  });

  supergraph.provider.forget(theirs(ids[3]!).id);

  const found = await check();
  expect(found.map(({ kind }) => kind).sort()).toEqual([
    "LEDGER_AND_PAYMENT",
    "PAYMENT_AND_ORDER",
    "PAYMENT_AND_PROVIDER",
    "PAYMENT_AND_PROVIDER",
    "PAYMENT_AND_PROVIDER",
    "UNKNOWN_TO_US",
  ]);
  expect(found).toContainEqual({
    kind: "PAYMENT_AND_PROVIDER",
    detail: "payments: 4500 captured, 0 refunded; provider: 4500 captured, 4500 refunded",
    payment: { id: ids[0] },
    order: { id: orders[0]!.id },
  });
  expect(found).toContainEqual({
    kind: "PAYMENT_AND_PROVIDER",
    detail: "the provider does not have the payment",
    payment: { id: ids[3] },
    order: { id: orders[3]!.id },
  });
  expect(found).toContainEqual({
    kind: "PAYMENT_AND_ORDER",
    detail: "the order is confirmed for 1, and 4500 was captured",
    payment: null,
    order: { id: orders[2]!.id },
  });

  // Found again it is the same finding, and set right it is resolved.
  theirs(ids[0]!).refunded = 0;
  expect(await check()).toHaveLength(5);
  const { discrepancies } = await staff.client.ask(
    `{ discrepancies(open: false) { totalCount nodes { payment { id } resolvedAt } } }`,
  );
  expect(discrepancies).toEqual({
    totalCount: 1,
    nodes: [{ payment: { id: ids[0] }, resolvedAt: expect.any(String) }],
  });
});

test("there is a check every night, and the platform's staff alone see what comes of it", async () => {
  const count = async () =>
    (await staff.client.ask(`{ reconciliations { totalCount } }`)).reconciliations.totalCount as number;
  const before = await count();
  await supergraph.advance(3_600 + 86_400);
  await until(async () => (await count()) === before + 1, "the night's check");
  for (const asked of [
    `{ reconciliations { totalCount } }`,
    `{ discrepancies { totalCount } }`,
    `mutation { reconcile { id } }`,
  ])
    expect((await show.owner.client.send(asked)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});
