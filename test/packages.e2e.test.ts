// A season ticket from its creation to the refund of one of its dates, on the web and at the counter.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import {
  allSeats,
  buy,
  createEvent,
  payOrder,
  placeOrder,
  publishEvent,
  signUp,
  type Person,
} from "../local/fixtures.ts";
import { clerk, openDrawer, openNewShow, sell, show, start, stop, supergraph } from "./counter.ts";

/** Two dates of the show's organization, beside the show. */
const dates: { eventId: string; seats: Data[] }[] = [];
let packageId: string;

beforeAll(async () => {
  await start();
  await openNewShow();
  const { owner, organizationId, venueId } = show;
  const tiers = [{ name: "All", price: { amount: 2_000, currency: "EUR" }, sections: ["Parkett", "Floor"] }];
  for (const name of ["Aida", "Tosca"]) {
    const eventId = await createEvent(owner.client, organizationId, venueId, tiers, { name });
    await publishEvent(owner.client, eventId);
    dates.push({ eventId, seats: await allSeats(owner.client, eventId) });
  }
  const events = dates.map(({ eventId }) => ({ eventId }));
  const input = { name: "Season 2027", events, discountPercent: 25, idempotencyKey: randomUUID() };
  const { createPackage } = await owner.client.ask(
    `mutation ($i: CreatePackageInput!) { createPackage(input: $i) { ... on TicketPackage { id } } }`,
    { i: input },
  );
  packageId = createPackage.id;
});
afterAll(() => stop());

const HOLD = `mutation ($i: HoldPackageInput!) { holdPackage(input: $i) { __typename
  ... on HeldPackage { total { amount } holds { id event { name } } } ... on Error { message } } }`;

async function hold({ client }: Person, seats: number, rest: Data = {}): Promise<Data> {
  const events = dates.map((date) => ({
    eventId: date.eventId,
    seatIds: date.seats.splice(0, seats).map(({ id }) => id as string),
  }));
  return (await client.ask(HOLD, { i: { packageId, events, idempotencyKey: randomUUID(), ...rest } })).holdPackage;
}

const idsOf = ({ holds }: Data): [string, string] => holds.map(({ id }: Data) => id as string);

async function order(buyer: Person, seats: number): Promise<string> {
  const [first, second] = idsOf(await hold(buyer, seats));
  const placed = await placeOrder(buyer.client, first, { moreHoldIds: [second] });
  await payOrder(buyer.client, placed.id);
  await supergraph.settle();
  return placed.id as string;
}

const ORDER = `query ($id: ID!) { order(id: $id) { status total { amount } refunded { amount } promoCode tickets { status }
  items { price { amount } event { name } breakdown { lines { kind name } } } } }`;
const read = async ({ client }: Person, id: string): Promise<Data> => (await client.ask(ORDER, { id })).order;

test("a buyer finds the season ticket at an event, and buys all of its dates in one order, or none", async () => {
  const buyer = await signUp(supergraph.client);
  const { event } = await buyer.client.ask(
    `query ($id: ID!) { event(id: $id) { packages { id name eventsToChoose discountPercent
      parts { event { name } prices { priceTier { name price { amount } } price { amount } } } } } }`,
    { id: dates[0]!.eventId },
  );
  const prices = [{ priceTier: { name: "All", price: { amount: 2_000 } }, price: { amount: 1_500 } }];
  expect(event.packages).toEqual([
    {
      id: packageId,
      name: "Season 2027",
      eventsToChoose: 2,
      discountPercent: 25,
      parts: [
        { event: { name: "Aida" }, prices },
        { event: { name: "Tosca" }, prices },
      ],
    },
  ]);
  const held = await hold(buyer, 2, { expectedTotal: 6_000 });
  expect(held).toMatchObject({ __typename: "HeldPackage", total: { amount: 6_000 } });
  const [first, second] = idsOf(held);
  const { placeOrder: inPart } = await buyer.client.ask(
    `mutation ($i: PlaceOrderInput!) { placeOrder(input: $i) { __typename ... on HoldsNotCombinable { holdId reason } } }`,
    { i: { holdId: first, idempotencyKey: randomUUID() } },
  );
  expect(inPart).toEqual({ __typename: "HoldsNotCombinable", holdId: first, reason: "PACKAGE_IN_PART" });
  const placed = await placeOrder(buyer.client, first, { moreHoldIds: [second] });
  await payOrder(buyer.client, placed.id);
  await supergraph.settle();
  const bought = await read(buyer, placed.id);
  expect(bought).toMatchObject({ status: "CONFIRMED", total: { amount: 6_000 }, promoCode: "Season 2027" });
  expect(bought.tickets).toHaveLength(4);
  expect(bought.items[0]).toMatchObject({
    price: { amount: 1_500 },
    breakdown: { lines: [{ kind: "DISCOUNT", name: "Season 2027" }] },
  });
});

test("tickets do not pay for a part of a package", async () => {
  const buyer = await signUp(supergraph.client);
  await show.owner.client.ask(
    `mutation ($i: SetExchangePolicyInput!) { setExchangePolicy(input: $i) { __typename } }`,
    { i: { eventId: show.eventId, isAllowed: true, otherEvents: true } },
  );
  const { order: old } = await buy(buyer.client, show.eventId, [show.seats[0]!.id as string]);
  await supergraph.settle();
  const [first] = idsOf(await hold(buyer, 1));
  const { order: bought } = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, {
    id: old.id,
  });
  const input = {
    ticketIds: [bought.tickets[0].id],
    holdId: first,
    expectedDifference: 0,
    idempotencyKey: randomUUID(),
  };
  const { exchangeTickets } = await buyer.client.ask(
    `mutation ($i: ExchangeTicketsInput!) { exchangeTickets(input: $i) { __typename ... on TicketsNotExchangeable { reason } } }`,
    { i: input },
  );
  expect(exchangeTickets).toEqual({ __typename: "TicketsNotExchangeable", reason: "SEATS_OF_PACKAGE" });
});

test("a clerk sells the season ticket at the counter, but nothing of it while one of its dates is paused", async () => {
  const [, { eventId }] = dates as [unknown, { eventId: string }];
  const { client } = show.owner;
  await openDrawer(clerk.client);
  await client.ask(`mutation ($id: ID!) { pauseSales(eventId: $id) { __typename } }`, { id: eventId });
  const paused = await hold(clerk, 1, { atCounter: true });
  expect(paused).toMatchObject({ __typename: "EventNotOnSale" });
  expect(paused.message).toContain(eventId);
  await client.ask(`mutation ($id: ID!) { resumeSales(eventId: $id) { __typename } }`, { id: eventId });
  const [holdId, other] = idsOf(await hold(clerk, 1, { atCounter: true }));
  const sold = await sell(clerk.client, { holdId, moreHoldIds: [other], expectedTotal: 3_000, given: 5_000 });
  expect(sold).toMatchObject({ __typename: "Order", total: { amount: 3_000 } });
});

test("of a cancelled date the buyer gets back what it cost in the season ticket", async () => {
  const buyer = await signUp(supergraph.client);
  const orderId = await order(buyer, 1);
  await show.owner.client.ask(`mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "ill") { __typename } }`, {
    id: dates[1]!.eventId,
  });
  await supergraph.settle();
  expect(await read(buyer, orderId)).toMatchObject({
    status: "PARTIALLY_REFUNDED",
    total: { amount: 3_000 },
    refunded: { amount: 1_500 },
  });
});
