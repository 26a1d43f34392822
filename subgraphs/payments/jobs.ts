// What the provider has to be asked until it answers.
import type { Database } from "../../platform/database.ts";
import { DomainError } from "../../platform/errors.ts";
import type { Job, JobContext, JobKind } from "../../platform/jobs.ts";
import { row, sql } from "../../platform/sql.ts";
import { checkBooks } from "./check-books.ts";
import { charge, giveUp, type Charging } from "./charging.ts";
import { beginCheck, recordFindings, scheduleNightly } from "./commands/check-books.ts";
import { countAttempt, JOBS, type Attempt } from "./commands/pay-order.ts";
import { settleRefund } from "./commands/refund-payment.ts";
import { failCapture, settleCapture, settleVoid } from "./commands/settle-payment.ts";
import { selectPayments, type Payment } from "./entities/payment.ts";
import { selectRefunds, tryName, type Refund } from "./entities/refund.ts";
import { ProviderRefused, ProviderSilent, type RefundOutcome } from "./provider.ts";

/** How often a refund that the provider is not done with is asked for, if its webhook does not come. */
const REFUND_PENDING_SECONDS = 3_600;

/** A day of a provider that does not answer; there is another check every night. */
const MOST_CHECKS = 720;

interface OfPayment {
  paymentId: string;
}

function kind<Body>(name: string, run: (context: JobContext, body: Body, job: Job<Body>) => Promise<void>): JobKind {
  return { kind: name, run: (context, job: Job<Body>) => run(context, job.body, job) } as JobKind;
}

async function find(database: Database, paymentId: string): Promise<Payment | undefined> {
  return row<Payment>(database.read(), selectPayments(sql`p.id = ${paymentId}::uuid`));
}

/** Why the provider will not do it; undefined if it has. */
async function refusalOf(asked: Promise<void>): Promise<string | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (error instanceof ProviderRefused) return error.failureCode;
    throw error;
  }
}

/** Goes on with a payment that its request has left behind. False while the provider is silent or not done. */
async function settle(charging: Charging, attempt: Attempt): Promise<boolean> {
  const { database, pendingSeconds } = charging;
  const begun = await row<{ isOverdue: boolean }>(
    database.read(),
    sql`select status = 'PENDING' and created_at + ${`${pendingSeconds} s`}::interval <= app_now() as is_overdue
        from payment where id = ${attempt.paymentId} and status in ('REQUESTED', 'PENDING')`,
  );
  if (!begun) return true;
  if (begun.isOverdue) return giveUp(charging, (await find(database, attempt.paymentId))!);
  await countAttempt(database.read(), attempt.paymentId);
  return charge(charging, attempt).catch((error: unknown) => {
    if (error instanceof DomainError) return true; // refused, and said so under the key
    throw error;
  });
}

export function createJobs(charging: (database: Database) => Charging): JobKind[] {
  const asked = async (database: Database, refund: Refund, again: boolean): Promise<RefundOutcome> => {
    const { amount, currency } = refund;
    const payment = await find(database, refund.paymentId);
    if (!payment || amount === 0) return { outcome: "done" };
    const refundId = tryName(refund.id, refund.tries);
    const { provider } = charging(database);
    return provider.refund({ reference: payment.providerReference!, amount, currency, refundId, again });
  };
  return [
    kind<Attempt>(JOBS.settle, async ({ database, complete }, attempt) => {
      if (!(await settle(charging(database), attempt)))
        throw new ProviderSilent("The provider is not done with this payment.");
      // Settling has ended this job already, unless there was nothing left to settle.
      await database.transaction((tx) => complete(tx)).catch(() => {});
    }),
    kind<OfPayment>(JOBS.capture, async ({ database, complete }, { paymentId }) => {
      const payment = await find(database, paymentId);
      const { provider } = charging(database);
      let failureCode: string | undefined;
      if (payment?.status === "AUTHORIZED") {
        const reference = payment.providerReference!;
        failureCode = await refusalOf(provider.capture(reference));
        // What can't be taken must not stay set aside. A provider that has let go of it already refuses that too.
        if (failureCode !== undefined) await refusalOf(provider.void(reference));
      }
      await database.transaction(async (tx) => {
        await complete(tx);
        if (failureCode === undefined) await settleCapture(tx, paymentId);
        else await failCapture(tx, paymentId, failureCode);
      });
    }),
    kind<OfPayment>(JOBS.void, async ({ database, complete }, { paymentId }) => {
      const payment = await find(database, paymentId);
      if (payment?.status === "AUTHORIZED") await charging(database).provider.void(payment.providerReference!);
      await database.transaction(async (tx) => {
        await complete(tx);
        await settleVoid(tx, paymentId);
      });
    }),
    kind<{ reference: string }>(JOBS.letGo, async ({ database, complete }, { reference }) => {
      await charging(database).provider.void(reference);
      await database.transaction((tx) => complete(tx));
    }),
    {
      mostAttempts: MOST_CHECKS,
      ...kind<{ checkId: string }>(JOBS.check, async ({ database, complete }, { checkId }) => {
        const { compared, found } = await checkBooks(database, charging(database).provider);
        await database.transaction(async (tx) => {
          await complete(tx);
          await recordFindings(tx, checkId, compared, found);
        });
      }),
    },
    kind(JOBS.nightlyCheck, ({ database, complete }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await beginCheck(tx);
        await scheduleNightly(tx);
      }),
    ),
    kind<{ refundId: string }>(JOBS.refund, async ({ database, complete, postpone }, { refundId }, { attempts }) => {
      const refund = await row<Refund>(database.read(), selectRefunds(sql`r.id = ${refundId}::uuid`));
      const outcome = refund?.status === "PENDING" ? await asked(database, refund, attempts > 1) : undefined;
      await database.transaction(async (tx) => {
        if (outcome?.outcome === "pending")
          return postpone(tx, sql`app_now() + ${`${REFUND_PENDING_SECONDS} s`}::interval`);
        await complete(tx);
        if (refund && outcome) await settleRefund(tx, refund.id, refund.tries, outcome);
      });
    }),
  ];
}
