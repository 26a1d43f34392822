// Money: taken once, for seats that are sold, and given back once.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import {
  allSeats,
  buy,
  holdSeats,
  openShow,
  payOrder,
  placeOrder,
  readOrder,
  setMember,
  signUp,
} from "../local/fixtures.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startSupergraph();
});
afterAll(() => supergraph.stop());

const refundOf = (client: Data, input: Record<string, unknown>): Promise<Data> =>
  client
    .ask(
      `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename ... on Order { status refunded { amount } } ... on Error { message } } }`,
      { input: { reason: "ill", idempotencyKey: randomUUID(), ...input } },
    )
    .then(({ refundOrder }: Data) => refundOrder);

const entriesOf = (orderId: string) =>
  supergraph.provider.payments().filter((payment) => payment.metadata.order_id === orderId);

test("an answer that was lost is found out: the card is charged once", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const { order, payment } = await buy(buyer.client, show.eventId, [show.seats[3].id], "pm_card_timeout");
  // A webhook may have told it first, and then the sale may be through already.
  expect(["AUTHORIZED", "SUCCEEDED"]).toContain(payment.status);
  await supergraph.settle();
  expect((await readOrder(buyer.client, order.id)).status).toBe("CONFIRMED");
  expect(entriesOf(order.id)).toEqual([expect.objectContaining({ status: "captured" })]);
});

test("a slow provider leaves the payment PENDING, and the order tells the rest", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const { order, payment } = await buy(buyer.client, show.eventId, [show.seats[3].id], "pm_card_slow");
  expect(payment).toMatchObject({ __typename: "Payment", status: "PENDING" });
  expect(await payOrder(buyer.client, order.id)).toMatchObject({ __typename: "OrderNotPayable" });
  const feed = buyer.client.subscribe(
    `subscription ($id: ID!) { orderChanged(orderId: $id) { status payments { status } } }`,
    { id: order.id },
  );
  await feed.until((messages) => messages.at(-1)?.orderChanged.status === "CONFIRMED", 120_000);
  expect(feed.messages[0].orderChanged).toEqual({ status: "AWAITING_PAYMENT", payments: [{ status: "PENDING" }] });
  expect(entriesOf(order.id)).toHaveLength(1);
});

test("a subscriber of an order gets all that it has by then, with every step", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const hold = await holdSeats(buyer.client, show.eventId, [show.seats[0].id, show.seats[1].id]);
  const order = await placeOrder(buyer.client, hold.id);
  const feed = buyer.client.subscribe(
    `subscription ($id: ID!) { orderChanged(orderId: $id) { status tickets { status } history { status } } }`,
    { id: order.id },
  );
  await feed.until((messages) => messages.length > 0);
  expect(feed.messages[0].orderChanged).toMatchObject({ tickets: [], history: [{ status: "AWAITING_PAYMENT" }] });
  await payOrder(buyer.client, order.id);
  await feed.until((messages) => messages.at(-1)?.orderChanged.status === "CONFIRMED", 120_000);
  expect(feed.messages.at(-1).orderChanged).toEqual({
    status: "CONFIRMED",
    tickets: [{ status: "VALID" }, { status: "VALID" }],
    history: ["AWAITING_PAYMENT", "PROCESSING", "CONFIRMED"].map((status) => ({ status })),
  });
  feed.stop();
});

test("the same key pays once, however many at once, and names one payment", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const order = await placeOrder(buyer.client, (await holdSeats(buyer.client, show.eventId, [show.seats[3].id])).id);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => payOrder(buyer.client, order.id, "pm_card_visa", key)),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect((await payOrder(buyer.client, order.id, "pm_card_risky", key)).__typename).toBe("IdempotencyKeyReused");
  await supergraph.settle();
  expect(entriesOf(order.id)).toHaveLength(1);
});

test("of many cards at once one pays, and a declined one can be replaced", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const order = await placeOrder(buyer.client, (await holdSeats(buyer.client, show.eventId, [show.seats[3].id])).id);
  expect(await payOrder(buyer.client, order.id, "pm_card_insufficient_funds")).toMatchObject({
    __typename: "PaymentDeclined",
    code: "insufficient_funds",
    payment: { status: "FAILED" },
  });
  expect(await payOrder(buyer.client, order.id, "pm_no_such_card")).toMatchObject({
    __typename: "PaymentDeclined",
    code: "invalid_payment_method",
  });
  const answers = await Promise.all(Array.from({ length: 8 }, () => payOrder(buyer.client, order.id)));
  expect(answers.filter(({ __typename }) => __typename === "Payment")).toHaveLength(1);
  expect(answers.filter(({ __typename }) => __typename === "OrderNotPayable")).toHaveLength(7);
  await supergraph.settle();
  expect(entriesOf(order.id).filter(({ status }) => status === "captured")).toHaveLength(1);
  expect((await payOrder(buyer.client, order.id)).__typename).toBe("OrderNotPayable");
});

