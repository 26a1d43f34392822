// Limits of promo codes, with two engines on one database.
import { randomUUID } from "node:crypto";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { createPromoCode } from "../commands/promo-codes.ts";
import { createPromoCodeInput } from "../inputs.ts";
import { promoCodeNamed } from "../queries/prices.ts";
import { until } from "../../../testkit/until.ts";
import { ask, openEvent, openHall, planOf, runOut, type Hall } from "./hall.ts";

let hall: Hall;
beforeAll(async () => {
  hall = await openHall(2);
});
afterAll(() => hall.close());

async function newCode(eventId: string, input: object): Promise<string> {
  const parsed = createPromoCodeInput.parse({ eventId, discountRate: 10_000, idempotencyKey: randomUUID(), ...input });
  await hall.database.transaction((tx) => createPromoCode(tx, randomUUID(), { ...parsed, code: "CODE" }));
  return "CODE";
}

const used = async (eventId: string) => (await promoCodeNamed(hall.database, eventId, "CODE"))!.ticketsUsed;

test("a crowd at two processes gets exactly as many tickets with a code as there are, and others get theirs beside it", async () => {
  const eventId = await openEvent(hall.database, planOf([100, 100]));
  const promoCode = await newCode(eventId, { maxTickets: 30 });
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      ask(hall.engines[index % 2]!, eventId, [index + 1], index % 4 === 0 ? {} : { promoCode }),
    ),
  );
  const [without, withCode] = [0, 1].map((want) => answers.filter((_, index) => Math.min(index % 4, 1) === want)) as [
    string[],
    string[],
  ];
  expect(without.every((answer) => answer.includes("-"))).toBe(true);
  expect(withCode.filter((answer) => answer.includes("-"))).toHaveLength(30);
  expect(withCode.filter((answer) => answer === "PromoCodeNotUsable")).toHaveLength(120);
  expect(await used(eventId)).toBe(30);
  const totals = await rows<{ total: number; n: number }>(
    hall.database.read(),
    sql`select total, count(*)::int as n from hold where event_id = ${eventId} group by total order by total`,
  );
  expect(totals).toEqual([
    { total: 900, n: 30 },
    { total: 1_000, n: 50 },
  ]);
});

test("tickets of expired holds are free for others, whether or not they have been swept", async () => {
  const eventId = await openEvent(hall.database, planOf([20]));
  const promoCode = await newCode(eventId, { maxTickets: 4 });
  const [engine] = hall.engines as [(typeof hall.engines)[0]];
  expect(await ask(engine, eventId, [1, 2, 3, 4], { promoCode })).toMatch(/-/);
  expect(await ask(engine, eventId, [5], { promoCode })).toBe("PromoCodeNotUsable");
  await runOut(hall.database, eventId);
  expect(await used(eventId)).toBe(0);
  // On a busy machine a count may be slow, and is then not repeated at once (judge_promo_code.sql).
  const isHeld = async () => /-/.test(await ask(engine, eventId, [4, 5, 6, 7], { promoCode }));
  await until(isHeld, "the code is counted again");
  expect(await used(eventId)).toBe(4);
});

test("what is refused for its code is refused again under its key, also once the code could be used", async () => {
  const eventId = await openEvent(hall.database, planOf([20]));
  const promoCode = await newCode(eventId, { maxTickets: 1 });
  const request = { promoCode, key: randomUUID(), buyerId: randomUUID() };
  const other = await ask(hall.engines[0]!, eventId, [1], { promoCode });
  expect(await ask(hall.engines[0]!, eventId, [2], request)).toBe("PromoCodeNotUsable");
  await hall.engines[0]!.change({ eventId, holdId: other, verb: "RELEASE" });
  expect(await ask(hall.engines[1]!, eventId, [2], request)).toBe("PromoCodeNotUsable");
  const isHeld = async () => /-/.test(await ask(hall.engines[1]!, eventId, [2], { ...request, key: randomUUID() }));
  await until(isHeld, "the code is counted again");
});
