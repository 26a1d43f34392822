import type { Database } from "../../../platform/postgres/database.ts";
import type { Payment } from "../entities/payment.ts";
import type { Refund } from "../entities/refund.ts";
import { payments, refunds } from "../entities/selections.ts";
import { statement } from "../entities/tables.ts";

const payment = statement((db, { id }: { id: string }) => payments(db).where("p.id", "=", id));

export function findPayment(database: Database, id: string): Promise<Payment | undefined> {
  return payment.row(database.read(), { id });
}

const refund = statement((db, { id }: { id: string }) => refunds(db).where("r.id", "=", id));

export function findRefund(database: Database, id: string): Promise<Refund | undefined> {
  return refund.row(database.read(), { id });
}

const undecided = statement((db, { id, mayAuthorize }: { id: string; mayAuthorize: boolean }) =>
  db
    .selectFrom("payment")
    .select("id")
    .where("id", "=", id)
    .where((of) => of.or([of("status", "=", "PENDING"), of.and([of("status", "=", "FAILED"), of.val(mayAuthorize)])])),
);

/** Whether the provider's outcome can change the payment. @param mayAuthorize whether that outcome may be an authorization */
export async function awaitsAuthorization(database: Database, id: string, mayAuthorize: boolean): Promise<boolean> {
  return (await undecided.row(database.read(), { id, mayAuthorize })) !== undefined;
}
