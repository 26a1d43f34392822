import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { selectDisputes, type Dispute } from "../entities/dispute.ts";
import { statementsOfOrders } from "./statements.ts";
import { mayReadPayment } from "../access.ts";
import { selectPayments, type Payment } from "../entities/payment.ts";
import { selectRefunds, type Refund } from "../entities/refund.ts";

export type Loaders = ReturnType<typeof createLoaders>;

/** Payments only that the viewer may read; what belongs to one is for whoever may read it. */
export function createLoaders(database: Database, viewer: Viewer | null) {
  return {
    payment: byId<Payment>(
      async (ids) =>
        (await rows<Payment>(database.read(), selectPayments(sql`p.id = any(${ids}::uuid[])`))).filter((payment) =>
          mayReadPayment(viewer, payment),
        ),
      (payment) => payment.id,
    ),
    paymentsOfOrder: manyById<Payment>(
      async (ids) =>
        (
          await rows<Payment>(
            database.read(),
            sql`${selectPayments(sql`p.order_id = any(${ids}::uuid[])`)} order by p.created_at, p.id`,
          )
        ).filter((payment) => mayReadPayment(viewer, payment)),
      (payment) => payment.orderId,
    ),
    statementOfOrder: byId(
      (ids) => statementsOfOrders(database, ids),
      (statement) => statement.orderId,
    ),
    refund: byId<Refund>(
      (ids) => rows(database.read(), selectRefunds(sql`r.id = any(${ids}::uuid[])`)),
      (refund) => refund.id,
    ),
    refundsOfPayment: manyById<Refund>(
      (ids) =>
        rows(
          database.read(),
          sql`${selectRefunds(sql`r.payment_id = any(${ids}::uuid[])`)} order by r.created_at, r.id`,
        ),
      (refund) => refund.paymentId,
    ),
    disputesOfPayment: manyById<Dispute>(
      (ids) =>
        rows(
          database.read(),
          sql`${selectDisputes(sql`d.payment_id = any(${ids}::uuid[])`)} order by d.opened_at, d.id`,
        ),
      (dispute) => dispute.paymentId,
    ),
  };
}
