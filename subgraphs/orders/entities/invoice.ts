import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Breakdown } from "../../../domain/pricing.ts";
import type { InvoiceKind } from "../enums.generated.ts";
import { OrderEntity } from "./order.ts";

/** The organizer's details as they were when the document was written. */
export interface InvoiceIssuer {
  name: string;
  address: string;
  vatId: string | null;
  note: string | null;
}

/** The buyer's details, if the buyer gave an address in time. */
export interface InvoiceRecipient {
  name: string;
  company: string | null;
  address: string;
  vatId: string | null;
}

/** A ticket on an invoice. Amounts are negative on a credit note. */
export interface InvoiceLine extends Breakdown {
  /** Position of the seat in the order. */
  position: number;
  eventId: string;
  /** Null if catalog had not described the event yet. */
  eventName: string | null;
  startsAt: string | null;
  description: string;
  section: string;
  row: string | null;
  seat: string | null;
}

/** An invoice or a credit note. The database refuses changes. */
export const InvoiceEntity = entity(({ defineEntity, p, of }) => {
  const properties = {
    id: p.uuid().primary(),
    kind: p.text().$type<InvoiceKind>(),
    organizationId: p.uuid(),
    sequence: p.integer(),
    number: p.text(),
    orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
    sourceId: p.uuid().unique(),
    /** The invoice that a credit note corrects. */
    correctsId: p.uuid().nullable(),
    /** Its number. */
    corrects: p.text().nullable(),
    issuedAt: p.datetime(),
    currency: p.text(),
    total: p.integer(),
    issuer: p.json<InvoiceIssuer>(),
    recipient: p.json<InvoiceRecipient>().nullable(),
    lines: p.json<InvoiceLine[]>(),
  };
  return defineEntity({
    name: "Invoice",
    tableName: "invoice",
    properties,
    uniques: [{ properties: ["organizationId", "sequence"] }, { properties: ["organizationId", "number"] }],
  });
});
export type Invoice = InferEntity<typeof InvoiceEntity>;

/** Settings of an organization. */
export const InvoicingEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Invoicing",
    tableName: "invoicing",
    properties: {
      organizationId: p.uuid().primary(),
      isOn: p.boolean(),
      asksAddress: p.boolean(),
      prefix: p.text(),
      issuerName: p.text(),
      issuerAddress: p.text(),
      vatId: p.text().nullable(),
      note: p.text().nullable(),
    },
  }),
);
export type Invoicing = InferEntity<typeof InvoicingEntity>;

export const InvoiceAddressEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "InvoiceAddress",
    tableName: "invoice_address",
    properties: {
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id").primary(),
      buyerId: p.uuid(),
      name: p.text(),
      company: p.text().nullable(),
      address: p.text(),
      vatId: p.text().nullable(),
      /** Parts of `address`; null if it was given as lines. */
      street: p.text().nullable(),
      postalCode: p.text().nullable(),
      city: p.text().nullable(),
      country: p.text().nullable(),
    },
  }),
);
