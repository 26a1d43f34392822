// Captures and voids for orders. The provider is called for each payment; a group commit records the outcomes.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { createGroupCommit } from "../../../platform/postgres/group-commit.ts";
import { endWork, type WorkItem, type WorkKind } from "../../../platform/jobs/work.ts";
import { CAPTURE_WORK, VOID_WORK } from "../job-names.ts";
import { failCaptures, settleCaptures, settleVoids, type OfPayment } from "../commands/settle-captures.ts";
import type { Payment } from "../entities/payment.ts";
import { payments } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";
import { ProviderRefused, type PaymentProvider } from "../providers/provider.ts";

/** Concurrent calls to the provider in a batch. */
const AT_ONCE = 32;

interface Settling extends OfPayment {
  /** Set if the provider refused. */
  failureCode?: string;
}

const setAside = statement((db, { ids }: { ids: string[] }) =>
  payments(db)
    .where((of) => of("p.id", "=", of.fn.any(of.val(ids))))
    .where("p.status", "=", "AUTHORIZED"),
);

export function createCapturing(database: () => Database, provider: PaymentProvider): WorkKind[] {
  return [
    askingProvider(database, CAPTURE_WORK, (reference) => capture(provider, reference), settleCapturing),
    askingProvider(database, VOID_WORK, (reference) => provider.void(reference).then(() => undefined), settleVoids),
  ];
}

/** Returns the failure code of a refusal; undefined after a success. */
async function capture(provider: PaymentProvider, reference: string): Promise<string | undefined> {
  const failureCode = await refusalOf(provider.capture(reference));
  // Void what can't be captured. A refusal is ignored: the authorization may be gone.
  if (failureCode !== undefined) await refusalOf(provider.void(reference));
  return failureCode;
}

async function refusalOf(asked: Promise<void>): Promise<string | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (error instanceof ProviderRefused) return error.failureCode;
    throw error;
  }
}

async function settleCapturing(tx: Tx, all: Settling[]): Promise<void> {
  await settleCaptures(
    tx,
    all.filter(({ failureCode }) => failureCode === undefined),
  );
  await failCaptures(
    tx,
    all.flatMap(({ failureCode, ...one }) => (failureCode === undefined ? [] : [{ ...one, failureCode }])),
  );
}

function askingProvider(
  database: () => Database,
  kind: string,
  ask: (reference: string) => Promise<string | undefined>,
  settle: (tx: Tx, all: Settling[]) => Promise<void>,
): WorkKind {
  const settling = createGroupCommit<Settling, void>({
    maxBatch: 64,
    maxWaiting: Infinity,
    run: (batch) =>
      database().transaction(async (tx) => {
        const all = batch.map(({ request }) => request);
        await settle(tx, all);
        await endWork(
          tx,
          kind,
          all.map(({ paymentId }) => paymentId),
        );
        return all.map(() => undefined);
      }),
  });
  async function settleOne(item: WorkItem, payment: Payment | undefined): Promise<undefined> {
    const failureCode = payment && (await ask(payment.providerReference!));
    await settling({ paymentId: item.id, correlationId: item.correlationId, ...(failureCode && { failureCode }) });
  }
  return {
    kind,
    maxBatch: AT_ONCE,
    maxInFlight: 4,
    run: async (items) => {
      const ids = items.map(({ id }) => id);
      const asked = await setAside.rows(database().read(), { ids });
      const found = new Map(asked.map((payment) => [payment.id, payment]));
      return Promise.all(items.map((item) => settleOne(item, found.get(item.id)).catch((error: Error) => error)));
    },
  };
}
