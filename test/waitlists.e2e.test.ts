// A waiting list through the front door: a seat comes back by a refund, is offered by a letter, and bought.
import { randomUUID } from "node:crypto";
import type { Data } from "../local/client.ts";
import { offerEnd } from "../domain/offer-end.ts";
import { buy, openShow, payOrder, placeOrder, signUp, type Person, type Show } from "../local/fixtures.ts";
import { until } from "../testkit/until.ts";
import { lettersTo, start, stop, supergraph, textOf } from "./letters.ts";
import { openQueue } from "./queues.ts";
import { joinWaitlist, openWaitlist } from "./waitlists.ts";

beforeAll(start);
afterAll(stop);

const WAITLIST = `query ($id: ID!) { event(id: $id) { salesChannels { name } availability { available blocked } waitlist { state entry { id state ahead offeredUntil passedBecause hold { id status seats { id status } total { amount } } }
  entries { totalCount nodes { id state quantity passedBecause hold { id } } } } } }`;
const REFUND = `mutation ($i: RefundOrderInput!) { refundOrder(input: $i) { __typename ... on Error { message } } }`;
const LEAVE = `mutation ($id: ID!) { leaveWaitlist(entryId: $id) { __typename ... on WaitlistEntry { state } } }`;
const SET = `mutation ($input: SetWaitlistInput!) { setWaitlist(input: $input) { __typename } }`;
const JOIN = `mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { __typename ... on Error { message } } }`;

const eventFor = async ({ client }: Person, id: string): Promise<Data> => (await client.ask(WAITLIST, { id })).event;
const entryOf = async (person: Person, eventId: string): Promise<Data> =>
  (await eventFor(person, eventId)).waitlist.entry;

/** A show of which a buyer has two seats. Seats before these are wheelchair places, which go to people who want one. */
async function soldOut(): Promise<{ show: Show; buyer: Person; orderId: string; seatIds: string[] }> {
  const show = await openShow(supergraph.client, { name: "Aida" });
  const buyer = await signUp(supergraph.client);
  const seatIds = show.seats.slice(3, 5).map(({ id }) => String(id));
  const { order } = await buy(buyer.client, show.eventId, seatIds);
  await supergraph.settle();
  return { show, buyer, orderId: String(order.id), seatIds };
}

async function refund({ owner }: Show, buyer: Person, orderId: string, tickets: number): Promise<void> {
  const { order } = await buyer.client.ask(`query ($id: ID!) { order(id: $id) { tickets { id } } }`, { id: orderId });
  const ticketIds = (order.tickets as Data[]).slice(0, tickets).map(({ id }) => id);
  const i = { orderId, ticketIds, reason: "ill", idempotencyKey: randomUUID() };
  expect((await owner.client.ask(REFUND, { i })).refundOrder.__typename).toBe("Order");
  await supergraph.settle();
}

