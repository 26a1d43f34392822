import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { until } from "../../../testkit/until.ts";
import { createCharging } from "../workflows/charge.ts";
import { unavailable } from "../../../platform/core/errors.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { JOBS } from "../job-names.ts";
import { createPaying } from "../workflows/pay-order.ts";
import { loadConfig } from "../config.ts";
import { payOrderInput } from "../inputs.ts";
import { withFreePayments } from "../providers/free-payments.ts";
import type { PaymentToBegin } from "../clients/orders.ts";
import type { Authorization, PaymentProvider } from "../providers/provider.ts";

let payments: Alone;
beforeAll(async () => {
  payments = await startAlone("payments", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => payments.stop());

const database = () => payments.running.database;
const PERMISSION = {
  refusal: null,
  amount: 4_500,
  currency: "EUR",
  organizationId: randomUUID(),
  eventId: randomUUID(),
};
const CARD = { fingerprint: "card_2", riskLevel: "normal" as const };

/** Payments with configurable answers of orders and the provider. */
function createDesk() {
  const asked: PaymentToBegin[][] = [];
  const said = {
    permission: (_: PaymentToBegin): typeof PERMISSION | Error => PERMISSION,
    authorization: { outcome: "authorized", reference: "", card: CARD } as Authorization,
  };
  const provider = {
    authorize: async ({ paymentId }) => ({ ...said.authorization, reference: `pay_${paymentId}` }),
    retrieve: async (reference) => ({ authorization: { ...said.authorization, reference } }),
  } as PaymentProvider;
  const paying = createPaying(database, {
    beginPayments: async (all) => {
      asked.push(all);
      return all.map((payment) => said.permission(payment));
    },
  });
  const charging = createCharging({ database, provider, pendingSeconds: 3_600 });
  return {
    asked,
    said,
    charging,
    pay: async (buyerId: string, orderId: string, idempotencyKey: string = randomUUID(), network?: string) => {
      const begun = await paying.begin(buyerId, { orderId, paymentMethod: "pm_card_visa", idempotencyKey }, network);
      return "payment" in begun ? charging.charge(begun.payment) : begun;
    },
  };
}

const decline: Authorization = { outcome: "declined", reference: "", failureCode: "card_declined", card: CARD };

test("payments that begin at the same time are asked of orders together, and each has its own answer", async () => {
  const desk = createDesk();
  const refused = randomUUID();
  desk.said.permission = ({ orderId }) =>
    orderId === refused ? ({ ...PERMISSION, refusal: "NOT_PAYABLE" } as never) : PERMISSION;
  const orders = [randomUUID(), refused, randomUUID()];
  const paid = await Promise.allSettled(orders.map((orderId) => desk.pay(randomUUID(), orderId)));
  expect(paid.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(paid[0]).toMatchObject({ value: { status: "AUTHORIZED", orderId: orders[0], amount: 4_500 } });
  expect(desk.asked.length).toBeLessThan(3);
  expect(await rows(database().read(), sql`select 1 from payment where order_id = ${refused}`)).toEqual([]);
});

test("an order with nothing due needs no payment method, and is paid without the provider; any other is declined without one", async () => {
  const asked: string[] = [];
  const provider = withFreePayments({
    authorize: async ({ paymentId }) => {
      asked.push(paymentId);
      return { outcome: "authorized", reference: `pay_${paymentId}`, card: CARD };
    },
  } as PaymentProvider);
  let amount = 0;
  const paying = createPaying(database, {
    beginPayments: async (all) => all.map(() => ({ ...PERMISSION, amount })),
  });
  const charging = createCharging({ database, provider, pendingSeconds: 3_600 });
  const payWith = async (paymentMethod: string | undefined) => {
    const input = { orderId: randomUUID(), paymentMethod, idempotencyKey: randomUUID() };
    const begun = await paying.begin(randomUUID(), payOrderInput.parse(input));
    if (!("payment" in begun)) throw new Error("The payment was known.");
    return charging.charge(begun.payment);
  };
  for (const method of [undefined, "pm_cash"]) expect(await payWith(method)).toMatchObject({ status: "AUTHORIZED" });
  amount = 4_500;
  expect(await payWith(undefined)).toMatchObject({ status: "FAILED", failureCode: "payment_method_missing" });
  expect(asked).toEqual([]);
  const paid = await payWith("pm_card_visa");
  expect(paid).toMatchObject({ status: "AUTHORIZED" });
  expect(asked).toEqual([paid.id]);
});

test("a payment about which orders was not asked leaves nothing, and its key is free", async () => {
  const desk = createDesk();
  desk.said.permission = () => unavailable("orders");
  const [buyerId, orderId, key] = [randomUUID(), randomUUID(), randomUUID()];
  await expect(desk.pay(buyerId, orderId, key)).rejects.toMatchObject({ extensions: { code: "UNAVAILABLE" } });
  expect(await row(database().read(), sql`select 1 from idempotency_key where key = ${key}`)).toBeUndefined();
  desk.said.permission = () => PERMISSION;
  expect(await desk.pay(buyerId, orderId, key)).toMatchObject({ status: "AUTHORIZED" });
});

test("the same key again finds the payment, also while the provider has not decided it", async () => {
  const desk = createDesk();
  const [buyerId, orderId, key] = [randomUUID(), randomUUID(), randomUUID()];
  desk.said.authorization = { outcome: "pending", reference: "", nextAction: null };
  const first = await desk.pay(buyerId, orderId, key);
  expect(first).toMatchObject({ status: "PENDING" });
  const second = await desk.pay(buyerId, orderId, key);
  expect(second).toEqual({ paymentId: (first as { id: string }).id });
  expect(await rows(database().read(), sql`select 1 from payment where order_id = ${orderId}`)).toHaveLength(1);
});

test("the same key many times at once is one payment, asked of orders once, and another input is refused", async () => {
  const desk = createDesk();
  const [buyerId, orderId, key] = [randomUUID(), randomUUID(), randomUUID()];
  const paid = await Promise.allSettled([
    ...Array.from({ length: 20 }, () => desk.pay(buyerId, orderId, key)),
    desk.pay(buyerId, randomUUID(), key),
  ]);
  expect(paid.at(-1)).toMatchObject({ status: "rejected", reason: { typename: "IdempotencyKeyReused" } });
  const ids = paid.slice(0, -1).map((one) => {
    const { id, paymentId } = (one as PromiseFulfilledResult<{ id?: string; paymentId?: string }>).value;
    return id ?? paymentId;
  });
  const made = await rows<{ id: string }>(database().read(), sql`select id from payment where buyer_id = ${buyerId}`);
  expect(made).toHaveLength(1);
  expect(new Set(ids)).toEqual(new Set([made[0]!.id]));
  for (const batch of desk.asked) expect(batch).toHaveLength(1);
  const told = sql`select name from outbox where key = ${made[0]!.id}`;
  expect(await rows(database().read(), told)).toEqual([{ name: "payments.PaymentAuthorized" }]);
});

test("money that is set aside after the payment was given up is let go again", async () => {
  const desk = createDesk();
  desk.said.authorization = { outcome: "pending", reference: "", nextAction: null };
  const { id: paymentId } = (await desk.pay(randomUUID(), randomUUID())) as { id: string };
  const reference = `pay_${paymentId}`;
  const settle = (authorization: Authorization) => desk.charging.settle({ paymentId, authorization });
  expect(await settle({ outcome: "declined", reference, failureCode: "abandoned" })).toMatchObject({
    status: "FAILED",
  });
  for (let time = 1; time <= 2; time++) await settle({ outcome: "authorized", reference, card: CARD });
  const jobs = await rows(database().read(), sql`select key from job where kind = ${JOBS.voidPayment}`);
  expect(jobs).toEqual([{ key: reference }]);
});

test("a payment that the version before has begun is gone on with", async () => {
  const [requested, pending, orderId, buyerId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await rows(
    database().read(),
    sql`insert into payment (id, order_id, buyer_id, status, payment_method, amount, currency, organization_id)
        values (${requested}, ${orderId}, ${buyerId}, 'REQUESTED', 'pm_card_visa', null, null, null),
               (${pending}, ${orderId}, ${buyerId}, 'PENDING', 'pm_card_visa', 4500, 'EUR', ${randomUUID()})`,
  );
  for (const paymentId of [requested, pending]) {
    const request = { userId: buyerId, mutation: "payOrder", key: paymentId, input: {} };
    const body = JSON.stringify({ paymentId, orderId, buyerId, request });
    await rows(
      database().read(),
      sql`insert into job (id, kind, key, body, run_at) values (${randomUUID()}, ${JOBS.settle}, ${paymentId}, ${body}, now())`,
    );
  }
  const items = () =>
    rows<{ id: string; kind: string }>(
      database().read(),
      sql`select id, kind from work_item where id in (${requested}, ${pending}) order by kind`,
    );
  await until(async () => (await items()).length === 2, "both have an item");
  expect(await items()).toEqual([
    { id: requested, kind: "pay-order" },
    { id: pending, kind: "payment" },
  ]);
  const keys = await rows(database().read(), sql`select paid_by_key from payment where order_id = ${orderId}`);
  expect(keys).toEqual(expect.arrayContaining([{ paidByKey: requested }, { paidByKey: pending }]));
});

describe("who tries out stolen cards", () => {
  const RATE_LIMITED = { extensions: { code: "RATE_LIMITED", retryAfterSeconds: expect.any(Number) } };

  test("is refused after five declined tries of an order and twenty of a buyer in a day, and nothing of it is kept", async () => {
    const desk = createDesk();
    desk.said.authorization = decline;
    const buyerId = randomUUID();
    for (let order = 1; order <= 4; order++) {
      const orderId = randomUUID();
      for (let time = 1; time <= 5; time++)
        expect(await desk.pay(buyerId, orderId)).toMatchObject({ status: "FAILED", failureCode: "card_declined" });
      if (order < 4) await expect(desk.pay(buyerId, orderId)).rejects.toMatchObject(RATE_LIMITED);
    }
    const key = randomUUID();
    await expect(desk.pay(buyerId, randomUUID(), key)).rejects.toMatchObject(RATE_LIMITED);
    expect(await rows(database().read(), sql`select 1 from idempotency_key where key = ${key}`)).toEqual([]);
    expect(await rows(database().read(), sql`select 1 from payment where buyer_id = ${buyerId}`)).toHaveLength(20);
    expect(await desk.pay(randomUUID(), randomUUID())).toMatchObject({ status: "FAILED" });
    await rows(
      database().read(),
      sql`update payment set created_at = created_at - interval '1 day' where buyer_id = ${buyerId}`,
    );
    expect(await desk.pay(buyerId, randomUUID())).toMatchObject({ status: "FAILED" });
  });

  test("finds an earlier payment by its key all the same", async () => {
    const desk = createDesk();
    const [buyerId, orderId, key] = [randomUUID(), randomUUID(), randomUUID()];
    const paid = await desk.pay(buyerId, randomUUID(), key);
    desk.said.authorization = decline;
    for (let time = 1; time <= 5; time++) await desk.pay(buyerId, orderId);
    await expect(desk.pay(buyerId, orderId)).rejects.toMatchObject(RATE_LIMITED);
    await expect(desk.pay(buyerId, orderId, key)).rejects.toMatchObject({ typename: "IdempotencyKeyReused" });
    expect(paid).toMatchObject({ status: "AUTHORIZED" });
  });

  test("is reported to risk, with the buyer, the card and the network", async () => {
    const desk = createDesk();
    desk.said.authorization = decline;
    const [buyerId, network] = [randomUUID(), randomUUID()];
    await desk.pay(buyerId, randomUUID(), randomUUID(), network);
    const told = await rows(
      database().read(),
      sql`select body from outbox where name = 'payments.PaymentFailed' and body ->> 'buyerId' = ${buyerId}`,
    );
    expect(told).toMatchObject([{ body: { cardFingerprint: "card_2", failureCode: "card_declined", network } }]);
  });
});

test("the ledger is never emptied", async () => {
  const truncated = rows(database().read(), sql`truncate ledger_entry`);
  await expect(truncated).rejects.toThrow("ledger entries never change");
});

test("Stripe without its webhook's secret is refused at start", () => {
  const { env } = payments;
  expect(() => loadConfig({ ...env, STRIPE_SECRET_KEY: "sk_test_1" })).toThrow(/STRIPE_WEBHOOK_SECRET/);
  expect(() => loadConfig({ ...env, STRIPE_SECRET_KEY: "pk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" })).toThrow(
    /STRIPE_SECRET_KEY: must be a secret or restricted key/,
  );
});
