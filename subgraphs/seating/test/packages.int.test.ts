// Packages of several events: held at all of them or at none, for the price of the package, and never more often than it may.
import { randomUUID } from "node:crypto";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { counts, hold, openEvent, organizationId, seating, startSeating, stopSeating } from "./front-door.ts";
import type { Data } from "../../../local/client.ts";
import { guestIdOf } from "../../../domain/guests.ts";
import { POLICY } from "./hall.ts";
import {
  change,
  convert,
  convertOne,
  create,
  createWith,
  holdPackage,
  holdWith,
  idsOf,
  manager,
  read,
  takeSeats,
  type OpenEvent,
} from "./packages.ts";

beforeAll(startSeating);
afterAll(stopSeating);

test("a package is held at all of its events, costs its price and becomes one order", async () => {
  const events = [await openEvent(6), await openEvent(6), await openEvent(6)];
  const made = await create(events, { maxSeats: 4 });
  expect(made).toMatchObject({ __typename: "TicketPackage", eventsToChoose: 3, maxSeats: 4, discountPercent: 20 });
  expect(made.parts).toEqual(
    events.map(({ eventId }) => ({
      event: { id: eventId },
      left: 4,
      prices: [{ price: { amount: 800 }, priceTier: { name: "All", price: { amount: 1_000 } } }],
    })),
  );
  const buyerId = randomUUID();
  const key = { idempotencyKey: randomUUID(), expectedTotal: 4_800 };
  const seats = takeSeats(events, 2);
  const held = await holdPackage(buyerId, made.id, seats, key);
  expect(held).toMatchObject({ __typename: "HeldPackage", total: { amount: 4_800 }, package: { id: made.id } });
  expect(await holdPackage(buyerId, made.id, seats, key)).toEqual(held);
  const ids = idsOf(held);
  for (const one of held.holds)
    expect(one).toMatchObject({
      status: "ACTIVE",
      promoCode: null,
      packageHoldIds: ids,
      package: { id: made.id },
      total: { amount: 1_600 },
      items: [{ breakdown: { lines: [{ name: "Season", kind: "DISCOUNT" }] } }, {}],
    });
  expect(await read(made.id, manager)).toMatchObject({ seatsUsed: 6, parts: [{ left: 2 }, { left: 2 }, { left: 2 }] });
  expect((await read(made.id)).seatsUsed).toBeNull();
  expect(await convertOne(buyerId, ids[0]!)).toEqual({ refusal: "PACKAGE_IN_PART" });
  expect(await convert(buyerId, ids.slice(1))).toMatchObject({ refusal: "PACKAGE_IN_PART", holdId: ids[1] });
  const orderId = randomUUID();
  const converted = await convert(buyerId, ids, orderId);
  expect(converted).toMatchObject({ refusal: null });
  expect(converted.seats).toEqual(Array(6).fill({ price: 800, promoCode: "Season" }));
  expect(await convert(buyerId, ids, orderId)).toEqual(converted);
});

test("if one event refuses, nothing is held at any, and the answer names it", async () => {
  const events = [await openEvent(4), await openEvent(4)];
  const { id } = await create(events, { maxSeats: 2, maxSeatsPerBuyer: 1 });
  const [first, second] = events as [OpenEvent, OpenEvent];
  await hold(randomUUID(), second.eventId, [second.seatIds[0]!]);
  const buyerId = randomUUID();
  const idempotencyKey = randomUUID();
  const both = (a: number, b: number, count = 1) => [
    { eventId: first.eventId, seatIds: first.seatIds.slice(a, a + count) },
    { eventId: second.eventId, seatIds: second.seatIds.slice(b, b + count) },
  ];
  const taken = await holdPackage(buyerId, id, both(0, 0), { idempotencyKey });
  expect(taken).toMatchObject({ __typename: "SeatsUnavailable", seats: [{ id: second.seatIds[0] }] });
  expect(await holdPackage(buyerId, id, both(0, 0), { idempotencyKey })).toEqual(taken);
  expect(await holdPackage(buyerId, id, both(0, 1), { expectedTotal: 1 })).toMatchObject({
    __typename: "TotalChanged",
    total: { amount: 1_600 },
  });
  expect(await holdPackage(buyerId, id, both(0, 1, 2))).toMatchObject({
    __typename: "PackageNotUsable",
    reason: "LIMIT_PER_BUYER",
  });
  expect((await counts(first.eventId)).availability).toMatchObject({ available: 4 });
  expect((await counts(second.eventId)).availability).toMatchObject({ available: 3 });
  for (let n = 0; n < 2; n++)
    expect((await holdPackage(randomUUID(), id, both(n, n + 1))).__typename).toBe("HeldPackage");
  const soldOut = await holdPackage(randomUUID(), id, both(2, 3));
  expect(soldOut).toMatchObject({ __typename: "PackageNotUsable", reason: "SOLD_OUT" });
  expect(soldOut.message).toContain(soldOut.event.id);
  await seating.asService("catalog", `mutation ($e: ID!) { setSales(eventId: $e, state: PAUSED) }`, {
    e: first.eventId,
  });
  const { id: unlimited } = await create(events);
  const paused = await holdPackage(randomUUID(), unlimited, both(2, 3));
  expect(paused).toMatchObject({ __typename: "EventNotOnSale" });
  expect(paused.message).toContain(first.eventId);
});

