// Limits of holds for accounts without a verified address.
import { randomUUID } from "node:crypto";
import { until } from "../../../testkit/until.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { createRecurring } from "../jobs.ts";
import { ask, openEvent, openHall, planOf, runOut, seatsOf, type Hall } from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall(2);
});
afterAll(() => hall.close());

const newEvent = () => openEvent(hall.database, planOf([20, 20]));
const by = (buyerId: string, network: string | null = randomUUID()) => ({ buyerId, unverified: { network } });
const end = (eventId: string, holdId: string) => hall.engines[0]!.change({ eventId, holdId, verb: "RELEASE" });
const held = async (eventId: string) =>
  (await seatsOf(hall.database, eventId)).filter(({ status }) => status === "HELD").length;
const isId = (answer: string) => answer !== "EmailNotVerified";

test("an account keeps one hold, of as many seats as anybody, until it ends", async () => {
  const [one, other] = [await newEvent(), await newEvent()];
  const buyerId = randomUUID();
  const [engine] = hall.engines as [Hall["engines"][0]];
  const first = await ask(engine, one, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], by(buyerId));
  expect(isId(first)).toBe(true);
  for (const eventId of [one, other]) expect(await ask(engine, eventId, [11], by(buyerId))).toBe("EmailNotVerified");
  expect(await ask(engine, other, [11], { buyerId })).not.toBe("EmailNotVerified");
  await end(one, first);
  expect(isId(await ask(engine, other, [12], by(buyerId)))).toBe(true);
});

test("a hold that ran out counts no more, and an unpaid order counts like a hold", async () => {
  const eventId = await newEvent();
  const buyerId = randomUUID();
  const [engine] = hall.engines as [Hall["engines"][0]];
  await ask(engine, eventId, [1], by(buyerId));
  await runOut(hall.database, eventId);
  const holdId = await ask(engine, eventId, [2], by(buyerId));
  expect(isId(holdId)).toBe(true);
  await engine.change({ eventId, holdId, verb: "CONVERT", orderId: randomUUID() });
  expect(await ask(engine, eventId, [3], by(buyerId))).toBe("EmailNotVerified");
  await engine.change({ eventId, holdId, verb: "SELL" });
  expect(isId(await ask(engine, eventId, [3], by(buyerId)))).toBe(true);
});

test("of requests at once, at several events and processes, one account gets one hold", async () => {
  for (let round = 0; round < 5; round++) {
    const events = await Promise.all([newEvent(), newEvent(), newEvent()]);
    const buyerId = randomUUID();
    const answers = await Promise.all(
      events.flatMap((eventId) => hall.engines.map((engine, seat) => ask(engine, eventId, [seat + 1], by(buyerId)))),
    );
    expect(answers.filter(isId)).toHaveLength(1);
    expect((await Promise.all(events.map(held))).reduce((all, one) => all + one)).toBe(1);
  }
});

test("of one network five accounts hold seats of an event, and of an unknown one as well", async () => {
  for (const network of [randomUUID(), null]) {
    const [eventId, other] = [await newEvent(), await newEvent()];
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        ask(hall.engines[index % 2]!, eventId, [index + 1], by(randomUUID(), network)),
      ),
    );
    expect(answers.filter(isId)).toHaveLength(5);
    expect(await held(eventId)).toBe(5);
    const [engine] = hall.engines as [Hall["engines"][0]];
    expect(isId(await ask(engine, other, [1], by(randomUUID(), network)))).toBe(true);
    expect(isId(await ask(engine, eventId, [30], by(randomUUID())))).toBe(true);
    await end(eventId, answers.find(isId)!);
    expect(isId(await ask(engine, eventId, [31], by(randomUUID(), network)))).toBe(true);
  }
});

test("a repeated key has the same answer, and the seats that are wanted together are still picked", async () => {
  const eventId = await newEvent();
  const buyerId = randomUUID();
  const [engine] = hall.engines as [Hall["engines"][0]];
  const criteria = {
    ...by(buyerId),
    key: "k",
    mutation: "holdBestAvailable" as const,
    input: {},
    selection: { criteria: { quantity: 2, together: true, wheelchairPlaces: 0 }, sectionId: null, tierId: null },
  };
  const holdId = await ask(engine, eventId, [], criteria);
  expect(await ask(engine, eventId, [], criteria)).toBe(holdId);
  expect(await ask(engine, eventId, [1], { ...by(buyerId), key: "refused" })).toBe("EmailNotVerified");
  await end(eventId, holdId);
  expect(await ask(engine, eventId, [1], { ...by(buyerId), key: "refused" })).toBe("EmailNotVerified");
});

test("what is over is forgotten, and what keeps seats is not", async () => {
  const eventId = await newEvent();
  const [kept, over] = [randomUUID(), randomUUID()];
  const [engine] = hall.engines as [Hall["engines"][0]];
  await ask(engine, eventId, [1], by(kept));
  await end(eventId, await ask(engine, eventId, [2], by(over)));
  const forget = createRecurring(
    () => engine,
    () => ({}) as never,
    () => ({}) as never,
    () => ({}) as never,
  ).find(({ name }) => name.startsWith("forget holds"))!;
  await forget.run(hall.database, undefined as never);
  const known = () =>
    rows<{ buyerId: string }>(
      hall.database.read(),
      sql`select buyer_id from unverified_buyer where buyer_id = any(${[kept, over]}::uuid[])`,
    );
  await until(async () => (await known()).length === 1, "one is left");
  expect(await known()).toEqual([{ buyerId: kept }]);
  expect(await ask(engine, eventId, [3], by(kept))).toBe("EmailNotVerified");
});
