// The counter of a box office: a clerk sells, refunds, and closes the drawer.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import { signUp } from "../local/fixtures.ts";
import { redeliver } from "../testkit/supergraph.ts";
import { switchInvoicesOn } from "./invoicing.ts";
import {
  clerk,
  closeDrawer,
  hold,
  key,
  mail,
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

/** "%PDF-" in Base64. */
const PDF = /^JVBERi0/;

beforeAll(start);
beforeEach(openNewShow);
afterAll(stop);

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
  expect(order.pdf).toMatch(PDF);
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
