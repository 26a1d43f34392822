// Disputes of a payment whose money pays for several orders: nothing is given back twice, in whatever order credits, refunds and the bank's
// decision arrive.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { startAlone, type Alone } from "../../../testkit/isolated-subgraph.ts";
import { seedOfRun } from "../../../testkit/random.ts";
import { often } from "../../../testkit/repetitions.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { moveCredit } from "../commands/move-credit.ts";
import { beginRefund, settleRefund } from "../commands/refund-payment.ts";
import { settleCaptures } from "../commands/settle-captures.ts";
import { settleDispute } from "../commands/settle-dispute.ts";

let payments: Alone;
beforeAll(async () => {
  payments = await startAlone("payments", { ORDERS_URL: "http://127.0.0.1:9/graphql" });
  // The provider is not called: the tests say what it answers.
  await rows(read(), sql`create rule no_job as on insert to job do instead nothing`);
});
afterAll(() => payments.stop());

const together = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => payments.running.database.transaction(work);
const read = () => payments.running.database.read();

const AMOUNT = 6_000;
const ORGANIZATION = { buyerId: randomUUID(), eventId: randomUUID(), currency: "EUR" };

interface Paid {
  id: string;
  organizationId: string;
}

/** A captured payment. */
async function paid(): Promise<Paid> {
  const [id, organizationId] = [randomUUID(), randomUUID()];
  await rows(
    read(),
    sql`insert into payment (id, order_id, buyer_id, status, payment_method, provider_reference, amount, currency, organization_id)
        values (${id}, ${randomUUID()}, ${randomUUID()}, 'AUTHORIZED', 'pm_card_visa', ${`pay_${id}`}, ${AMOUNT}, 'EUR', ${organizationId})`,
  );
  await together((tx) => settleCaptures(tx, [{ paymentId: id }]));
  return { id, organizationId };
}

const creditOf = (
  { organizationId }: Paid,
  fromPaymentId: string,
  amount: number,
  creditId: string = randomUUID(),
) => ({
  ...{ ...ORGANIZATION, organizationId, creditId, orderId: randomUUID(), fromPaymentId, amount },
});
const move = (credit: ReturnType<typeof creditOf>) => together((tx) => moveCredit(tx, credit));
const dispute = (payment: Paid, status: "OPEN" | "WON" | "LOST", amount = AMOUNT, id = `dp_${payment.id}`) =>
  together((tx) => settleDispute(tx, `pay_${payment.id}`, { id, amount, reason: "fraudulent", status }));
const refund = async (paymentId: string, amount: number) => {
  const refundId = randomUUID();
  await together((tx) => beginRefund(tx, { refundId, paymentId, amount, reason: "ill" }));
  return () => together((tx) => settleRefund(tx, refundId, 1, { outcome: "done" }));
};

/** What is left of a payment. */
const leftOf = async (id: string): Promise<number> =>
  (await row<{ left: number }>(read(), sql`select amount - refunded as left from payment where id = ${id}`))!.left;
const owedTo = async ({ organizationId }: Paid, account = "organization"): Promise<number> =>
  (await row<{ sum: number }>(
    read(),
    sql`select coalesce(sum(-amount), 0)::int as sum from ledger_entry where account = ${`${account}:${organizationId}`}`,
  ))!.sum;
const told = async (id: string): Promise<string[]> =>
  (
    await rows<{ said: string }>(
      read(),
      sql`select concat_ws(' ', replace(name, 'payments.', ''), case when (body->>'isLost')::boolean then 'lost' end, body->>'amount') as said
          from outbox where key = ${id} and name like '%Dispute%' order by id`,
    )
  ).map(({ said }) => said);

test("a lost dispute takes what the first order has left, and then the credits, whenever the credit arrives", async () => {
  for (const when of ["before the dispute", "while it is open", "after it is lost"]) {
    const payment = await paid();
    const credit = creditOf(payment, payment.id, 4_000);
    if (when === "before the dispute") await move(credit);
    await dispute(payment, "OPEN");
    if (when === "while it is open") await move(credit);
    expect(await told(credit.creditId)).toEqual(when === "after it is lost" ? [] : ["PaymentDisputed 6000"]);
    await dispute(payment, "LOST");
    await dispute(payment, "LOST");
    if (when === "after it is lost") await move(credit);
    await move(credit);
    expect([await leftOf(payment.id), await leftOf(credit.creditId)]).toEqual([0, 0]);
    expect([await owedTo(payment), await owedTo(payment, "exchange")]).toEqual([0, 0]);
    expect((await told(credit.creditId)).at(-1)).toBe("DisputeEnded lost 4000");
  }
});

