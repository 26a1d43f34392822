// Reservations at the counter: the holds decide, however many clerks, sales and cancellations compete.
import { randomUUID } from "node:crypto";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Data } from "../../../local/client.ts";
import { counts, openEvent, organizationId, seating, startSeating, stopSeating } from "./front-door.ts";

beforeAll(startSeating);
afterAll(stopSeating);

const clerkId = randomUUID();
const clerk = { userId: clerkId, memberships: { [organizationId]: "BOX_OFFICE" } } as Data;
const key = () => randomUUID();

const RESERVATION = `id number status name phone email note until total { amount currency } cancelledAt
  holds { id expiresAt status } seats { id } orders { id } events { id } madeBy { id }`;

async function ask(field: string, type: string, input: Data, by: Data = clerk): Promise<Data> {
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ... on Reservation { ${RESERVATION} } ... on Error { message } } }`;
  const { data, errors } = await seating.as(by as never, query, { input });
  return errors ? { error: errors[0]!.message } : data[field];
}

const HOLD = `mutation ($input: HoldSeatsInput!) { holdSeats(input: $input) { ... on Hold { id } ... on Error { message } } }`;
async function hold(eventId: string, seatIds: string[], atCounter = true): Promise<string> {
  const input = { eventId, seatIds, atCounter, idempotencyKey: key() };
  const { data } = await seating.as(clerk as never, HOLD, { input });
  return data.holdSeats.id;
}

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const reserve = (holdIds: string[], rest: Data = {}) =>
  ask("reserveAtCounter", "ReserveAtCounterInput", {
    holdIds,
    name: "Ada Lovelace",
    until: inMinutes(600),
    idempotencyKey: key(),
    ...rest,
  });
const alter = (reservationId: string, rest: Data) =>
  ask("changeReservation", "ChangeReservationInput", { reservationId, ...rest });
const cancel = (reservationId: string, seatIds?: string[]) =>
  ask("cancelReservation", "CancelReservationInput", { reservationId, ...(seatIds && { seatIds }) });

async function list(args = "", by: Data = clerk): Promise<Data[] | null> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { reservations${args} { totalCount nodes { ${RESERVATION} } } } } }`;
  const { data } = await seating.as(by as never, query, { r: [{ __typename: "Organization", id: organizationId }] });
  return data._entities[0].reservations?.nodes ?? null;
}

const CONVERT = `mutation ($all: [HoldsConversionInput!]!) { convertHoldsTogether(conversions: $all) { refusal } }`;
async function convert(holdIds: string[]): Promise<string | null> {
  const all = [{ buyerId: organizationId, holdIds, orderId: randomUUID() }];
  return (await seating.asService("orders", CONVERT, { all })).convertHoldsTogether[0].refusal;
}

const expire = (reservationId: string) =>
  rows(
    seating.running.database.read(),
    sql`with h as (update hold set expires_at = now() - interval '1 second' where id in (select hold_id from reservation_hold where reservation_id = ${reservationId}) returning id)
        update seat set held_until = now() - interval '1 second' where hold_id in (select id from h)`,
  );

test("holds of two events become a reservation until a time that the holds have, once for each key", async () => {
  const [one, two] = [await openEvent(4), await openEvent(4)];
  const holdIds = [await hold(one.eventId, one.seatIds.slice(0, 2)), await hold(two.eventId, two.seatIds.slice(0, 1))];
  const input = { until: inMinutes(600), phone: "+49 30 1234567", note: "Aisle", idempotencyKey: key() };
  const made = await reserve(holdIds, input);
  expect(made).toMatchObject({ __typename: "Reservation", status: "OPEN", name: "Ada Lovelace", until: input.until });
  expect(made.number).toMatch(/^\d{6}$/);
  expect(made.holds.map(({ expiresAt }: Data) => expiresAt)).toEqual([input.until, input.until]);
  expect(made.seats).toHaveLength(3);
  expect(made.events.map(({ id }: Data) => id).sort()).toEqual([one.eventId, two.eventId].sort());
  expect(made.madeBy).toEqual({ id: clerkId });
  expect(await reserve(holdIds, input)).toEqual(made);
  expect(await reserve(holdIds)).toMatchObject({ __typename: "HoldReserved" });
  expect((await counts(one.eventId)).availability).toMatchObject({ held: 2, sold: 0, available: 2 });
});

test("what is not a hold of the counter, or has no valid time, is refused with the field", async () => {
  const { eventId, seatIds } = await openEvent(6);
  const own = await hold(eventId, seatIds.slice(0, 1), false);
  const held = await hold(eventId, seatIds.slice(1, 2));
  expect(await reserve([own])).toMatchObject({ __typename: "NotFound" });
  expect(await reserve([held, own])).toMatchObject({ __typename: "NotFound" });
  expect(await reserve([held], { until: inMinutes(-1) })).toEqual({ error: "input.until: must be in the future" });
  expect(await reserve([held], { until: "2990-01-01T00:00:00.000Z" })).toEqual({
    error: expect.stringContaining("input.until: must not be after the end of the event"),
  });
  expect(await reserve([held], { until: null })).toEqual({
    error: expect.stringContaining("input.until: must be given"),
  });
  expect(await reserve([held], { phone: "home" })).toEqual({
    error: expect.stringContaining("input.phone: must have 3 to 40 digits"),
  });
  expect(await reserve([held, held])).toEqual({ error: "input.holdIds: must not name a hold twice" });
  const stranger = { userId: randomUUID(), memberships: { [organizationId]: "SCANNER" } };
  const input = { holdIds: [held], name: "Ada", until: inMinutes(60), idempotencyKey: key() };
  expect(await ask("reserveAtCounter", "ReserveAtCounterInput", input, stranger)).toMatchObject({
    __typename: "NotFound",
  });
  expect(await reserve([held])).toMatchObject({ status: "OPEN" });
});

