// Entries of queues that are held for review: between the close and the draw, and after it.
import { randomUUID } from "node:crypto";
import { guestIdOf } from "../../../domain/guests.ts";
import { DomainError } from "../../../platform/core/errors.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { holdEntries } from "../commands/hold-entries.ts";
import { leaveQueue } from "../commands/join-queue.ts";
import { mergeQueueEntries } from "../commands/merge-queue-entries.ts";
import { reviewEntry } from "../commands/review-entry.ts";
import { openHall, type Hall } from "./hall.ts";
import {
  drawNow,
  makeDue,
  openedQueue,
  queueProcess,
  rankOf,
  steer,
  storedQueue,
  type QueueProcess,
} from "./queue-hall.ts";

let hall: Hall;
let own: QueueProcess;
beforeAll(async () => {
  hall = await openHall(2);
  own = queueProcess(hall.database);
});
afterAll(() => hall.close());

const people = (count: number) => Array.from({ length: count }, () => randomUUID() as string);
const joinAll = (eventId: string, all: string[]) => Promise.all(all.map((userId) => own.join(eventId, userId)));
const leave = (eventId: string, userId: string) => leaveQueue(hall.database, { eventId, userId });

interface StoredEntry {
  id: string;
  state: string;
  rank: number | null;
}
async function entryOf(eventId: string, userId: string): Promise<StoredEntry> {
  const found = await row<StoredEntry>(
    hall.database.read(),
    sql`select encode(entry_id, 'hex') as id, state, rank from queue_entry where event_id = ${eventId}::uuid and user_id = ${userId}::uuid`,
  );
  return found!;
}
const stateOf = async (eventId: string, userId: string) => (await entryOf(eventId, userId)).state;

/** The queue is closed, and its review has begun. */
async function inReview(all: string[]): Promise<string> {
  const eventId = await openedQueue(hall.database, { reviewSeconds: 600 });
  await joinAll(eventId, all);
  await makeDue(hall.database, eventId);
  await own.serve();
  return eventId;
}

const REASONS = [{ code: "DISPOSABLE_EMAIL", detail: "The account has a disposable e-mail address." }];

/** What risk answers. */
async function assessed(eventId: string, suspicious: string[], part = 1, parts = 1): Promise<void> {
  const entries = await Promise.all(suspicious.map(async (userId) => (await entryOf(eventId, userId)).id));
  const told = entries.map((entryId) => ({ entryId, reasons: REASONS }));
  await hall.database.transaction((tx) => holdEntries(tx, { eventId, part, parts, suspicious: told }));
}

async function decide(eventId: string, userId: string, decision: "RELEASED" | "REMOVED", process = 0): Promise<void> {
  const { id: entryId } = await entryOf(eventId, userId);
  await hall.databases[process]!.transaction((tx) => reviewEntry(tx, eventId, { entryId, decision }));
}

interface Told {
  name: string;
  body: { entries: { entryId: string; userId: string }[] };
}
const toldOf = (eventId: string) =>
  rows<Told>(
    hall.database.read(),
    sql`select name, body from outbox where key = ${eventId} and name like 'seating.Queue%' order by id`,
  );

const heldAtDraw = async (eventId: string): Promise<number> => {
  const found = await row<{ n: number }>(
    hall.database.read(),
    sql`select (draw ->> 'heldForReview')::int as n from queue where event_id = ${eventId}::uuid`,
  );
  return found!.n;
};

test("risk hears once of each entry before the close, and of none in a queue without a review", async () => {
  const eventId = await openedQueue(hall.database, { reviewSeconds: 600 });
  const [first, second, late] = people(3) as [string, string, string];
  await joinAll(eventId, [first, second, first]);
  await leave(eventId, first);
  await joinAll(eventId, [first]);
  await makeDue(hall.database, eventId);
  await own.serve();
  await joinAll(eventId, [late]);
  const told = await toldOf(eventId);
  const joined = told.filter(({ name }) => name === "seating.QueueJoined").flatMap(({ body }) => body.entries);
  expect(joined).toHaveLength(2);
  for (const userId of [first, second])
    expect(joined).toContainEqual(expect.objectContaining({ userId, entryId: (await entryOf(eventId, userId)).id }));
  expect(told.at(-1)).toMatchObject({ name: "seating.QueueEntriesClosed", body: { entries: 2 } });
  const plain = await openedQueue(hall.database);
  await joinAll(plain, people(2));
  await drawNow(hall.database, own, plain);
  expect(await toldOf(plain)).toEqual([]);
});

test("a held entry that is released before the draw is drawn, later it comes after the others, and a removed one has no rank", async () => {
  const all = people(7);
  const [released, later, removed, ...rest] = all as [string, string, string, ...string[]];
  const late = randomUUID();
  const eventId = await inReview(all);
  await assessed(eventId, [released, later, removed]);
  await joinAll(eventId, [late]);
  expect(await rankOf(hall.database, eventId, late)).toBeNull();
  await own.draw();
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "DRAWING", lastRank: 0 });
  await decide(eventId, released, "RELEASED");
  await decide(eventId, removed, "REMOVED");
  // The time of the review is over, and one entry is still held.
  await makeDue(hall.database, eventId);
  await own.draw();
  const ranks = await Promise.all([released, ...rest].map((userId) => rankOf(hall.database, eventId, userId)));
  expect(ranks.toSorted()).toEqual([1, 2, 3, 4, 5]);
  expect(await rankOf(hall.database, eventId, late)).toBe(6);
  expect(await heldAtDraw(eventId)).toBe(2);
  await decide(eventId, later, "RELEASED");
  expect(await entryOf(eventId, later)).toMatchObject({ state: "WAITING", rank: 7 });
  expect(await entryOf(eventId, removed)).toMatchObject({ state: "REMOVED", rank: null });
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "SERVING", lastRank: 7 });
});

