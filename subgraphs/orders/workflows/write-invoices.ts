// Writes the invoices and credit notes that are due for an organization, by a job that resumes after a crash. Documents, their numbers and the end
// of their being due are one transaction under the counter's lock: a transaction that does not commit gives no number, so numbers have no gaps.
import { reach } from "../../../platform/core/fault-points.ts";
import { inSeconds, type JobContext } from "../../../platform/jobs/jobs.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { documentsOf, type DueDocument, type SoldOrder } from "../commands/invoice-documents.ts";
import type { Invoice, Invoicing } from "../entities/invoice.ts";

/** Documents per transaction. */
const TOGETHER = 50;
/** Until the transaction of another job has ended. */
const RETRY_SECONDS = 1;

type Job = Pick<JobContext, "database" | "complete" | "keep" | "postpone">;

export async function writeInvoices(job: Job, organizationId: string): Promise<void> {
  for (let isOver = false; !isOver;) {
    isOver = await job.database.transaction((tx) => writeSome(tx, job, organizationId));
  }
}

interface Counter extends Omit<Invoicing, "isOn" | "asksAddress"> {
  last: number;
  at: Date;
}

/** True if these were the last documents, or another job is writing. */
async function writeSome(tx: Tx, job: Job, organizationId: string): Promise<boolean> {
  const counter = await row<Counter>(
    tx,
    sql`select c.last, greatest(c.last_at, date_trunc('milliseconds', app_now())) as at, s.*
        from invoice_counter c join invoicing s using (organization_id)
        where organization_id = ${organizationId} for update of c skip locked`,
  );
  if (!counter) {
    await job.postpone(tx, inSeconds(RETRY_SECONDS));
    return true;
  }
  // Locked: an address that is being given to one of these orders is on its invoice.
  const due = await rows<DueDocument>(
    tx,
    sql`select id, kind, order_id, source_id, positions,
          (select array_agg(t.kept order by p.n) from unnest(d.positions) with ordinality p(position, n)
             join ticket t on t.order_id = d.order_id and t.position = p.position) as kept
        from invoice_due d where organization_id = ${organizationId}
        order by id limit ${TOGETHER} for update`,
  );
  if (due.length > 0) await write(tx, counter, due);
  reach("invoices numbered, not committed");
  const isOver = due.length < TOGETHER;
  await (isOver ? job.complete(tx) : job.keep(tx));
  return isOver;
}

async function write(tx: Tx, counter: Counter, due: DueDocument[]): Promise<void> {
  const { organizationId, last, prefix, at, issuerName: name, issuerAddress: address, vatId, note } = counter;
  const [orders, known] = await Promise.all([soldOrders(tx, due), knownInvoices(tx, due)]);
  const issuer = { name, address, vatId: vatId ?? null, note: note ?? null };
  const documents = documentsOf(due, { organizationId, last, prefix, at, issuer }, orders, known);
  const of = <Value>(value: (document: Invoice) => Value) => documents.map(value);
  await rows(
    tx,
    sql`with written as (
          insert into invoice (id, kind, organization_id, sequence, number, order_id, source_id, corrects_id, corrects, issued_at, currency, total, issuer, recipient, lines)
          select id, kind, ${organizationId}::uuid, sequence, number, order_id, source_id, corrects_id, corrects, ${at}::timestamptz, currency, total,
            ${JSON.stringify(issuer)}::jsonb, recipient::jsonb, lines::jsonb
          from unnest(${of(({ id }) => id)}::uuid[], ${of(({ kind }) => kind)}::text[], ${of(({ sequence }) => sequence)}::int[], ${of(({ number }) => number)}::text[],
                      ${of(({ orderId }) => orderId)}::uuid[], ${of(({ sourceId }) => sourceId)}::uuid[], ${of(({ correctsId }) => correctsId ?? null)}::uuid[],
                      ${of(({ corrects }) => corrects ?? null)}::text[],
                      ${of(({ currency }) => currency)}::text[], ${of(({ total }) => total)}::int[],
                      ${of(({ recipient }) => recipient && JSON.stringify(recipient))}::text[], ${of(({ lines }) => JSON.stringify(lines))}::text[])
            as d(id, kind, sequence, number, order_id, source_id, corrects_id, corrects, currency, total, recipient, lines)
          order by sequence
        ), done as (
          delete from invoice_due where id = any(${due.map(({ id }) => id)}::bigint[])
        )
        update invoice_counter set last = last + ${documents.length}, last_at = ${at}::timestamptz where organization_id = ${organizationId}`,
  );
}

/** Orders of due invoices. */
async function soldOrders(tx: Tx, due: DueDocument[]): Promise<Map<string, SoldOrder>> {
  const ids = due.flatMap(({ kind, orderId }) => (kind === "INVOICE" ? [orderId] : []));
  const found = await rows<SoldOrder>(
    tx,
    sql`select p.id, p.currency,
          (select jsonb_build_object('name', a.name, 'company', a.company, 'address', a.address, 'vatId', a.vat_id)
           from invoice_address a where a.order_id = p.id) as recipient,
          (select jsonb_agg(jsonb_build_object('position', i.position, 'sectionName', i.section_name, 'rowLabel', i.row_label, 'number', i.number,
             'tierName', i.tier_name, 'priceName', i.price_name, 'price', i.price, 'breakdown', i.breakdown, 'eventId', coalesce(i.event_id, p.event_id), 'eventName', f.name,
             'startsAt', to_char(f.starts_at at time zone f.time_zone, 'YYYY-MM-DD HH24:MI')) order by i.position)
           from order_item i left join event_facts f on f.event_id = coalesce(i.event_id, p.event_id) where i.order_id = p.id) as items
        from purchase p where p.id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((order) => [order.id, order]));
}

async function knownInvoices(tx: Tx, due: DueDocument[]): Promise<Map<string, Invoice>> {
  const ids = due.map(({ orderId }) => orderId);
  const found = await rows<Invoice>(
    tx,
    sql`select * from invoice where order_id = any(${ids}::uuid[]) and kind = 'INVOICE'`,
  );
  return new Map(found.map((invoice) => [invoice.orderId, invoice]));
}
