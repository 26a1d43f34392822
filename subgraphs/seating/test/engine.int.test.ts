// The engine under load and faults: crowds, lost connections, full queues, ten thousand holds that expire at once.
import { randomUUID } from "node:crypto";
import { silent } from "../../../testkit/notifier.ts";
import { createRandom } from "../../../testkit/random.ts";
import { connectTo, serversOfThisRun } from "../../../testkit/supergraph.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { MessageType } from "../../../platform/core/contracts.ts";
import { HoldEnded, SeatsFreed, SeatsHeld, SeatsSold } from "../../../schema/messages/seating.ts";
import { createEngine } from "../engine/group-commit.ts";
import type { Verb } from "../engine/requests.ts";
import { changeSeats } from "../engine/sale.ts";
import { sweep } from "../commands/end-holds.ts";
import { ask, openEvent, openHall, planOf, runOut, seatsOf, type Hall } from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall(2);
});
afterAll(() => hall.close());

const best = (quantity: number) => ({
  mutation: "holdBestAvailable" as const,
  selection: { criteria: { quantity, together: true, wheelchairPlaces: 0 }, sectionId: null, tierId: null },
});
const isHold = (answer: string) => answer.includes("-");

test("500 buyers who want the same 100 seats, at two processes, get each seat once, in 50 rounds", async () => {
  for (let seed = 1; seed <= 50; seed++) {
    const random = createRandom(seed);
    const eventId = await openEvent(hall.database, planOf([50, 50]));
    const left = new Set(Array.from({ length: 100 }, (_, index) => index + 1));
    const buy = async (buyer: number): Promise<string | undefined> => {
      // A refused buyer tries another seat that is not known to be taken.
      while (left.size > 0) {
        const candidates = [...left];
        const no = random.pick(candidates);
        const answer = await ask(hall.engines[buyer % 2]!, eventId, [no]);
        left.delete(no);
        if (isHold(answer)) return answer;
        expect(answer).toBe("SeatsUnavailable");
      }
      return undefined;
    };
    const won = (await Promise.all(Array.from({ length: 500 }, (_, buyer) => buy(buyer)))).filter(
      (id) => id !== undefined,
    );
    const seats = await seatsOf(hall.database, eventId);
    expect(won).toHaveLength(100);
    expect(seats.map((seat) => seat.holdId).sort()).toEqual([...won].sort());
    expect(seats.every(({ status, version }) => status === "HELD" && version === 2)).toBe(true);
  }
});

test("a request whose answer was lost is found out by repeating its key, however often connections die", async () => {
  const eventId = await openEvent(hall.database, planOf([100, 100, 100, 100]));
  const admin = await connectTo(serversOfThisRun().adminUrl);
  const requests = Array.from({ length: 400 }, (_, index) => ({
    // Two buyers request each seat with different keys, and repeat the request until it is answered.
    seatNos: [(index % 200) * 2 + 1, (index % 200) * 2 + 2],
    identity: { key: randomUUID(), buyerId: randomUUID() },
  }));
  // All connections are closed while the first requests are in flight, and then after every 20 answers.
  const kill = () =>
    admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [hall.testDatabase.name]);
  let answered = 0;
  let kills: Promise<unknown> = kill();
  const told = await Promise.all(
    requests.map(async ({ seatNos, identity }, index) => {
      for (;;) {
        const answer = await ask(hall.engines[index % 2]!, eventId, seatNos, identity).catch(() => "unknown");
        if (answer === "unknown") continue;
        if (++answered % 20 === 0) kills = kills.then(kill);
        return answer;
      }
    }),
  );
  await kills;
  await admin.end();
  expect(told.filter(isHold)).toHaveLength(200);
  expect(told.filter((answer) => answer === "SeatsUnavailable")).toHaveLength(200);
  const seats = await seatsOf(hall.database, eventId);
  expect(new Set(seats.map((seat) => seat.holdId))).toEqual(new Set(told.filter(isHold)));
  expect(seats.every(({ version }) => version === 2)).toBe(true);
  const again = await Promise.all(
    requests.map(({ seatNos, identity }) => ask(hall.engines[0]!, eventId, seatNos, identity)),
  );
  expect(again).toEqual(told);
  const written = await row<{ holds: number; messages: number }>(
    hall.database.read(),
    sql`select (select count(*)::int from hold where event_id = ${eventId}) as holds,
          (select count(*)::int from outbox where name = 'seating.SeatsHeld' and body ->> 'eventId' = ${eventId}) as messages`,
  );
  expect(written).toEqual({ holds: 200, messages: 200 });
});

