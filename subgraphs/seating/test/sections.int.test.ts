// Snapshots of sections, compared with the database.
import { randomUUID } from "node:crypto";
import { setClockOffset } from "../../../testkit/databases.ts";
import { silent } from "../../../testkit/notifier.ts";
import { createRandom, seedOfRun } from "../../../testkit/random.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { DomainError } from "../../../platform/core/errors.ts";
import { change, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { blockSeats, setSeatsAside, unblockSeats } from "../commands/block-seats.ts";
import { selectSeats, type Seat } from "../entities/seat.ts";
import { createSections, type Sections } from "../queries/sections.ts";
import { ask, openEvent, openHall, planOf, type Hall } from "./hall.ts";

const PER_SECTION = 20;
/** Number of newest holds to pick from: older ones may have expired. */
const LATEST = 3;
const WATCHERS = 4;

let hall: Hall;
let processes: Sections[];
beforeAll(async () => {
  hall = await openHall(2);
  processes = hall.databases.map(createSections);
});
afterAll(() => hall.close());

async function openTwoSections(): Promise<{ eventId: string; sectionIds: string[] }> {
  const plan = planOf([PER_SECTION / 2, PER_SECTION / 2], { maxSeatsPerBuyer: 40 });
  plan.sections.push({ ...plan.sections[0]!, id: randomUUID(), name: "Balcony" });
  return { eventId: await openEvent(hall.database, plan), sectionIds: plan.sections.map(({ id }) => id) };
}

/** Compares the snapshots of all processes with the database. */
async function compare(eventId: string, sectionIds: string[], when = ""): Promise<void> {
  for (const sectionId of sectionIds) {
    const stored = await rows<Seat>(
      hall.database.read(),
      selectSeats(sql`seat.event_id = ${eventId} and section.section_id = ${sectionId} order by seat.no`),
    );
    expect(stored).toHaveLength(PER_SECTION);
    for (const sections of processes)
      expect({ when, seats: await sections.seatsOf(eventId, sectionId) }).toEqual({
        when,
        seats: stored.map((seat) => expect.objectContaining(seat) as unknown),
      });
  }
}

test("whatever happens to seats, what is kept of them is what there is", async () => {
  const { eventId, sectionIds } = await openTwoSections();
  const seed = seedOfRun();
  const random = createRandom(seed);
  const some = () => Array.from({ length: 1 + random.below(3) }, () => 1 + random.below(2 * PER_SECTION));
  const [holds, ordered]: [string[], string[]] = [[], []];
  let hoursLater = 0;
  const engine = () => hall.engines[random.below(2)]!;
  const organize = (work: typeof blockSeats) => () =>
    hall.database.transaction((tx) => work(tx, silent, eventId, [...new Set(some())]));
  const ofHold = (verb: "RELEASE" | "EXTEND" | "CONVERT") => async () => {
    if (holds.length === 0) return;
    const holdId = random.pick(holds.slice(-LATEST));
    const orderId = verb === "CONVERT" ? { orderId: randomUUID() } : {};
    const verdict = await engine().change({ eventId, holdId, verb, ...orderId });
    if (verdict === "CONVERTED") ordered.push(holdId);
  };
  const ofOrder = (verb: "SELL" | "RETURN") => async () => {
    if (ordered.length > 0) await engine().change({ eventId, holdId: random.pick(ordered), verb });
  };
  const hold = async () => {
    const answer = await ask(engine(), eventId, [...new Set(some())]);
    if (answer.includes("-")) holds.push(answer);
  };
  const what = [
    hold,
    hold,
    hold,
    hold,
    hold,
    ofHold("RELEASE"),
    ofHold("EXTEND"),
    ofHold("CONVERT"),
    ofOrder("SELL"),
    ofOrder("RETURN"),
    organize(blockSeats),
    organize(unblockSeats),
    organize((tx, notifier, id, seatNos) => setSeatsAside(tx, notifier, id, random.pick(["Fans", "Press"]), seatNos)),
    // Trims the change log, whose retention is an hour.
    async () => {
      const gone = sql`(select change_seq - ${random.below(4)}::int from sale where event_id = ${eventId})`;
      await change(hall.database.read(), sql`delete from seat_change where event_id = ${eventId} and seq <= ${gone}`);
    },
    // Holds expire without a sweep.
    () => setClockOffset(serversOfThisRun().adminUrl, hall.testDatabase.name, ++hoursLater * 3_600, hall.databases),
  ];
  for (let step = 0; step < 300; step++) {
    await random
      .pick(what)()
      .catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
    // Some comparisons follow several changes.
    if (random.below(3) === 0) await compare(eventId, sectionIds, `seed ${seed}, step ${step}`);
  }
  await compare(eventId, sectionIds);
  expect(Math.min(holds.length, hoursLater)).toBeGreaterThan(0);
});

test("who was told of a change sees it in every process, and to nobody a seat goes back", async () => {
  const { eventId, sectionIds } = await openTwoSections();
  let isOver = false;
  const watching = Array.from({ length: WATCHERS }, async (_, watcher) => {
    const sections = processes[watcher % processes.length]!;
    const versions = new Map<number, number>();
    let looks = 0;
    for (; !isOver; looks++)
      for (const sectionId of sectionIds)
        for (const { no, version } of await sections.seatsOf(eventId, sectionId)) {
          expect(version).toBeGreaterThanOrEqual(versions.get(no) ?? 0);
          versions.set(no, version);
        }
    return looks;
  });
  const seat = async (sections: Sections, no: number) =>
    (await sections.seatsOf(eventId, sectionIds[no > PER_SECTION ? 1 : 0]!)).find((one) => one.no === no);
  const buying = Array.from({ length: 8 }, async (_, buyer) => {
    for (let round = 0; round < 25; round++) {
      const no = 1 + buyer + PER_SECTION * (round % 2);
      const [here, there] = [processes[round % 2]!, processes[(round + 1) % 2]!];
      const holdId = await ask(hall.engines[round % 2]!, eventId, [no]);
      for (const sections of [there, here]) expect(await seat(sections, no)).toMatchObject({ status: "HELD", holdId });
      await hall.engines[buyer % 2]!.change({ eventId, holdId, verb: "RELEASE" });
      for (const sections of [here, there]) expect(await seat(sections, no)).toMatchObject({ status: "AVAILABLE" });
    }
  });
  try {
    await Promise.all(buying);
  } finally {
    isOver = true;
    const looks = await Promise.all(watching);
    expect(Math.min(...looks)).toBeGreaterThan(5);
  }
});

test("answers may come in another order than they were given in", async () => {
  const { eventId, sectionIds } = await openTwoSections();
  const [engine] = hall.engines as [(typeof hall.engines)[0]];
  let detour: { isGiven(): void; arrives: Promise<void> } | undefined;
  const sections = createSections({
    prepared: async <Row>(name: string, statement: Sql) => {
      const way = detour;
      detour = undefined;
      const answer = await hall.database.prepared<Row>(name, statement);
      way?.isGiven();
      await way?.arrives;
      return answer;
    },
  });
  /** Requests the section now and gets the answer of the database now. The answer arrives when the returned function is called. */
  const askNow = async () => {
    const [given, arrived] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    detour = { isGiven: given.resolve, arrives: arrived.promise };
    const asked = sections.seatsOf(eventId, sectionIds[0]!);
    await given.promise;
    return async () => {
      arrived.resolve();
      return (await asked)[0]!.status;
    };
  };
  await sections.seatsOf(eventId, sectionIds[0]!);
  const holdId = await ask(engine, eventId, [1]);
  const whileHeld = await askNow();
  await engine.change({ eventId, holdId, verb: "RELEASE" });
  expect((await sections.seatsOf(eventId, sectionIds[0]!))[0]!.status).toBe("AVAILABLE");
  const whenReleased = await askNow();
  await whileHeld();
  expect(await whenReleased()).toBe("AVAILABLE");
});

test("a database that was set back to an earlier state is read again", async () => {
  const { eventId, sectionIds } = await openTwoSections();
  const of = sql`event_id = ${eventId}`;
  for (const no of [1, 2]) await ask(hall.engines[0]!, eventId, [no]);
  await compare(eventId, sectionIds);
  const em = hall.database.read();
  await rows(
    em,
    sql`update seat set status = 'AVAILABLE', hold_id = null, held_until = null, version = 1 where ${of} and no = 2`,
  );
  await rows(em, sql`delete from seat_change where ${of} and seq = 2`);
  await rows(em, sql`update sale set change_seq = 1 where ${of}`);
  await compare(eventId, sectionIds);
});

test("of a section that the event does not have there are no seats", async () => {
  const { eventId, sectionIds } = await openTwoSections();
  const other = await openTwoSections();
  for (const [event, section] of [
    [eventId, randomUUID()],
    [eventId, other.sectionIds[0]!],
    [randomUUID(), sectionIds[0]!],
  ] as const)
    expect(await processes[0]!.seatsOf(event, section)).toEqual([]);
});
