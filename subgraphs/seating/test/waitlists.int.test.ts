// Waiting lists: seats that come back go to the people who wait, in order, and to nobody else.
import { randomUUID } from "node:crypto";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { silent } from "../../../testkit/notifier.ts";
import { noteBought, noteNotBought } from "../commands/end-offers.ts";
import { setSeatsAside } from "../commands/block-seats.ts";
import { releaseAllHolds } from "../commands/end-holds.ts";
import { moveSeat } from "../commands/move-seat.ts";
import { setSales } from "../commands/open-sales.ts";
import type { JoinWaitlist } from "../engine/waitlist/inputs.ts";
import { salesChannels } from "../queries/availability.ts";
import { ask, openEvent, planOf, runOut, seatsOf } from "./hall.ts";
import {
  countsOf,
  entry,
  makeListDue,
  offered,
  openWaitedHall,
  refused,
  waits,
  type WaitedHall,
} from "./waitlist-hall.ts";

let scene: WaitedHall;
let { hall, engine, list, waitedFor, giveBack, statusOf, stateOf, changes } = {} as WaitedHall;
beforeAll(async () => {
  scene = await openWaitedHall();
  ({ hall, engine, list, waitedFor, giveBack, statusOf, stateOf, changes } = scene);
});
afterAll(() => hall.close());

const join = (eventId: string, wish: Partial<JoinWaitlist> = {}, userId?: string) => list.join(eventId, wish, userId);
const setStart = (eventId: string, hours: number) =>
  rows(
    hall.database.read(),
    sql`update sale set starts_at = app_now() + make_interval(hours => ${hours}::int) where event_id = ${eventId}::uuid`,
  );

test("a hold runs out, no job has run: a stranger can't hold the seat, and the first in line is offered it", async () => {
  const { eventId } = await waitedFor([3]);
  const [first, second] = [await join(eventId), await join(eventId)];
  await runOut(hall.database, eventId);
  expect(await ask(engine, eventId, [1])).toBe("SeatsUnavailable");
  expect(
    await ask(engine, eventId, [], {
      selection: { criteria: { quantity: 1, together: true, wheelchairPlaces: 0 }, sectionId: null, tierId: null },
      mutation: "holdBestAvailable",
    }),
  ).toBe("SeatsUnavailable");
  await makeListDue(hall.database, eventId);
  await list.look();
  expect(await stateOf(first)).toEqual(offered(1));
  expect((await stateOf(second)).state).toBe("OFFERED");
});

test("a released seat is offered in the transaction that marks the entry, to the first whom it suits, and others keep their places", async () => {
  const { eventId, holds } = await waitedFor([2, 2]);
  const group = await join(eventId, { quantity: 3 });
  const pair = await join(eventId, { quantity: 2 });
  const single = await join(eventId);
  await giveBack({ eventId, holds }, 3);
  expect(await statusOf(eventId)).toEqual(["HELD", "HELD", "BLOCKED", "HELD"]);
  await list.look();
  // The pair may still get both seats of the row; no row has three.
  expect(await stateOf(pair)).toEqual(waits("TOO_FEW_SEATS"));
  expect(await stateOf(single)).toEqual(waits("KEPT_FOR_GROUP"));
  expect(await stateOf(group)).toEqual(waits("TOO_FEW_SEATS"));
  await giveBack({ eventId, holds }, 4);
  await list.look();
  expect(await stateOf(pair)).toEqual(offered(3, 4));
  await giveBack({ eventId, holds }, 1);
  await list.look();
  expect(await stateOf(single)).toEqual(offered(1));
  const { stored, counted } = await countsOf(hall.database, eventId);
  expect(stored).toEqual(counted);
});

