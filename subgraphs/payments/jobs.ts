// What the provider has to be asked until it answers.
import type { Database } from "../../platform/database.ts";
import { DomainError } from "../../platform/errors.ts";
import type { JobContext, JobKind } from "../../platform/jobs.ts";
import { row, sql } from "../../platform/sql.ts";
import { charge, type Charging } from "./charging.ts";
import { countAttempt, JOBS, type Attempt } from "./commands/pay-order.ts";
import { failCapture, settleCapture, settleRefund, settleVoid } from "./commands/settle-payment.ts";
import { selectPayments, type Payment } from "./entities/payment.ts";
import { ProviderRefused, ProviderSilent } from "./provider.ts";

interface OfPayment {
  paymentId: string;
}

function kind<Body>(name: string, run: (context: JobContext, body: Body) => Promise<void>): JobKind {
  return { kind: name, run: (context, job: { body: Body }) => run(context, job.body) } as JobKind;
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

export function createJobs(charging: (database: Database) => Charging): JobKind[] {
  return [
    kind<Attempt>(JOBS.settle, async ({ database, complete }, attempt) => {
      const begun = await row(
        database.read(),
        sql`select 1 from payment where id = ${attempt.paymentId} and status in ('REQUESTED', 'PENDING')`,
      );
      if (begun) {
        await countAttempt(database.read(), attempt.paymentId);
        const settled = await charge(charging(database), attempt).catch((error: unknown) => {
          if (error instanceof DomainError) return true; // refused, and said so under the key
          throw error;
        });
        if (!settled) throw new ProviderSilent("The provider is not done with this payment.");
      }
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
    kind<OfPayment & { refundId: string; amount: number }>(
      JOBS.refund,
      async ({ database, complete }, { paymentId, refundId, amount }) => {
        const payment = await find(database, paymentId);
        if (payment && amount > 0)
          await charging(database).provider.refund(payment.providerReference!, amount, refundId);
        await database.transaction(async (tx) => {
          await complete(tx);
          await settleRefund(tx, refundId, paymentId);
        });
      },
    ),
  ];
}
