// Buyers exchange tickets for other seats: the difference is paid or refunded, and nobody ever has both tickets or neither.
import PostalMime from "postal-mime";
import type { Client, Data } from "../local/client.ts";
import { payOrder, readOrder, signUp } from "../local/fixtures.ts";
import { redeliver } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import {
  bought,
  type Bought,
  CHEAP,
  checkIn,
  clerk,
  DEAR,
  eventId,
  exchange,
  expectBooksClean,
  hold,
  holdAtCounter,
  keptFor,
  key,
  mail,
  openEvent,
  owner,
  quote,
  refund,
  setPolicy,
  startShow,
  statusesOf,
  stopShow,
  supergraph,
} from "./exchanges.ts";

beforeAll(startShow);
beforeEach(() => openEvent());
afterAll(stopShow);

const euros = (amount: number) => ({ amount, currency: "EUR" });

test("a buyer upgrades and pays the difference, and gets the new tickets for the old ones", async () => {
  const { buyer, orderId, ids } = await bought("cheap", 2);
  const holdId = await hold(buyer.client, "dear", 2);
  expect(await quote(buyer.client, holdId, ids)).toMatchObject({
    __typename: "ExchangeQuote",
    worth: euros(2 * CHEAP),
    total: euros(2 * DEAR),
    difference: euros(2 * (DEAR - CHEAP)),
    tickets: ids.map((id) => ({ ticket: { id }, paid: euros(CHEAP), fee: euros(0), worth: euros(CHEAP) })),
  });
  const asked = key();
  const order = await exchange(buyer.client, ids, holdId, 2 * (DEAR - CHEAP), asked);
  expect(order).toMatchObject({
    __typename: "Order",
    status: "AWAITING_PAYMENT",
    total: euros(2 * DEAR),
    amountDue: euros(2 * (DEAR - CHEAP)),
    exchange: { status: "OPEN", from: { id: orderId }, credit: euros(2 * CHEAP), refund: euros(0) },
  });
  expect((await exchange(buyer.client, ids, holdId, 2 * (DEAR - CHEAP), asked)).id).toBe(order.id);
  expect((await exchange(buyer.client, ids, holdId, 1, asked)).__typename).toBe("IdempotencyKeyReused");
  await supergraph.settle();
  expect(await statusesOf(orderId)).toEqual(["VALID", "VALID"]);

  expect(await payOrder(buyer.client, order.id)).toMatchObject({ amount: euros(2 * (DEAR - CHEAP)) });
  await supergraph.settle();
  await redeliver(supergraph, "under new names");
  expect(await readOrder(buyer.client, order.id)).toMatchObject({
    status: "CONFIRMED",
    tickets: [{ status: "VALID" }, { status: "VALID" }],
  });
  expect(await readOrder(buyer.client, orderId)).toMatchObject({ status: "REFUNDED", refunded: { amount: 2 * CHEAP } });
  expect(await statusesOf(orderId)).toEqual(["CANCELLED", "CANCELLED"]);
  expect([keptFor(orderId), keptFor(order.id)]).toEqual([2 * CHEAP, 2 * (DEAR - CHEAP)]);
  await expectBooksClean();

  const mails = mail.mails().filter(({ to }) => to.includes(buyer.email));
  const parsed = await Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
  const letters = parsed.filter(({ subject }) => subject?.includes("new tickets"));
  expect(letters).toHaveLength(1);
  expect(letters[0]!.text).toContain("2 tickets of order");
  expect(letters[0]!.text).toContain("Paid with your previous tickets: €60.00");
  expect(letters[0]!.text).toContain("Paid: €30.00");
  expect(letters[0]!.attachments.map(({ mimeType }) => mimeType)).toContain("application/pdf");
  expect(parsed.some(({ subject }) => subject?.includes("cancelled"))).toBe(false);
});