test("a request that comes when too many wait is refused with a time to retry, and the others are served", async () => {
  const eventId = await openEvent(hall.database, planOf([100]));
  const [engine] = hall.engines;
  let answers: Promise<string>[] = [];
  await hall.database.transaction(async (tx) => {
    // No request is decided while this transaction has the lock of the event.
    await rows(tx, sql`select 1 from sale where event_id = ${eventId} for update`);
    answers = Array.from({ length: 4_096 }, (_, index) => ask(engine!, eventId, [(index % 100) + 1]));
    await expect(ask(engine!, eventId, [1])).rejects.toMatchObject({
      extensions: { code: "RATE_LIMITED", retryAfterSeconds: 1 },
    });
  });
  expect((await Promise.all(answers)).filter(isHold)).toHaveLength(100);
  expect(await ask(engine!, eventId, [1])).toBe("SeatsUnavailable");
});

test("a request for taken seats is refused while others have the event's lock, and always alike for the same key", async () => {
  const eventId = await openEvent(hall.database, planOf([6], { maxSeatsPerBuyer: 4 }));
  const [engine] = hall.engines;
  const buyerId = randomUUID();
  const identity = { key: randomUUID(), buyerId: randomUUID() };
  const held = await ask(engine!, eventId, [1, 2, 3, 4], { buyerId });
  expect(isHold(await ask(engine!, eventId, [5, 6]))).toBe(true);
  expect(await ask(engine!, eventId, [1])).toBe("SeatsUnavailable");
  await hall.database.transaction(async (tx) => {
    await rows(tx, sql`select 1 from sale where event_id = ${eventId} for update`);
    expect(await ask(engine!, eventId, [4, 2], identity)).toBe("SeatsUnavailable");
    expect(await ask(engine!, eventId, [], best(2))).toBe("SeatsUnavailable");
  });
  // The refusal is the same as under the lock.
  expect(await ask(engine!, eventId, [1], { buyerId })).toBe("SeatLimitReached");
  expect(await ask(engine!, eventId, [7])).toBe("NotFound");
  expect(await ask(engine!, randomUUID(), [1])).toBe("NotFound");

  await engine!.change({ eventId, holdId: held, verb: "RELEASE" });
  expect(await ask(engine!, eventId, [4, 2], identity)).toBe("SeatsUnavailable");
  expect(isHold(await ask(engine!, eventId, [4, 2]))).toBe(true);
  expect(isHold(await ask(engine!, eventId, [], best(1)))).toBe(true);
});

test("who could not have had so many is not told that they are gone, where what they had comes back meanwhile", async () => {
  const eventId = await openEvent(hall.database, planOf([6], { maxSeatsPerBuyer: 4 }));
  const [, other] = hall.engines;
  const buyerId = randomUUID();
  const held = await ask(other!, eventId, [3, 4], { buyerId });
  const prepared: Database["prepared"] = async (name, statement) => {
    if (name === "refuse_gone") await other!.change({ eventId, holdId: held, verb: "RELEASE" });
    return hall.database.prepared(name, statement);
  };
  const engine = createEngine({ ...hall.database, prepared }, silent);
  expect(await ask(engine, eventId, [3])).toBe("SeatsUnavailable");
  // Before the release the refusal was SeatLimitReached; now six seats are free.
  expect(isHold(await ask(engine, eventId, [], { buyerId, ...best(4) }))).toBe(true);
});

test("the messages that the statements write are as they are declared", async () => {
  const eventId = await openEvent(hall.database, planOf([10]));
  const [engine] = hall.engines;
  const [sold, released, expired] = await Promise.all(
    [[1, 2], [3], [4, 5, 6]].map((nos) => ask(engine!, eventId, nos)),
  );
  await ask(engine!, eventId, [9]);
  const change = (holdId: string, verb: Verb, orderId?: string) =>
    engine!.change({ eventId, holdId, verb, ...(orderId ? { orderId } : {}) });
  expect(await change(sold!, "CONVERT", randomUUID())).toBe("CONVERTED");
  expect(await change(sold!, "SELL")).toBe("SOLD");
  expect(await change(released!, "RELEASE")).toBe("RELEASED");
  await runOut(hall.database, eventId);
  expect(await change(expired!, "EXPIRE")).toBe("EXPIRED");
  expect(await change(sold!, "RETURN")).toBe("RETURNED");
  await hall.database.transaction(async (tx) => {
    await changeSeats(tx, silent, { eventId, seatNos: [7, 8], status: "BLOCKED" });
    await changeSeats(tx, silent, { eventId, seatNos: [8], status: "AVAILABLE" });
  });
  const messages = await rows<{ name: string; key: string; body: { eventId: string } }>(
    hall.database.read(),
    sql`select name, key, body from outbox where body ->> 'eventId' = ${eventId} order by id`,
  );
  const declared = new Map<string, MessageType<unknown>>(
    [SeatsHeld, HoldEnded, SeatsFreed, SeatsSold].map((type) => [type.name, type]),
  );
  for (const { name, body } of messages) expect(declared.get(name)!.body.parse(body)).toEqual(body);
  expect(messages.map(({ name }) => name).sort()).toEqual(
    ["SeatsHeld", "SeatsHeld", "SeatsHeld", "SeatsHeld", "SeatsSold", "HoldEnded", "HoldEnded"]
      .concat(Array<string>(4).fill("SeatsFreed"))
      .map((name) => `seating.${name}`)
      .sort(),
  );
  const freed = messages.filter(({ name }) => name === SeatsFreed.name).map(({ body }) => SeatsFreed.body.parse(body));
  expect(freed.map(({ why, tiers }) => [why, tiers.map(({ seatCount }) => seatCount)])).toEqual([
    ["HOLD_ENDED", [1]],
    ["HOLD_ENDED", [3]],
    ["RETURNED", [2]],
    ["UNBLOCKED", [1]],
  ]);
});