test("after its time a group loses the seats that were kept for it, and nobody else waits: they go on sale in one change", async () => {
  const { eventId, holds } = await waitedFor([2, 2], { holdBackSeconds: 60 });
  const pair = await join(eventId, { quantity: 2 });
  await giveBack({ eventId, holds }, 1, 4);
  await list.look();
  expect(await statusOf(eventId)).toEqual(["BLOCKED", "HELD", "HELD", "BLOCKED"]);
  await rows(
    hall.database.read(),
    sql`update waitlist_entry set held_back_since = held_back_since - interval '2 minutes' where id = ${pair}`,
  );
  await makeListDue(hall.database, eventId);
  const before = await changes(eventId);
  await list.look();
  expect(await statusOf(eventId)).toEqual(["AVAILABLE", "HELD", "HELD", "AVAILABLE"]);
  expect((await changes(eventId)).slice(before.length)).toEqual([[1, 4]]);
  expect(await stateOf(pair)).toMatchObject({ state: "WAITING" });
  await ask(engine, eventId, [1]);
  await giveBack({ eventId, holds }, 2);
  await list.look();
  // It has had its time: seats that don't suffice are not kept again.
  expect((await statusOf(eventId))[1]).toBe("AVAILABLE");
});

test("in the last 48 hours before the start no seats are kept for groups", async () => {
  const { eventId, holds } = await waitedFor([2]);
  await setStart(eventId, 47);
  const [pair, single] = [await join(eventId, { quantity: 2 }), await join(eventId)];
  await giveBack({ eventId, holds }, 1);
  await list.look();
  expect(await stateOf(pair)).toEqual(waits("TOO_FEW_SEATS"));
  expect(await stateOf(single)).toEqual(offered(1));
});

test("who takes fewer gets as many as there are, and wishes for tiers, sections and wheelchair places count", async () => {
  const [gold, silver] = [randomUUID(), randomUUID()];
  const [front, back] = [randomUUID(), randomUUID()];
  const sectionOf = (id: string, name: string, tierId: string, wheelchair: number[]) => ({
    id,
    name,
    tierId,
    rows: [{ label: "1", labels: ["1", "2", "3", "4"], aislesAfter: [], wheelchair }],
  });
  const event = await waitedFor(
    [4],
    {},
    {
      tiers: [
        { id: gold, name: "Gold", price: 2_000 },
        { id: silver, name: "Silver", price: 1_000 },
      ],
      sections: [sectionOf(front, "Front", gold, []), sectionOf(back, "Back", silver, [4])],
    },
  );
  const { eventId } = event;
  const chair = await join(eventId, { quantity: 2, wheelchairPlaces: 1, priceTierIds: [silver] });
  const inBack = await join(eventId, { sectionIds: [back] });
  const some = await join(eventId, { quantity: 4, atLeast: 2, priceTierIds: [gold] });
  await giveBack(event, 1, 2, 3, 5, 7, 8);
  await list.look();
  expect(await stateOf(inBack)).toEqual(offered(5));
  expect(await stateOf(chair)).toEqual(offered(7, 8));
  expect(await stateOf(some)).toEqual(offered(1, 2, 3));
  expect(await refused(join(eventId, { priceTierIds: [randomUUID()] }))).toBe("NotFound");
  expect(await refused(join(eventId, { sectionIds: ["no ID"] }))).toBe("NotFound");
});

