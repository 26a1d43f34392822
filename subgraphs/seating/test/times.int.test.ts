// When and to whom an event is sold: start and end of sales, channels with times of their own, private events.
import { randomUUID } from "node:crypto";
import { until } from "../../../testkit/until.ts";
import { createRandom, seedOfRun } from "../../../testkit/random.ts";
import { silent } from "../../../testkit/notifier.ts";
import { setClockOffset } from "../../../testkit/databases.ts";
import { serversOfThisRun } from "../../../testkit/supergraph.ts";
import { DomainError } from "../../../platform/core/errors.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { accessHash, newAccessCode } from "../../../domain/access-code.ts";
import { salesPhase } from "../../../domain/sales-window.ts";
import type { SaleTerms } from "../../../domain/seat-plan.ts";
import { setSalesChannel, setSeatsAside } from "../commands/block-seats.ts";
import { createPromoCode } from "../commands/promo-codes.ts";
import type { HoldRequest } from "../engine/requests.ts";
import { createPromoCodeInput } from "../inputs.ts";
import { noteTerms } from "../projections/sales.ts";
import { createLiveSeats } from "../subscriptions/availability.ts";
import { ask, openEvent, openHall, planOf, type Hall } from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall(2);
});
afterAll(() => hall.close());

const HOUR = 3_600_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const OPEN: SaleTerms = { opensAt: null, closesAt: null, accessHash: null };
const open = (terms: Partial<SaleTerms> = {}) =>
  openEvent(hall.database, planOf([20, 20], { terms: { ...OPEN, ...terms } }));
const isHold = (answer: string) => /^[0-9a-f-]{36}$/.test(answer);

/** All ways of asking for seats: alone, in a crowd, with a promo code, as an unverified account, best seats. */
const WAYS: [string, (eventId: string, rest?: Partial<HoldRequest>) => Promise<string>][] = [
  ["alone", (eventId, rest) => ask(hall.engines[0]!, eventId, [1], rest)],
  [
    "in a crowd",
    async (eventId, rest) => {
      const answers = await Promise.all(
        [2, 3, 4].map((seatNo) => ask(hall.engines[0]!, eventId, [seatNo], { ...rest, buyerId: randomUUID() })),
      );
      expect(new Set(answers.map((answer) => (isHold(answer) ? "Hold" : answer))).size).toBe(1);
      return answers[0]!;
    },
  ],
  ["with a promo code", (eventId, rest) => ask(hall.engines[0]!, eventId, [5], { promoCode: "HALF", ...rest })],
  [
    "unverified",
    (eventId, rest) => ask(hall.engines[0]!, eventId, [6], { unverified: { network: randomUUID() }, ...rest }),
  ],
  [
    "best seats",
    (eventId, rest) =>
      ask(hall.engines[0]!, eventId, [], {
        mutation: "holdBestAvailable",
        selection: {
          criteria: { quantity: 2, together: true, wheelchairPlaces: 0 },
          sectionId: null,
          tierId: null,
        },
        ...rest,
      }),
  ],
];

async function code(eventId: string): Promise<void> {
  const input = createPromoCodeInput.parse({ eventId, code: "HALF", discountRate: 50_000, idempotencyKey: "k" });
  await hall.database.transaction((tx) => createPromoCode(tx, randomUUID(), input));
}

test.each(WAYS)("nothing is sold before the start and after the end of sales: %s", async (_, take) => {
  const early = await open({ opensAt: inMs(HOUR) });
  const late = await open({ opensAt: inMs(-2 * HOUR), closesAt: inMs(-HOUR) });
  const now = await open({ opensAt: inMs(-HOUR), closesAt: inMs(HOUR) });
  for (const eventId of [early, late, now]) await code(eventId);
  expect(await take(early)).toBe("EventNotOnSale");
  expect(await take(late)).toBe("EventNotOnSale");
  expect(isHold(await take(now))).toBe(true);
});

