// Holds of several events that become one order: all or none, however many orders compete, and without deadlocks.
import { randomUUID } from "node:crypto";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Data } from "../../../local/client.ts";
import { counts, hold, openEvent, seating, startSeating, stopSeating } from "./front-door.ts";

beforeAll(startSeating);
afterAll(stopSeating);

const CONVERT = `mutation ($all: [HoldsConversionInput!]!) { convertHoldsTogether(conversions: $all) {
  refusal holdId organizationId currency seats { id eventId price }
} }`;

async function convert(buyerId: string, holdIds: string[], orderId: string = randomUUID()): Promise<Data> {
  const all = [{ buyerId, holdIds, orderId }];
  return (await seating.asService("orders", CONVERT, { all })).convertHoldsTogether[0];
}

const stateOf = async (holdIds: string[]) =>
  (
    await rows<{ status: string }>(
      seating.running.database.read(),
      sql`select status from hold where id = any(${holdIds}::uuid[]) order by id`,
    )
  ).map(({ status }) => status);

test("several holds are converted for one order, again with the same answer, and their seats sold and returned together", async () => {
  const events = [await openEvent(4), await openEvent(4)];
  const [buyerId, orderId] = [randomUUID(), randomUUID()];
  const holds: Data[] = [];
  for (const { eventId, seatIds } of [events[0]!, events[1]!, events[0]!])
    holds.push(await hold(buyerId, eventId, seatIds.splice(0, 1)));
  const holdIds = holds.map(({ id }) => id as string);
  const converted = await convert(buyerId, holdIds, orderId);
  expect(converted).toMatchObject({ refusal: null, currency: "EUR" });
  expect(converted.seats.map((seat: Data) => seat.id)).toEqual(holds.map(({ seats }) => seats[0].id));
  expect(await convert(buyerId, holdIds, orderId)).toEqual(converted);
  expect(await convert(buyerId, holdIds)).toMatchObject({ refusal: "NOT_ACTIVE", holdId: holdIds[0], seats: [] });
  const sell = () =>
    seating.asService("orders", `mutation ($o: [ID!]!) { sellSeatsTogether(orderIds: $o) }`, { o: [orderId] });
  expect(await sell()).toEqual({ sellSeatsTogether: [true] });
  expect(await sell()).toEqual({ sellSeatsTogether: [true] });
  for (const { eventId } of events)
    expect((await counts(eventId)).availability).toMatchObject({
      held: 0,
      sold: eventId === events[0]!.eventId ? 2 : 1,
    });
  const release = (seatIds: string[] | null) =>
    seating.asService("orders", `mutation ($o: ID!, $s: [ID!]) { releaseSeatsTogether(orderId: $o, seatIds: $s) }`, {
      o: orderId,
      s: seatIds,
    });
  await release([converted.seats[1].id]);
  expect((await counts(events[0]!.eventId)).availability).toMatchObject({ sold: 2, available: 2 });
  expect((await counts(events[1]!.eventId)).availability).toMatchObject({ sold: 0, available: 4 });
  expect(await sell()).toEqual({ sellSeatsTogether: [false] });
  await release(null);
  for (const { eventId } of events) expect((await counts(eventId)).availability).toMatchObject({ available: 4 });
});

test("if one hold can't be converted, none is, whatever rivals do at the same time", async () => {
  const buyerId = randomUUID();
  const events = await Promise.all(Array.from({ length: 4 }, () => openEvent(30)));
  for (let round = 0; round < 10; round++) {
    const holds = await Promise.all(events.map(({ eventId, seatIds }) => hold(buyerId, eventId, seatIds.splice(0, 1))));
    const ids = holds.map(({ id }) => id as string);
    // Each order wants three of the four, in an order of its own: of any two at most one succeeds.
    const rivals = [
      [ids[0]!, ids[1]!, ids[2]!],
      [ids[3]!, ids[2]!, ids[1]!],
      [ids[2]!, ids[0]!, ids[3]!],
      [ids[1]!, ids[3]!, ids[0]!],
    ];
    const release = (holdId: string) =>
      seating.as({ userId: buyerId }, `mutation ($h: ID!) { releaseHold(holdId: $h) { __typename } }`, { h: holdId });
    const [answers] = await Promise.all([
      Promise.all(rivals.map((holdIds) => convert(buyerId, holdIds))),
      ...(round % 2 === 0 ? [] : [release(ids[round % 4]!)]),
    ]);
    const won = answers.flatMap(({ refusal }: Data, index: number) => (refusal === null ? [rivals[index]!] : []));
    expect(won.length).toBeLessThanOrEqual(1);
    if (round % 2 === 0) expect(won).toHaveLength(1);
    const converted = await rows<{ id: string }>(
      seating.running.database.read(),
      sql`select id from hold where id = any(${ids}::uuid[]) and status = 'CONVERTED'`,
    );
    expect(converted.map(({ id }) => id).sort()).toEqual([...(won[0] ?? [])].sort());
    await Promise.all(ids.map(release));
  }
  for (const { eventId } of events) {
    const { availability } = await counts(eventId);
    expect(availability.available + availability.held).toBe(30);
  }
});

test("an order above the largest amount, of strangers' holds or of an expired one converts nothing", async () => {
  const buyerId = randomUUID();
  const [one, other] = [await openEvent(2), await openEvent(2)];
  const [first, second] = [
    await hold(buyerId, one.eventId, [one.seatIds[0]!]),
    await hold(buyerId, other.eventId, [other.seatIds[0]!]),
  ];
  const ids = [first.id as string, second.id as string];
  await rows(seating.running.database.read(), sql`update hold set total = ${2 ** 31 - 1} where id = ${first.id}`);
  expect(await convert(buyerId, ids)).toMatchObject({ refusal: "TOTAL_TOO_HIGH", holdId: second.id });
  expect(await convert(randomUUID(), ids)).toMatchObject({ refusal: "NOT_FOUND", holdId: first.id });
  await rows(
    seating.running.database.read(),
    sql`update hold set total = 1, expires_at = app_now() where id = ${second.id}`,
  );
  await rows(seating.running.database.read(), sql`update hold set total = 1 where id = ${first.id}`);
  expect(await convert(buyerId, ids)).toMatchObject({ refusal: "NOT_ACTIVE", holdId: second.id });
  expect(await stateOf([first.id])).toEqual(["ACTIVE"]);
});

test("a buyer's active holds are listed by their expiry, and for nobody else", async () => {
  const [buyerId, other] = [randomUUID(), randomUUID()];
  const [one, two] = [await openEvent(3), await openEvent(3)];
  const first = await hold(buyerId, one.eventId, [one.seatIds[0]!]);
  const second = await hold(buyerId, two.eventId, [two.seatIds[0]!]);
  const third = await hold(buyerId, two.eventId, [two.seatIds[1]!]);
  await rows(
    seating.running.database.read(),
    sql`update hold set expires_at = expires_at + interval '1 minute' where id = ${first.id}`,
  );
  await seating.as({ userId: buyerId }, `mutation ($h: ID!) { releaseHold(holdId: $h) { __typename } }`, {
    h: third.id,
  });
  const listed = async (viewer: string) =>
    (
      await seating.as(
        { userId: viewer },
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { holds { id items { price { amount } } } } } }`,
        { r: [{ __typename: "User", id: buyerId }] },
      )
    ).data._entities[0].holds;
  expect((await listed(buyerId)).map(({ id }: Data) => id)).toEqual([second.id, first.id]);
  expect(await listed(other)).toBeNull();
});
