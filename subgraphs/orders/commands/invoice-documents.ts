// Builds invoices and credit notes from what was sold.
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { breakdownOf, kindOf, type OrderItem } from "../entities/order-item.ts";
import type { Invoice, InvoiceIssuer, InvoiceLine, InvoiceRecipient } from "../entities/invoice.ts";
import type { InvoiceKind } from "../enums.generated.ts";

export interface DueDocument {
  id: string;
  kind: InvoiceKind;
  orderId: string;
  sourceId: string;
  positions: number[] | null;
  /** Fees of exchanged and returned tickets, in the sequence of the positions: they are not given back. */
  kept: number[] | null;
}

export interface SoldItem extends Pick<
  OrderItem,
  "position" | "sectionName" | "rowLabel" | "number" | "tierName" | "priceName" | "price" | "breakdown"
> {
  eventId: string;
  eventName: string | null;
  startsAt: string | null;
}

export interface SoldOrder {
  id: string;
  currency: string;
  recipient: InvoiceRecipient | null;
  items: SoldItem[];
}

/** Numbers of one organization: `last` was given before. */
export interface Numbering {
  organizationId: string;
  last: number;
  prefix: string;
  at: Date;
  issuer: InvoiceIssuer;
}

const DIGITS = 6;

export function invoiceNumber(prefix: string, sequence: number): string {
  return `${prefix}-${String(sequence).padStart(DIGITS, "0")}`;
}

const NOTHING = { correctsId: null, corrects: null };

type Content = Pick<Invoice, "currency" | "recipient" | "lines">;

/** Numbers the documents in the given order. `known`: invoices that were written before, by order. */
export function documentsOf(
  due: DueDocument[],
  { organizationId, last, prefix, at, issuer }: Numbering,
  orders: Map<string, SoldOrder>,
  known: Map<string, Invoice>,
): Invoice[] {
  const invoices = new Map(known);
  return due.map(({ kind, orderId, sourceId, positions, kept }, index) => {
    const invoice = invoices.get(orderId);
    if (kind === "CREDIT_NOTE" && !invoice) throw new Error(`Order ${orderId} has no invoice to correct.`);
    const content = kind === "INVOICE" ? contentOf(orders.get(orderId)!) : corrected(invoice!, positions!, kept ?? []);
    const sequence = last + index + 1;
    const total = content.lines.reduce((sum, line) => sum + line.total, 0);
    const about = { id: uuid(), kind, organizationId, sequence, number: invoiceNumber(prefix, sequence), orderId };
    const corrects = kind === "INVOICE" ? {} : { correctsId: invoice!.id, corrects: invoice!.number };
    const made: Invoice = { ...about, sourceId, ...NOTHING, ...corrects, issuedAt: at, total, issuer, ...content };
    if (kind === "INVOICE") invoices.set(orderId, made);
    return made;
  });
}

function contentOf({ currency, recipient, items }: SoldOrder): Content {
  return { currency, recipient, lines: items.map(lineOf) };
}

function lineOf(item: SoldItem): InvoiceLine {
  const { position, eventId, eventName, startsAt, sectionName, rowLabel, number } = item;
  const seat = { section: sectionName, row: rowLabel ?? null, seat: number ?? null };
  return { position, eventId, eventName, startsAt, description: kindOf(item), ...seat, ...breakdownOf(item) };
}

/** The lines of some tickets, with negative amounts. */
function corrected({ currency, recipient, lines }: Invoice, positions: number[], kept: number[]): Content {
  const cancelled = lines.filter(({ position }) => positions.includes(position));
  const given = cancelled.map((line) => withoutFee(line, kept[positions.indexOf(line.position)] ?? 0));
  return { currency, recipient, lines: given.map(negated) };
}

/** Each part of the price in the proportion of what is given back, so that its taxes are, too. The base price takes what rounding leaves. */
function withoutFee(line: InvoiceLine, fee: number): InvoiceLine {
  if (fee === 0) return line;
  const total = line.total - fee;
  const lines = line.lines.map((part) => ({ ...part, amount: Math.round((part.amount * total) / line.total) }));
  const added = lines.reduce((sum, { amount, isIncluded }) => (isIncluded ? sum : sum + amount), 0);
  return { ...line, base: total - added, lines, total };
}

// Not -0, which JSON and tests would tell from 0.
const minus = (amount: number) => (amount === 0 ? 0 : -amount);

function negated(line: InvoiceLine): InvoiceLine {
  const lines = line.lines.map((part) => ({ ...part, amount: minus(part.amount) }));
  return { ...line, base: minus(line.base), lines, total: minus(line.total) };
}
