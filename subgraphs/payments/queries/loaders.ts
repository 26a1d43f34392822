import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { mayReadPayment } from "../access.ts";
import type { Payment } from "../entities/payment.ts";
import { disputes, payments, refunds } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";
import { statementsOfOrders } from "./statements.ts";

interface Keys {
  keys: readonly string[];
}

const paymentsById = statement((db, { keys }: Keys) =>
  payments(db).where((of) => of("p.id", "=", of.fn.any(of.val(keys)))),
);
const paymentsOfOrders = statement((db, { keys }: Keys) =>
  payments(db)
    .where((of) => of("p.orderId", "=", of.fn.any(of.val(keys))))
    .orderBy("p.createdAt")
    .orderBy("p.id"),
);
const refundsById = statement((db, { keys }: Keys) =>
  refunds(db).where((of) => of("r.id", "=", of.fn.any(of.val(keys)))),
);
const refundsOfPayments = statement((db, { keys }: Keys) =>
  refunds(db)
    .where((of) => of("r.paymentId", "=", of.fn.any(of.val(keys))))
    .orderBy("r.createdAt")
    .orderBy("r.id"),
);
const disputesOfPayments = statement((db, { keys }: Keys) =>
  disputes(db)
    .where((of) => of("d.paymentId", "=", of.fn.any(of.val(keys))))
    .orderBy("d.openedAt")
    .orderBy("d.id"),
);

export type Loaders = ReturnType<typeof createLoaders>;

/** Payments are filtered by the viewer's access. Callers check access to refunds, disputes and statements. */
export function createLoaders(database: Database, viewer: Viewer | null) {
  const mayRead = (payment: Payment) => mayReadPayment(viewer, payment);
  return {
    payment: byId(
      async (keys) => (await paymentsById.rows(database.read(), { keys })).filter(mayRead),
      (payment) => payment.id,
    ),
    paymentsOfOrder: manyById(
      async (keys) => (await paymentsOfOrders.rows(database.read(), { keys })).filter(mayRead),
      (payment) => payment.orderId,
    ),
    statementOfOrder: byId(
      (ids) => statementsOfOrders(database, ids),
      (statement) => statement.orderId,
    ),
    refund: byId(
      (keys) => refundsById.rows(database.read(), { keys }),
      (refund) => refund.id,
    ),
    refundsOfPayment: manyById(
      (keys) => refundsOfPayments.rows(database.read(), { keys }),
      (refund) => refund.paymentId,
    ),
    disputesOfPayment: manyById(
      (keys) => disputesOfPayments.rows(database.read(), { keys }),
      (dispute) => dispute.paymentId,
    ),
  };
}
