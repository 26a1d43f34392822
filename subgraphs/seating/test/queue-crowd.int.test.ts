// A crowd at two processes of seating: never more people are inside than may be, and everybody gets in who comes.
import { randomUUID } from "node:crypto";
import { createRandom } from "../../../testkit/random.ts";
import { RECORD_ADMISSIONS } from "../../../testkit/queues.ts";
import { connectTo } from "../../../testkit/supergraph.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { NotYourTurn, SaleFull } from "../errors.ts";
import { leaveQueue } from "../commands/join-queue.ts";
import { openHall, type Hall } from "./hall.ts";
import { drawNow, openedQueue, queueProcess, storedQueue, type QueueProcess } from "./queue-hall.ts";

const PEOPLE = 2_000;
const CAP = 50;
/** Of those who are called and have not come in, so many try at once, each at both processes. */
const IMPATIENT = 2 * CAP;
const SHOW_SHARE = 0.8;
const LEAVE_SHARE = 0.7;

let hall: Hall;
let processes: [QueueProcess, QueueProcess];
beforeAll(async () => {
  hall = await openHall(2);
  const client = await connectTo(hall.testDatabase.url);
  await client.query(RECORD_ADMISSIONS);
  await client.end();
  processes = hall.databases.map((database) => queueProcess(database)) as typeof processes;
});
afterAll(() => hall.close());

async function tries(process: QueueProcess, eventId: string, userId: string): Promise<boolean> {
  try {
    await process.enter(eventId, userId);
    return true;
  } catch (error) {
    if (error instanceof SaleFull || error instanceof NotYourTurn) return false;
    throw error;
  }
}

/** A second of the queue's time. */
async function tick(eventId: string): Promise<void> {
  await rows(
    hall.database.read(),
    sql`update queue set next_at = app_now(), window_at = window_at - interval '1 s' where event_id = ${eventId}::uuid`,
  );
  await Promise.all(processes.map((process) => process.serve()));
}

test(`${PEOPLE} people at two processes: at most ${CAP} are inside, and all who come get in`, async () => {
  const random = createRandom(1);
  const eventId = await openedQueue(hall.database, { maxActive: CAP, seats: 2_000 });
  const all = Array.from({ length: PEOPLE }, () => randomUUID());
  await Promise.all(all.map((userId, index) => processes[index % 2]!.join(eventId, userId)));
  await drawNow(hall.database, processes[0], eventId);
  const ranked = await rows<{ userId: string }>(
    hall.database.read(),
    sql`select user_id from queue_entry where event_id = ${eventId}::uuid order by rank`,
  );
  const comes = ranked.map(() => random.chance(SHOW_SHARE));
  let inside: string[] = [];
  const served = new Set<string>();
  for (let second = 0; second < 10 * (PEOPLE / CAP); second++) {
    await tick(eventId);
    const { serving } = await storedQueue(hall.database, eventId);
    const called = ranked.slice(0, serving).filter(({ userId }, index) => comes[index] && !served.has(userId));
    const asking = called.slice(0, IMPATIENT).map(({ userId }) => userId);
    const answers = await Promise.all(
      asking.map((userId) => Promise.all(processes.map((process) => tries(process, eventId, userId)))),
    );
    const admitted = asking.filter((_, index) => answers[index]!.includes(true));
    for (const userId of admitted) served.add(userId);
    inside.push(...admitted);
    const leaving = inside.filter(() => random.chance(LEAVE_SHARE));
    await Promise.all(leaving.map((userId, index) => leaveQueue(hall.databases[index % 2]!, { eventId, userId })));
    inside = inside.filter((userId) => !leaving.includes(userId));
    if (serving === PEOPLE && called.length === admitted.length) break;
  }
  expect(served.size).toBe(comes.filter(Boolean).length);
  const seen = await row<{ most: number; jumped: number; admissions: number }>(
    hall.database.read(),
    sql`select max(inside) as most, (count(*) filter (where rank > serving))::int as jumped, count(*)::int as admissions
        from recorded_admission where event_id = ${eventId}::uuid`,
  );
  // The cap was reached, or the test would say nothing.
  expect(seen).toEqual({ most: CAP, jumped: 0, admissions: served.size });
  expect(await storedQueue(hall.database, eventId)).toMatchObject({ active: inside.length });
}, 300_000);
