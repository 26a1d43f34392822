// Queues when several things happen at once: leaving during the draw, waiting for locks, failures of other queues.
import { randomUUID } from "node:crypto";
import { until } from "../../../testkit/until.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { draw } from "../engine/queue/drawing.ts";
import { SaleFull } from "../errors.ts";
import { leaveQueue } from "../commands/join-queue.ts";
import { logStep, nowUnderLock } from "../commands/steps-of-queue.ts";
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

const people = (count: number) => Array.from({ length: count }, () => randomUUID());
const joinAll = (eventId: string, all: string[]) => Promise.all(all.map((userId) => own.join(eventId, userId)));
const leave = (eventId: string, userId: string) => leaveQueue(hall.database, { eventId, userId });
const ranksOf = (eventId: string, all: string[]) =>
  Promise.all(all.map((userId) => rankOf(hall.database, eventId, userId)));

/** Holds the lock of a queue in the other process until it is released, or somebody waits for it. */
async function locked(eventId: string, meanwhile: () => Promise<unknown>): Promise<void> {
  let begun: Promise<unknown> = Promise.resolve();
  await hall.databases[1]!.transaction(async (tx) => {
    const queue = await row<{ stepSeq: number; stepHash: string }>(
      tx,
      sql`select step_seq, step_hash from queue where event_id = ${eventId}::uuid for update`,
    );
    begun = meanwhile();
    await until(async () => {
      const [found] = await rows<{ n: number }>(
        hall.database.read(),
        sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return found!.n > 0;
    }, "somebody waits for the lock");
    if (queue!.stepHash === null) return;
    const at = await nowUnderLock(tx, eventId);
    await logStep(tx, { eventId, ...queue! }, { serving: 1, active: 0, reason: "CAP", by: "INLET", at });
  });
  await begun;
}

test("who leaves and comes back has one rank, and takes none from those who join later", async () => {
  const eventId = await openedQueue(hall.database);
  const [back, stays, late, later] = people(4) as [string, string, string, string];
  await joinAll(eventId, [back, stays]);
  await drawNow(hall.database, own, eventId);
  const before = await rankOf(hall.database, eventId, back);
  for (let times = 0; times < 3; times++) {
    await leave(eventId, back);
    await joinAll(eventId, [back, back]);
  }
  await joinAll(eventId, [late]);
  await leave(eventId, late);
  await joinAll(eventId, [late, later]);
  expect(await ranksOf(eventId, [back, late, later])).toEqual([before, 3, 4]);
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ lastRank: 4 });
});

test("who leaves during the draw and comes back has the rank that was drawn; who left before it is late", async () => {
  const eventId = await openedQueue(hall.database);
  const [during, before, stays] = people(3) as [string, string, string];
  await joinAll(eventId, [during, before, stays]);
  await leave(eventId, before);
  await makeDue(hall.database, eventId);
  await own.serve();
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "DRAWING" });
  await leave(eventId, during);
  await joinAll(eventId, [during, before]);
  await leave(eventId, during);
  await own.draw();
  await joinAll(eventId, [during]);
  const [first, late, second] = await ranksOf(eventId, [during, before, stays]);
  expect([first, second].toSorted()).toEqual([1, 2]);
  expect(late).toBe(3);
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "SERVING", lastRank: 3 });
});

test("the close of the entries waits for joins that are under way", async () => {
  const eventId = await openedQueue(hall.database);
  await joinAll(eventId, people(3));
  await makeDue(hall.database, eventId);
  await locked(eventId, () => own.serve());
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ state: "DRAWING", lastRank: 3 });
});

test("a step of somebody who waited for the lock is not earlier than the step before it", async () => {
  const eventId = await openedQueue(hall.database, { maxActive: 0 });
  await joinAll(eventId, people(1));
  await drawNow(hall.database, own, eventId);
  await locked(eventId, () => steer(hall.database, eventId, { action: "PAUSE" }));
  const steps = await rows<{ reason: string; at: Date }>(
    hall.database.read(),
    sql`select reason, at from queue_step where event_id = ${eventId}::uuid order by seq`,
  );
  expect(steps.map(({ reason }) => reason)).toEqual(["CAP", "PAUSED"]);
  expect(+steps[1]!.at).toBeGreaterThanOrEqual(+steps[0]!.at);
});