test("a refusal names the time, and a repeat of its key says the same when sales have started", async () => {
  const opensAt = inMs(HOUR);
  const [early, late] = [await open({ opensAt }), await open({ closesAt: inMs(-HOUR) })];
  const refusalOf = async (eventId: string, key = randomUUID(), buyerId = randomUUID()) => {
    const input = { eventId, seatNos: [1] };
    const request = { eventId, buyerId, mutation: "holdSeats" as const, key, input, selection: { seatNos: [1] } };
    return hall.engines[1]!.hold(request).then(
      () => undefined,
      (error: unknown) => error as DomainError,
    );
  };
  const [key, buyerId] = [randomUUID(), randomUUID()];
  const refused = await refusalOf(early, key, buyerId);
  expect(refused).toMatchObject({
    message: `Sales start at ${opensAt}: try again then, with a new key.`,
    details: { salesStartAt: new Date(opensAt), salesEndAt: null },
  });
  expect(await refusalOf(late)).toMatchObject({ message: expect.stringMatching(/^Sales ended at /) });
  await noteTerms(hall.database.read(), { eventId: early, version: 2, ...OPEN });
  expect(await refusalOf(early, key, buyerId)).toEqual(refused);
  expect(await refusalOf(early)).toBeUndefined();
  await rows(
    hall.database.read(),
    sql`update sale set state = 'PAUSED', opens_at = ${opensAt} where event_id = ${early}`,
  );
  expect(await refusalOf(early)).toMatchObject({ message: "The event is not on sale." });
});

test("sales start at their time by the clock of the database, whatever the clocks of processes say", async () => {
  const eventId = await open({ opensAt: inMs(HOUR), closesAt: inMs(3 * HOUR) });
  const processClock = Date.now;
  // Two processes whose clocks are off by more than the time that is left.
  Date.now = () => processClock() + 2 * HOUR;
  try {
    for (const engine of hall.engines) expect(await ask(engine, eventId, [1])).toBe("EventNotOnSale");
  } finally {
    Date.now = processClock;
  }
  const { adminUrl } = serversOfThisRun();
  const advance = (seconds: number) => setClockOffset(adminUrl, hall.testDatabase.name, seconds, hall.databases);
  try {
    await advance(HOUR / 1_000 + 60);
    expect(isHold(await ask(hall.engines[0]!, eventId, [1]))).toBe(true);
    await advance((3 * HOUR) / 1_000 + 60);
    expect(await ask(hall.engines[1]!, eventId, [2])).toBe("EventNotOnSale");
  } finally {
    await advance(0);
  }
});

test("the windows of the database are those of the domain, at random times", async () => {
  const random = createRandom(seedOfRun());
  const time = () => (random.below(4) === 0 ? null : new Date(1_000_000 + random.below(6)));
  for (let round = 0; round < 200; round++) {
    const window = { opensAt: time(), closesAt: time() };
    const now = new Date(1_000_000 + random.below(6));
    const found = await row<{ isOpen: boolean }>(
      hall.database.read(),
      sql`select is_within(${window.opensAt}::timestamptz, ${window.closesAt}::timestamptz, ${now}::timestamptz) as is_open`,
    );
    expect([window, now, found!.isOpen]).toEqual([window, now, salesPhase(window, now) === "OPEN"]);
  }
});

test("a hold that was made in time is extended, ordered and sold after the end of sales", async () => {
  const eventId = await open({ closesAt: inMs(HOUR) });
  const [engine] = hall.engines as [Hall["engines"][0]];
  const holdId = await ask(engine, eventId, [1, 2]);
  await noteTerms(hall.database.read(), { eventId, version: 2, ...OPEN, closesAt: inMs(-1_000) });
  expect(await ask(engine, eventId, [3])).toBe("EventNotOnSale");
  expect(await engine.change({ eventId, holdId, verb: "EXTEND" })).toBe("EXTENDED");
  expect(await engine.change({ eventId, holdId, verb: "CONVERT", orderId: randomUUID() })).toBe("CONVERTED");
  expect(await engine.change({ eventId, holdId, verb: "SELL" })).toBe("SOLD");
});

test("seats that come back are told as free only while they can be bought", async () => {
  const [now, later] = [await open(), await open({ closesAt: inMs(HOUR) })];
  const freed = async (eventId: string) => {
    const [engine] = hall.engines as [Hall["engines"][0]];
    const holdId = await ask(engine, eventId, [1]);
    if (eventId === later) await noteTerms(hall.database.read(), { eventId, version: 2, ...OPEN, opensAt: inMs(HOUR) });
    await engine.change({ eventId, holdId, verb: "RELEASE" });
    const name = "seating.SeatsFreed";
    return (await rows(hall.database.read(), sql`select 1 from outbox where name = ${name} and key = ${eventId}`))
      .length;
  };
  expect([await freed(now), await freed(later)]).toEqual([1, 0]);
});