test("a reservation is found by number, name, contact and seat, by clerks only", async () => {
  const { eventId, seatIds } = await openEvent(6);
  const contact = { name: "Zoë Müller", email: "zoe@example.org", phone: "030 / 765 43 21" };
  const { id, number } = await reserve([await hold(eventId, seatIds.slice(2, 4))], contact);
  await reserve([await hold(eventId, seatIds.slice(4, 5))]);
  const found = async (search: string) =>
    (await list(`(eventId: "${eventId}", search: ${JSON.stringify(search)})`))!.map((one) => one.id);
  for (const search of [number, `${number.slice(0, 3)} ${number.slice(3)}`, "zoe mull", "ZOE@example.org", "7654321"])
    expect(await found(search)).toEqual([id]);
  expect(await found("nobody")).toEqual([]);
  expect(await list(`(eventId: "${eventId}", status: OPEN)`)).toHaveLength(2);
  expect(await list(`(eventId: "${eventId}", status: SOLD)`)).toEqual([]);
  for (const other of [
    { userId: randomUUID(), memberships: { [organizationId]: "SCANNER" } },
    { userId: randomUUID() },
  ])
    expect(await list("", { memberships: {}, ...other })).toBeNull();
});

test("a changed time is that of the seats; a contact can be removed at any time", async () => {
  const { eventId, seatIds } = await openEvent(4);
  const { id } = await reserve([await hold(eventId, seatIds.slice(0, 2))], { phone: "123456" });
  const until = inMinutes(30);
  expect(await alter(id, { until, phone: null })).toMatchObject({
    until,
    phone: null,
    name: "Ada Lovelace",
    holds: [{ expiresAt: until }],
  });
  await expire(id);
  expect(await alter(id, { until: inMinutes(90) })).toMatchObject({ __typename: "ReservationNotOpen" });
  expect(await alter(id, { name: "Somebody" })).toMatchObject({ status: "EXPIRED", name: "Somebody" });
  expect(await cancel(id)).toMatchObject({ __typename: "ReservationNotOpen" });
});

test("some seats go back on sale, and the others stay at their prices; then all go back", async () => {
  const { eventId, seatIds } = await openEvent(6);
  const { id, total } = await reserve([await hold(eventId, seatIds.slice(0, 4))]);
  for (const _ of [1, 2]) {
    const left = await cancel(id, [seatIds[1]!]);
    expect(left).toMatchObject({ status: "OPEN", total: { amount: (total.amount * 3) / 4 } });
    expect(left.seats.map((seat: Data) => seat.id)).toEqual([seatIds[0], seatIds[2], seatIds[3]]);
    expect((await counts(eventId)).availability).toMatchObject({ held: 3, available: 3, sold: 0, total: 6 });
  }
  for (const seat of [`${randomUUID()}.1`, `${eventId}.999`])
    expect(await cancel(id, [seat])).toMatchObject({ __typename: "NotFound" });
  for (const _ of [1, 2]) expect(await cancel(id)).toMatchObject({ status: "CANCELLED", orders: [] });
  expect((await counts(eventId)).availability).toMatchObject({ held: 0, available: 6 });
});

test("of a sale, a cancellation and another sale exactly one wins", async () => {
  for (let round = 0; round < 8; round += 1) {
    const { eventId, seatIds } = await openEvent(2);
    const { id, holds } = await reserve([
      await hold(eventId, seatIds.slice(0, 1)),
      await hold(eventId, seatIds.slice(1)),
    ]);
    const holdIds = holds.map((one: Data) => one.id as string);
    const [first, cancelled, second] = await Promise.all([convert(holdIds), cancel(id), convert(holdIds)]);
    const sold = [first, second].filter((refusal) => refusal === null).length;
    expect(sold + (cancelled.status === "CANCELLED" ? 1 : 0)).toBe(1);
    const [now] = (await list(`(eventId: "${eventId}")`))!;
    expect(now).toMatchObject({ id, status: sold === 1 ? "SOLD" : "CANCELLED" });
    expect((await counts(eventId)).availability).toMatchObject({ held: sold * 2, available: 2 - sold * 2 });
  }
});

test("two clerks reserve the same hold once", async () => {
  const { eventId, seatIds } = await openEvent(2);
  const holdId = await hold(eventId, seatIds);
  const answers = await Promise.all([reserve([holdId]), reserve([holdId]), reserve([holdId])]);
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["HoldReserved", "HoldReserved", "Reservation"]);
});

test("a reservation is kept until 30 minutes before the start that catalog describes", async () => {
  const { eventId, seatIds } = await openEvent(2);
  const startsAt = inMinutes(120);
  await rows(
    seating.running.database.read(),
    sql`update sale set starts_at = ${startsAt}::timestamptz where event_id = ${eventId}`,
  );
  const made = await reserve([await hold(eventId, seatIds)], { until: null });
  expect(made.until).toBe(new Date(Date.parse(startsAt) - 30 * 60_000).toISOString());
});

test("rows are deleted with what they say about a person", async () => {
  const { eventId, seatIds } = await openEvent(2);
  const { id } = await reserve([await hold(eventId, seatIds)], { note: "wheelchair" });
  const { keptReservations } = await import("../commands/reservations.ts");
  const left = () =>
    rows(seating.running.database.read(), sql`select hold_id from reservation_hold where reservation_id = ${id}`);
  await keptReservations.forget(seating.running.database, 100);
  expect(await left()).toHaveLength(1);
  await rows(
    seating.running.database.read(),
    sql`update reservation set kept_until = now() - interval '31 days' where id = ${id}`,
  );
  await keptReservations.forget(seating.running.database, 100);
  expect(await left()).toEqual([]);
});
