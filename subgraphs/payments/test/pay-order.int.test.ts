import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../dev/alone.ts";
import { abandonAttempt, beginAttempt, countAttempt } from "../commands/pay-order.ts";

let payments: Alone;
beforeAll(async () => {
  payments = await startAlone("payments", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => payments.stop());

test("who was not heard by orders does not take the payment back from somebody who may have been", async () => {
  const { database } = payments.running;
  const [buyerId, orderId] = [randomUUID(), randomUUID()];
  const attemptOf = async (idempotencyKey: string) => {
    const input = { orderId, paymentMethod: "pm_card_visa", idempotencyKey };
    const begun = await database.transaction((tx) => beginAttempt(tx, buyerId, input));
    if (!("attempt" in begun)) throw new Error("The key is new.");
    return begun.attempt;
  };
  const abandon = (attempt: Awaited<ReturnType<typeof attemptOf>>) =>
    database.transaction((tx) => abandonAttempt(tx, attempt));
  const [twice, byJob, alone] = [randomUUID(), randomUUID(), randomUUID()];
  const attempt = await attemptOf(twice);
  expect(await attemptOf(twice)).toEqual(attempt);
  expect(await abandon(attempt)).toBe(false);
  const taken = await attemptOf(byJob);
  await database.transaction((tx) => countAttempt(tx, taken.paymentId));
  expect(await abandon(taken)).toBe(false);
  expect(await abandon(await attemptOf(alone))).toBe(true);
});