test("holds of a package expire at one time, and are extended and released together", async () => {
  const events = [
    await openEvent(3, { holdPolicy: { ...POLICY, holdSeconds: 600, maxHoldSeconds: 1_800 } }),
    await openEvent(3),
  ];
  const { id } = await create(events);
  const buyerId = randomUUID();
  const held = await holdPackage(buyerId, id, takeSeats(events, 1));
  const [one, other] = idsOf(held) as [string, string];
  expect(new Set(held.holds.map(({ extendableUntil }: Data) => extendableUntil)).size).toBe(1);
  const expiries = () =>
    rows<{ expiresAt: Date; heldUntil: Date; status: string }>(
      seating.running.database.read(),
      sql`select h.expires_at, s.held_until, h.status from hold h left join seat s on s.hold_id = h.id where h.id = any(${[one, other]}::uuid[])`,
    );
  const times = async () => new Set((await expiries()).flatMap(({ expiresAt, heldUntil }) => [+expiresAt, +heldUntil]));
  const before = await times();
  expect(before.size).toBe(1);
  await seating.advance(60);
  expect(await change(buyerId, "extendHold", other)).toMatchObject({ __typename: "Hold", status: "ACTIVE" });
  const after = await times();
  expect(after.size).toBe(1);
  expect([...after][0]! - [...before][0]!).toBeGreaterThanOrEqual(60_000);
  expect(await change(randomUUID(), "releaseHold", one)).toEqual({ __typename: "NotFound" });
  expect(await change(buyerId, "releaseHold", one)).toMatchObject({ status: "RELEASED" });
  expect((await expiries()).map(({ status }) => status)).toEqual(["RELEASED", "RELEASED"]);
  expect(await change(buyerId, "extendHold", other)).toEqual({ __typename: "HoldNotActive" });
  for (const { eventId } of events) expect((await counts(eventId)).availability.available).toBe(3);
  await seating.advance(0);
});

test("the price of a package is never taken for part of it: no code is applied, and a lost part ends the rest", async () => {
  const events = [await openEvent(3), await openEvent(3)];
  const { id } = await create(events);
  const buyerId = randomUUID();
  const ids = idsOf(await holdPackage(buyerId, id, takeSeats(events, 1)));
  const apply = async (code: string | null) =>
    seating.as(
      { userId: buyerId },
      `mutation ($h: ID!, $c: String) { applyPromoCode(holdId: $h, code: $c) { __typename ... on PromoCodeNotUsable { reason } } }`,
      {
        h: ids[0],
        c: code,
      },
    );
  expect((await apply(null)).data.applyPromoCode).toEqual({
    __typename: "PromoCodeNotUsable",
    reason: "HOLD_OF_PACKAGE",
  });
  expect((await apply(`*${id}`)).errors).toMatchObject([{ extensions: { field: "code" } }]);
  // Its event is cancelled.
  await rows(seating.running.database.read(), sql`update hold set status = 'RELEASED' where id = ${ids[0]}`);
  expect(await convert(buyerId, [ids[1]!])).toMatchObject({ refusal: "PACKAGE_IN_PART" });
  expect(await convert(buyerId, ids)).toMatchObject({ refusal: "NOT_ACTIVE" });
});

