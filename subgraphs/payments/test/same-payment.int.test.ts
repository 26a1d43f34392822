// Concurrent outcomes of one payment are settled together, with the effect of a serial execution.
import { randomUUID } from "node:crypto";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { beginRefund, retryRefund, settleRefund } from "../commands/refund-payment.ts";
import { recordExpectedTotals } from "../commands/record-expected-totals.ts";
import { settleDispute } from "../commands/settle-dispute.ts";
import { settleAuthorizations } from "../commands/settle-authorizations.ts";
import { failCaptures, settleCaptures, settleVoids } from "../commands/settle-captures.ts";
import { JOBS } from "../job-names.ts";
import type { Authorization } from "../providers/provider.ts";

let payments: Alone;
beforeAll(async () => {
  payments = await startAlone("payments", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
});
afterAll(() => payments.stop());

const together = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => payments.running.database.transaction(work);
const read = () => payments.running.database.read();

const AMOUNT = 4_500;
const CARD = { fingerprint: "card_3", riskLevel: "normal" as const };
const NEXT_ACTION = { type: "REDIRECT", url: "https://bank.example/confirm" } as never;
const authorized = (reference: string): Authorization => ({ outcome: "authorized", reference, card: CARD });
const declined = (reference: string): Authorization => ({ outcome: "declined", reference, failureCode: "no_funds" });
const waits = (reference: string): Authorization => ({ outcome: "pending", reference, nextAction: NEXT_ACTION });
const SILENT: Authorization = { outcome: "pending", reference: null, nextAction: null };

async function makePayment(status: string, reference: string | null = null): Promise<string> {
  const id = randomUUID();
  await rows(
    read(),
    sql`insert into payment (id, order_id, buyer_id, status, payment_method, provider_reference, amount, currency, organization_id)
        values (${id}, ${randomUUID()}, ${randomUUID()}, ${status}, 'pm_card_visa', ${reference}, ${AMOUNT}, 'EUR', ${randomUUID()})`,
  );
  return id;
}

const stateOf = (id: string) =>
  row<{ status: string; refunded: number; providerReference: string | null; nextAction: unknown }>(
    read(),
    sql`select status, refunded, provider_reference, next_action from payment where id = ${id}`,
  );
/** Names of its messages, in order. */
async function toldOf(id: string): Promise<string[]> {
  const told = await rows<{ name: string }>(read(), sql`select name from outbox where key = ${id} order by id`);
  return told.map(({ name }) => name.replace("payments.", ""));
}
async function bookedOf(id: string): Promise<string[]> {
  const booked = await rows<{ what: string }>(
    read(),
    sql`select what from ledger_entry where payment_id = ${id} and amount > 0 order by id`,
  );
  return booked.map(({ what }) => what);
}

test("what the provider has said of a pending payment stays when it is silent next, in either order", async () => {
  for (const order of [0, 1]) {
    const id = await makePayment("PENDING");
    const heard = [waits(`pay_${id}`), SILENT].map((authorization) => ({ paymentId: id, authorization }));
    if (order === 1) heard.reverse();
    const last = (await together((tx) => settleAuthorizations(tx, heard))).at(-1);
    const expected = { status: "PENDING", providerReference: `pay_${id}`, nextAction: NEXT_ACTION };
    expect(last).toMatchObject(expected);
    expect(await stateOf(id)).toMatchObject(expected);
  }
});

test("of several pending answers the last one counts", async () => {
  const id = await makePayment("PENDING");
  const answers: Authorization[] = [waits("pay_1"), { outcome: "pending", reference: "pay_1", nextAction: null }];
  await together((tx) =>
    settleAuthorizations(
      tx,
      answers.map((authorization) => ({ paymentId: id, authorization })),
    ),
  );
  expect(await stateOf(id)).toMatchObject({ status: "PENDING", providerReference: "pay_1", nextAction: null });
});

test("the first decision of the provider counts, and money that is set aside afterwards is let go, once", async () => {
  const [accepted, refused] = [await makePayment("PENDING"), await makePayment("PENDING")];
  const settle = (paymentId: string, ...all: Authorization[]) =>
    together((tx) =>
      settleAuthorizations(
        tx,
        all.map((authorization) => ({ paymentId, authorization })),
      ),
    );
  await settle(accepted, waits(accepted), authorized(accepted), authorized(accepted), declined(accepted), SILENT);
  expect(await stateOf(accepted)).toMatchObject({ status: "AUTHORIZED", nextAction: null });
  expect(await toldOf(accepted)).toEqual(["PaymentAuthorized"]);
  await settle(refused, declined(refused), declined(refused), authorized(refused), authorized(refused));
  expect(await stateOf(refused)).toMatchObject({ status: "FAILED" });
  expect(await toldOf(refused)).toEqual(["PaymentFailed"]);
  const voids = await rows(read(), sql`select key from job where kind = ${JOBS.voidPayment}`);
  expect(voids).toEqual([{ key: refused }]);
});

test("a payment that is captured twice is booked once, and each request is answered", async () => {
  const id = await makePayment("AUTHORIZED", "pay_2");
  await together((tx) => settleCaptures(tx, [{ paymentId: id }, { paymentId: id }]));
  expect(await stateOf(id)).toMatchObject({ status: "SUCCEEDED" });
  expect(await bookedOf(id)).toEqual(["CAPTURE"]);
  expect(await toldOf(id)).toEqual(["PaymentCaptured", "PaymentCaptured"]);
});

test("of capture and void of one payment the first one counts", async () => {
  const [captured, voided] = [await makePayment("AUTHORIZED", "pay_3"), await makePayment("AUTHORIZED", "pay_4")];
  await together(async (tx) => {
    await settleCaptures(tx, [{ paymentId: captured }]);
    await settleVoids(tx, [{ paymentId: captured }, { paymentId: captured }]);
    await failCaptures(tx, [{ paymentId: captured, failureCode: "voided" }]);
  });
  expect(await stateOf(captured)).toMatchObject({ status: "SUCCEEDED" });
  expect(await toldOf(captured)).toEqual(["PaymentCaptured"]);
  await together(async (tx) => {
    await settleVoids(tx, [{ paymentId: voided }, { paymentId: voided }]);
    await settleCaptures(tx, [{ paymentId: voided }]);
  });
  expect(await stateOf(voided)).toMatchObject({ status: "CANCELLED" });
  expect(await toldOf(voided)).toEqual(["PaymentVoided", "CaptureFailed"]);
  expect(await bookedOf(voided)).toEqual([]);
});

test("a lost dispute that is heard of before the capture is written takes back what was captured, whichever is settled first", async () => {
  for (const order of [0, 1]) {
    const reference = `pay_dispute_${order}`;
    const id = await makePayment("AUTHORIZED", reference);
    const dispute = { id: randomUUID(), amount: AMOUNT, reason: "fraudulent", status: "LOST" as const };
    const steps = [
      (tx: Tx) => settleCaptures(tx, [{ paymentId: id }]),
      (tx: Tx) => settleDispute(tx, reference, dispute),
    ];
    for (const step of order === 0 ? steps : steps.toReversed()) await together(step);
    expect(await stateOf(id)).toMatchObject({ status: "REFUNDED", refunded: AMOUNT });
    expect(await bookedOf(id)).toEqual(["CAPTURE", "CHARGEBACK"]);
    expect([...new Set(await toldOf(id))].toSorted()).toEqual(["DisputeEnded", "PaymentCaptured", "PaymentDisputed"]);
  }
});

test("two refunds of one payment, each heard of twice, are booked once each", async () => {
  const id = await makePayment("AUTHORIZED", "pay_5");
  await together((tx) => settleCaptures(tx, [{ paymentId: id }]));
  const refunds = [randomUUID(), randomUUID()];
  // The jobs are not scheduled, so the provider is not called.
  await rows(
    read(),
    sql`insert into refund (id, payment_id, organization_id, amount, reason, status)
        select r, id, organization_id, ${AMOUNT / 2}, 'Rain', 'PENDING' from payment, unnest(${refunds}::uuid[]) as r where id = ${id}`,
  );
  await together(async (tx) => {
    for (const refundId of [...refunds, ...refunds]) {
      await beginRefund(tx, { refundId, paymentId: id, amount: AMOUNT / 2, reason: "Rain" });
      await settleRefund(tx, refundId, 1, { outcome: "done" });
    }
  });
  expect(await stateOf(id)).toMatchObject({ status: "REFUNDED", refunded: AMOUNT });
  expect(await bookedOf(id)).toHaveLength(3);
  expect((await toldOf(id)).filter((name) => name === "PaymentRefunded")).toHaveLength(2);
});

test("a refund that failed while its job waits for the provider is tried once more at once", async () => {
  const [id, refundId] = [await makePayment("SUCCEEDED", "pay_6"), randomUUID()];
  await rows(
    read(),
    sql`insert into refund (id, payment_id, organization_id, amount, reason, status)
        select ${refundId}, id, organization_id, ${AMOUNT}, 'Rain', 'PENDING' from payment where id = ${id}`,
  );
  // No worker takes it before then.
  await rows(
    read(),
    sql`insert into job (id, kind, key, body, run_at)
        values (${randomUUID()}, ${JOBS.refund}, ${refundId}, ${JSON.stringify({ refundId })}, now() + interval '1 hour')`,
  );
  await together((tx) => settleRefund(tx, refundId, 1, { outcome: "failed", failureCode: "card_expired" }));
  await together((tx) => retryRefund(tx, refundId));
  const jobs = sql`select run_at < now() + interval '10 minutes' as is_soon from job where key = ${refundId}`;
  expect(await rows(read(), jobs)).toEqual([{ isSoon: true }]);
  const refund = sql`select status, tries from refund where id = ${refundId}`;
  expect(await rows(read(), refund)).toEqual([{ status: "PENDING", tries: 2 }]);
});

test("of what orders says of one order's money in one batch the last counts", async () => {
  const orderId = randomUUID();
  const claims = [AMOUNT, AMOUNT, 2 * AMOUNT].map((total) => ({ orderId, status: "CONFIRMED" as const, total }));
  await together((tx) => recordExpectedTotals(tx, claims));
  const kept = await rows(read(), sql`select status, total from order_claim where order_id = ${orderId}`);
  expect(kept).toEqual([{ status: "CONFIRMED", total: 2 * AMOUNT }]);
});
