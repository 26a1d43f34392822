import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { selectPayments, type Payment } from "../entities/payment.ts";
import { selectRefunds, type Refund } from "../entities/refund.ts";

export function findPayment(database: Database, id: string): Promise<Payment | undefined> {
  return row(database.read(), selectPayments(sql`p.id = ${id}::uuid`));
}

export function findRefund(database: Database, id: string): Promise<Refund | undefined> {
  return row(database.read(), selectRefunds(sql`r.id = ${id}::uuid`));
}

/** Whether the provider's word would change the payment. @param mayAuthorize it may be that the money is set aside */
export async function awaitsAuthorization(database: Database, id: string, mayAuthorize: boolean): Promise<boolean> {
  const found = await row(
    database.read(),
    sql`select 1 from payment where id = ${id} and (status = 'PENDING' or status = 'FAILED' and ${mayAuthorize})`,
  );
  return found !== undefined;
}
