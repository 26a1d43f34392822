// Invoices and credit notes.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import {
  cursorKey,
  connectionOf,
  pageOf,
  pageRequest,
  type Connection,
  type Page,
} from "../../../platform/graphql/pagination.ts";
import type { PostalAddress } from "../entities/postal-address.ts";
import type { Invoice, InvoiceLine, InvoiceRecipient, Invoicing } from "../entities/invoice.ts";
import { InvoicingEntity } from "../entities/invoice.ts";
import { statement } from "../entities/tables.ts";

export async function invoicingOf(database: Database, organizationId: string): Promise<Invoicing | null> {
  return database.read().findOne(InvoicingEntity, { organizationId });
}

export function invoicesOfOrders(database: Database, orderIds: readonly string[]): Promise<Invoice[]> {
  return rows<Invoice>(
    database.read(),
    sql`select * from invoice where order_id = any(${orderIds}::uuid[]) order by sequence`,
  );
}

const cursorSchema = z.object({ sequence: cursorKey.int });

interface ListArgs {
  number?: string | null;
  first?: number | null;
  after?: string | null;
}

type Listed = { organizationId: string; wanted: string | null } & Page<z.infer<typeof cursorSchema>>;

const listed = statement((db, given: Listed, { has }) =>
  db
    .selectFrom("invoice as i")
    .selectAll("i")
    .where("i.organizationId", "=", given.organizationId)
    .$if(has("wanted"), (invoices) => invoices.where("i.number", "=", given.wanted!))
    .$if(has("sequence"), (invoices) => invoices.where("i.sequence", "<", given.sequence!))
    .$if(has("limit"), (invoices) => invoices.orderBy("i.sequence", "desc").limit(given.limit!))
    .$castTo<Invoice>(),
);

/** Newest first. */
export async function invoicesOfOrganization(
  database: Database,
  organizationId: string,
  { number: wanted = null, ...args }: ListArgs,
): Promise<Connection<Invoice>> {
  const request = pageRequest(args, cursorSchema);
  const of = { organizationId, wanted };
  const em = database.read();
  return connectionOf(
    await listed.rows(em, { ...of, ...pageOf(request) }),
    request,
    () => listed.count(em, of),
    ({ sequence }) => ({ sequence }),
  );
}

/** The address of an order, and whether one can be given. */
export interface AddressOfOrder {
  orderId: string;
  address: (InvoiceRecipient & { [Part in keyof PostalAddress]: string | null }) | null;
  isAsked: boolean;
}

export function invoiceAddresses(database: Database, orderIds: readonly string[]): Promise<AddressOfOrder[]> {
  return rows<AddressOfOrder>(
    database.read(),
    sql`select p.id as order_id,
          case when a.order_id is not null then jsonb_build_object('name', a.name, 'company', a.company, 'address', a.address, 'vatId', a.vat_id,
            'street', a.street, 'postalCode', a.postal_code, 'city', a.city, 'country', a.country) end as address,
          exists (select from invoice_due d where d.order_id = p.id and d.kind = 'INVOICE')
            or p.status in ('AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW') and (p.total > 0 and coalesce(s.is_on and s.asks_address, false)
              or exists (select from event_questionnaire q where q.event_id = any(p.event_id || p.more_event_ids) and q.questionnaire ->> 'invoiceAddress' <> 'NOT_ASKED')) as is_asked
        from purchase p left join invoice_address a on a.order_id = p.id left join invoicing s on s.organization_id = p.organization_id
        where p.id = any(${orderIds}::uuid[])`,
  );
}

/** Taxes by name and rate, and the total without taxes. */
export function taxesOf(lines: readonly InvoiceLine[]): {
  net: number;
  taxes: { name: string; rate: number | null; net: number; amount: number }[];
} {
  const taxes = new Map<string, { name: string; rate: number | null; net: number; amount: number }>();
  let net = 0;
  for (const { lines: parts, total } of lines) {
    const ofLine = parts.filter(({ kind }) => kind === "TAX");
    const netOfLine = total - ofLine.reduce((sum, { amount }) => sum + amount, 0);
    net += netOfLine;
    for (const { name, rate: given, amount } of ofLine) {
      const rate = given ?? null;
      const key = JSON.stringify([name, rate]);
      const before = taxes.get(key) ?? { name, rate, net: 0, amount: 0 };
      taxes.set(key, { ...before, net: before.net + netOfLine, amount: before.amount + amount });
    }
  }
  return { net, taxes: [...taxes.values()] };
}
