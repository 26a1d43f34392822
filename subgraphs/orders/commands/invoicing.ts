// Settings of invoices, and addresses of buyers for them.
import type { Tx } from "../../../platform/postgres/database.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { InvoicingEntity, type Invoicing } from "../entities/invoice.ts";
import { eventIdsOf, type Order } from "../entities/order.ts";
import { knownOrders, statement } from "../entities/tables.ts";
import { InvoiceAddressClosed } from "../errors.ts";
import type { InvoiceAddress, InvoicingInput } from "../inputs.ts";
import { storeAddresses } from "./store-answers.ts";
import { audit } from "./audit.ts";

/** Idempotent. Orders that are confirmed from now on have invoices, or no longer. */
export async function setInvoicing(tx: Tx, organizationId: string, input: InvoicingInput): Promise<void> {
  // The first statement creates the counter; later ones wait for each other at its lock.
  await rows(tx, sql`insert into invoice_counter (organization_id) values (${organizationId}) on conflict do nothing`);
  await rows(tx, sql`select 1 from invoice_counter where organization_id = ${organizationId} for update`);
  const before = await tx.findOne(InvoicingEntity, { organizationId }, LOCKED);
  const fields = Object.keys(input).filter((name) => before?.[name as keyof Invoicing] !== input[name as never]);
  if (fields.length === 0) return;
  if (before) Object.assign(before, input);
  else await tx.insert(InvoicingEntity, { organizationId, ...input });
  await tx.flush();
  await audit(tx, { organizationId, action: "setInvoicing", subject: organizationId, detail: { fields } });
}

/** The job's foreign keys refer to orders: a stronger lock would be a deadlock with it. */
const lockWeakly = statement((db, { orderId }: { orderId: string }) =>
  knownOrders(db).where("o.id", "=", orderId).forNoKeyUpdate(),
);

/**
 * Idempotent. Only while an invoice is still to be written: the lock of the order, or of the row that makes its invoice due, orders this and the
 * job that writes the invoice.
 * Refusals: InvoiceAddressClosed
 */
export async function setInvoiceAddress(tx: Tx, { id: orderId }: Order, address: InvoiceAddress): Promise<void> {
  const order = await lockWeakly.row(tx, { orderId });
  if (!order || !(await awaitsInvoice(tx, order))) throw new InvoiceAddressClosed();
  await storeAddresses(tx, [{ orderId, buyerId: order.buyerId, address }]);
}

const OPEN = ["AWAITING_PAYMENT", "PROCESSING", "IN_REVIEW"];

/** An address is asked by the organization for its invoices, or by an event of the order. */
async function awaitsInvoice(tx: Tx, { id, organizationId, status, total, ...order }: Order): Promise<boolean> {
  const due = await row(tx, sql`select 1 from invoice_due where order_id = ${id} and kind = 'INVOICE' for update`);
  if (due) return true;
  if (!OPEN.includes(status)) return false;
  const on = await row(
    tx,
    sql`select 1 from invoicing where organization_id = ${organizationId} and is_on and asks_address and ${total}::int > 0
        union all select 1 from event_questionnaire
          where event_id = any(${eventIdsOf(order)}::uuid[]) and questionnaire ->> 'invoiceAddress' <> 'NOT_ASKED'`,
  );
  return on !== undefined;
}