test("the draw comes at once when all parts of the assessment were heard and nothing is held, in whatever order they come", async () => {
  const all = people(4);
  const eventId = await inReview(all);
  const [suspicious] = all as [string];
  await assessed(eventId, [], 2, 2);
  await own.draw();
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "DRAWING" });
  await assessed(eventId, [suspicious], 1, 2);
  await own.draw();
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "DRAWING" });
  await decide(eventId, suspicious, "RELEASED");
  // A repeated message does not hold it again.
  await assessed(eventId, [suspicious], 1, 2);
  await own.draw();
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "SERVING", lastRank: 4 });
  expect(await heldAtDraw(eventId)).toBe(0);
});

test("without an answer of risk everybody is drawn when the time is over, and a later answer holds nobody", async () => {
  const all = people(3);
  const eventId = await inReview(all);
  await own.draw();
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "DRAWING" });
  await makeDue(hall.database, eventId);
  await own.draw();
  await assessed(eventId, all);
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "SERVING", lastRank: 3 });
  for (const userId of all) expect(await stateOf(eventId, userId)).toBe("WAITING");
});

test("who is held and leaves is held again when coming back, and one who was removed does not come back", async () => {
  const all = people(3);
  const [back, gone] = all as [string, string];
  const eventId = await inReview(all);
  await assessed(eventId, [back, gone]);
  for (const userId of [back, gone]) await leave(eventId, userId);
  await decide(eventId, gone, "REMOVED");
  await joinAll(eventId, [back, gone]);
  expect(await stateOf(eventId, back)).toBe("HELD_FOR_REVIEW");
  expect(await stateOf(eventId, gone)).toBe("REMOVED");
  await makeDue(hall.database, eventId);
  await own.draw();
  await leave(eventId, back);
  await joinAll(eventId, [back]);
  expect(await entryOf(eventId, back)).toMatchObject({ state: "HELD_FOR_REVIEW", rank: null });
  await leave(eventId, back);
  await decide(eventId, back, "RELEASED");
  expect(await rankOf(hall.database, eventId, back)).toBeNull();
  await joinAll(eventId, [back]);
  expect(await entryOf(eventId, back)).toMatchObject({ state: "WAITING", rank: 2 });
  const queue = await row(
    hall.database.read(),
    sql`select entry_count, last_rank from queue where event_id = ${eventId}::uuid`,
  );
  expect(queue).toEqual({ entryCount: 2, lastRank: 2 });
});

test("of decisions of two people at once one counts, and a repeat of it changes nothing", async () => {
  const all = people(6);
  const eventId = await inReview(all);
  await assessed(eventId, all);
  await makeDue(hall.database, eventId);
  await own.draw();
  await Promise.all(
    all.map(async (userId) => {
      const decisions = ["RELEASED", "REMOVED"] as const;
      const answers = await Promise.allSettled(
        decisions.flatMap((decision, process) => [0, 1].map(() => decide(eventId, userId, decision, process))),
      );
      const isDone = decisions.map((_, index) => answers.slice(2 * index, 2 * index + 2).map(({ status }) => status));
      expect(isDone.map((both) => both.every((status) => status === "fulfilled")).filter(Boolean)).toHaveLength(1);
      for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toBeInstanceOf(DomainError);
    }),
  );
  const states = await Promise.all(all.map((userId) => entryOf(eventId, userId)));
  const ranks = states.flatMap(({ rank }) => (rank === null ? [] : [rank]));
  expect(ranks.toSorted()).toEqual(ranks.map((_, index) => index + 1));
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ lastRank: ranks.length });
  const audited = await rows(
    hall.database.read(),
    sql`select 1 from outbox where name = 'seating.Audited' and body ->> 'action' = 'reviewQueueEntry' and body ->> 'subject' = ${eventId}`,
  );
  expect(audited).toHaveLength(6);
});

test("a queue that is closed during the review decides nothing more", async () => {
  const all = people(2);
  const eventId = await inReview(all);
  await assessed(eventId, [all[0]!]);
  await steer(hall.database, eventId, { action: "CLOSE" });
  await expect(decide(eventId, all[0]!, "RELEASED")).rejects.toThrow(/not held for review/);
  await assessed(eventId, [all[1]!]);
  expect(await stateOf(eventId, all[1]!)).toBe("WAITING");
});

test("of two places of a guest and an account the one that is not held stays", async () => {
  const account = randomUUID();
  const guest = guestIdOf(randomUUID());
  const eventId = await inReview([guest, account]);
  const { id } = await entryOf(eventId, account);
  await assessed(eventId, [guest]);
  await hall.database.transaction((tx) => mergeQueueEntries(tx, { from: guest, to: account }));
  expect(await entryOf(eventId, account)).toMatchObject({ id, state: "WAITING" });
  await makeDue(hall.database, eventId);
  await own.draw();
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "SERVING", lastRank: 1 });
  expect(await heldAtDraw(eventId)).toBe(0);
});