test("an offer is a hold of the person with its own end and price, and the channel of the list is nobody's", async () => {
  const event = await waitedFor([2], { offerSeconds: 3_600 });
  const { eventId } = event;
  const [userId, stranger] = [randomUUID(), randomUUID()];
  const id = await join(eventId, {}, userId);
  await giveBack(event, 1);
  await list.look();
  const { holdId } = await entry(hall.database, id);
  const held = await row<{ buyerId: string; total: number; left: number; seatLeft: number }>(
    hall.database.read(),
    sql`select h.buyer_id, h.total, extract(epoch from h.expires_at - h.created_at)::float8 as left,
          extract(epoch from seat.held_until - h.created_at)::float8 as seat_left
        from hold h join seat on seat.hold_id = h.id where h.id = ${holdId}`,
  );
  expect(held).toMatchObject({ buyerId: userId, total: 1_000 });
  expect(held!.left).toBeGreaterThan(3_590);
  expect(held!.left).toBeLessThanOrEqual(3_600);
  expect(held!.seatLeft).toBe(held!.left);
  expect(await salesChannels(hall.database, eventId)).toEqual([]);
  const seats = await rows<{ channel: string | null }>(
    hall.database.read(),
    sql`select channel from seats_of_holds(array[${holdId}::uuid])`,
  );
  expect(seats).toEqual([{ channel: null }]);
  expect(await ask(engine, eventId, [1], { buyerId: stranger })).toBe("SeatsUnavailable");
  const [message] = await rows<{ body: object }>(
    hall.database.read(),
    sql`select body from outbox where name = 'seating.WaitlistOffered' and key = ${holdId}`,
  );
  expect(message!.body).toMatchObject({
    entryId: id,
    userId,
    eventId,
    seats: [{ section: "Hall", row: "1", number: "1" }],
  });
});

test("declined seats go to the next person at once, an offer that runs out does too, and both persons may join again at the end", async () => {
  const event = await waitedFor([1]);
  const { eventId } = event;
  const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
  const [first, second, third] = [
    await join(eventId, {}, one),
    await join(eventId, {}, two),
    await join(eventId, {}, three),
  ];
  await giveBack(event, 1);
  await list.look();
  expect(await stateOf(first)).toEqual(offered(1));
  expect(await refused(join(eventId, {}, one))).toBe("AlreadyWaiting");
  await engine.change({ eventId, holdId: (await entry(hall.database, first)).holdId!, verb: "RELEASE" });
  expect(await ask(engine, eventId, [1])).toBe("SeatsUnavailable");
  await list.look();
  expect(await stateOf(first)).toMatchObject({ state: "LEFT" });
  expect(await stateOf(second)).toEqual(offered(1));
  await runOut(hall.database, eventId);
  await makeListDue(hall.database, eventId);
  await list.look();
  expect(await stateOf(second)).toMatchObject({ state: "EXPIRED" });
  expect(await stateOf(third)).toEqual(offered(1));
  const again = [await join(eventId, {}, one), await join(eventId, {}, two)];
  await list.leave(third, three);
  await list.look();
  expect(await stateOf(third)).toMatchObject({ state: "LEFT" });
  expect(await stateOf(again[0]!)).toEqual(offered(1));
  expect(await stateOf(again[1]!)).toEqual(waits("NO_SEATS"));
});

test("bought is for good; an order that ends without a sale gives the place back once", async () => {
  const event = await waitedFor([2]);
  const { eventId } = event;
  const [buyer, unlucky] = [await join(eventId), await join(eventId)];
  await giveBack(event, 1, 2);
  await list.look();
  const order = async (id: string) => {
    const orderId = randomUUID();
    const { holdId } = await entry(hall.database, id);
    expect(await engine.change({ eventId, holdId: holdId!, verb: "CONVERT", orderId })).toBe("CONVERTED");
    return { orderId, holdId: holdId! };
  };
  const bought = await order(buyer);
  await engine.change({ eventId, holdId: bought.holdId, verb: "SELL" });
  for (let time = 0; time < 2; time++)
    await hall.database.transaction((tx) => noteBought(tx, [bought.orderId, randomUUID()]));
  expect(await stateOf(buyer)).toMatchObject({ state: "BOUGHT" });
  for (const state of ["WAITING", "EXPIRED"]) {
    const failed = await order(unlucky);
    await engine.change({ eventId, holdId: failed.holdId, verb: "RETURN" });
    await hall.database.transaction((tx) => noteNotBought(tx, [failed.orderId]));
    expect(await stateOf(unlucky)).toMatchObject({ state });
    await hall.database.transaction((tx) => noteNotBought(tx, [failed.orderId]));
    await list.look();
    expect(await stateOf(unlucky)).toMatchObject({ state: state === "WAITING" ? "OFFERED" : "EXPIRED" });
  }
  // A refund: nobody waits any more, so the seats are on sale.
  await engine.change({ eventId, holdId: bought.holdId, verb: "RETURN" });
  await list.look();
  expect(await stateOf(buyer)).toMatchObject({ state: "BOUGHT" });
  expect(await statusOf(eventId)).toEqual(["AVAILABLE", "AVAILABLE"]);
});

