// Drawers of the counter: what is in them, and when they close.
import { redeliver } from "../testkit/supergraph.ts";
import {
  clerk,
  closeDrawer,
  hold,
  key,
  newClerk,
  openDrawer,
  openNewShow,
  read,
  refund,
  seats,
  sell,
  show,
  sold,
  start,
  stop,
  supergraph,
} from "./counter.ts";

beforeAll(start);
beforeEach(openNewShow);
afterAll(stop);

test("a drawer closes with what was sold and refunded in cash, and then never changes", async () => {
  const { id: drawerId } = await openDrawer(clerk.client);
  const first = await sold(2, { given: 10_000 });
  await sold(1, { tender: "TERMINAL", reference: "A-1" });
  await refund(clerk.client, { orderId: first.id, ticketIds: [first.tickets[0].id] });
  const closing = { drawerId, counted: 14_000, note: "Five euros are missing.", idempotencyKey: key() };
  const closed = await closeDrawer(clerk.client, closing);
  expect(closed).toMatchObject({
    __typename: "Drawer",
    expected: { amount: 14_500 },
    counted: { amount: 14_000 },
    difference: { amount: -500 },
    takings: [
      {
        tender: "CASH",
        sales: 1,
        tickets: 1,
        sold: { amount: 9_000 },
        refunded: { amount: -4_500 },
        net: { amount: 4_500 },
      },
      {
        tender: "TERMINAL",
        sales: 1,
        tickets: 1,
        sold: { amount: 4_500 },
        refunded: { amount: 0 },
        net: { amount: 4_500 },
      },
    ],
  });
  expect(await closeDrawer(clerk.client, closing)).toEqual(closed);
  expect((await closeDrawer(clerk.client, { drawerId, counted: 0 })).__typename).toBe("DrawerNotOpen");
  const query = (text: string, values: unknown[]) => supergraph.query("orders", text, values);
  await expect(query(`update drawer set counted = 0 where id = $1`, [drawerId])).rejects.toThrow("never change");
  await expect(query(`update drawer_entry set amount = 0 where drawer_id = $1`, [drawerId])).rejects.toThrow(
    "never change",
  );
  await expect(
    query(
      `insert into drawer_entry (id, kind, drawer_id, order_id, tender, amount, tickets) select id, 'REFUND', drawer_id, order_id, tender, 0, 0 from drawer_entry where drawer_id = $1 limit 1`,
      [drawerId],
    ),
  ).rejects.toThrow("closed");
  const held = await hold(clerk.client, seats(1));
  expect((await sell(clerk.client, { holdId: held.id, expectedTotal: 4_500 })).__typename).toBe("DrawerNotOpen");
  expect((await refund(clerk.client, { orderId: first.id })).__typename).toBe("DrawerNotOpen");

  const day = new Date().toISOString().slice(0, 10);
  // There the day begins 14 hours earlier.
  const dayThere = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
  const { organization } = await show.owner.client.ask(
    `query ($id: ID!, $day: String!, $dayThere: String!) {
       organization(id: $id) { drawers { nodes { id clerk { id } } totalCount } counterTakings(day: $day) { tender net { amount } }
       elsewhere: counterTakings(day: $dayThere, timeZone: "Pacific/Kiritimati") { tender net { amount } } } }`,
    { id: show.organizationId, day, dayThere },
  );
  expect(organization.drawers).toEqual({ nodes: [{ id: drawerId, clerk: { id: clerk.id } }], totalCount: 1 });
  expect(organization.counterTakings).toEqual([
    { tender: "CASH", net: { amount: 4_500 } },
    { tender: "TERMINAL", net: { amount: 4_500 } },
  ]);
  expect(organization.elsewhere).toEqual(organization.counterTakings);
});