test("a seat that comes back is offered to the first in line by a letter, and bought", async () => {
  const { show, buyer, orderId, seatIds } = await soldOut();
  const { eventId, owner } = show;
  await openWaitlist(owner, eventId, { offerSeconds: 3_600 });
  const [first, second] = [await signUp(supergraph.client), await signUp(supergraph.client)];
  const unverified = await signUp(supergraph.client, "Ada", `${randomUUID()}@elsewhere.example`);
  for (const person of [first, second]) await joinWaitlist(person, eventId);
  expect(await entryOf(second, eventId)).toMatchObject({ state: "WAITING", ahead: 1, hold: null, passedBecause: null });
  const input = { eventId, quantity: 1, idempotencyKey: randomUUID() };
  expect((await first.client.ask(JOIN, { input })).joinWaitlist.__typename).toBe("AlreadyWaiting");
  expect((await unverified.client.ask(JOIN, { input })).joinWaitlist.__typename).toBe("EmailNotVerified");
  await openQueue(owner, eventId);
  const { id: entryId } = await entryOf(first, eventId);
  const changed = `subscription ($id: ID!) { waitlistEntryChanged(entryId: $id) { state ahead hold { id } } }`;
  const feed = first.client.subscribe(changed, { id: entryId });
  await feed.until((messages) => messages.length > 0);
  expect(feed.messages).toEqual([{ waitlistEntryChanged: { state: "WAITING", ahead: 0, hold: null } }]);

  const asked = new Date();
  await refund(show, buyer, orderId, 1);
  await until(async () => (await entryOf(first, eventId)).state === "OFFERED", "the seat is offered");
  const { hold, offeredUntil } = await entryOf(first, eventId);
  await feed.until((messages) => messages.at(-1)?.waitlistEntryChanged.hold?.id === hold.id);
  expect(hold).toMatchObject({ status: "ACTIVE", seats: [{ status: "HELD" }] });
  expect(seatIds).toContain(hold.seats[0].id);
  // At the venue it may be night now.
  const times = { offerSeconds: 3_600, timeZone: "Europe/Berlin", closesAt: null, endsAt: new Date(8.64e15) };
  const [earliest, latest] = [asked, new Date()].map((now) => offerEnd({ now, ...times }).getTime());
  expect(Date.parse(offeredUntil)).toBeGreaterThanOrEqual(earliest! - 1_000);
  expect(Date.parse(offeredUntil)).toBeLessThanOrEqual(latest! + 1_000);
  expect((await entryOf(second, eventId)).state).toBe("WAITING");
  const mails = await lettersTo(first.email);
  const letter = mails.find(({ subject }) => subject === "Seats for Aida are held for you");
  expect(textOf(letter)).toContain(`https://tickets.example/hold/${String(hold.id)}`);
  expect(textOf(letter)).toContain("a seat has come back");
  expect(textOf(letter)).toContain(`https://tickets.example/e/${eventId}/waitlist`);
  expect((await lettersTo(second.email)).filter(({ subject }) => subject?.startsWith("Seats for"))).toEqual([]);

  const order = await placeOrder(first.client, hold.id);
  await payOrder(first.client, order.id);
  await until(async () => (await entryOf(first, eventId)).state === "BOUGHT", "the seat is bought");
  await feed.until((messages) => messages.at(-1)?.waitlistEntryChanged.state === "BOUGHT", 30_000);
  feed.stop();

  const staff = await eventFor(owner, eventId);
  expect(staff.salesChannels).toEqual([]);
  expect(staff.waitlist.entries).toMatchObject({
    totalCount: 1,
    nodes: [{ state: "WAITING", quantity: 1, hold: null }],
  });
  expect((await eventFor(second, eventId)).waitlist.entries).toBeNull();
  const leaving = { id: (await entryOf(second, eventId)).id };
  for (let time = 0; time < 2; time++)
    expect((await second.client.ask(LEAVE, leaving)).leaveWaitlist).toEqual({
      __typename: "WaitlistEntry",
      state: "LEFT",
    });
  expect((await first.client.ask(LEAVE, leaving)).leaveWaitlist.__typename).toBe("NotFound");
});

test("an order that is not paid gives the place back, and a closed list is joined by nobody", async () => {
  const { show, buyer, orderId } = await soldOut();
  const { eventId, owner } = show;
  await openWaitlist(owner, eventId);
  const person = await signUp(supergraph.client);
  await joinWaitlist(person, eventId);
  await refund(show, buyer, orderId, 2);
  await until(async () => (await entryOf(person, eventId)).state === "OFFERED", "the seat is offered");
  const { hold } = await entryOf(person, eventId);
  const order = await placeOrder(person.client, hold.id);
  const cancel = `mutation ($id: ID!) { cancelOrder(orderId: $id) { __typename ... on Error { message } } }`;
  expect((await person.client.ask(cancel, { id: order.id })).cancelOrder.__typename).toBe("Order");
  await until(async () => {
    const entry = await entryOf(person, eventId);
    return entry.state === "OFFERED" && entry.hold.id !== hold.id;
  }, "a seat is offered once more");
  await owner.client.ask(SET, { input: { eventId, state: "CLOSED" } });
  const input = { eventId, quantity: 1, idempotencyKey: randomUUID() };
  expect((await buyer.client.ask(JOIN, { input })).joinWaitlist.__typename).toBe("WaitlistNotOpen");
});
