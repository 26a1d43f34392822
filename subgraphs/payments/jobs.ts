// Jobs: refunds, late voids, reconciliation, and jobs of the previous version. Nearly all call the provider, so none is `isExternal`: there are no
// other jobs that a slow provider could delay.
import type { Database } from "../../platform/postgres/database.ts";
import { inSeconds, type Job, type JobContext, type JobKind, type RecurringJob } from "../../platform/jobs/jobs.ts";
import { addWork } from "../../platform/jobs/work.ts";
import { checkBooks } from "./workflows/reconcile.ts";
import { adoptAttempt, type OldAttempt } from "./workflows/adopt-attempt.ts";
import { beginReconciliation, recordDiscrepancies, scheduleNightly } from "./commands/record-reconciliation.ts";
import { CAPTURE_WORK, JOBS, VOID_WORK } from "./job-names.ts";
import { settleRefund, WAITS_FOR_CLERK } from "./commands/refund-payment.ts";
import { tryName, type Refund } from "./entities/refund.ts";
import { countOpenDiscrepancies } from "./queries/reconciliations.ts";
import { findPayment, findRefund } from "./queries/payments.ts";
import type { PaymentProvider, RefundOutcome } from "./providers/provider.ts";

/** Poll interval of a pending refund, in case its webhook does not arrive. */
const REFUND_PENDING_SECONDS = 3_600;

/** Covers a day without the provider; another reconciliation runs every night. */
const MOST_CHECKS = 720;

const COUNT_FINDINGS_MS = 60_000;

interface OfPayment {
  paymentId: string;
}

function kind<Body>(name: string, run: (context: JobContext, body: Body, job: Job<Body>) => Promise<void>): JobKind {
  return { kind: name, run: (context, job: Job<Body>) => run(context, job.body, job) } as JobKind;
}

export function createJobs(provider: PaymentProvider): JobKind[] {
  const asked = async (database: Database, refund: Refund, again: boolean): Promise<RefundOutcome> => {
    const { amount, currency } = refund;
    const payment = await findPayment(database, refund.creditedFrom ?? refund.paymentId);
    if (!payment || amount === 0) return { outcome: "done" };
    if (payment.tender !== null) return WAITS_FOR_CLERK;
    const refundId = tryName(refund.id, refund.tries);
    return provider.refund({ reference: payment.providerReference!, amount, currency, refundId, again });
  };
  return [
    kind<OldAttempt>(JOBS.settle, ({ database, complete }, attempt) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await adoptAttempt(tx, attempt);
      }),
    ),
    ...(
      [
        [JOBS.capture, CAPTURE_WORK],
        [JOBS.void, VOID_WORK],
      ] as const
    ).map(([name, work]) =>
      kind<OfPayment>(name, ({ database, complete }, { paymentId }) =>
        database.transaction(async (tx) => {
          await complete(tx);
          await addWork(tx, "payments", work, [{ id: paymentId }]);
        }),
      ),
    ),
    kind<{ reference: string }>(JOBS.voidPayment, async ({ database, complete }, { reference }) => {
      await provider.void(reference);
      await database.transaction((tx) => complete(tx));
    }),
    {
      mostAttempts: MOST_CHECKS,
      ...kind<{ checkId: string }>(JOBS.check, async ({ database, complete }, { checkId }) => {
        const { compared, found } = await checkBooks(database, provider);
        await database.transaction(async (tx) => {
          await complete(tx);
          await recordDiscrepancies(tx, checkId, compared, found);
        });
      }),
    },
    kind(JOBS.nightlyReconciliation, ({ database, complete }) =>
      database.transaction(async (tx) => {
        await complete(tx);
        await beginReconciliation(tx, { isNightly: true });
        await scheduleNightly(tx);
      }),
    ),
    kind<{ refundId: string }>(JOBS.refund, async ({ database, complete, postpone }, { refundId }, { attempts }) => {
      const refund = await findRefund(database, refundId);
      const outcome = refund?.status === "PENDING" ? await asked(database, refund, attempts > 1) : undefined;
      await database.transaction(async (tx) => {
        if (outcome?.outcome === "pending") return postpone(tx, inSeconds(REFUND_PENDING_SECONDS));
        await complete(tx);
        if (refund && outcome) await settleRefund(tx, refund.id, refund.tries, outcome);
      });
    }),
  ];
}

export const recurring: RecurringJob[] = [
  {
    name: "tell of open findings",
    every: { ms: COUNT_FINDINGS_MS },
    run: async (database, logger) => {
      const findings = await countOpenDiscrepancies(database);
      if (findings > 0) logger.warn({ findings }, "reconciliation found discrepancies: query `discrepancies`");
      return findings;
    },
  },
];