test("a clerk has one open drawer, whoever opens it how often", async () => {
  const opened = await Promise.all([1, 2, 3].map(() => openDrawer(clerk.client)));
  const [drawer] = opened.filter(({ __typename }) => __typename === "Drawer");
  expect(opened.filter(({ __typename }) => __typename === "DrawerAlreadyOpen").map((one) => one.drawer)).toEqual([
    { id: drawer!.id },
    { id: drawer!.id },
  ]);
  const other = await newClerk();
  expect((await openDrawer(other.client)).__typename).toBe("Drawer");
  await expect(closeDrawer(other.client, { drawerId: drawer!.id, counted: 0 })).rejects.toThrow("MANAGER");
  expect((await closeDrawer(show.owner.client, { drawerId: drawer!.id, counted: 10_000 })).difference).toEqual({
    amount: 0,
  });
});

test("refunds of a cancelled event wait for a clerk, who hands each out once; no provider is asked", async () => {
  await openDrawer(clerk.client);
  const order = await sold(2);
  await show.owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "Storm") { __typename } }`, {
    id: show.eventId,
  });
  await supergraph.settle();
  const waiting = await read(order.id);
  const [{ id: refundId, ...rest }] = waiting.payments[0].refunds;
  expect(rest).toEqual({ status: "FAILED", failureCode: "pay_out_at_counter" });
  await clerk.client.ask(`mutation ($id: ID!) { retryRefund(refundId: $id) { __typename } }`, { id: refundId });
  await supergraph.settle();
  expect((await read(order.id)).payments[0].refunds[0].status).toBe("FAILED");
  const payOut = async () =>
    (
      await clerk.client.ask(
        `mutation ($i: PayOutRefundInput!) { payOutRefund(input: $i) { __typename ... on Error { message } } }`,
        { i: { orderId: order.id, refundId, idempotencyKey: key() } },
      )
    ).payOutRefund.__typename;
  expect((await Promise.all([payOut(), payOut()])).sort()).toEqual(["Order", "RefundNotDue"]);
  await supergraph.settle();
  await redeliver(supergraph, "under new names");
  expect((await read(order.id)).payments).toMatchObject([{ status: "REFUNDED", refunds: [{ status: "DONE" }] }]);
});

test("a drawer with a sale in progress stays open until the sale is confirmed", async () => {
  const { id: drawerId } = await openDrawer(clerk.client);
  // The message that the money was taken is not delivered yet: the sale is answered all the same.
  const { relay } = supergraph.subgraphs.orders!;
  await relay.pause();
  const order = await sold(1);
  expect(order.status).toBe("PROCESSING");
  expect((await closeDrawer(clerk.client, { drawerId, counted: 14_500 })).__typename).toBe("DrawerBusy");
  relay.resume();
  await supergraph.settle();
  expect(await read(order.id)).toMatchObject({ status: "CONFIRMED", payments: [{ status: "SUCCEEDED" }] });
  const closed = await closeDrawer(clerk.client, { drawerId, counted: 14_500 });
  expect(closed).toMatchObject({ __typename: "Drawer", difference: { amount: 0 } });
});

test("a closing beside a sale has all of it or refuses it", async () => {
  const { id: drawerId } = await openDrawer(clerk.client);
  const held = await hold(clerk.client, seats(1));
  const [order] = await Promise.all([
    sell(clerk.client, { holdId: held.id, expectedTotal: 4_500 }),
    closeDrawer(clerk.client, { drawerId, counted: 14_500 }),
    closeDrawer(clerk.client, { drawerId, counted: 14_500 }),
  ]);
  await supergraph.settle();
  const { organization } = await clerk.client.ask(
    `query ($id: ID!) { organization(id: $id) { drawers { nodes { expected { amount } } } } }`,
    { id: show.organizationId },
  );
  const isSold = order.__typename === "Order";
  expect(organization.drawers.nodes).toEqual([{ expected: { amount: isSold ? 14_500 : 10_000 } }]);
  if (!isSold) expect(order.__typename).toBe("DrawerNotOpen");
});
