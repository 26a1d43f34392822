// What an organization sees of its sales.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../dev/client.ts";
import { buy, openShow, readOrder, signUp } from "../dev/scenes.ts";
import { startSupergraph, type TestSupergraph } from "../dev/supergraph.ts";

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
