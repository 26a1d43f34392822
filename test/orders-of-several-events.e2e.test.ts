// A basket over two events: it survives a reload, becomes one order, and each event can then be cancelled or changed by itself.
import { randomUUID } from "node:crypto";
import PostalMime from "postal-mime";
import type { Client, Data } from "../local/client.ts";
import {
  allSeats,
  createEvent,
  createPromoCode,
  holdSeats,
  inDays,
  openShow,
  payOrder,
  placeOrder,
  publishEvent,
  signUp,
  type Person,
  type Show,
} from "../local/fixtures.ts";
import { startMailCatcher, type RunningMailCatcher } from "../local/stand-ins/mail-catcher.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";

/** ORDERS_CHANGE_LETTER_SECONDS by default. */
const DELAY = 300;

let supergraph: TestSupergraph;
let mail: RunningMailCatcher;
let show: Show;
/** A second event of the same organization, with its seats. */
let matinee: { eventId: string; seats: Data[] };
beforeAll(async () => {
  mail = await startMailCatcher({ host: "127.0.0.1", smtpPort: 0, webPort: 0, logLevel: "silent" });
  const env = { SMTP_URL: mail.smtpUrl, PUBLIC_URL: "https://tickets.example", USERS_VERIFIED_DOMAINS: "example.org" };
  supergraph = await startSupergraph(env);
  show = await openShow(supergraph.client, { name: "Gala" });
});
beforeEach(async () => {
  await supergraph.advance(0);
  matinee = await another("Matinee");
});
afterAll(async () => {
  await supergraph.stop();
  await mail.stop();
});

async function another(name: string, currency = "EUR", rest: Record<string, unknown> = {}) {
  const tiers = [
    { name: "Kategorie I", price: { amount: 2000, currency }, sections: ["Parkett"] },
    { name: "Standing", price: { amount: 1000, currency }, sections: ["Floor"] },
  ];
  const { owner, organizationId, venueId } = show;
  const eventId = await createEvent(owner.client, organizationId, venueId, tiers, { name, ...rest });
  await publishEvent(owner.client, eventId);
  return { eventId, seats: await allSeats(owner.client, eventId) };
}

const seatsOf = ({ seats }: { seats: Data[] }, count: number) => seats.splice(0, count).map(({ id }) => id as string);

/** Holds at both events. */
async function fill(buyer: Person): Promise<[Data, Data]> {
  const first = await holdSeats(buyer.client, show.eventId, seatsOf(show, 1));
  return [first, await holdSeats(buyer.client, matinee.eventId, seatsOf(matinee, 2))];
}

async function buyBoth(buyer: Person): Promise<string> {
  const [first, second] = await fill(buyer);
  const order = await placeOrder(buyer.client, first.id, { moreHoldIds: [second.id], names: ["Ada", "Bo", "Cy"] });
  expect((await payOrder(buyer.client, order.id)).__typename).toBe("Payment");
  await supergraph.settle();
  return order.id as string;
}

const read = async (client: Client, id: string): Promise<Data> =>
  (
    await client.ask(
      `query ($id: ID!) { order(id: $id) {
        status total { amount } refunded { amount } event { name } events { name } promoCode
        items { event { name } price { amount } seat { status } }
        tickets { id status holderName order { id } } refundOffer { event { name } isOpen }
        refundOffers { event { name } isOpen answer } pdf
        history { status note }
      } }`,
      { id },
    )
  ).order;

const basket = async ({ client }: Person): Promise<Data[]> =>
  (
    await client.ask(
      `{ me { holds { id status expiresAt extendableUntil promoCode total { amount currency } event { name } items { seat { id } price { amount } } } } }`,
    )
  ).me.holds;

async function lettersTo(email: string) {
  await supergraph.settle();
  const mails = mail.mails().filter(({ to }) => to.includes(email));
  return Promise.all(mails.map(({ raw }) => PostalMime.parse(raw)));
}

const REFUSED = `mutation ($i: PlaceOrderInput!) { placeOrder(input: $i) {
  __typename ... on HoldNotActive { holdId } ... on HoldsNotCombinable { holdId reason message } ... on Error { message }
} }`;
const place = async ({ client }: Person, holdId: string, moreHoldIds: string[]): Promise<Data> =>
  client.send(REFUSED, { i: { holdId, moreHoldIds, idempotencyKey: randomUUID() } });

