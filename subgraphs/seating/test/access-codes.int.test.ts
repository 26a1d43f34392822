// Access codes: made in bulk, used once each, and never stored.
import { randomUUID } from "node:crypto";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { runOnce } from "../../../platform/postgres/idempotency.ts";
import { createAccessCodes, endAccessCodes, forgetSeeds } from "../commands/access-codes.ts";
import { choosePrices } from "../commands/choose-prices.ts";
import { applyPromoCode } from "../commands/promo-codes.ts";
import { MOST_WRONG, tryPromoCode } from "../commands/try-promo-code.ts";
import { createSealedSeeds } from "../engine/sealed-seeds.ts";
import { accessCodeHash, codesOf } from "../entities/access-code-batch.ts";
import { createAccessCodesInput } from "../inputs/access-codes.ts";
import { accessCodeBatch, sealedSeedOf } from "../queries/access-codes.ts";
import { holdsById } from "../queries/holds.ts";
import { promoCodesOf } from "../queries/prices.ts";
import { ask, openEvent, openHall, planOf, runOut, type Hall } from "./hall.ts";

const SEEDS = createSealedSeeds(["a secret of thirty-two characters"], "seeds of access codes");
const MANAGER = randomUUID();

let hall: Hall;
beforeAll(async () => {
  hall = await openHall(2);
});
afterAll(() => hall.close());

const create = (eventId: string, input: object = {}) => {
  const parsed = createAccessCodesInput.parse({
    ...{ eventId, name: "Fan club", count: 3, discountPercent: 10, idempotencyKey: randomUUID() },
    ...input,
  });
  return runOnce(hall.database, (tx) => createAccessCodes(tx, SEEDS, MANAGER, parsed));
};
async function codesIn(batchId: string): Promise<string[]> {
  const sealed = await sealedSeedOf(hall.database, batchId);
  return codesOf(await SEEDS.unseal(sealed!), (await accessCodeBatch(hall.database, batchId))!.count);
}
async function newCodes(input: object = {}): Promise<{ eventId: string; batchId: string; codes: string[] }> {
  const eventId = await openEvent(hall.database, planOf([30, 30]));
  const batchId = await create(eventId, input);
  return { eventId, batchId, codes: await codesIn(batchId) };
}
const used = async (batchId: string) => (await accessCodeBatch(hall.database, batchId))!.used;
const take = (eventId: string, seatNos: number[], promoCode: string, process = 0) =>
  ask(hall.engines[process]!, eventId, seatNos, { promoCode });
const put = (eventId: string, holdId: string, code: string | null) =>
  hall.database.transaction((tx) => applyPromoCode(tx, { eventId, holdId, code }));
const isHold = (answer: string) => answer.includes("-");

test("of forty buyers at two processes with one access code one gets seats; each other code works once, too", async () => {
  const { eventId, batchId, codes } = await newCodes();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) => take(eventId, [index + 1], codes[0]!, index % 2)),
  );
  expect(answers.filter(isHold)).toHaveLength(1);
  expect(answers.filter((answer) => answer === "PromoCodeNotUsable")).toHaveLength(39);
  expect(await used(batchId)).toBe(1);
  const [holdId] = answers.filter(isHold);
  const [held] = await holdsById(hall.database, [holdId!]);
  expect(held).toMatchObject({ total: 900, promoCode: null, accessCodeName: "Fan club" });
  expect(await take(eventId, [50, 51], codes[1]!.replaceAll("-", ""))).toMatch(/-/);
  expect(await used(batchId)).toBe(2);
});

test("a hold that is released, has run out or has another code gives its access code back at once", async () => {
  const { eventId, batchId, codes } = await newCodes();
  const [code] = codes as [string];
  const first = await take(eventId, [1], code);
  await hall.engines[0]!.change({ eventId, holdId: first, verb: "RELEASE" });
  expect(await take(eventId, [2], code, 1)).toMatch(/-/);
  await runOut(hall.database, eventId);
  expect(await used(batchId)).toBe(0);
  const third = await take(eventId, [3], code);
  expect(third).toMatch(/-/);
  await put(eventId, third, code);
  const other = await ask(hall.engines[0]!, eventId, [4]);
  await expect(put(eventId, other, code)).rejects.toMatchObject({ details: { reason: "USED" } });
  await put(eventId, third, codes[1]!);
  await put(eventId, other, code);
  await put(eventId, third, null);
  expect(await take(eventId, [5], codes[1]!)).toMatch(/-/);
  expect(await used(batchId)).toBe(2);
});

test("a code is for so many tickets in one hold as the batch says, in its time", async () => {
  const { eventId, batchId, codes } = await newCodes({ maxTicketsPerCode: 2 });
  const [code] = codes as [string];
  expect(await take(eventId, [1, 2, 3], code)).toBe("PromoCodeNotUsable");
  const holdId = await take(eventId, [1, 2], code);
  expect(holdId).toMatch(/-/);
  await hall.database.transaction((tx) =>
    choosePrices(tx, { eventId, holdId, prices: new Map(), expectedTotal: 1_800 }),
  );
  await hall.database.transaction((tx) => endAccessCodes(tx, randomUUID(), batchId));
  expect(await take(eventId, [5], codes[1]!)).toBe("PromoCodeNotUsable");
  expect(await used(batchId)).toBe(1);
});

test("only hashes of 10,000 codes are stored; a repeated request gets the same codes for a day", async () => {
  const input = { count: 10_000, idempotencyKey: "again" };
  const { eventId, batchId, codes } = await newCodes(input);
  expect(new Set(codes).size).toBe(10_000);
  expect(codes.every((code) => /^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/.test(code))).toBe(true);
  const [stored] = await rows<{ stored: number; known: number }>(
    hall.database.read(),
    sql`select count(*)::int as stored, (count(*) filter (where code.hash = any(${codes.map((code) => accessCodeHash(eventId, code))}::bytea[])))::int as known
        from access_code code where event_id = ${eventId}`,
  );
  expect(stored).toEqual({ stored: 10_000, known: 10_000 });
  expect(await create(eventId, input)).toBe(batchId);
  expect(await codesIn(batchId)).toEqual(codes);
  const { nodes } = await promoCodesOf(hall.database, eventId, {});
  expect(nodes).toEqual([]);
  const forget = () => hall.database.transaction((tx) => forgetSeeds(tx));
  await forget();
  expect(await sealedSeedOf(hall.database, batchId)).not.toBeNull();
  await rows(
    hall.database.read(),
    sql`update access_code_batch set created_at = created_at - interval '1 day' where id = ${batchId}`,
  );
  expect(await forget()).toBe(1);
  expect(await sealedSeedOf(hall.database, batchId)).toBeNull();
  expect(await take(eventId, [1], codes[9_999]!)).toMatch(/-/);
});

test("a wrong access code counts as a guess, and a right one as none", async () => {
  const { eventId, codes } = await newCodes();
  const buyerId = randomUUID();
  const give = (code: string) =>
    tryPromoCode(hall.database, { eventId, buyerId, network: undefined, code }).then(
      () => "known",
      (error: { details?: { reason: string }; extensions?: { code: string } }) =>
        error.details?.reason ?? error.extensions?.code,
    );
  for (let index = 0; index < MOST_WRONG.buyer; index++) {
    expect(await give(codes[index % codes.length]!)).toBe("known");
    expect(await give(`${codes[0]!.slice(0, -2)}${index}0`)).toBe("UNKNOWN");
  }
  expect(await give(codes[0]!)).toBe("RATE_LIMITED");
});
