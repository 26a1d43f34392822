// How many requests a second one event refuses whose seats are gone (when a hall is nearly full, most are of that kind), and how long
// a buyer waits at another process for seats that are free. Beside it, the same engine deciding all of them under the event's lock.
import { randomInt, randomUUID } from "node:crypto";
import { silent } from "../testkit/notifier.ts";
import type { Database } from "../platform/postgres/database.ts";
import { createEngine, type Engine } from "../subgraphs/seating/engine/group-commit.ts";
import { SeatsUnavailable } from "../subgraphs/seating/errors.ts";
import { openEvent, SEATS, SEATS_A_HOLD, withEngine } from "./seats.ts";
import { costEach, sideBySide, type Cost } from "./side-by-side.ts";
import { median } from "./statistics.ts";

const REFUSALS = 40_000;
const BUYERS = 512;
/** Are left for those who get something. */
const FREE = 100;

interface Refused extends Cost {
  /** Of a hold by another buyer. */
  holdMs: number;
}

export async function benchRefusals(rounds: number): Promise<Record<string, unknown>> {
  return withEngine(async ({ database, engine, postgresPid }) => {
    const eventId = await openEvent(database);
    await holdAll(engine, eventId);
    const other = createEngine(database, silent);
    const locked = createEngine(refusingNobodyBefore(database), silent);
    const medians = await sideBySide(rounds, {
      engine: () => refuse(engine, other, eventId, postgresPid),
      locked: () => refuse(locked, other, eventId, postgresPid),
    });
    const vsUnderTheLock = (figure: keyof Refused) => medians.engine[figure] / medians.locked[figure];
    return {
      ...medians.engine,
      vsUnderTheLock: vsUnderTheLock("perSecond"),
      postgresCpuVsUnderTheLock: vsUnderTheLock("postgresMicros"),
      holdVsUnderTheLock: vsUnderTheLock("holdMs"),
    };
  });
}

function refusingNobodyBefore(database: Database): Database {
  return {
    ...database,
    prepared: async (name, statement) => (name === "refuse_gone" ? [] : database.prepared(name, statement)),
  };
}

async function holdAll(engine: Engine, eventId: string): Promise<void> {
  let first = 1 - SEATS_A_HOLD;
  const hold = async () => {
    while ((first += SEATS_A_HOLD) < SEATS - FREE) await ask(engine, eventId, first);
  };
  await Promise.all(Array.from({ length: BUYERS }, hold));
}

function ask(engine: Engine, eventId: string, first: number) {
  const seatNos = [first, first + 1];
  const input = { eventId, seatIds: seatNos.map((no) => `${eventId}.${no}`) };
  const [buyerId, key] = [randomUUID(), randomUUID()];
  return engine.hold({ eventId, buyerId, key, mutation: "holdSeats", input, selection: { seatNos } });
}

async function refuse(engine: Engine, other: Engine, eventId: string, postgresPid: number): Promise<Refused> {
  let left = REFUSALS;
  const want = async () => {
    while (left-- > 0) {
      const answer = await ask(engine, eventId, 1 + randomInt(SEATS - FREE - 1)).catch((error: unknown) => error);
      if (!(answer instanceof SeatsUnavailable)) throw new Error(`Not refused, but answered ${String(answer)}.`);
    }
  };
  const took: number[] = [];
  const hold = async () => {
    while (left > 0) {
      const asked = performance.now();
      const { holdId } = await ask(other, eventId, SEATS - SEATS_A_HOLD * randomInt(FREE / SEATS_A_HOLD) - 1);
      took.push(performance.now() - asked);
      await other.change({ eventId, holdId, verb: "RELEASE" });
    }
  };
  const cost = await costEach(REFUSALS, postgresPid, () =>
    Promise.all([hold(), ...Array.from({ length: BUYERS }, want)]),
  );
  return { ...cost, holdMs: median(took) };
}