test("a reload finds the basket, which becomes one order with a ticket for each seat of both events", async () => {
  const buyer = await signUp(supergraph.client);
  expect(await basket(buyer)).toEqual([]);
  const [first, second] = await fill(buyer);
  const held = await basket(buyer);
  expect(held.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(held[1]).toMatchObject({
    status: "ACTIVE",
    event: { name: "Matinee" },
    total: { amount: 4000, currency: "EUR" },
  });
  const key = { moreHoldIds: [second.id], idempotencyKey: randomUUID(), names: ["Ada", "Bo"] };
  const placed = await placeOrder(buyer.client, first.id, key);
  expect(placed).toMatchObject({ __typename: "Order", total: { amount: 8500 } });
  expect((await placeOrder(buyer.client, first.id, key)).id).toBe(placed.id);
  expect(await basket(buyer)).toEqual([]);
  await payOrder(buyer.client, placed.id);
  await supergraph.settle();
  const order = await read(buyer.client, placed.id);
  expect(order).toMatchObject({
    status: "CONFIRMED",
    event: { name: "Gala" },
    events: [{ name: "Gala" }, { name: "Matinee" }],
  });
  expect(order.items.map((item: Data) => [item.event.name, item.price.amount, item.seat.status])).toEqual([
    ["Gala", 4500, "SOLD"],
    ["Matinee", 2000, "SOLD"],
    ["Matinee", 2000, "SOLD"],
  ]);
  expect(order.tickets.map((ticket: Data) => ticket.holderName)).toEqual(["Ada", "Bo", null]);
  expect(order.pdf).not.toBeNull();
  const [letter] = await lettersTo(buyer.email);
  expect(letter!.subject).toBe("Your tickets for Gala, Matinee");
  expect(letter!.text).toMatch(/Gala[\s\S]*Seat[\s\S]*Matinee[\s\S]*Seat[\s\S]*Order/);
  expect(letter!.attachments.map(({ mimeType }) => mimeType)).toEqual([
    "application/pdf",
    "text/calendar",
    "text/calendar",
  ]);
  const { me } = await buyer.client.ask(`{ me { purchases { nodes { eventName tickets total { amount } } } } }`);
  expect(me.purchases.nodes).toEqual([{ eventName: "Gala", tickets: 3, total: { amount: 8500 } }]);
  const sales = async (eventId: string) =>
    (
      await show.owner.client.ask(
        `query ($o: ID!, $e: ID!) { organization(id: $o) { sales(eventId: $e) { nodes { orders tickets grossSum { amount } } } } }`,
        { o: show.organizationId, e: eventId },
      )
    ).organization.sales.nodes;
  expect(await sales(matinee.eventId)).toEqual([{ orders: 1, tickets: 2, grossSum: { amount: 4000 } }]);
});

test("one event is cancelled: its tickets are refunded, those of the other stay, and one of them is refunded later", async () => {
  const buyer = await signUp(supergraph.client);
  const orderId = await buyBoth(buyer);
  await show.owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "Storm.") { __typename } }`, {
    id: matinee.eventId,
  });
  const cancellation = async (): Promise<Data> =>
    (
      await show.owner.client.ask(
        `query ($id: ID!) { event(id: $id) { cancellation { isFinished orders ordersDone refunds refundsDone toRefund { amount } } } }`,
        { id: matinee.eventId },
      )
    ).event.cancellation;
  await until(async () => (await cancellation())?.isFinished === true, "its tickets are refunded");
  expect(await cancellation()).toMatchObject({
    orders: 1,
    ordersDone: 1,
    refunds: 1,
    refundsDone: 1,
    toRefund: { amount: 4000 },
  });
  const order = await read(buyer.client, orderId);
  expect(order).toMatchObject({ status: "PARTIALLY_REFUNDED", refunded: { amount: 4000 } });
  expect(order.tickets.map((ticket: Data) => ticket.status)).toEqual(["VALID", "CANCELLED", "CANCELLED"]);
  expect(order.items[0].seat.status).toBe("SOLD");
  const letters = await lettersTo(buyer.email);
  expect(letters.at(-1)!.subject).toBe("Tickets for Matinee are cancelled");
  expect(letters.at(-1)!.text).not.toMatch("Gala");
  await show.owner.client.ask(`mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename } }`, {
    i: { orderId, ticketIds: [order.tickets[0].id], reason: "ill", idempotencyKey: randomUUID() },
  });
  await supergraph.settle();
  expect(await read(buyer.client, orderId)).toMatchObject({ status: "REFUNDED", refunded: { amount: 8500 } });
  expect(await basket(buyer)).toEqual([]);
  await until(async () => {
    const { items } = await read(buyer.client, orderId);
    return items[0].seat.status === "AVAILABLE";
  }, "its seat is on sale again");
});

test("an unpaid order ends with one of its events, and the seats at the other are free again", async () => {
  const buyer = await signUp(supergraph.client);
  const [first, second] = await fill(buyer);
  const order = await placeOrder(buyer.client, first.id, { moreHoldIds: [second.id] });
  await show.owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "Storm.") { __typename } }`, {
    id: matinee.eventId,
  });
  await until(async () => (await read(buyer.client, order.id)).status === "CANCELLED", "the order ends");
  const { history } = await read(buyer.client, order.id);
  expect(history.at(-1).note).toBe("One of the order's events was cancelled: Storm.");
  await until(async () => {
    const { items } = await read(buyer.client, order.id);
    return items[0].seat.status === "AVAILABLE";
  }, "the seat at the other event is free");
});