test("a dispute that is won leaves the credit, and its order hears of both its beginning and its end", async () => {
  const payment = await paid();
  const credit = creditOf(payment, payment.id, AMOUNT);
  await move(credit);
  await dispute(payment, "OPEN");
  await dispute(payment, "WON");
  const later = creditOf(payment, credit.creditId, 1_000);
  await move(later);
  expect(await told(credit.creditId)).toEqual(["PaymentDisputed 6000", "DisputeEnded 0"]);
  expect(await told(later.creditId)).toEqual([]);
  expect([await leftOf(credit.creditId), await leftOf(later.creditId), await owedTo(payment)]).toEqual([
    5_000, 1_000, 6_000,
  ]);
});

test("what was refunded of a credit is not charged back again, and two disputes take the money once", async () => {
  const payment = await paid();
  const credit = creditOf(payment, payment.id, AMOUNT);
  await move(credit);
  await (
    await refund(credit.creditId, 2_500)
  )();
  await dispute(payment, "LOST", 2_000, "dp_first");
  await dispute(payment, "LOST", AMOUNT, "dp_second");
  expect(await leftOf(credit.creditId)).toBe(0);
  const taken = await rows(
    read(),
    sql`select charged_back from dispute where payment_id = ${payment.id} order by opened_at, id`,
  );
  expect(taken).toEqual([{ chargedBack: 2_000 }, { chargedBack: 1_500 }]);
  expect([await owedTo(payment), await owedTo(payment, "exchange")]).toEqual([0, 0]);
});

test("a refund that fails after the bank has taken all of the money waits for nobody", async () => {
  const payment = await paid();
  const credit = creditOf(payment, payment.id, AMOUNT);
  await move(credit);
  await dispute(payment, "LOST");
  const refundId = randomUUID();
  await together((tx) => beginRefund(tx, { refundId, paymentId: credit.creditId, amount: AMOUNT, reason: "ill" }));
  await together((tx) => settleRefund(tx, refundId, 1, { outcome: "failed", failureCode: "charge_disputed" }));
  expect(await rows(read(), sql`select status, is_covered from refund where id = ${refundId}`)).toEqual([
    { status: "FAILED", isCovered: true },
  ]);
});

test("a credit of a credit that is stored concurrently with a lost dispute is charged back once", async () => {
  for (let round = 0; round < 5; round++) {
    const payment = await paid();
    const first = creditOf(payment, payment.id, AMOUNT);
    await move(first);
    const second = creditOf(payment, first.creditId, AMOUNT);
    await Promise.all([dispute(payment, "LOST"), move(second)]);
    expect([await leftOf(first.creditId), await leftOf(second.creditId), await owedTo(payment)]).toEqual([0, 0, 0]);
    expect((await told(second.creditId)).filter((said) => said.startsWith("DisputeEnded"))).toEqual([
      "DisputeEnded lost 6000",
    ]);
  }
});

interface Step {
  kind: "move" | "refund" | "dispute" | "deliver";
  which: number;
  amount: number;
}
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom("move", "refund", "dispute", "deliver", "deliver"),
    which: fc.nat(20),
    amount: fc.integer({ min: 1, max: AMOUNT }),
  }),
  { maxLength: 14 },
);

/** Orders decide what leaves a payment; the provider refuses what it no longer has. Messages arrive in any order. */
test("random exchanges, refunds and a lost dispute leave what the provider has", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const payment = await paid();
      const funds = [{ id: payment.id, free: AMOUNT }];
      const inTransit: (() => Promise<unknown>)[] = [];
      let kept = AMOUNT;
      let isDisputed = false;
      const deliver = async (which: number) => {
        const [one] = inTransit.splice(which % inTransit.length, 1);
        // What it needs has not arrived yet.
        await one!().catch((error: Error) => {
          if (!error.message.includes("not stored yet")) throw error;
          inTransit.push(one!);
        });
      };
      for (const { kind, which, amount: wanted } of all) {
        const fund = funds[which % funds.length]!;
        const amount = Math.min(wanted, fund.free);
        if (kind === "deliver" && inTransit.length > 0) await deliver(which);
        if (kind === "dispute" && !isDisputed) {
          isDisputed = true;
          const taken = Math.min(wanted, kept);
          kept -= taken;
          await dispute(payment, "LOST", taken);
        }
        if (amount === 0) continue;
        if (kind === "move") {
          fund.free -= amount;
          const credit = creditOf(payment, fund.id, amount);
          funds.push({ id: credit.creditId, free: amount });
          inTransit.push(() => move(credit));
        }
        if (kind === "refund" && amount <= kept) {
          fund.free -= amount;
          kept -= amount;
          inTransit.push(async () => (await refund(fund.id, amount))());
        }
      }
      while (inTransit.length > 0) await deliver(0);
      const lefts = await Promise.all(funds.map(({ id }) => leftOf(id)));
      expect(Math.min(...lefts)).toBeGreaterThanOrEqual(0);
      expect(lefts.reduce((sum, left) => sum + left, 0)).toBe(kept);
      expect([await owedTo(payment), await owedTo(payment, "exchange")]).toEqual([kept, 0]);
    }),
    { seed: seedOfRun(), numRuns: often(60, 1_000) },
  );
});