test("an order that nobody pays for expires, and a hold is in one order only", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const hold = await holdSeats(buyer.client, show.eventId, [show.seats[3].id]);
  const [one, two] = await Promise.all([placeOrder(buyer.client, hold.id), placeOrder(buyer.client, hold.id)]);
  expect([one.__typename, two.__typename].sort()).toEqual(["HoldNotActive", "Order"]);
  const order = one.__typename === "Order" ? one : two;
  await supergraph.advance(901);
  const feed = buyer.client.subscribe(`subscription ($id: ID!) { orderChanged(orderId: $id) { status } }`, {
    id: order.id,
  });
  await feed.until((messages) => messages.at(-1)?.orderChanged.status === "EXPIRED", 120_000);
  await supergraph.settle();
  expect((await payOrder(buyer.client, order.id)).__typename).toBe("OrderNotPayable");
  expect((await allSeats(buyer.client, show.eventId)).every(({ status }) => status === "AVAILABLE")).toBe(true);
  await supergraph.advance(0);
});

test("a buyer can cancel until the order is confirmed, and what was authorized is let go", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const cancel = async (id: string) =>
    (
      await buyer.client.ask(
        `mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "changed my mind") { __typename ... on Order { status } } }`,
        { id },
      )
    ).cancelOrder;
  const { order } = await buy(buyer.client, show.eventId, [show.seats[3].id], "pm_card_risky");
  await supergraph.settle();
  expect(await cancel(order.id)).toEqual({ __typename: "Order", status: "CANCELLED" });
  expect(await cancel(order.id)).toEqual({ __typename: "Order", status: "CANCELLED" });
  await supergraph.settle();
  expect(entriesOf(order.id)).toEqual([expect.objectContaining({ status: "voided", captured: 0 })]);
  const confirmed = await buy(buyer.client, show.eventId, [show.seats[4].id]);
  await supergraph.settle();
  expect(await cancel(confirmed.order.id)).toEqual({ __typename: "OrderNotCancellable" });
});

test("refunds at once never give back more than was taken", async () => {
  const show = await openShow(supergraph.client);
  const [buyer, clerk] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  await setMember(show.owner.client, show.organizationId, clerk.id, "BOX_OFFICE");
  const seatIds = show.seats.slice(2, 6).map(({ id }) => id);
  const hold = await holdSeats(buyer.client, show.eventId, seatIds);
  const order = await placeOrder(buyer.client, hold.id);
  expect(await refundOf(clerk.client, { orderId: order.id })).toMatchObject({ __typename: "OrderNotRefundable" });
  await payOrder(buyer.client, order.id);
  await supergraph.settle();
  const { tickets } = await readOrder(buyer.client, order.id);
  const ids = tickets.map(({ id }: Data) => id);
  const answers = await Promise.all(
    [ids.slice(0, 2), ids.slice(1, 3), ids.slice(0, 1), ids.slice(3)].map((ticketIds) =>
      refundOf(clerk.client, { orderId: order.id, ticketIds }),
    ),
  );
  const refunded = answers.filter(({ __typename }) => __typename === "Order").length;
  expect(refunded).toBeGreaterThan(0);
  expect(refunded).toBeLessThan(4);
  expect(await refundOf(clerk.client, { orderId: order.id, ticketIds: [randomUUID()] })).toMatchObject({
    __typename: "NotFound",
  });
  const key = randomUUID();
  const rest = { orderId: order.id, idempotencyKey: key };
  await refundOf(clerk.client, rest);
  await refundOf(clerk.client, rest);
  expect((await refundOf(clerk.client, { ...rest, reason: "other" })).__typename).toBe("IdempotencyKeyReused");
  await supergraph.settle();
  expect(await readOrder(buyer.client, order.id)).toMatchObject({
    status: "REFUNDED",
    total: { amount: 18_000 },
    refunded: { amount: 18_000 },
    payments: [{ status: "REFUNDED", refunded: { amount: 18_000 } }],
  });
  expect(entriesOf(order.id)).toEqual([expect.objectContaining({ captured: 18_000, refunded: 18_000 })]);
});

