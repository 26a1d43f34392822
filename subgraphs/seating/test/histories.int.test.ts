// Concurrent requests to any number of processes are serializable.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import fc from "fast-check";
import { silent } from "../../../testkit/notifier.ts";
import { createRandom, seedOfRun } from "../../../testkit/random.ts";
import { often } from "../../../testkit/repetitions.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { DomainError } from "../../../platform/core/errors.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { blockSeats, setSeatsAside, unblockSeats } from "../commands/block-seats.ts";
import type { Engine } from "../engine/group-commit.ts";
import type { Verb } from "../engine/requests.ts";
import { salesChannels } from "../queries/availability.ts";
import { openEvent, openHall, planOf, POLICY, seatsOf, type Hall, type SeatRow } from "./hall.ts";
import { copy, decide, type Model, type ModelPolicy, type ModelSeat, type Request } from "./model.ts";
import { BUYERS, FULL, history, requestsOf, type Step } from "./steps.ts";

const HISTORIES = often(400, 2_000);
const HESITATES_MS = 4;
const seed = seedOfRun();
const random = createRandom(seed);

/** Delays some statements, so that other processes come first, as on a busy machine. */
const hesitating = (one: Database): Database => ({
  ...one,
  prepared: async (name, statement) => {
    if (random.chance(0.3)) await delay(random.next() * HESITATES_MS);
    return one.prepared(name, statement);
  },
});

const buyerIds = Array.from({ length: BUYERS }, () => randomUUID());
let hall: Hall;
let database: Database;
beforeAll(async () => {
  hall = await openHall(2, hesitating);
  database = hall.database;
});
afterAll(() => hall.close());

const ROWS = [6, 4, 2];
/** Seats 1 and 12 are wheelchair places. */
const WHEELCHAIR = [[1], [], [2]];

const ASIDE = 8;

async function openEventLike({
  maxSeatsPerBuyer,
  avoidSingleSeats,
  companions,
}: ModelPolicy): Promise<[string, Model]> {
  const holdPolicy = { ...POLICY, avoidSingleSeats, companionsPerWheelchairPlace: companions };
  const eventId = await openEvent(database, planOf(ROWS, { maxSeatsPerBuyer, holdPolicy }, WHEELCHAIR));
  const all = ROWS.flatMap((size, row) =>
    Array.from({ length: size }, (_, at) => ({
      row,
      wheelchair: WHEELCHAIR[row]!.includes(at + 1),
      aside: false,
      status: "AVAILABLE" as ModelSeat["status"],
      holdId: null,
    })),
  );
  await database.transaction((tx) => setSeatsAside(tx, silent, eventId, CHANNEL, [ASIDE]));
  Object.assign(all[ASIDE - 1]!, { aside: true, status: "BLOCKED" });
  keys.set(eventId, (await salesChannels(database, eventId))[0]!.key);
  return [eventId, { policy: { maxSeatsPerBuyer, avoidSingleSeats, companions }, seats: all, holds: {} }];
}

const VERBS = {
  release: "RELEASE",
  expire: "EXPIRE",
  extend: "EXTEND",
  convert: "CONVERT",
  sell: "SELL",
  return: "RETURN",
} as const;

const CHANNEL = "Fans";
const COMMANDS = {
  block: blockSeats,
  unblock: unblockSeats,
  aside: (...[tx, notifier, eventId, seatNos]: Parameters<typeof blockSeats>) =>
    setSeatsAside(tx, notifier, eventId, CHANNEL, seatNos),
};
/** Key of the sales channel of each event. */
const keys = new Map<string, string>();

/** Sends a request to an engine. @returns the verdict, and the id of a new hold */
async function ask(engine: Engine, eventId: string, request: Request): Promise<{ verdict: string; holdId?: string }> {
  try {
    switch (request.kind) {
      case "hold":
      case "best": {
        const selection =
          request.kind === "hold"
            ? { seatNos: request.seatNos }
            : { criteria: request.criteria, sectionId: null, tierId: null };
        const mutation = request.kind === "hold" ? "holdSeats" : "holdBestAvailable";
        const buyerId = buyerIds[request.buyer]!;
        const channelKey = request.through ? keys.get(eventId)! : null;
        const asked = {
          eventId,
          buyerId,
          mutation,
          key: randomUUID(),
          input: selection,
          selection,
          channelKey,
        } as const;
        const { holdId } = await engine.hold(asked);
        return { verdict: "HELD", holdId };
      }
      case "block":
      case "unblock":
      case "aside": {
        await database.transaction((tx) => COMMANDS[request.kind](tx, silent, eventId, request.seatNos));
        return { verdict: "DONE" };
      }
      default: {
        const verb: Verb = VERBS[request.kind];
        return {
          verdict: await engine.change({
            eventId,
            holdId: request.holdId,
            verb,
            ...("orderId" in request ? { orderId: request.orderId } : {}),
            ...("seatNos" in request && request.seatNos ? { seatNos: request.seatNos } : {}),
          }),
        };
      }
    }
  } catch (error) {
    if (error instanceof DomainError) return { verdict: error.typename };
    throw error;
  }
}

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}

