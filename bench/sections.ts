// What it costs to read the 1,000 seats of a section that is kept in memory, while 20 times a second seats are held or released. Beside
// it, reading them from PostgreSQL each time.
import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { rows, sql } from "../platform/postgres/sql.ts";
import type { Engine } from "../subgraphs/seating/engine/group-commit.ts";
import { selectSeats } from "../subgraphs/seating/entities/seat.ts";
import { createSections } from "../subgraphs/seating/queries/sections.ts";
import { openEvent, SEATS, SEATS_A_HOLD, withEngine } from "./seats.ts";
import { costEach, sideBySide } from "./side-by-side.ts";

const SECTIONS = 20;
const READS = 4_000;
const READERS = 16;
const HOLD_EVERY_MS = 100;

type Read = (sectionId: string) => Promise<unknown[]>;

export async function benchSections(rounds: number): Promise<Record<string, unknown>> {
  return withEngine(async ({ database, engine, postgresPid }) => {
    const eventId = await openEvent(database, SECTIONS);
    const em = database.read();
    const sections = await rows<{ id: string }>(
      em,
      sql`select section_id as id from sale_section where event_id = ${eventId}`,
    );
    const { seatsOf } = createSections(database);
    const fromPostgres: Read = (sectionId) => {
      const no = sql`select no from sale_section where event_id = ${eventId} and section_id = ${sectionId}`;
      return rows(em, selectSeats(sql`seat.event_id = ${eventId} and seat.section_no = (${no}) order by seat.no`));
    };
    const whileSold = (read: Read) => async () => {
      const sale = sell(engine, eventId);
      const ids = sections.map(({ id }) => id);
      const cost = await costEach(READS, postgresPid, () => readAll(read, ids));
      await sale.stop();
      return cost;
    };
    const { kept, read } = await sideBySide(rounds, {
      kept: whileSold((sectionId) => seatsOf(eventId, sectionId)),
      read: whileSold(fromPostgres),
    });
    return {
      ...kept,
      vsRead: kept.perSecond / read.perSecond,
      postgresCpuVsRead: kept.postgresMicros / read.postgresMicros,
      nodeCpuVsRead: kept.nodeMicros / read.nodeMicros,
    };
  });
}

/** Holds and releases two seats, twenty changes a second. */
export function sell(engine: Engine, eventId: string): { stop(): Promise<void> } {
  let isOver = false;
  const selling = (async () => {
    while (!isOver) {
      const first = 1 + SEATS_A_HOLD * randomInt(SEATS / SEATS_A_HOLD);
      const selection = { seatNos: [first, first + 1] };
      const [buyerId, key] = [randomUUID(), randomUUID()];
      const { holdId } = await engine.hold({
        eventId,
        buyerId,
        key,
        mutation: "holdSeats",
        input: selection,
        selection,
      });
      await delay(HOLD_EVERY_MS / 2);
      await engine.change({ eventId, holdId, verb: "RELEASE" });
      await delay(HOLD_EVERY_MS / 2);
    }
  })();
  return {
    stop: () => {
      isOver = true;
      return selling;
    },
  };
}

async function readAll(read: Read, sectionIds: string[]): Promise<void> {
  let left = READS;
  const reading = async () => {
    while (left-- > 0) {
      const seats = await read(sectionIds[left % SECTIONS]!);
      if (seats.length !== SEATS / SECTIONS) throw new Error(`${seats.length} seats, and not all of the section.`);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reading));
}
