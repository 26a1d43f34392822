// Waiting lists: who may wait and how often, what organizers and staff do, and what becomes of entries with their people.
import { randomUUID } from "node:crypto";
import { silent } from "../../../testkit/notifier.ts";
import { guestIdOf } from "../../../domain/guests.ts";
import { blockSeats, setSeatsAside, unblockSeats } from "../commands/block-seats.ts";
import { endEntriesOf } from "../commands/join-waitlist.ts";
import { mergeWaitlistEntries } from "../commands/merge-waitlist-entries.ts";
import type { JoinWaitlist } from "../engine/waitlist/inputs.ts";
import { salesChannels } from "../queries/availability.ts";
import { waitlistEntries } from "../queries/waitlists.ts";
import { noteStart } from "../projections/sales.ts";
import { createEntryFeed } from "../subscriptions/waitlist-entries.ts";
import { localMs } from "../../../domain/local-time.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { ask } from "./hall.ts";
import { entry, offered, openWaitedHall, refused, waits, type WaitedHall } from "./waitlist-hall.ts";

let scene: WaitedHall;
let { hall, engine, list, waitedFor, giveBack, statusOf, stateOf } = {} as WaitedHall;
beforeAll(async () => {
  scene = await openWaitedHall();
  ({ hall, engine, list, waitedFor, giveBack, statusOf, stateOf } = scene);
});
afterAll(() => hall.close());

const join = (eventId: string, wish: Partial<JoinWaitlist> = {}, userId?: string) => list.join(eventId, wish, userId);

test("organizers can block seats of the list and set them aside, but don't put them on sale by unblocking", async () => {
  const event = await waitedFor([3]);
  const { eventId } = event;
  await join(eventId, { quantity: 3 });
  await giveBack(event, 1, 2);
  await list.look();
  const change = (command: typeof blockSeats, nos: number[]) =>
    hall.database.transaction((tx) => command(tx, silent, eventId, nos));
  await change(unblockSeats, [1, 2]);
  expect(await statusOf(eventId)).toEqual(["BLOCKED", "BLOCKED", "HELD"]);
  await change(blockSeats, [1]);
  await change(unblockSeats, [1]);
  expect(await statusOf(eventId)).toEqual(["AVAILABLE", "BLOCKED", "HELD"]);
  await hall.database.transaction((tx) => setSeatsAside(tx, silent, eventId, "Fan club", [2]));
  expect((await salesChannels(hall.database, eventId)).map(({ seatCount }) => seatCount)).toEqual([1]);
});

test("the limit per buyer counts, and who can't be offered anything keeps nobody waiting", async () => {
  const event = await waitedFor([4], {}, { maxSeatsPerBuyer: 2 });
  const { eventId } = event;
  const userId = randomUUID();
  await giveBack(event, 1);
  await list.look();
  await ask(engine, eventId, [1], { buyerId: userId });
  const [full, fewer] = [await join(eventId, { quantity: 2 }, userId), await join(eventId, { quantity: 2 })];
  await giveBack(event, 2, 3);
  await list.look();
  expect(await stateOf(full)).toEqual(waits("SEAT_LIMIT"));
  expect(await stateOf(fewer)).toEqual(offered(2, 3));
  expect(await refused(join(eventId, { quantity: 3 }))).toBe("SeatLimitReached");
});

test("an entry is one for each key and person, also if many requests come at once", async () => {
  const { eventId } = await waitedFor([1]);
  const userId = randomUUID();
  const idempotencyKey = randomUUID();
  const ids = await Promise.all(Array.from({ length: 10 }, () => join(eventId, { idempotencyKey }, userId)));
  expect(new Set(ids).size).toBe(1);
  const others = await Promise.all(Array.from({ length: 10 }, () => refused(join(eventId, {}, userId))));
  expect(new Set(others)).toEqual(new Set(["AlreadyWaiting"]));
  expect(await refused(join(eventId, { idempotencyKey, quantity: 2 }, userId))).toBe("IdempotencyKeyReused");
  expect(await refused(join(randomUUID()))).toBe("NotFound");
  expect(await refused(list.leave(ids[0]!, randomUUID()))).toBe("NotFound");
});

