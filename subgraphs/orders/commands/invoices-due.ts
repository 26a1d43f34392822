// Notes which invoices and credit notes are to be written, in the transaction that confirms the order or cancels the tickets, and as a part of
// one of its statements: an order of an organization without invoices costs no statement more. A job writes and numbers them later.
import { scheduleMany } from "../../../platform/jobs/jobs.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";
import { JOBS } from "../job-names.ts";

export interface DueInvoice {
  organizationId: string;
  sourceId: string;
}

/** Inserts and returns the due invoices of confirmed orders. Free orders have none. */
export function invoicesDue(orders: Pick<Order, "id" | "organizationId" | "total">[]): Sql {
  const paid = orders.filter(({ total }) => total > 0);
  return sql`insert into invoice_due (kind, organization_id, order_id, source_id)
             select 'INVOICE', o.organization_id, o.id, o.id
             from unnest(${paid.map(({ id }) => id)}::uuid[], ${paid.map(({ organizationId }) => organizationId)}::uuid[]) as o(id, organization_id)
               join invoicing s on s.organization_id = o.organization_id and s.is_on
             order by o.id
             on conflict do nothing returning organization_id, source_id`;
}

/**
 * Inserts and returns the due credit note of the tickets in the CTE `dead`, if the order has an invoice, or one is due. One snapshot sees
 * either, because the job replaces one with the other in a transaction.
 */
export function creditNoteDue({ orderId, organizationId, sourceId }: DueInvoice & { orderId: string }): Sql {
  return sql`insert into invoice_due (kind, organization_id, order_id, source_id, positions)
             select 'CREDIT_NOTE', ${organizationId}::uuid, ${orderId}::uuid, ${sourceId}::uuid, d.positions
             from (select array_agg(position order by position) as positions, sum(price) as price from dead) d
             where d.price > 0
               and (exists (select from invoice where order_id = ${orderId} and kind = 'INVOICE')
                 or exists (select from invoice_due where order_id = ${orderId} and kind = 'INVOICE'))
             on conflict do nothing returning source_id`;
}

/** Time in which further documents of the organization become due, and are written together. */
const GATHER_SECONDS = 1;

/** A job for each document: the first one writes all that are due, and the others find nothing. None can be missed. */
export function scheduleInvoices(tx: Tx, due: DueInvoice[]): Promise<void> {
  const jobs = due.map(({ organizationId, sourceId }) => ({ key: sourceId, body: { organizationId } }));
  return scheduleMany(tx, "orders", JOBS.invoices, jobs, { inSeconds: GATHER_SECONDS });
}