test("one request that the database does not take is refused alone", async () => {
  const eventId = await openEvent(hall.database, planOf([10]));
  const answers = await Promise.allSettled([
    ask(hall.engines[0]!, eventId, [1]),
    ask(hall.engines[0]!, eventId, [2], { key: "a\u0000b" }),
    ask(hall.engines[0]!, eventId, [3]),
    ask(hall.engines[0]!, eventId, [4]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
});

test("10,000 holds that expire in the same second are freed while new ones are made", async () => {
  const eventId = await openEvent(hall.database, planOf(Array.from({ length: 101 }, () => 200)));
  await Promise.all(
    Array.from({ length: 5 }, async (_, part) => {
      for (let at = part * 2_000; at < (part + 1) * 2_000; at += 500)
        await Promise.all(
          Array.from({ length: 500 }, (_, index) =>
            ask(hall.engines[0]!, eventId, [(at + index) * 2 + 1, (at + index) * 2 + 2]),
          ),
        );
    }),
  );
  await runOut(hall.database, eventId);
  let sweeping = true;
  const sweeps = (async () => {
    for (let swept = 1; swept > 0;) swept = await sweep(hall.database, hall.engines[0]!, 500);
    sweeping = false;
  })();
  let meanwhile = 0;
  // A seat without any hold so far, and one with an expired hold that is not swept.
  for (let index = 0; sweeping && index < 100; index++) {
    expect(isHold(await ask(hall.engines[index % 2]!, eventId, [20_001 + index, 20_000 - index]))).toBe(true);
    if (sweeping) meanwhile++;
  }
  expect(meanwhile).toBeGreaterThan(10);
  await sweeps;
  const [counts] = await rows<{ held: number; available: number }>(
    hall.database.read(),
    sql`select held, available from sale_tier where event_id = ${eventId}`,
  );
  const held = (await seatsOf(hall.database, eventId)).filter(({ status }) => status === "HELD").length;
  expect(counts).toEqual({ held, available: 20_200 - held });
  const [left] = await rows<{ n: number }>(
    hall.database.read(),
    sql`select count(*)::int as n from hold where event_id = ${eventId} and status = 'ACTIVE' and expires_at <= app_now()`,
  );
  expect(left!.n).toBe(0);
});

test("while picks of one process are overtaken by another's, everybody still gets the best that is left", async () => {
  const eventId = await openEvent(hall.database, planOf([50, 50, 50, 50]));
  const criteria = { quantity: 2, together: true, wheelchairPlaces: 0 };
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      ask(hall.engines[index % 2]!, eventId, [], {
        mutation: "holdBestAvailable",
        selection: { criteria, sectionId: null, tierId: null },
      }),
    ),
  );
  expect(answers.filter(isHold)).toHaveLength(100);
  expect(
    (await seatsOf(hall.database, eventId)).every(({ status, version }) => status === "HELD" && version === 2),
  ).toBe(true);
  expect(await ask(hall.engines[0]!, eventId, [], { selection: { criteria, sectionId: null, tierId: null } })).toBe(
    "SeatsUnavailable",
  );
});

test("changes of seats are heap-only, however often they change", async () => {
  const eventId = await openEvent(hall.database, planOf([100]));
  for (let round = 0; round < 30; round++) {
    const holds = await Promise.all(
      Array.from({ length: 50 }, (_, index) => ask(hall.engines[0]!, eventId, [index * 2 + 1, index * 2 + 2])),
    );
    await Promise.all(holds.map((holdId) => hall.engines[0]!.change({ eventId, holdId, verb: "RELEASE" })));
  }
  // A connection reports its statistics when it ends.
  const admin = await connectTo(serversOfThisRun().adminUrl);
  await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
    hall.testDatabase.name,
  ]);
  await admin.end();
  const reader = await connectTo(hall.testDatabase.url);
  const read = async () =>
    (
      await reader.query(
        `select relname, n_tup_upd::int as updated, n_tup_hot_upd::int as hot from pg_stat_user_tables where relname in ('seat', 'sale', 'sale_tier')`,
      )
    ).rows;
  let stats = await read();
  while (stats.some(({ updated }) => updated === 0)) stats = await read();
  await reader.end();
  expect(stats).toHaveLength(3);
  for (const { relname, updated, hot } of stats) expect([relname, hot / updated > 0.9]).toEqual([relname, true]);
});