test("a queue that can't be looked after doesn't keep the others from it", async () => {
  const ids = [await openedQueue(hall.database), await openedQueue(hall.database)] as [string, string];
  const [broken, sound] = ids;
  for (const eventId of ids) {
    await joinAll(eventId, people(2));
    await makeDue(hall.database, eventId);
  }
  await own.serve();
  await rows(hall.database.read(), sql`update queue set sealed_seed = 'x' where event_id = ${broken}::uuid`);
  await expect(own.draw()).rejects.toThrow("Queues could not be looked after.");
  await own.draw();
  expect(await storedQueue(hall.database, sound)).toMatchObject({ state: "SERVING" });
  // A queue whose rules of the database refuse each step.
  await rows(
    hall.database.read(),
    sql`update queue set state = 'SERVING', step_seq = -1, step_hash = repeat('0', 64), serving = 0, next_at = app_now() - interval '1 s'
        where event_id = ${broken}::uuid`,
  );
  await rows(
    hall.database.read(),
    sql`insert into queue_step select event_id, 0, 0, 0, 'CAP', 'INLET', now(), '', '' from queue where event_id = ${broken}::uuid`,
  );
  await makeDue(hall.database, sound);
  await expect(own.serve()).rejects.toThrow("Queues could not be looked after.");
  expect(await storedQueue(hall.database, sound)).toMatchObject({ serving: 2 });
  const [next] = await rows<{ isLater: boolean }>(
    hall.database.read(),
    sql`select next_at > app_now() as is_later from queue where event_id = ${broken}::uuid`,
  );
  expect(next).toEqual({ isLater: true });
  await rows(hall.database.read(), sql`update queue set next_at = null where event_id = ${broken}::uuid`);
});

test("a long draw keeps no other queue from being looked after", async () => {
  const [large, other] = [await openedQueue(hall.database), await openedQueue(hall.database)];
  await joinAll(large, people(3));
  await joinAll(other, people(2));
  await drawNow(hall.database, own, other);
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const slow = queueProcess(hall.databases[1]!, async (input) => {
    begun.resolve();
    await end.promise;
    return draw(input);
  });
  await makeDue(hall.database, large);
  await slow.serve();
  const drawing = slow.draw();
  await begun.promise;
  await makeDue(hall.database, other);
  await own.serve();
  expect(await storedQueue(hall.database, other)).toMatchObject({ state: "SERVING", serving: 2 });
  expect(await storedQueue(hall.database, large)).toMatchObject({ state: "DRAWING" });
  end.resolve();
  await drawing;
  expect(await storedQueue(hall.database, large)).toMatchObject({ state: "SERVING" });
});

test("an order of the organizer that changes nothing is not recorded", async () => {
  const eventId = await openedQueue(hall.database);
  await joinAll(eventId, people(2));
  await drawNow(hall.database, own, eventId);
  const recorded = async () => {
    const found = await row<{ n: number }>(
      hall.database.read(),
      sql`select count(*)::int as n from outbox where body ->> 'action' = 'steerQueue' and body ->> 'subject' = ${eventId}`,
    );
    return found!.n;
  };
  for (const [change, times] of [
    [{ action: "PAUSE", note: "Back soon" }, 1],
    [{ action: "PAUSE", note: "Back soon" }, 1],
    [{ maxActive: 7 }, 2],
    [{ maxActive: 7, action: "PAUSE" }, 2],
    [{ note: null }, 3],
    [{ action: "CLOSE" }, 4],
    [{ action: "CLOSE" }, 4],
  ] as const) {
    await steer(hall.database, eventId, change);
    expect([change, await recorded()]).toEqual([change, times]);
  }
});

test("who comes in again when the own admission has ended needs room as anybody else", async () => {
  const eventId = await openedQueue(hall.database, { maxActive: 2 });
  const all = people(2);
  await joinAll(eventId, all);
  await drawNow(hall.database, own, eventId);
  await own.serve();
  for (const userId of all) await own.enter(eventId, userId);
  await steer(hall.database, eventId, { maxActive: 1 });
  await rows(
    hall.database.read(),
    sql`update queue_entry set admission_ends_at = app_now() - interval '1 s' where event_id = ${eventId}::uuid`,
  );
  await expect(own.enter(eventId, all[0]!)).rejects.toThrow(SaleFull);
  await makeDue(hall.database, eventId);
  await own.serve();
  await own.enter(eventId, all[0]!);
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ active: 1 });
});