interface Snapshot {
  seats: SeatRow[];
  holds: { id: string; status: string; seatNos: number[] }[];
  tiers: { available: number; held: number; sold: number; blocked: number }[];
}

async function snapshot(eventId: string): Promise<Snapshot> {
  const em = database.read();
  const [allSeats, holds, tiers] = await Promise.all([
    seatsOf(database, eventId),
    rows<Snapshot["holds"][number]>(em, sql`select id, status, seat_nos from hold where event_id = ${eventId}`),
    rows<Snapshot["tiers"][number]>(
      em,
      sql`select available, held, sold, blocked from sale_tier where event_id = ${eventId}`,
    ),
  ]);
  return { seats: allSeats, holds, tiers };
}

function looksLike(model: Model, { seats: now, holds }: Snapshot): boolean {
  return (
    now.every(({ status, holdId, channelNo }, index) => {
      const seat = model.seats[index]!;
      return status === seat.status && holdId === seat.holdId && (channelNo !== null) === seat.aside;
    }) &&
    holds.every(({ id, status }) => model.holds[id]?.status === status) &&
    holds.length === Object.keys(model.holds).length
  );
}

/** Finds an order in which the model gives the same answers. @returns the model after the wave */
function explain(
  model: Model,
  asked: Request[],
  answers: { verdict: string; holdId?: string }[],
  after: Snapshot,
): Model | undefined {
  for (const order of permutations(asked.map((_, index) => index))) {
    const trial = copy(model);
    const fits = order.every((index) => {
      const { verdict, holdId } = answers[index]!;
      const request = asked[index]!;
      const named =
        "holdId" in request && request.holdId === "" ? { ...request, holdId: holdId ?? "refused" } : request;
      return decide(trial, named as Request) === verdict;
    });
    if (fits && looksLike(trial, after)) return trial;
  }
  return undefined;
}

async function runOut(eventId: string, model: Model, holdId: string): Promise<void> {
  if (model.holds[holdId]?.status !== "ACTIVE") return;
  model.holds[holdId].runOut = true;
  const em = database.read();
  await rows(em, sql`update hold set expires_at = app_now() - interval '1 s' where id = ${holdId}`);
  await rows(
    em,
    sql`update seat set held_until = app_now() - interval '1 s' where event_id = ${eventId} and hold_id = ${holdId}`,
  );
  // Logs a change, so that snapshots read the new expiry. In production they know the expiry from the start.
  await rows(em, sql`update sale set change_seq = change_seq + 1 where event_id = ${eventId}`);
  await rows(
    em,
    sql`insert into seat_change (event_id, seq, seat_nos) select event_id, change_seq, ${model.holds[holdId].seatNos}::int[] from sale where event_id = ${eventId}`,
  );
}

async function follow({ policy, full, waves }: { policy: ModelPolicy; full: boolean; waves: Step[][] }): Promise<void> {
  const [eventId, start] = await openEventLike(policy);
  let model = start;
  let before = await snapshot(eventId);
  for (const steps of full ? [FULL, ...waves] : waves) {
    for (const one of steps) {
      const ids = Object.keys(model.holds);
      if (one.kind === "run out" && ids.length > 0) await runOut(eventId, model, ids[one.hold % ids.length]!);
    }
    const asked = requestsOf(steps, model);
    const answers = await Promise.all(asked.map((request, index) => ask(hall.engines[index % 2]!, eventId, request)));
    const after = await snapshot(eventId);
    const explained = explain(model, asked, answers, after);
    if (!explained) throw new Error(`No order explains ${JSON.stringify({ model, asked, answers, after })}`);
    model = explained;
    const count = (status: string) => after.seats.filter((seat) => seat.status === status).length;
    expect(after.tiers).toEqual([
      { available: count("AVAILABLE"), held: count("HELD"), sold: count("SOLD"), blocked: count("BLOCKED") },
    ]);
    for (const [index, seat] of after.seats.entries()) {
      const earlier = before.seats[index]!;
      const changed = seat.status !== earlier.status || seat.holdId !== earlier.holdId;
      expect(seat.version).toBeGreaterThanOrEqual(earlier.version + (changed ? 1 : 0));
    }
    before = after;
  }
}

test("whatever comes at once, at two processes, is decided as if it had come one after the other", async () => {
  const property = fc.asyncProperty(history, follow);
  // Runs several concurrently, each with a separate event.
  await Promise.all(
    Array.from({ length: 4 }, (_, part) =>
      fc.assert(property, {
        seed: seed + part,
        numRuns: HISTORIES / 4,
        interruptAfterTimeLimit: 150_000,
        markInterruptAsFailure: true,
      }),
    ),
  );
});