test("best available seats are adjacent, and named ones isolate no seat where the event forbids it", async () => {
  const policy = { holdPolicy: { ...POLICY, avoidSingleSeats: true } };
  const events = [await openEvent(5, policy), await openEvent(5)];
  const { id } = await create(events);
  const seats = (at: number) => [
    { eventId: events[0]!.eventId, seatIds: [events[0]!.seatIds[at]!] },
    { eventId: events[1]!.eventId, quantity: 1 },
  ];
  const alone = await holdPackage(randomUUID(), id, seats(1));
  expect(alone).toMatchObject({ __typename: "SeatLeftAlone" });
  expect((await holdPackage(randomUUID(), id, seats(0))).__typename).toBe("HeldPackage");
  const two = await holdPackage(
    randomUUID(),
    id,
    events.map(({ eventId }) => ({ eventId, quantity: 2 })),
  );
  expect(two.__typename).toBe("HeldPackage");
  const held = await rows<{ seatNos: number[] }>(
    seating.running.database.read(),
    sql`select seat_nos from hold where id = any(${idsOf(two)}::uuid[])`,
  );
  for (const { seatNos } of held) expect(seatNos[1]! - seatNos[0]!).toBe(1);
  const many = await holdPackage(
    randomUUID(),
    id,
    events.map(({ eventId }) => ({ eventId, quantity: 5 })),
  );
  expect(many).toMatchObject({ __typename: "SeatsUnavailable", seats: [] });
});

test("a buyer chooses some of many events, and each input is checked", async () => {
  const events = await Promise.all(Array.from({ length: 4 }, () => openEvent(9)));
  const { id } = await create(events, { eventsToChoose: 2, discountAmount: 100 });
  const [a, b, c] = events as [OpenEvent, OpenEvent, OpenEvent];
  const held = await holdPackage(randomUUID(), id, takeSeats([c, a], 1));
  expect(held).toMatchObject({ __typename: "HeldPackage", total: { amount: 1_800 } });
  const field = async (given: Data[], rest: Data = {}) =>
    (await holdWith({ userId: randomUUID() }, { packageId: id, events: given, ...rest })).errors?.[0]?.extensions?.[
      "field"
    ];
  expect(await field(takeSeats([a, b, c], 1))).toBe("input.events");
  expect(await field([...takeSeats([a], 1), ...takeSeats([b], 2)])).toBe("input.events");
  expect(await field([{ eventId: a.eventId }, { eventId: b.eventId, quantity: 1 }])).toBe("input.events.0.seatIds");
  const stranger = await openEvent(2);
  expect(await holdPackage(randomUUID(), id, takeSeats([stranger, a], 1))).toMatchObject({ __typename: "NotFound" });
  expect(await holdPackage(randomUUID(), randomUUID(), takeSeats([b, a], 1))).toMatchObject({ __typename: "NotFound" });
  const wrong = async (input: Data) =>
    (await createWith({ discountPercent: 10, ...input })).errors?.[0]?.extensions?.["field"];
  const of = (list: OpenEvent[]) => ({ events: list.map(({ eventId }) => ({ eventId })) });
  expect(await wrong({ ...of([a, b]), eventsToChoose: 3 })).toBe("input.eventsToChoose");
  expect(await wrong({ ...of([a, b]), discountAmount: 5 })).toBe("input.discountPercent");
  expect(await wrong(of([a, a]))).toBe("input.events");
  expect(await wrong({ ...of([a, b]), endsAt: new Date(0).toISOString() })).toBe("input.endsAt");
  expect(await wrong(of([a, await openEvent(2, { currency: "USD" })]))).toBe("input.events.1.eventId");
  const others = await openEvent(2, { organizationId: randomUUID() });
  expect((await createWith({ discountPercent: 10, ...of([a, others]) })).data.createPackage.__typename).toBe(
    "NotFound",
  );
  const secret = { opensAt: null, closesAt: null, accessHash: "x", asksQuestions: false };
  expect(await wrong(of([a, await openEvent(2, { terms: secret } as never)]))).toBe("input.events.1.eventId");
});

const becomesPrivate = ({ eventId }: OpenEvent) =>
  rows(seating.running.database.read(), sql`update sale set access_hash = 'x' where event_id = ${eventId}`);

test("who has held a pass learns nothing of an event of it that became private, and holds it no more", async () => {
  const events = [await openEvent(4), await openEvent(4), await openEvent(4)];
  const { id } = await create(events, { eventsToChoose: 2 });
  const [one, other, hidden] = events as [OpenEvent, OpenEvent, OpenEvent];
  const buyerId = randomUUID();
  const [holdId] = idsOf(await holdPackage(buyerId, id, takeSeats([one, other], 1)));
  await becomesPrivate(hidden);
  const ASK = `query ($id: ID!) { hold(id: $id) { package { parts { event { id } } } } }`;
  const { hold: held } = (await seating.as({ userId: buyerId }, ASK, { id: holdId })).data;
  expect(held.package.parts).toEqual([{ event: { id: one.eventId } }, { event: { id: other.eventId } }]);
  for (const seats of [
    takeSeats([one, other], 1),
    [
      { eventId: one.eventId, seatIds: one.seatIds },
      { eventId: hidden.eventId, seatIds: one.seatIds },
    ],
  ])
    expect(await holdPackage(buyerId, id, seats)).toMatchObject({ __typename: "NotFound" });
});