test("nothing is offered while sales are paused, not begun, or so near the start; and a closed list gives back what it has, in one change", async () => {
  const event = await waitedFor([3]);
  const { eventId } = event;
  const group = await join(eventId, { quantity: 3 });
  const single = await join(eventId);
  const change = (state: "OPEN" | "PAUSED") => hall.database.transaction((tx) => setSales(tx, eventId, state));
  await change("PAUSED");
  await giveBack(event, 1);
  await list.look();
  expect(await stateOf(single)).toEqual(waits(null));
  expect(await statusOf(eventId)).toEqual(["BLOCKED", "HELD", "HELD"]);
  await change("OPEN");
  await rows(
    hall.database.read(),
    sql`update sale set opens_at = app_now() + interval '1 hour' where event_id = ${eventId}`,
  );
  await list.look();
  expect(await stateOf(single)).toEqual(waits(null));
  await rows(hall.database.read(), sql`update sale set opens_at = null where event_id = ${eventId}`);
  await makeListDue(hall.database, eventId);
  await list.look();
  expect(await stateOf(single)).toEqual(waits("KEPT_FOR_GROUP"));
  expect(await stateOf(group)).toEqual(waits("TOO_FEW_SEATS"));
  await giveBack(event, 2);
  await setStart(eventId, 2);
  await makeListDue(hall.database, eventId);
  await list.look();
  expect(await statusOf(eventId)).toEqual(["AVAILABLE", "AVAILABLE", "HELD"]);
  expect((await seatsOf(hall.database, eventId)).map(({ channelNo }) => channelNo)).toEqual([null, null, null]);
  expect(await refused(join(eventId))).toBe("WaitlistNotOpen");
  // The event is moved: who waits has kept the place.
  await setStart(eventId, 200);
  await makeListDue(hall.database, eventId);
  await giveBack(event, 3);
  await ask(engine, eventId, [1]);
  await list.look();
  const last = await ask(engine, eventId, [3]);
  await engine.change({ eventId, holdId: last, verb: "RELEASE" });
  await list.look();
  expect(await stateOf(single)).toEqual(offered(3));
  expect(await statusOf(eventId)).toEqual(["HELD", "AVAILABLE", "HELD"]);
});

test("a list that is closed gives back what it has in one change, and what is taken then comes back to everybody", async () => {
  const event = await waitedFor([2]);
  const { eventId } = event;
  await join(eventId, { quantity: 2 });
  await giveBack(event, 1);
  await list.look();
  expect(await statusOf(eventId)).toEqual(["BLOCKED", "HELD"]);
  const before = await changes(eventId);
  await list.set(eventId, { state: "CLOSED" });
  expect(await statusOf(eventId)).toEqual(["AVAILABLE", "HELD"]);
  expect((await changes(eventId)).slice(before.length)).toEqual([[1], [2]]);
  expect(await refused(join(eventId))).toBe("WaitlistNotOpen");
  await giveBack(event, 2);
  expect(await statusOf(eventId)).toEqual(["AVAILABLE", "AVAILABLE"]);
  const { stored, counted } = await countsOf(hall.database, eventId);
  expect(stored).toEqual(counted);
});