test("a buyer exchanges for cheaper seats, and the rest less the fee goes back to the card that paid", async () => {
  await setPolicy({ fee: 500 });
  const { buyer, orderId, ids } = await bought("dear", 2);
  const holdId = await hold(buyer.client, "cheap", 1);
  const difference = CHEAP - (DEAR - 500);
  expect(await quote(buyer.client, holdId, [ids[0]!])).toMatchObject({ difference: euros(difference) });
  const order = await exchange(buyer.client, [ids[0]!], holdId, difference);
  expect(order).toMatchObject({ __typename: "Order", amountDue: euros(0), exchange: { refund: euros(-difference) } });
  await supergraph.settle();
  await redeliver(supergraph, "under new names");
  expect(await readOrder(buyer.client, order.id)).toMatchObject({
    status: "CONFIRMED",
    tickets: [{ status: "VALID" }],
  });
  expect(await statusesOf(orderId)).toEqual(["CANCELLED", "VALID"]);
  expect(keptFor(orderId)).toBe(2 * DEAR + difference);
  expect((await readOrder(buyer.client, orderId)).refunded.amount).toBe(DEAR - 500);
  await expectBooksClean();
});

test("a buyer exchanges for a seat of the same price: nothing is paid or given back, and the new ticket is valid", async () => {
  const { buyer, orderId, ids } = await bought("cheap", 1);
  const before = supergraph.provider.payments();
  const holdId = await hold(buyer.client, "cheap");
  expect(await quote(buyer.client, holdId, ids)).toMatchObject({ worth: euros(CHEAP), difference: euros(0) });
  const order = await exchange(buyer.client, ids, holdId, 0);
  expect(order).toMatchObject({
    total: euros(CHEAP),
    amountDue: euros(0),
    exchange: { from: { id: orderId }, credit: euros(CHEAP), refund: euros(0) },
  });
  expect((await payOrder(buyer.client, order.id)).__typename).toBe("OrderNotPayable");
  await supergraph.settle();
  await redeliver(supergraph, "under new names");
  expect(await readOrder(buyer.client, order.id)).toMatchObject({
    status: "CONFIRMED",
    tickets: [{ status: "VALID" }],
  });
  expect(await statusesOf(orderId)).toEqual(["CANCELLED"]);
  // The provider has seen nothing of it.
  expect(supergraph.provider.payments()).toEqual(before);
  const ofProvider = `select sum(amount)::int as sum, count(*)::int as entries from ledger_entry where account = 'provider:clearing' and order_id = any($1)`;
  expect(await supergraph.query("payments", ofProvider, [[orderId, order.id]])).toEqual([{ sum: CHEAP, entries: 1 }]);
  await expectBooksClean();
});

test("a declined card and a cancelled order leave the old tickets, which can be exchanged again", async () => {
  const { buyer, orderId, ids } = await bought("cheap", 1);
  const order = await exchange(buyer.client, ids, await hold(buyer.client, "dear"), DEAR - CHEAP);
  expect((await payOrder(buyer.client, order.id, "pm_card_declined")).__typename).toBe("PaymentDeclined");
  await supergraph.settle();
  expect(await statusesOf(orderId)).toEqual(["VALID"]);
  const other = await hold(buyer.client, "dear");
  expect(await exchange(buyer.client, ids, other, DEAR - CHEAP)).toMatchObject({ reason: "EXCHANGE_IN_PROGRESS" });
  await buyer.client.ask(`mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename } }`, { id: order.id });
  const again = await exchange(buyer.client, ids, other, DEAR - CHEAP);
  expect(again.__typename).toBe("Order");
  await payOrder(buyer.client, again.id, "pm_card_fraud");
  await supergraph.settle();
  expect((await readOrder(buyer.client, again.id)).status).toBe("DECLINED");
  expect(await statusesOf(orderId)).toEqual(["VALID"]);
  expect(keptFor(orderId)).toBe(CHEAP);
  await expectBooksClean();
});

test("exchanged tickets are exchanged again and refunded: each card gets back what it has paid", async () => {
  const { buyer, orderId, ids } = await bought("cheap", 2);
  const dearer = await exchange(buyer.client, ids, await hold(buyer.client, "dear", 2), 2 * (DEAR - CHEAP));
  await payOrder(buyer.client, dearer.id);
  await supergraph.settle();
  const { tickets } = await readOrder(buyer.client, dearer.id);
  const [first, second] = tickets.map(({ id }: Data) => id as string) as [string, string];
  const cheaper = await exchange(buyer.client, [first], await hold(buyer.client, "cheap"), CHEAP - DEAR);
  await supergraph.settle();
  await expectBooksClean();
  expect((await readOrder(buyer.client, cheaper.id)).status).toBe("CONFIRMED");
  expect(keptFor(orderId) + keptFor(dearer.id)).toBe(DEAR + CHEAP);
  await refund(dearer.id, [second]);
  await expectBooksClean();
  await refund(cheaper.id);
  await expectBooksClean();
  expect([keptFor(orderId), keptFor(dearer.id)]).toEqual([0, 0]);
});

