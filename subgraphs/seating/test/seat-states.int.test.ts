// Packed states of an event's seats, compared with the database while everything happens to them.
import { randomUUID } from "node:crypto";
import { setClockOffset } from "../../../testkit/databases.ts";
import { silent } from "../../../testkit/notifier.ts";
import { createRandom, seedOfRun } from "../../../testkit/random.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { DomainError } from "../../../platform/core/errors.ts";
import { change, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import { SEAT_STATES, unpackStates, unpackVersions } from "../../../domain/seat-map/packing.ts";
import { blockSeats, setSeatsAside, unblockSeats } from "../commands/block-seats.ts";
import { selectSeats, type Seat } from "../entities/seat.ts";
import { decodeSeq } from "../queries/change-cursor.ts";
import { createSeatStates, type SeatStates } from "../queries/seat-map/states.ts";
import { ask, openEvent, openHall, planOf, type Hall } from "./hall.ts";

const SEATS = 41;

let hall: Hall;
let processes: SeatStates[];
beforeAll(async () => {
  hall = await openHall(2);
  processes = hall.databases.map(createSeatStates);
});
afterAll(() => hall.close());

async function unpacked(states: SeatStates, eventId: string, seats = SEATS) {
  const { packed, versions, cursor } = (await states.statesOf(eventId))!;
  const [codes, numbers] = [unpackStates(packed, seats), unpackVersions(versions, seats)];
  return { seq: decodeSeq(cursor), seats: [...codes].map((code, at) => [SEAT_STATES[code], numbers[at]]) };
}

/** Compares the states of all processes with the database. */
async function compare(eventId: string, when: string): Promise<void> {
  const stored = await rows<Seat>(hall.database.read(), selectSeats(sql`seat.event_id = ${eventId} order by seat.no`));
  const [{ seq }] = (await rows<{ seq: number }>(
    hall.database.read(),
    sql`select change_seq as seq from sale where event_id = ${eventId}`,
  )) as [{ seq: number }];
  const seats = stored.map(({ status, version }) => [status, version]);
  for (const states of processes) expect({ when, ...(await unpacked(states, eventId)) }).toEqual({ when, seq, seats });
}

test("whatever happens to seats, their packed states are those of the database", async () => {
  const eventId = await openEvent(hall.database, planOf([20, 21], { maxSeatsPerBuyer: 40 }));
  const seed = seedOfRun();
  const random = createRandom(seed);
  const some = () => [...new Set(Array.from({ length: 1 + random.below(3) }, () => 1 + random.below(SEATS)))];
  const engine = () => random.pick(hall.engines);
  const [holds, ordered]: [string[], string[]] = [[], []];
  let hoursLater = 0;
  const hold = async () => {
    const answer = await ask(engine(), eventId, some());
    if (answer.includes("-")) holds.push(answer);
  };
  const ofHold = (verb: "RELEASE" | "EXTEND" | "CONVERT") => async () => {
    if (holds.length === 0) return;
    const holdId = random.pick(holds.slice(-3));
    const orderId = verb === "CONVERT" ? { orderId: randomUUID() } : {};
    if ((await engine().change({ eventId, holdId, verb, ...orderId })) === "CONVERTED") ordered.push(holdId);
  };
  const ofOrder = (verb: "SELL" | "RETURN") => async () => {
    if (ordered.length > 0) await engine().change({ eventId, holdId: random.pick(ordered), verb });
  };
  const organize = (work: typeof blockSeats) => () =>
    hall.database.transaction((tx) => work(tx, silent, eventId, some()));
  const steps = [
    ...Array.from({ length: 5 }, () => hold),
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
      .pick(steps)()
      .catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });
    if (random.below(3) === 0) await compare(eventId, `seed ${seed}, step ${step}`);
  }
  await compare(eventId, `seed ${seed}, at the end`);
  expect(Math.min(holds.length, ordered.length, hoursLater)).toBeGreaterThan(0);
});

test("a request sees all that was committed before it, and many requests share reads", async () => {
  const eventId = await openEvent(hall.database, planOf([20, 21]));
  let reads = 0;
  const states = createSeatStates({
    prepared: <Row>(name: string, statement: Sql) => {
      reads += 1;
      return hall.database.prepared<Row>(name, statement);
    },
  });
  await states.statesOf(eventId);
  for (let no = 1; no <= 10; no++) {
    const early = states.statesOf(eventId);
    await ask(hall.engines[no % 2]!, eventId, [no]);
    const seen = await Promise.all(Array.from({ length: 50 }, () => unpacked(states, eventId)));
    for (const { seats } of seen) expect(seats[no - 1]).toEqual(["HELD", 4]);
    await early;
  }
  expect(reads).toBeLessThanOrEqual(31);
});

test("a database that was set back to an earlier state is read again, and a failed read hides nothing", async () => {
  const eventId = await openEvent(hall.database, planOf([20, 21]));
  for (const no of [1, 2]) await ask(hall.engines[0]!, eventId, [no]);
  await compare(eventId, "before");
  const [em, of] = [hall.database.read(), sql`event_id = ${eventId}`];
  await rows(
    em,
    sql`update seat set status = 'AVAILABLE', hold_id = null, held_until = null, version = 1 where ${of} and no = 2`,
  );
  await rows(em, sql`delete from seat_change where ${of} and seq = 2`);
  await rows(em, sql`update sale set change_seq = 1 where ${of}`);
  await compare(eventId, "after");
  let fails = true;
  const states = createSeatStates({
    prepared: <Row>(name: string, statement: Sql) =>
      fails ? Promise.reject(new Error("cut")) : hall.database.prepared<Row>(name, statement),
  });
  const both = [states.statesOf(eventId), states.statesOf(eventId)];
  for (const failed of both) await expect(failed).rejects.toThrow("cut");
  fails = false;
  expect((await unpacked(states, eventId)).seats[0]).toEqual(["HELD", 4]);
  expect(await states.statesOf(randomUUID())).toBeUndefined();
});
