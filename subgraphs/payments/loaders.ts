import { byId, manyById } from "../../platform/batching.ts";
import type { Database } from "../../platform/database.ts";
import type { Viewer } from "../../platform/identity.ts";
import { rows, sql } from "../../platform/sql.ts";
import { mayRead, selectPayments, type Payment } from "./entities/payment.ts";

export type Loaders = ReturnType<typeof createLoaders>;

/** Only what the viewer may read. */
export function createLoaders(database: Database, viewer: Viewer | null) {
  return {
    payment: byId<Payment>(
      async (ids) =>
        (await rows<Payment>(database.read(), selectPayments(sql`p.id = any(${ids}::uuid[])`))).filter((payment) =>
          mayRead(viewer, payment),
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
        ).filter((payment) => mayRead(viewer, payment)),
      (payment) => payment.orderId,
    ),
  };
}