test("what the policy does not allow is refused with its reason, and a total is never other than shown", async () => {
  const { buyer, ids } = await bought("cheap", 1);
  const stranger = await signUp(supergraph.client);
  const holdId = await hold(buyer.client, "dear");
  expect((await quote(buyer.client, holdId, [key()])).__typename).toBe("NotFound");
  expect((await exchange(stranger.client, ids, await hold(stranger.client, "dear"), 0)).__typename).toBe("NotFound");
  await setPolicy({ isAllowed: false });
  expect(await quote(buyer.client, holdId, ids)).toMatchObject({
    __typename: "TicketsNotExchangeable",
    reason: "NOT_ALLOWED",
  });
  expect(await exchange(buyer.client, ids, holdId, DEAR - CHEAP)).toMatchObject({ reason: "NOT_ALLOWED" });
  await setPolicy({ minutesBefore: 525_600 });
  expect(await exchange(buyer.client, ids, holdId, DEAR - CHEAP)).toMatchObject({ reason: "TOO_LATE" });
  await setPolicy({});
  expect(await exchange(buyer.client, ids, holdId, 1)).toMatchObject({
    __typename: "ExchangeTotalChanged",
    difference: euros(DEAR - CHEAP),
  });
  await expectBooksClean();
});

const offer = async (client: Client, ticketId: string): Promise<Data> =>
  (
    await client.ask(
      `mutation ($i: OfferTicketInput!) { offerTicket(input: $i) { __typename ... on TicketOffer { code } } }`,
      { i: { ticketId, idempotencyKey: key() } },
    )
  ).offerTicket;
const accept = async (client: Client, code: string): Promise<string> =>
  (
    await client.ask(`mutation ($i: AcceptTicketOfferInput!) { acceptTicketOffer(input: $i) { __typename } }`, {
      i: { code, idempotencyKey: key() },
    })
  ).acceptTicketOffer.__typename;
const statusOfExchange = async (orderId: string): Promise<string> =>
  (await supergraph.query("orders", `select status from exchange where order_id = $1`, [orderId]))[0]!.status as string;

test("while the payment is captured, nothing else changes the old tickets, and then the new ones are valid", async () => {
  const { buyer, orderId, ids, tickets } = await bought("cheap", 1);
  const friend = await signUp(supergraph.client);
  const { code } = await offer(buyer.client, ids[0]!);
  const order = await exchange(buyer.client, ids, await hold(buyer.client, "dear"), DEAR - CHEAP);
  await supergraph.pause("seating");
  expect((await payOrder(buyer.client, order.id)).__typename).toBe("Payment");
  await until(
    async () =>
      (await supergraph.query("orders", `select 1 from purchase where id = $1 and phase = 'SELLING'`, [order.id]))
        .length > 0,
    "the seats are to be sold",
  );
  await supergraph.pause("payments");
  await supergraph.resume("seating");
  await until(async () => (await statusOfExchange(order.id)) === "CLAIMED", "the tickets are claimed");
  expect(await checkIn(tickets[0]!.code)).toBe("TicketBeingExchanged");
  expect((await offer(buyer.client, ids[0]!)).__typename).toBe("TicketBeingExchanged");
  expect(await accept(friend.client, code)).toBe("TicketBeingExchanged");
  expect((await refund(orderId, ids)).refundOrder.__typename).toBe("OrderNotRefundable");
  expect(await statusesOf(orderId)).toEqual(["VALID"]);
  await supergraph.resume("payments");
  await expectBooksClean();
  expect(await statusesOf(orderId)).toEqual(["CANCELLED"]);
  expect(await statusesOf(order.id)).toEqual(["VALID"]);
  expect(await checkIn(tickets[0]!.code)).toBe("NotFound");
});