test("a channel with times of its own sells before the event does and after it, and only then", async () => {
  const eventId = await open({ opensAt: inMs(HOUR) });
  const transaction = hall.database.transaction.bind(hall.database);
  const keyOf = async (name: string) =>
    (await row<{ key: string }>(
      hall.database.read(),
      sql`select key from sale_channel where event_id = ${eventId} and name = ${name}`,
    ))!.key;
  await transaction((tx) =>
    setSalesChannel(tx, { eventId, channel: "Box office", salesTimes: { opensAt: null, closesAt: null } }),
  );
  await transaction((tx) => setSeatsAside(tx, silent, eventId, "Fans", [10]));
  const [boxOffice, fans] = [await keyOf("Box office"), await keyOf("Fans")];
  const [engine] = hall.engines as [Hall["engines"][0]];
  expect(isHold(await ask(engine, eventId, [1], { channelKey: boxOffice }))).toBe(true);
  const crowd = await Promise.all(
    [boxOffice, fans, null].map((channelKey, index) => ask(engine, eventId, [index + 2], { channelKey })),
  );
  expect(crowd.map((answer) => (isHold(answer) ? "Hold" : answer))).toEqual([
    "Hold",
    "EventNotOnSale",
    "EventNotOnSale",
  ]);

  const closed = { opensAt: new Date(Date.now() - 2 * HOUR), closesAt: new Date(Date.now() - HOUR) };
  await transaction((tx) => setSalesChannel(tx, { eventId, channel: "Box office", salesTimes: closed }));
  await noteTerms(hall.database.read(), { eventId, version: 2, ...OPEN });
  expect(await ask(engine, eventId, [5], { channelKey: boxOffice })).toBe("EventNotOnSale");
  expect(isHold(await ask(engine, eventId, [5]))).toBe(true);
  // Also where most seats are gone, and refusals need no lock.
  const rush = await Promise.all(Array.from({ length: 40 }, () => ask(engine, eventId, [5])));
  expect(new Set(rush)).toEqual(new Set(["SeatsUnavailable"]));
  const late = await Promise.all([5, 5, 5].map((no) => ask(engine, eventId, [no], { channelKey: boxOffice })));
  expect(late).toEqual(["EventNotOnSale", "EventNotOnSale", "EventNotOnSale"]);
  await transaction((tx) => setSalesChannel(tx, { eventId, channel: "Box office", salesTimes: null }));
  expect(isHold(await ask(engine, eventId, [6], { channelKey: boxOffice }))).toBe(true);
});

test.each(WAYS)("a private event does not exist for a request without its code: %s", async (_, take) => {
  const secret = newAccessCode();
  const eventId = await open({ accessHash: accessHash(secret) });
  await code(eventId);
  for (const wrong of [null, secret, accessHash(newAccessCode())])
    expect(await take(eventId, { accessHash: wrong })).toBe("NotFound");
  expect(await take(eventId, { promoCode: "WRONG", accessHash: null })).toBe("NotFound");
  expect(isHold(await take(eventId, { accessHash: accessHash(secret) }))).toBe(true);
  // Nor in a crowd for seats that are gone.
  const rush = await Promise.all(Array.from({ length: 30 }, () => ask(hall.engines[0]!, eventId, [1])));
  expect(new Set(rush)).toEqual(new Set(["NotFound"]));
});

test("terms that are late, or repeated, change nothing", async () => {
  const eventId = await open();
  const note = (version: number, terms: Partial<SaleTerms>) =>
    noteTerms(hall.database.read(), { eventId, version, ...OPEN, ...terms });
  await note(3, { closesAt: inMs(-HOUR) });
  await note(3, {});
  await note(2, {});
  expect(await ask(hall.engines[0]!, eventId, [1])).toBe("EventNotOnSale");
  await note(4, {});
  expect(isHold(await ask(hall.engines[0]!, eventId, [1]))).toBe(true);
});

test("the live map of a private event is for those with its code, and ends for others when the event becomes private", async () => {
  const live = createLiveSeats(hall.database, silent);
  const [secret, next] = [newAccessCode(), newAccessCode()];
  const eventId = await open();
  const stranger = await live.follow(eventId, null);
  await stranger.next();
  await noteTerms(hall.database.read(), { eventId, version: 2, ...OPEN, accessHash: accessHash(secret) });
  await expect(stranger.next()).rejects.toThrow(/no such event/);
  for (const wrong of [null, secret, accessHash(next)])
    await expect(live.follow(eventId, null, wrong)).rejects.toThrow(/no such event/);

  const guest = await live.follow(eventId, null, accessHash(secret));
  await guest.next();
  await ask(hall.engines[0]!, eventId, [1], { accessHash: accessHash(secret) });
  expect((await guest.next()).value.seats).toMatchObject([{ no: 1, status: "HELD" }]);
  await noteTerms(hall.database.read(), { eventId, version: 3, ...OPEN, accessHash: accessHash(next) });
  await expect(guest.next()).rejects.toThrow(/no such event/);
  await until(async () => live.follow(eventId, null, accessHash(next)).then(() => true), "the new code opens it");
  live.stop();
});
