// Buyers exchange tickets for other seats: the difference is paid or refunded, and nobody ever has both tickets or neither.
import PostalMime from "postal-mime";
import type { Data } from "../local/client.ts";
import { payOrder, readOrder, signUp } from "../local/fixtures.ts";
import { redeliver } from "../testkit/supergraph.ts";
import {
  bought,
  CHEAP,
  DEAR,
  exchange,
  expectBooksClean,
  hold,
  keptFor,
  key,
  mail,
  openEvent,
  owner,
  quote,
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
  const refund = (id: string, ticketIds?: string[]) =>
    owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
      i: { orderId: id, reason: "ill", idempotencyKey: key(), ...(ticketIds && { ticketIds }) },
    });
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
  expect(await quote(buyer.client, holdId, ids)).toMatchObject({ reason: "NOT_ALLOWED" });
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
