// Authorization of payments: by the request that began them, then by workers until the provider decides.
import type { Database } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { createGroupCommit } from "../../../platform/postgres/group-commit.ts";
import { endWork, keepWork, type WorkKind } from "../../../platform/jobs/work.ts";
import { PAYMENT_WORK } from "../job-names.ts";
import { settleAuthorizations } from "../commands/settle-authorizations.ts";
import type { Payment } from "../entities/payment.ts";
import { payments } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";
import { ProviderTimeout, type Authorization, type PaymentProvider } from "../providers/provider.ts";

export interface Charging {
  /** Calls the provider and returns the payment, which is still PENDING after a timeout or during processing. */
  charge(payment: Payment): Promise<Payment>;
  /** Records an authorization from a webhook. */
  settle(told: { paymentId: string; authorization: Authorization }): Promise<Payment | undefined>;
  work: WorkKind;
}

export interface ChargingOptions {
  database: () => Database;
  provider: PaymentProvider;
  /** Timeout of a pending payment. */
  pendingSeconds: number;
}

const pendingPayments = statement((db, { ids, within }: { ids: string[]; within: string }, { sql }) =>
  payments(db)
    .select((of) => sql<boolean>`${of.ref("p.createdAt")} + ${within}::interval <= app_now()`.as("isOverdue"))
    .where((of) => of("p.id", "=", of.fn.any(of.val(ids))))
    .where("p.status", "=", "PENDING"),
);

export function createCharging({ database, provider, pendingSeconds }: ChargingOptions): Charging {
  const settling = createGroupCommit<{ paymentId: string; authorization: Authorization }, Payment | undefined>({
    maxBatch: 64,
    maxWaiting: Infinity,
    run: (batch) =>
      database().transaction((tx) =>
        settleAuthorizations(
          tx,
          batch.map(({ request, correlationId }) => ({ ...request, correlationId })),
        ),
      ),
  });

  async function ask(payment: Payment): Promise<Payment> {
    reach("payment: admitted, provider not asked");
    const authorization = await currentAuthorization(provider, payment);
    reach("payment: provider asked, not written");
    return (await settling({ paymentId: payment.id, authorization })) ?? payment;
  }

  /** Ends an overdue payment: voids it if it is still pending at the provider. */
  async function giveUp(payment: Payment): Promise<Payment> {
    let authorization = await currentAuthorization(provider, payment);
    if (authorization.outcome === "pending") {
      if (authorization.reference === null) return payment;
      const { reference } = authorization;
      await provider.void(reference);
      authorization = { outcome: "declined", reference, failureCode: "abandoned" };
    }
    return (await settling({ paymentId: payment.id, authorization })) ?? payment;
  }

  return {
    charge: (payment) => {
      const charged = ask(payment);
      keepWork("payments", PAYMENT_WORK, payment.id, charged);
      return charged;
    },
    settle: (told) => settling(told),
    work: {
      kind: PAYMENT_WORK,
      // Small batches: a few slow calls delay few other payments.
      maxBatch: 8,
      maxInFlight: 4,
      run: async (items) => {
        const ids = items.map(({ id }) => id);
        const asked = await pendingPayments.rows(database().read(), { ids, within: `${pendingSeconds} s` });
        const found = new Map(asked.map((payment) => [payment.id, payment]));
        return Promise.all(
          ids
            .map(async (id) => {
              const payment = found.get(id);
              if (!payment) return void (await database().transaction((tx) => endWork(tx, PAYMENT_WORK, [id])));
              const { status } = await (payment.isOverdue ? giveUp(payment) : ask(payment));
              return status === "PENDING"
                ? new ProviderTimeout("The provider is still processing this payment.")
                : undefined;
            })
            .map((done) => done.catch((error: Error) => error)),
        );
      },
    },
  };
}

/** Current authorization. After a timeout the call is retried once at once, because only the answer may be lost. */
async function currentAuthorization(provider: PaymentProvider, payment: Payment): Promise<Authorization> {
  const { id: paymentId, providerReference: reference, createdAt: begunAt } = payment;
  const { orderId, buyerId, amount, currency, paymentMethod, returnUrl } = payment;
  const ask = async (): Promise<Authorization> =>
    reference !== null
      ? (await provider.retrieve(reference)).authorization
      : provider.authorize({ paymentId, orderId, buyerId, amount, currency, paymentMethod, returnUrl, begunAt });
  const silent = (error: unknown): null => {
    if (error instanceof ProviderTimeout) return null;
    throw error;
  };
  const notKnown: Authorization = { outcome: "pending", reference, nextAction: payment.nextAction };
  return (await ask().catch(silent)) ?? (await ask().catch(silent)) ?? notKnown;
}