test("a cancelled event sells nothing more, and gives everybody their money back", async () => {
  const show = await openShow(supergraph.client);
  const buyers = await Promise.all(
    [3, 4, 7].map(async (index) => {
      const buyer = await signUp(supergraph.client);
      return { buyer, ...(await buy(buyer.client, show.eventId, [show.seats[index].id])) };
    }),
  );
  const late = await signUp(supergraph.client);
  const held = await holdSeats(late.client, show.eventId, [show.seats[12].id]);
  await supergraph.settle();
  const { cancelEvent } = await show.owner.client.ask(
    `mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "The singer is ill.") { __typename ... on Event { status } } }`,
    { id: show.eventId },
  );
  expect(cancelEvent).toEqual({ __typename: "Event", status: "CANCELLED" });
  expect((await holdSeats(late.client, show.eventId, [show.seats[13].id])).__typename).toBe("EventNotOnSale");
  expect((await placeOrder(late.client, held.id)).__typename).toBe("HoldNotActive");
  await supergraph.settle();
  for (const { buyer, order } of buyers) {
    expect(await readOrder(buyer.client, order.id)).toMatchObject({
      status: "REFUNDED",
      tickets: [{ status: "CANCELLED" }],
      payments: [{ status: "REFUNDED" }],
    });
  }
  const { event } = await late.client.ask(
    `query ($id: ID!) { event(id: $id) { availability { held sold available } } }`,
    { id: show.eventId },
  );
  expect(event.availability).toEqual({ held: 0, sold: 0, available: 25 });
});

test("a capture that the provider refuses frees the seats", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  const { order } = await buy(buyer.client, show.eventId, [show.seats[3].id], "pm_card_capture_fails");
  await supergraph.settle();
  expect(await readOrder(buyer.client, order.id)).toMatchObject({
    status: "CANCELLED",
    tickets: [],
    payments: [{ status: "CANCELLED", failureCode: "capture_refused" }],
  });
  expect((await allSeats(buyer.client, show.eventId)).every(({ status }) => status === "AVAILABLE")).toBe(true);
  // Nor does it keep the money set aside.
  expect(entriesOf(order.id)).toMatchObject([{ status: "voided", captured: 0 }]);
});

test("while the provider is down nobody pays, and the payment goes through once it is back", async () => {
  const show = await openShow(supergraph.client);
  const buyer = await signUp(supergraph.client);
  supergraph.provider.behave({ down: true });
  const { order, payment } = await buy(buyer.client, show.eventId, [show.seats[3].id]);
  supergraph.provider.behave({ down: false });
  expect(payment).toMatchObject({ __typename: "Payment", status: "PENDING" });
  const feed = buyer.client.subscribe(`subscription ($id: ID!) { orderChanged(orderId: $id) { status } }`, {
    id: order.id,
  });
  await feed.until((messages) => messages.at(-1)?.orderChanged.status === "CONFIRMED", 120_000);
  expect(entriesOf(order.id)).toHaveLength(1);
});

test("the books balance, agree with the provider's, and can't be changed", async () => {
  await supergraph.settle();
  const groups = await supergraph.query<{ sum: string }>(
    "payments",
    "select sum(amount) from ledger_entry group by group_id having sum(amount) <> 0",
  );
  expect(groups).toEqual([]);
  const [ours] = await supergraph.query<{ n: string }>(
    "payments",
    "select coalesce(sum(amount), 0) as n from ledger_entry where account = 'provider:clearing'",
  );
  expect(Number(ours!.n)).toBe(
    supergraph.provider.payments().reduce((sum, { captured, refunded }) => sum + captured - refunded, 0),
  );
  await expect(supergraph.query("payments", "update ledger_entry set amount = amount + 1")).rejects.toThrow(
    /never change/,
  );
  await expect(supergraph.query("payments", "delete from ledger_entry")).rejects.toThrow(/never change/);
  const lopsided =
    "insert into ledger_entry (group_id, account, amount, currency, order_id, payment_id, what) values (gen_random_uuid(), 'a', 5, 'EUR', gen_random_uuid(), gen_random_uuid(), 'CAPTURE')";
  await expect(supergraph.query("payments", lopsided)).rejects.toThrow(/does not balance/);
});