test("rescheduling one of two events mails its ticket holders, and its refund keeps the tickets for the other event", async () => {
  const buyer = await signUp(supergraph.client);
  const orderId = await buyBoth(buyer);
  const { event } = await show.owner.client.ask(`query ($id: ID!) { event(id: $id) { version } }`, {
    id: matinee.eventId,
  });
  await show.owner.client.ask(`mutation ($i: UpdateEventInput!) { updateEvent(input: $i) { __typename } }`, {
    i: { eventId: matinee.eventId, expectedVersion: event.version, startsAt: inDays(37), refundUntil: inDays(3) },
  });
  await supergraph.settle();
  await supergraph.advance(DELAY);
  const letters = await lettersTo(buyer.email);
  expect(letters.at(-1)!.subject).toBe("Matinee has changed");
  expect(letters.at(-1)!.text).not.toMatch("Gala");
  const offer = { event: { name: "Matinee" }, isOpen: true };
  expect(await read(buyer.client, orderId)).toMatchObject({ refundOffer: offer, refundOffers: [offer] });
  const answer = (eventId: string) =>
    buyer.client.ask(
      `mutation ($i: AnswerRefundOfferInput!) { answerRefundOffer(input: $i) { __typename ... on Order { status refunded { amount } } } }`,
      { i: { orderId, answer: "REFUND", eventId, idempotencyKey: randomUUID() } },
    );
  expect((await answer(show.eventId)).answerRefundOffer.__typename).toBe("RefundOfferEnded");
  expect((await answer(matinee.eventId)).answerRefundOffer).toMatchObject({
    status: "PARTIALLY_REFUNDED",
    refunded: { amount: 4000 },
  });
  const { tickets } = await read(buyer.client, orderId);
  expect(tickets.map((ticket: Data) => ticket.status)).toEqual(["VALID", "CANCELLED", "CANCELLED"]);
});

test("an organizer's letter about one event reaches the holders of its tickets, also of orders that begin with another", async () => {
  const buyer = await signUp(supergraph.client);
  await buyBoth(buyer);
  const { sendLetter } = await show.owner.client.ask(
    `mutation ($i: SendLetterInput!) { sendLetter(input: $i) { __typename ... on OrganizerLetter { id } } }`,
    { i: { eventId: matinee.eventId, subject: "About {event}", body: "Come early.", idempotencyKey: randomUUID() } },
  );
  expect(sendLetter.__typename).toBe("OrganizerLetter");
  await supergraph.settle();
  await supergraph.advance(5);
  expect((await lettersTo(buyer.email)).map(({ subject }) => subject)).toContain("About Matinee");
});

test("promo codes and fees apply to the event of each hold, and the order names the codes", async () => {
  const buyer = await signUp(supergraph.client);
  const code = await createPromoCode(show.owner.client, matinee.eventId, { code: "HALF", discountPercent: 50 });
  const [first, second] = await fill(buyer);
  await buyer.client.ask(`mutation ($h: ID!, $c: String) { applyPromoCode(holdId: $h, code: $c) { __typename } }`, {
    h: second.id,
    c: code,
  });
  const placed = await placeOrder(buyer.client, first.id, { moreHoldIds: [second.id] });
  expect(placed.total.amount).toBe(4500 + 2000);
  expect(await read(buyer.client, placed.id)).toMatchObject({ promoCode: "HALF" });
});

test("holds that can't be one order are refused with the hold that is why, and stay as they are", async () => {
  const [buyer, other] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const [first, second] = await fill(buyer);
  const [foreign] = await fill(other);
  const dollars = await another("Encore", "USD");
  const inDollars = await holdSeats(buyer.client, dollars.eventId, seatsOf(dollars, 1));
  const elsewhere = await openShow(supergraph.client);
  const theirs = await holdSeats(buyer.client, elsewhere.eventId, seatsOf(elsewhere, 1));
  const answers = [
    [[theirs.id], { __typename: "HoldsNotCombinable", holdId: theirs.id, reason: "OTHER_ORGANIZATION" }],
    [[second.id, inDollars.id], { __typename: "HoldsNotCombinable", holdId: inDollars.id, reason: "OTHER_CURRENCY" }],
    [[second.id, foreign.id], { __typename: "NotFound", message: `There is no such hold as ${foreign.id}.` }],
    [["nonsense"], { __typename: "NotFound", message: "There is no such hold as nonsense." }],
  ] as const;
  for (const [more, refusal] of answers)
    expect((await place(buyer, first.id, [...more])).data.placeOrder).toMatchObject(refusal);
  await buyer.client.ask(`mutation ($h: ID!) { releaseHold(holdId: $h) { __typename } }`, { h: second.id });
  const gone = await place(buyer, first.id, [second.id]);
  expect(gone.data.placeOrder).toMatchObject({ __typename: "HoldNotActive", holdId: second.id });
  expect((await basket(buyer)).map(({ id }) => id)).toContain(first.id);
  const wrong = [
    await place(buyer, first.id, [first.id]),
    await place(
      buyer,
      first.id,
      Array(10)
        .fill(0)
        .map(() => randomUUID()),
    ),
  ];
  expect(wrong.map(({ errors }) => errors?.[0]?.message)).toEqual([
    "input.moreHoldIds: must not name a hold twice, nor that of holdId",
    "input.moreHoldIds: must name at most 9 holds: an order has at most 10",
  ]);
});