test("a cancelled event ends its list: nobody is offered seats, and open entries end", async () => {
  const event = await waitedFor([2]);
  const { eventId } = event;
  const [first, second] = [await join(eventId), await join(eventId)];
  await giveBack(event, 1);
  await list.look();
  await hall.database.transaction((tx) => setSales(tx, eventId, "CLOSED"));
  await hall.database.transaction((tx) => releaseAllHolds(tx, silent, eventId));
  await list.look();
  expect(await stateOf(first)).toMatchObject({ state: "EXPIRED" });
  expect(await stateOf(second)).toMatchObject({ state: "EXPIRED" });
  expect(await refused(join(eventId))).toBe("WaitlistNotOpen");
  await expect(list.set(eventId)).rejects.toThrow("sale has not ended");
  const found = await row<{ state: string }>(
    hall.database.read(),
    sql`select state from waitlist where event_id = ${eventId}`,
  );
  expect(found).toEqual({ state: "ENDED" });
});

test("a list opens by itself once the public can hold nothing of a tier, also if a channel has seats", async () => {
  const plan = planOf([3]);
  const eventId = await openEvent(hall.database, plan);
  await list.set(eventId, { state: "WHEN_SOLD_OUT" });
  await hall.database.transaction((tx) => setSeatsAside(tx, silent, eventId, "Fan club", [3]));
  const one = await ask(engine, eventId, [1]);
  await list.look();
  expect(await refused(join(eventId))).toBe("WaitlistNotOpen");
  const two = await ask(engine, eventId, [2]);
  await list.look();
  const id = await join(eventId);
  await engine.change({ eventId, holdId: two, verb: "RELEASE" });
  expect(await ask(engine, eventId, [2])).toBe("SeatsUnavailable");
  await list.look();
  expect(await stateOf(id)).toEqual(offered(2));
  // Nobody waits: the next seat is on sale, and comes back to the list if it is taken again.
  await engine.change({ eventId, holdId: one, verb: "RELEASE" });
  await list.look();
  expect(await statusOf(eventId)).toEqual(["AVAILABLE", "HELD", "BLOCKED"]);
  await engine.change({ eventId, holdId: await ask(engine, eventId, [1]), verb: "RELEASE" });
  expect((await statusOf(eventId))[0]).toBe("BLOCKED");
});

test("refunded, exchanged and moved seats come back to the list, and those of a channel to the channel", async () => {
  const plan = planOf([4]);
  const eventId = await openEvent(hall.database, plan);
  await hall.database.transaction((tx) => setSeatsAside(tx, silent, eventId, "Fan club", [4]));
  const [channel] = await salesChannels(hall.database, eventId);
  const sold = await ask(engine, eventId, [1, 2]);
  const ofChannel = await ask(engine, eventId, [4], { channelKey: channel!.key });
  const orderId = randomUUID();
  await engine.change({ eventId, holdId: sold, verb: "CONVERT", orderId });
  await engine.change({ eventId, holdId: sold, verb: "SELL" });
  await list.set(eventId);
  await engine.change({ eventId, holdId: sold, verb: "RETURN", seatNos: [1] });
  await engine.change({ eventId, holdId: ofChannel, verb: "RELEASE" });
  await moveSeat(hall.database, silent, { moveId: randomUUID(), eventId, orderId, fromNo: 2, toNo: 3 });
  expect(await statusOf(eventId)).toEqual(["BLOCKED", "BLOCKED", "SOLD", "BLOCKED"]);
  expect((await salesChannels(hall.database, eventId)).map(({ name, seatCount }) => [name, seatCount])).toEqual([
    ["Fan club", 1],
  ]);
  await engine.change({ eventId, holdId: sold, verb: "RETURN" });
  expect((await statusOf(eventId))[2]).toBe("BLOCKED");
  expect(await ask(engine, eventId, [1], { channelKey: channel!.key })).toBe("SeatsUnavailable");
  expect(await ask(engine, eventId, [4], { channelKey: channel!.key })).toMatch(/-/);
});