test("entries of a guest follow to the account, the better one if both wait; an erased person leaves", async () => {
  const event = await waitedFor([2]);
  const { eventId } = event;
  const [guest, account] = [guestIdOf(randomUUID()), randomUUID()];
  const [ofGuest, ofAccount] = [await join(eventId, {}, guest), await join(eventId, {}, account)];
  for (let time = 0; time < 2; time++)
    await hall.database.transaction((tx) => mergeWaitlistEntries(tx, { from: guest, to: account }));
  expect(await entry(hall.database, ofGuest)).toMatchObject({ userId: account, state: "WAITING" });
  expect(await entry(hall.database, ofAccount)).toMatchObject({ userId: account, state: "LEFT" });
  await giveBack(event, 1);
  await list.look();
  expect(await stateOf(ofGuest)).toEqual(offered(1));
  const next = await join(eventId);
  await hall.database.transaction((tx) => endEntriesOf(tx, silent, account));
  await list.look();
  expect(await stateOf(ofGuest)).toMatchObject({ state: "LEFT" });
  expect(await stateOf(next)).toEqual(offered(1));
});

test("staff sees the open entries in order; a page continues after its cursor", async () => {
  const { eventId } = await waitedFor([1]);
  const ids = [await join(eventId), await join(eventId), await join(eventId)];
  const page = await waitlistEntries(hall.database, eventId, { first: 2 });
  expect(page.nodes.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  const rest = await waitlistEntries(hall.database, eventId, { first: 2, after: page.pageInfo.endCursor });
  expect(rest.nodes.map(({ id }) => id)).toEqual(ids.slice(2));
  expect(await rest.totalCount()).toBe(3);
});

test("an offer that is made at night at the venue runs to the morning", async () => {
  const event = await waitedFor([2], { offerSeconds: 3_600 });
  const { eventId } = event;
  // Where it is between 2:00 and 3:00 now.
  const ahead = (26 - new Date().getUTCHours()) % 24;
  const timeZone = ahead > 14 ? `Etc/GMT+${24 - ahead}` : `Etc/GMT-${ahead}`;
  const facts = { eventId, version: 7, name: "Aida", place: "Opera", endsAt: null };
  const startsAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
  await hall.database.transaction((tx) => noteStart(tx, { ...facts, startsAt, timeZone }));
  const id = await join(eventId);
  await giveBack(event, 1);
  await list.look();
  const { holdId } = await entry(hall.database, id);
  const [hold] = await rows<{ expiresAt: Date }>(
    hall.database.read(),
    sql`select expires_at from hold where id = ${holdId}::uuid`,
  );
  expect(new Date(localMs(hold!.expiresAt, timeZone)).toISOString()).toMatch(/T09:00:00\.000Z$/);
});

test("a follower hears each change of the own entry's state, and nothing once it is another person's", async () => {
  const event = await waitedFor([2]);
  const { eventId } = event;
  const [guest, account] = [guestIdOf(randomUUID()), randomUUID()];
  const [id, other] = [await join(eventId, {}, guest), await join(eventId)];
  const feed = createEntryFeed(hall.database, 10);
  const own = feed.follow(id, guest);
  const next = async (of: typeof own) => ((await of.next()).value as { id: string; state: string }).state;
  expect(await next(own)).toBe("WAITING");
  const second = feed.follow(other, (await entry(hall.database, other)).userId);
  expect(await next(second)).toBe("WAITING");
  await giveBack(event, 1);
  await list.look();
  expect(await next(own)).toBe("OFFERED");
  await list.leave(other, (await entry(hall.database, other)).userId);
  // Not the offer of somebody else.
  expect(await next(second)).toBe("LEFT");
  await rows(hall.database.read(), sql`update waitlist_entry set user_id = ${account}::uuid where id = ${id}::uuid`);
  await expect(own.next()).rejects.toThrow("There is no such entry of a waiting list.");
  await second.return!();
  feed.stop();
});
