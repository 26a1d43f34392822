// The counter of a box office: a clerk sells, refunds, and closes the drawer.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { openShow, setMember, signUp, type Person, type Show } from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { redeliver, startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { switchInvoicesOn } from "./invoicing.ts";

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let show: Show;
let clerk: Person;
let free: string[];
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  supergraph = await startSupergraph({ SMTP_URL: mail.smtpUrl, USERS_VERIFIED_DOMAINS: "example.org" });
});
beforeEach(async () => {
  show = await openShow(supergraph.client, { maxSeatsPerBuyer: 2 });
  free = show.seats.map(({ id }) => id as string);
  clerk = await newClerk();
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

async function newClerk(role = "BOX_OFFICE"): Promise<Person> {
  const person = await signUp(supergraph.client, "Clara Clerk");
  await setMember(show.owner.client, show.organizationId, person.id, role);
  return person;
}

const key = () => randomUUID();
const seats = (count: number) => free.splice(0, count);

const HOLD = `mutation ($i: HoldSeatsInput!) { holdSeats(input: $i) { __typename ... on Hold { id total { amount } } ... on Error { message } } }`;
const hold = async (client: Client, seatIds: string[], more: Data = {}): Promise<Data> =>
  (
    await client.ask(HOLD, {
      i: { eventId: show.eventId, seatIds, atCounter: true, idempotencyKey: key(), ...more },
    })
  ).holdSeats;

const ORDER = `id number status total { amount } refunded { amount } buyer { id } pdf
  tickets { id code status holder { id } } payments { id status tender tenderReference refunds { id status failureCode } }
  counterSale { tender given { amount } change { amount } reference reason drawer { id } }`;
const SELL = `mutation ($i: SellAtCounterInput!) { sellAtCounter(input: $i) { __typename ... on Order { ${ORDER} } ... on SaleTotalChanged { total { amount } } ... on Error { message } } }`;
const sell = async (client: Client, input: Data): Promise<Data> =>
  (
    await client.ask(SELL, {
      i: { organizationId: show.organizationId, idempotencyKey: key(), tender: "CASH", ...input },
    })
  ).sellAtCounter;

const DRAWER = `id openingFloat { amount } expected { amount } counted { amount } difference { amount } note closedAt clerk { id }
  takings { tender sales tickets sold { amount } refunded { amount } net { amount } }`;
const openDrawer = async (client: Client, input: Data = {}): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: OpenDrawerInput!) { openDrawer(input: $i) { __typename ... on Drawer { ${DRAWER} } ... on DrawerAlreadyOpen { drawer { id } } ... on Error { message } } }`,
      {
        i: {
          organizationId: show.organizationId,
          currency: "EUR",
          openingFloat: 10_000,
          idempotencyKey: key(),
          ...input,
        },
      },
    )
  ).openDrawer;
const closeDrawer = async (client: Client, input: Data): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: CloseDrawerInput!) { closeDrawer(input: $i) { __typename ... on Drawer { ${DRAWER} } ... on Error { message } } }`,
      { i: { idempotencyKey: key(), ...input } },
    )
  ).closeDrawer;