test("a ticket that is used, refunded or transferred before the payment is captured ends the exchange, and the card is not charged", async () => {
  const ends: [string, (one: Bought) => Promise<unknown>, string][] = [
    ["used", ({ tickets }) => checkIn(tickets[0]!.code), "USED"],
    ["refunded", ({ orderId, ids }) => refund(orderId, ids), "CANCELLED"],
    [
      "transferred",
      async ({ buyer, ids }) =>
        accept((await signUp(supergraph.client)).client, (await offer(buyer.client, ids[0]!)).code),
      "VALID",
    ],
  ];
  for (const [, end, status] of ends) {
    const one = await bought("cheap", 1);
    const order = await exchange(one.buyer.client, one.ids, await hold(one.buyer.client, "dear"), DEAR - CHEAP);
    await end(one);
    await payOrder(one.buyer.client, order.id);
    await expectBooksClean();
    expect((await readOrder(one.buyer.client, order.id)).status).toBe("CANCELLED");
    expect(await statusesOf(one.orderId)).toEqual([status]);
    expect(await statusesOf(order.id)).toEqual([]);
    expect(keptFor(order.id)).toBe(0);
  }
});

test("of an exchange and whatever else happens to the ticket at the same time exactly one wins", async () => {
  const rivals: ((one: Bought) => Promise<unknown>)[] = [
    ({ tickets }) => checkIn(tickets[0]!.code),
    ({ orderId, ids }) => refund(orderId, ids),
    async ({ buyer, ids }) => exchange(buyer.client, ids, await hold(buyer.client, "cheap"), 0),
  ];
  for (const rival of rivals) {
    const one = await bought("cheap", 1);
    const holdId = await hold(one.buyer.client, "cheap");
    await Promise.all([exchange(one.buyer.client, one.ids, holdId, 0), rival(one)]);
    await expectBooksClean();
    const valid = await supergraph.query(
      "orders",
      `select t.status from ticket t join purchase o on o.id = t.order_id where o.buyer_id = $1 and t.event_id = $2 and t.status <> 'CANCELLED'`,
      [one.buyer.id, eventId],
    );
    expect(valid.length).toBeLessThanOrEqual(1);
    const kept = await supergraph.query(
      "payments",
      `select sum(case when account = 'provider:clearing' then e.amount end)::int as kept from ledger_entry e join payment p on p.id = e.payment_id where p.buyer_id = $1`,
      [one.buyer.id],
    );
    expect(kept[0]!.kept).toBe(valid.length * CHEAP);
  }
});

test("an event that is cancelled during an exchange is refunded in full, for the old tickets or the new ones", async () => {
  const { buyer, orderId, ids } = await bought("dear", 2);
  const order = await exchange(buyer.client, [ids[0]!], await hold(buyer.client, "cheap"), CHEAP - DEAR);
  await owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "ill") { __typename } }`, {
    id: eventId,
  });
  await supergraph.settle();
  for (const id of [orderId, order.id])
    expect((await statusesOf(id)).every((status) => status === "CANCELLED")).toBe(true);
  expect([keptFor(orderId), keptFor(order.id)]).toEqual([0, 0]);
});

test("a clerk exchanges without a policy and without a fee, and the buyer pays the difference", async () => {
  await openEvent(null);
  const { buyer, orderId, ids } = await bought("cheap", 2);
  const own = await hold(buyer.client, "dear");
  expect(await exchange(buyer.client, ids, own, 0)).toMatchObject({ reason: "NOT_ALLOWED" });
  const order = await exchange(clerk.client, ids, await holdAtCounter("dear", 2), 2 * (DEAR - CHEAP));
  expect(order).toMatchObject({ __typename: "Order", amountDue: euros(2 * (DEAR - CHEAP)) });
  expect(await payOrder(buyer.client, order.id)).toMatchObject({ amount: euros(2 * (DEAR - CHEAP)) });
  await expectBooksClean();
  expect(await statusesOf(orderId)).toEqual(["CANCELLED", "CANCELLED"]);
  expect((await readOrder(buyer.client, order.id)).tickets).toHaveLength(2);
});
