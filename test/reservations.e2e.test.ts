// Reservations at the counter: seats are kept under a name, and paid at the door.
import { randomUUID } from "node:crypto";
import type { Client, Data } from "../local/client.ts";
import { setMember, signUp, type Person } from "../local/fixtures.ts";
import { redeliver } from "../testkit/supergraph.ts";
import { until } from "../testkit/until.ts";
import {
  clerk,
  expectNoSeatLost,
  openBoxOffice,
  seats,
  show,
  startBoxOffice,
  statuses,
  stopBoxOffice,
} from "./box-office.ts";
import { supergraph } from "./box-office.ts";

beforeAll(startBoxOffice);
beforeEach(openBoxOffice);
afterAll(stopBoxOffice);

const key = () => randomUUID();
const RESERVATION = `id number status name phone until total { amount } seats { id status } orders { id status } events { id name } madeBy { id }`;

async function change(client: Client, field: string, type: string, selection: string, input: Data): Promise<Data> {
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${selection} ... on Error { message } } }`;
  return (await client.ask(query, { input }))[field];
}

const hold = async (client: Client, seatIds: string[]): Promise<Data> => {
  const input = { eventId: show.eventId, seatIds, atCounter: true, idempotencyKey: key() };
  return change(client, "holdSeats", "HoldSeatsInput", "... on Hold { id total { amount } }", input);
};
const reserve = async (client: Client, holdIds: string[], rest: Data = {}): Promise<Data> => {
  const input = { holdIds, name: "Ada Lovelace", idempotencyKey: key(), ...rest };
  return change(client, "reserveAtCounter", "ReserveAtCounterInput", `... on Reservation { ${RESERVATION} }`, input);
};
const cancel = (client: Client, reservationId: string, rest: Data = {}) =>
  change(client, "cancelReservation", "CancelReservationInput", `... on Reservation { ${RESERVATION} }`, {
    reservationId,
    ...rest,
  });
const ORDER = `id status total { amount } tickets { code status } counterSale { tender }`;
const sell = (client: Client, reservationId: string, rest: Data = {}) => {
  const input = { organizationId: show.organizationId, reservationId, tender: "CASH", idempotencyKey: key(), ...rest };
  const selection = `... on Order { ${ORDER} } ... on SaleTotalChanged { total { amount } }`;
  return change(client, "sellAtCounter", "SellAtCounterInput", selection, input);
};
const openDrawer = async (client: Client) => {
  const input = { organizationId: show.organizationId, currency: "EUR", openingFloat: 0, idempotencyKey: key() };
  return change(client, "openDrawer", "OpenDrawerInput", "... on Drawer { id }", input);
};
const find = async (client: Client, search: string): Promise<Data[]> => {
  const query = `query ($id: ID!, $event: ID!, $search: String!) { organization(id: $id) { reservations(eventId: $event, search: $search) { nodes { ${RESERVATION} } } } }`;
  const { organization } = await client.ask(query, { id: show.organizationId, event: show.eventId, search });
  return organization.reservations?.nodes ?? null;
};
async function anotherClerk(): Promise<Person> {
  const person = await signUp(supergraph.client, "Carl Clerk");
  await setMember(show.owner.client, show.organizationId, person.id, "BOX_OFFICE");
  return person;
}
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const until2 = { until: inHours(2) };

test("seats reserved by phone are found by name and sold at the door, in one request, to one customer", async () => {
  await supergraph.settle();
  const { id: holdId, total } = await hold(clerk.client, seats.slice(0, 3));
  const made = await reserve(clerk.client, [holdId], { phone: "+49 30 1234567" });
  const { event } = await clerk.client.ask(`query ($id: ID!) { event(id: $id) { startsAt } }`, { id: show.eventId });
  expect(made).toMatchObject({
    __typename: "Reservation",
    status: "OPEN",
    total: { amount: total.amount },
    until: new Date(Date.parse(event.startsAt) - 30 * 60_000).toISOString(),
    orders: [],
    madeBy: { id: clerk.id },
    events: [{ id: show.eventId }],
  });

  const evening = await anotherClerk();
  await openDrawer(evening.client);
  const [found] = await find(evening.client, "lovelace");
  expect(found).toMatchObject({ id: made.id, phone: "+49 30 1234567", seats: [{ status: "HELD" }, {}, {}] });
  expect(await find(evening.client, made.number)).toEqual([found]);
  expect(await sell(evening.client, made.id, { expectedTotal: 1 })).toMatchObject({
    __typename: "SaleTotalChanged",
    total: { amount: total.amount },
  });
  const sale = { expectedTotal: found!.total.amount, idempotencyKey: key() };
  const sold = await sell(evening.client, made.id, sale);
  expect(sold).toMatchObject({ __typename: "Order", status: "CONFIRMED", total: { amount: total.amount } });
  expect(sold.tickets).toHaveLength(3);
  await redeliver(supergraph, "under new names");
  expect((await sell(evening.client, made.id, sale)).id).toBe(sold.id);
  expect(await sell(clerk.client, made.id, { expectedTotal: found!.total.amount })).toMatchObject({
    __typename: "DrawerNotOpen",
  });
  expect(await sell(evening.client, made.id, { expectedTotal: found!.total.amount })).toMatchObject({
    __typename: "ReservationNotOpen",
  });
  expect(await cancel(clerk.client, made.id)).toMatchObject({ __typename: "ReservationNotOpen" });
  expect(await find(clerk.client, made.number)).toMatchObject([{ status: "SOLD", orders: [{ id: sold.id }] }]);
  await expectNoSeatLost();
});

test("of two clerks who sell and one who cancels exactly one succeeds", async () => {
  const others = [await anotherClerk(), await anotherClerk()];
  for (const { client } of others) await openDrawer(client);
  for (let round = 0; round < 4; round += 1) {
    const held = await hold(clerk.client, seats.slice(round * 2, round * 2 + 2));
    const { id, total } = await reserve(clerk.client, [held.id], until2);
    const answers = await Promise.all([
      sell(others[0]!.client, id, { expectedTotal: total.amount }),
      cancel(clerk.client, id),
      sell(others[1]!.client, id, { expectedTotal: total.amount }),
    ]);
    const won = answers.filter(({ __typename }) => ["Order", "Reservation"].includes(__typename));
    expect(won).toHaveLength(1);
    const lost = answers.filter(({ __typename }) => ["ReservationNotOpen", "HoldNotActive"].includes(__typename));
    expect(lost).toHaveLength(2);
  }
  await expectNoSeatLost();
});

test("one of four people does not come: three seats are sold, and the fourth is on sale at once", async () => {
  await openDrawer(clerk.client);
  const held = await hold(clerk.client, seats.slice(10, 14));
  const { id, total } = await reserve(clerk.client, [held.id], until2);
  const left = await cancel(clerk.client, id, { seatIds: [seats[13]] });
  expect(left).toMatchObject({ status: "OPEN", total: { amount: (total.amount * 3) / 4 } });
  expect(await statuses()).toMatchObject({ [seats[12]!]: "HELD", [seats[13]!]: "AVAILABLE" });
  const sold = await sell(clerk.client, id, { expectedTotal: left.total.amount });
  expect(sold.tickets).toHaveLength(3);
  await expectNoSeatLost();
});

test("a reservation of a cancelled event is cancelled, and nobody else than clerks reads names", async () => {
  const held = await hold(clerk.client, seats.slice(0, 2));
  const { id, number } = await reserve(clerk.client, [held.id], until2);
  const stranger = await signUp(supergraph.client);
  expect(await find(stranger.client, number)).toBeNull();
  await setMember(show.owner.client, show.organizationId, stranger.id, "SCANNER");
  expect(await find(stranger.client, number)).toBeNull();
  await show.owner.client.ask(
    `mutation ($id: ID!) { cancelEvent(eventId: $id, reason: "Flood") { __typename ... on Error { message } } }`,
    { id: show.eventId },
  );
  await supergraph.settle();
  expect(await find(clerk.client, number)).toMatchObject([{ id, status: "CANCELLED", orders: [] }]);
});

test("seats of a person who does not come are on sale after the time of the reservation", async () => {
  const held = await hold(clerk.client, seats.slice(0, 2));
  const { id, number } = await reserve(clerk.client, [held.id], until2);
  await supergraph.advance(2 * 3_600 + 60);
  await until(async () => (await statuses())[seats[0]!] === "AVAILABLE", "the seats are on sale");
  expect(await find(clerk.client, number)).toMatchObject([{ status: "EXPIRED", orders: [] }]);
  await openDrawer(clerk.client);
  expect(await sell(clerk.client, id, { expectedTotal: 9_000 })).toMatchObject({ __typename: "ReservationNotOpen" });
  await expectNoSeatLost();
});
