// What an organization sees of its sales, and a buyer of their purchases: from what orders tells.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { buy, inDays, openShow, readOrder, signUp, type Person } from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

test("an organization sees what it has sold of each event on each day, and nobody else does", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const { order } = await buy(buyer.client, show.eventId, [show.seats[2].id, show.seats[3].id]);
  await buy(buyer.client, show.eventId, [show.seats[4].id]);
  await supergraph.settle();
  const { tickets } = await readOrder(buyer.client, order.id);
  await show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId: order.id, ticketIds: [tickets[0].id], reason: "ill", idempotencyKey: randomUUID() },
  });
  await supergraph.settle();
  const sales = async (client: Client, more = ""): Promise<Data> =>
    (
      await client.ask(
        `query ($id: ID!) { organization(id: $id) { sales${more} { totalCount nodes { day event { name } orders tickets gross { amount currency } ticketsReturned returned { amount } } } } }`,
        { id: show.organizationId },
      )
    ).organization.sales;
  const found = await sales(show.owner.client);
  // Midnight may have passed meanwhile.
  const sum = (field: (day: Data) => number) => (found.nodes as Data[]).reduce((total, day) => total + field(day), 0);
  expect([sum((day) => day.orders), sum((day) => day.tickets), sum((day) => day.gross.amount)]).toEqual([2, 3, 13_500]);
  expect([sum((day) => day.ticketsReturned), sum((day) => day.returned.amount)]).toEqual([1, 4_500]);
  expect(found.nodes[0]).toMatchObject({ event: { name: "Concert" }, gross: { currency: "EUR" } });
  expect(await sales(show.owner.client, `(eventId: "${randomUUID()}")`)).toMatchObject({ totalCount: 0 });
  expect(await sales(show.owner.client, `(to: "2020-01-01")`)).toMatchObject({ totalCount: 0 });
  expect(await sales(buyer.client)).toBeNull();
  const wrong = await show.owner.client.send(
    `query ($id: ID!) { organization(id: $id) { sales(from: "yesterday") { totalCount } } }`,
    { id: show.organizationId },
  );
  expect(wrong.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", field: "from" } }]);
});

test("a buyer sees what was bought, with what came back, and what is still to come soonest first", async () => {
  const [soon, later] = [
    await openShow(supergraph.client, { name: "Soon", startsAt: inDays(2) }),
    await openShow(supergraph.client, { name: "Later", startsAt: inDays(9) }),
  ];
  const [buyer, stranger] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  // One after the other: they are listed by when they were confirmed.
  for (const show of [soon, later, soon]) {
    await buy(buyer.client, show.eventId, [show.seats.pop().id, show.seats.pop().id]);
    await supergraph.settle();
  }
  await buy(buyer.client, later.eventId, [later.seats[0].id], "pm_card_fraud");
  await supergraph.settle();
  const purchases = async (args: string, { client }: Person = buyer, id = buyer.id): Promise<Data> =>
    (
      await client.ask(
        `query ($id: ID!) { user(id: $id) { purchases(${args}) { totalCount pageInfo { endCursor } nodes { eventName place startsAt tickets total { amount } ticketsReturned returned { amount currency } order { id status } event { name } } } } }`,
        { id },
      )
    ).user?.purchases;
  const all = await purchases("first: 10");
  expect(all.nodes.map(({ eventName }: Data) => eventName)).toEqual(["Soon", "Later", "Soon"]);
  expect(all.nodes[0]).toMatchObject({
    place: "Halle, Erfurt",
    tickets: 2,
    ticketsReturned: 0,
    order: { status: "CONFIRMED" },
    event: { name: "Soon" },
  });
  const [{ order }] = all.nodes;
  await soon.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId: order.id, reason: "ill", idempotencyKey: randomUUID() },
  });
  await supergraph.settle();
  expect((await purchases("first: 1")).nodes).toMatchObject([
    { ticketsReturned: 2, returned: { amount: 6_000, currency: "EUR" }, order: { status: "REFUNDED" } },
  ]);
  const named = async (args: string) => {
    const page = await purchases(args);
    return [page.nodes.map(({ eventName }: Data) => eventName), page.pageInfo.endCursor, page.totalCount] as const;
  };
  const [first, cursor, total] = await named("upcoming: true, first: 2");
  expect([first, total]).toEqual([["Soon", "Soon"], 3]);
  expect((await named(`upcoming: true, first: 2, after: "${cursor}"`))[0]).toEqual(["Later"]);
  const [, newest] = await named("first: 1");
  expect((await named(`first: 2, after: "${newest}"`))[0]).toEqual(["Later", "Soon"]);
  await supergraph.advance(3 * 86_400);
  expect((await named("upcoming: true"))[0]).toEqual(["Later"]);
  expect(await purchases("first: 1", stranger)).toBeUndefined();
  const { order: seen } = await soon.owner.client.ask(
    `query ($id: ID!) { order(id: $id) { buyer { displayName purchases(first: 1) { totalCount } } } }`,
    { id: order.id },
  );
  expect(seen.buyer).toEqual({ displayName: "Somebody", purchases: null });
  await supergraph.advance(0);
});