const refund = async (client: Client, input: Data): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename ... on Order { ${ORDER} } ... on Error { message } } }`,
      { i: { reason: "Changed plans", idempotencyKey: key(), ...input } },
    )
  ).refundOrder;
const read = async (id: string): Promise<Data> =>
  (await clerk.client.ask(`query ($id: ID!) { order(id: $id) { ${ORDER} } }`, { id })).order;

const sold = async (count = 1, input: Data = {}): Promise<Data> => {
  const { id, total } = await hold(clerk.client, seats(count));
  const order = await sell(clerk.client, { holdId: id, expectedTotal: total.amount, ...input });
  expect(order.__typename).toBe("Order");
  return order;
};

test("a clerk sells three seats for cash in two requests, and has the tickets to print", async () => {
  await openDrawer(clerk.client);
  const held = await hold(clerk.client, seats(3));
  const order = await sell(clerk.client, { holdId: held.id, expectedTotal: held.total.amount, given: 15_000 });

  expect(order).toMatchObject({
    __typename: "Order",
    status: "CONFIRMED",
    total: { amount: 13_500 },
    buyer: null,
    payments: [{ status: "SUCCEEDED", tender: "CASH" }],
    counterSale: { tender: "CASH", given: { amount: 15_000 }, change: { amount: 1_500 } },
  });
  expect(order.tickets).toHaveLength(3);
  expect(order.tickets.every(({ code, holder }: Data) => code && holder === null)).toBe(true);
});

test("a repeated sale has the first result, also after the drawer is closed and every message comes twice", async () => {
  const { id: drawerId } = await openDrawer(clerk.client);
  const held = await hold(clerk.client, seats(2));
  const input = { holdId: held.id, expectedTotal: 9_000, tender: "TERMINAL", reference: "A-17", idempotencyKey: key() };
  const answers = await Promise.all([1, 2, 3].map(() => sell(clerk.client, input)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  await redeliver(supergraph, "under new names");
  await closeDrawer(clerk.client, { drawerId, counted: 10_000 });
  const again = await sell(clerk.client, input);
  expect(again).toMatchObject({
    id: answers[0]!.id,
    status: "CONFIRMED",
    payments: [{ status: "SUCCEEDED", tender: "TERMINAL", tenderReference: "A-17" }],
    counterSale: { tender: "TERMINAL", reference: "A-17", given: null, change: null, drawer: { id: drawerId } },
  });
  expect((await sell(clerk.client, { ...input, reference: "A-18" })).__typename).toBe("IdempotencyKeyReused");
});

test("the ledger has the sale and its refund in accounts of the counter, and the statement of the organization has neither", async () => {
  await openDrawer(clerk.client);
  const order = await sold(2);
  await refund(clerk.client, { orderId: order.id, ticketIds: [order.tickets[0].id] });
  await supergraph.settle();
  const entries = await supergraph.query(
    "payments",
    `select account, sum(amount)::int as amount from ledger_entry where order_id = $1 group by account order by account`,
    [order.id],
  );
  const account = (name: string) => `counter:${show.organizationId}:${name}`;
  expect(entries).toEqual([
    { account: account("cash"), amount: 4_500 },
    { account: account("sales"), amount: -4_500 },
  ]);
  expect(await read(order.id)).toMatchObject({
    status: "PARTIALLY_REFUNDED",
    payments: [{ status: "PARTIALLY_REFUNDED" }],
  });
});

test("invoices and credit notes of the counter are as of other orders", async () => {
  await switchInvoicesOn(show.owner.client, show.organizationId);
  await openDrawer(clerk.client);
  const order = await sold(1);
  await refund(clerk.client, { orderId: order.id });
  await supergraph.settle();
  const { order: found } = await clerk.client.ask(
    `query ($id: ID!) { order(id: $id) { invoices { kind total { amount } } } }`,
    { id: order.id },
  );
  expect(found.invoices).toEqual([
    { kind: "INVOICE", total: { amount: 4_500 } },
    { kind: "CREDIT_NOTE", total: { amount: -4_500 } },
  ]);
});

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

test("complimentary tickets cost nothing, and are counted by themselves", async () => {
  await openDrawer(clerk.client);
  const held = await hold(clerk.client, seats(2));
  const input = { holdId: held.id, expectedTotal: 0, tender: "COMPLIMENTARY" };
  await expect(sell(clerk.client, input)).rejects.toThrow("input.reason: must say why");
  const order = await sell(clerk.client, { ...input, reason: "Press" });
  expect(order).toMatchObject({
    status: "CONFIRMED",
    total: { amount: 0 },
    counterSale: { tender: "COMPLIMENTARY", reason: "Press" },
    payments: [{ status: "SUCCEEDED", tender: "COMPLIMENTARY" }],
  });
  const { takings } = await openDrawer(clerk.client).then(async ({ drawer }) =>
    closeDrawer(clerk.client, { drawerId: drawer.id, counted: 10_000 }),
  );
  expect(takings).toMatchObject([{ tender: "COMPLIMENTARY", sales: 1, tickets: 2, net: { amount: 0 } }]);
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

test("another total sells nothing; too little cash and missing slips are named", async () => {
  await openDrawer(clerk.client);
  const held = await hold(clerk.client, seats(1));
  const sale = { holdId: held.id, expectedTotal: 4_500 };
  await expect(sell(clerk.client, { ...sale, given: 4_499 })).rejects.toThrow(
    "input.given: must be at least expectedTotal",
  );
  await expect(sell(clerk.client, { ...sale, tender: "TERMINAL" })).rejects.toThrow(
    "input.reference: must be the number",
  );
  expect(await sell(clerk.client, { ...sale, expectedTotal: 4_000 })).toMatchObject({
    __typename: "SaleTotalChanged",
    total: { amount: 4_500 },
  });
  await supergraph.settle();
  const { event } = await clerk.client.ask(`query ($id: ID!) { event(id: $id) { availability { held sold } } }`, {
    id: show.eventId,
  });
  expect(event.availability).toEqual({ held: 0, sold: 0 });
});

test("only clerks hold and sell at the counter, each for the own organization", async () => {
  const buyer = await signUp(supergraph.client);
  const [seat] = seats(1);
  await expect(hold(buyer.client, [seat!])).rejects.toThrow("BOX_OFFICE");
  expect((await hold(buyer.client, [seat!], { atCounter: false })).__typename).toBe("Hold");
  expect((await openDrawer(buyer.client)).__typename).toBe("NotFound");
  const scanner = await newClerk("SCANNER");
  await expect(openDrawer(scanner.client)).rejects.toThrow("BOX_OFFICE");
  await openDrawer(clerk.client);
  const { id: holdId } = await hold(clerk.client, seats(3));
  expect((await sell(buyer.client, { holdId, expectedTotal: 13_500 })).__typename).toBe("NotFound");
  await expect(sell(scanner.client, { holdId, expectedTotal: 13_500 })).rejects.toThrow("BOX_OFFICE");
});

test("tickets of a guest with name and address belong to the guest, who gets mail; those of nobody are mailed to nobody", async () => {
  await openDrawer(clerk.client);
  const email = `${randomUUID()}@example.org`;
  // Three requests: guest, hold, sale.
  const { startGuestSession: session } = await supergraph
    .client()
    .ask(`mutation ($i: StartGuestSessionInput!) { startGuestSession(input: $i) { user { id } } }`, {
      i: { email, name: "Grace" },
    });
  const order = await sold(1, { guestId: session.user.id });
  expect(order).toMatchObject({ buyer: { id: session.user.id }, tickets: [{ holder: { id: session.user.id } }] });
  const nobodys = await sold(1);
  await supergraph.settle();
  expect(mail.mails().filter(({ to }) => to.includes(email))).not.toEqual([]);
  const letters = await supergraph.query("orders", "select 1 from letter where order_id = $1", [nobodys.id]);
  expect(letters).toEqual([]);
  expect(await sold(1, { guestId: clerk.id }).catch((error: Error) => error)).toBeInstanceOf(Error);
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