test("a package that has too few events left is not listed", async () => {
  const events = [await openEvent(4), await openEvent(4), await openEvent(4)];
  const [all, pass] = [await create(events), await create(events, { eventsToChoose: 2 })];
  await seating.asService("catalog", `mutation ($e: ID!) { setSales(eventId: $e, state: CLOSED) }`, {
    e: events[2]!.eventId,
  });
  const ASK = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Event { packages { id } } } }`;
  const { data } = await seating.as(null, ASK, { r: [{ __typename: "Event", id: events[0]!.eventId }] });
  expect(data._entities[0].packages).toEqual([{ id: pass.id }]);
  expect(all.id).not.toBe(pass.id);
});

test("a closed package is sold no more, and a package with a private event is shown to nobody", async () => {
  const events = [await openEvent(4), await openEvent(4)];
  const { id } = await create(events);
  const close = async (viewer: object) =>
    seating.as(
      viewer,
      `mutation ($id: ID!) { closePackage(packageId: $id) { __typename ... on TicketPackage { endsAt } } }`,
      { id },
    );
  expect((await close({ userId: randomUUID() })).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  const listed = async () =>
    (
      await seating.as(
        null,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Event { packages { id } } } }`,
        {
          r: [{ __typename: "Event", id: events[0]!.eventId }],
        },
      )
    ).data._entities[0].packages;
  expect(await listed()).toEqual([{ id }]);
  const closed = (await close(manager)).data.closePackage;
  expect(closed.endsAt).not.toBeNull();
  expect((await close(manager)).data.closePackage).toEqual(closed);
  expect(await holdPackage(randomUUID(), id, takeSeats(events, 1))).toMatchObject({ reason: "ENDED" });
  expect(await listed()).toEqual([]);
  expect((await read(id)).endsAt).toBe(closed.endsAt);
  await becomesPrivate(events[1]!);
  expect(await read(id)).toBeNull();
  const { data } = await seating.as(
    manager,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organization { packages(first: 1) { totalCount nodes { id } } } } }`,
    { r: [{ __typename: "Organization", id: organizationId }] },
  );
  expect(data._entities[0].packages.nodes).toEqual([{ id }]);
});

test("a package that was closed before its sale began has ended: nobody is told to come later", async () => {
  const events = [await openEvent(4), await openEvent(4)];
  const { id } = await create(events, { startsAt: new Date(Date.now() + 60_000).toISOString() });
  expect(await holdPackage(randomUUID(), id, takeSeats(events, 1))).toMatchObject({ reason: "NOT_YET" });
  await seating.as(manager, `mutation ($id: ID!) { closePackage(packageId: $id) { __typename } }`, { id });
  expect(await holdPackage(randomUUID(), id, takeSeats(events, 1))).toMatchObject({ reason: "ENDED" });
});

test("guests with a proven address hold packages, but not of events for verified accounts; other guests and accounts hold none", async () => {
  const policy = { holdPolicy: { ...POLICY, verifiedBuyersOnly: true } };
  const [events, strict] = [
    [await openEvent(4), await openEvent(4)],
    [await openEvent(4), await openEvent(4, policy)],
  ];
  const guest = guestIdOf(randomUUID());
  const typeOf = async (viewer: { userId: string; verified: boolean }, at: OpenEvent[]) => {
    const { id } = await create(at);
    return (await holdWith(viewer, { packageId: id, events: takeSeats(at, 1) })).data.holdPackage.__typename;
  };
  expect(await typeOf({ userId: randomUUID(), verified: false }, events)).toBe("EmailNotVerified");
  expect(await typeOf({ userId: guest, verified: false }, events)).toBe("EmailNotVerified");
  for (const { eventId } of events) expect((await counts(eventId)).availability.available).toBe(4);
  expect(await typeOf({ userId: guest, verified: true }, strict)).toBe("VerifiedBuyersOnly");
  for (const { eventId } of strict) expect((await counts(eventId)).availability.available).toBe(4);
  expect(await typeOf({ userId: guest, verified: true }, events)).toBe("HeldPackage");
});
