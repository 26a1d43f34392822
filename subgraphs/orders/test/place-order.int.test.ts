import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../dev/alone.ts";
import { silent } from "../../../dev/hints.ts";
import { rows, sql } from "../../../platform/sql.ts";
import type { Saga } from "../commands/advance-order.ts";
import { abandonOrder, beginOrder, countAttempt, finishOrder } from "../commands/place-order.ts";

let orders: Alone;
beforeAll(async () => {
  orders = await startAlone("orders", { SEATING_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => orders.stop());

const saga: Saga = {
  hints: silent,
  sendsMail: false,
  deadlines: { assessmentSeconds: 60, reviewSeconds: 60 },
};

test("seats that were taken over for an order that was taken back meanwhile go back on sale", async () => {
  const { database } = orders.running;
  const buyerId = randomUUID();
  const input = { holdId: randomUUID(), names: [], idempotencyKey: randomUUID() };
  const begun = await database.transaction((tx) => beginOrder(tx, buyerId, input));
  if (!("placement" in begun)) throw new Error("The key is new.");
  const { placement } = begun;
  // One of two requests with this key found seating away; seating then said yes to the other.
  await database.transaction((tx) => abandonOrder(tx, placement));
  const seat = {
    id: `${randomUUID()}.1`,
    sectionId: randomUUID(),
    sectionName: "A",
    row: null,
    number: null,
    tierName: "T",
    price: 100,
    breakdown: JSON.stringify({ base: 100, lines: [], total: 100 }),
  };
  const of = { eventId: randomUUID(), organizationId: randomUUID(), currency: "EUR", promoCode: null };
  const hold = { refusal: null, ...of, seats: [seat] };
  const refusal = await database.transaction((tx) => finishOrder(tx, saga, placement, hold, 900));
  expect(refusal?.typename).toBe("HoldNotActive");
  const jobs = await rows<{ kind: string }>(
    database.read(),
    sql`select kind from job where key = ${placement.orderId}`,
  );
  expect(jobs).toEqual([{ kind: "release-seats" }]);
});

test("who was not heard by seating does not take the order back from somebody who may have been", async () => {
  const { database } = orders.running;
  const [buyerId, input] = [randomUUID(), { holdId: randomUUID(), names: [], idempotencyKey: randomUUID() }];
  const begin = () => database.transaction((tx) => beginOrder(tx, buyerId, input));
  const begun = await begin();
  if (!("placement" in begun)) throw new Error("The key is new.");
  const abandon = () => database.transaction((tx) => abandonOrder(tx, begun.placement));
  const left = () =>
    rows<{ kind: string }>(database.read(), sql`select kind from job where key = ${begun.placement.orderId}`);
  // The same request again, or the job: whichever of them seating has heard.
  expect(await begin()).toEqual(begun);
  expect(await abandon()).toBe(false);
  expect(await left()).toEqual([{ kind: "place-order" }]);
  // Whoever was alone knows that nothing happened.
  const other = await database.transaction((tx) => beginOrder(tx, buyerId, { ...input, idempotencyKey: randomUUID() }));
  if (!("placement" in other)) throw new Error("The key is new.");
  expect(await database.transaction((tx) => abandonOrder(tx, other.placement))).toBe(true);
  await database.transaction(async (tx) => expect(await countAttempt(tx, begun.placement.orderId)).toBe(true));
  await database.transaction(async (tx) => expect(await countAttempt(tx, other.placement.orderId)).toBe(false));
});
