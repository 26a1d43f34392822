import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../dev/alone.ts";
import { rows, sql } from "../../../platform/sql.ts";
import { abandonAttempt, admitAttempt, beginAttempt, countAttempt, JOBS } from "../commands/pay-order.ts";
import { settleAuthorization } from "../commands/settle-payment.ts";
import { loadConfig } from "../config.ts";

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

test("money that is set aside after the payment was given up is let go again", async () => {
  const { database } = payments.running;
  const input = { orderId: randomUUID(), paymentMethod: "pm_card_visa", idempotencyKey: "late" };
  const begun = await database.transaction((tx) => beginAttempt(tx, randomUUID(), input));
  if (!("attempt" in begun)) throw new Error("The key is new.");
  const { attempt } = begun;
  const permission = {
    refusal: null,
    amount: 4_500,
    currency: "EUR",
    organizationId: randomUUID(),
    eventId: randomUUID(),
  };
  await database.transaction((tx) => admitAttempt(tx, attempt, permission));
  const say = (outcome: Parameters<typeof settleAuthorization>[2]) =>
    database.transaction((tx) => settleAuthorization(tx, attempt.paymentId, outcome));
  expect(await say({ outcome: "pending", reference: "pay_late", nextAction: null })).toBe(false);
  expect(await say({ outcome: "declined", reference: "pay_late", failureCode: "abandoned" })).toBe(true);
  const card = { fingerprint: "card_1", riskLevel: "normal" as const };
  for (let time = 1; time <= 2; time++) await say({ outcome: "authorized", reference: "pay_late", card });
  const jobs = await rows(database.read(), sql`select key from job where kind = ${JOBS.letGo}`);
  expect(jobs).toEqual([{ key: "pay_late" }]);
});

describe("who tries out stolen cards", () => {
  const permission = {
    refusal: null,
    amount: 4_500,
    currency: "EUR",
    organizationId: randomUUID(),
    eventId: randomUUID(),
  };
  const begin = (buyerId: string, orderId: string, idempotencyKey: string = randomUUID(), network?: string) =>
    payments.running.database.transaction((tx) =>
      beginAttempt(tx, buyerId, { orderId, paymentMethod: "pm_card_declined", idempotencyKey }, network),
    );
  const decline = async (buyerId: string, orderId: string, network?: string) => {
    const begun = await begin(buyerId, orderId, randomUUID(), network);
    if (!("attempt" in begun)) throw new Error("The key is new.");
    const { database } = payments.running;
    await database.transaction((tx) => admitAttempt(tx, begun.attempt, permission));
    const card = { fingerprint: "card_2", riskLevel: "normal" as const };
    const said = { outcome: "declined" as const, reference: `pay_${randomUUID()}`, failureCode: "card_declined", card };
    await database.transaction((tx) => settleAuthorization(tx, begun.attempt.paymentId, said));
  };
  const RATE_LIMITED = { extensions: { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) } };

  test("is refused after five declined tries of an order and twenty of a buyer in a day, and nothing of it is kept", async () => {
    const buyerId = randomUUID();
    for (let order = 1; order <= 4; order++) {
      const orderId = randomUUID();
      for (let time = 1; time <= 5; time++) await decline(buyerId, orderId);
      if (order < 4) await expect(begin(buyerId, orderId)).rejects.toMatchObject(RATE_LIMITED);
    }
    const key = randomUUID();
    await expect(begin(buyerId, randomUUID(), key)).rejects.toMatchObject(RATE_LIMITED);
    const { database } = payments.running;
    expect(await rows(database.read(), sql`select 1 from idempotency_key where key = ${key}`)).toEqual([]);
    expect(await rows(database.read(), sql`select 1 from payment where buyer_id = ${buyerId}`)).toHaveLength(20);
    expect("attempt" in (await begin(randomUUID(), randomUUID()))).toBe(true);
    await rows(
      database.read(),
      sql`update payment set created_at = created_at - interval '1 day' where buyer_id = ${buyerId}`,
    );
    expect("attempt" in (await begin(buyerId, randomUUID()))).toBe(true);
  });

  test("is told to risk, with the buyer, the card and the network", async () => {
    const [buyerId, network] = [randomUUID(), randomUUID()];
    await decline(buyerId, randomUUID(), network);
    const told = await rows(
      payments.running.database.read(),
      sql`select body from outbox where name = 'payments.PaymentFailed' and body ->> 'buyerId' = ${buyerId}`,
    );
    expect(told).toMatchObject([{ body: { cardFingerprint: "card_2", failureCode: "card_declined", network } }]);
  });
});

test("the ledger is never emptied", async () => {
  const truncated = rows(payments.running.database.read(), sql`truncate ledger_entry`);
  await expect(truncated).rejects.toThrow("ledger entries never change");
});

test("Stripe without its webhook's secret is refused at start", () => {
  const { env } = payments;
  expect(() => loadConfig({ ...env, STRIPE_SECRET_KEY: "sk_test_1" })).toThrow(/STRIPE_WEBHOOK_SECRET/);
  expect(() => loadConfig({ ...env, STRIPE_SECRET_KEY: "pk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" })).toThrow(
    /STRIPE_SECRET_KEY: must be a secret or restricted key/,
  );
});
