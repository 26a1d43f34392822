// Invoices and credit notes as PDF (ISO 32000). The output is deterministic.
import PDFDocument from "pdfkit";
import { percentOf } from "../../../domain/pricing.ts";
import type { Invoice, InvoiceLine } from "../entities/invoice.ts";
import { fontsFor } from "./print-fonts.ts";
import { drawText, isolate } from "./text-layout.ts";
import { formatDay, formatMoney, translationFor } from "./translations.ts";

export interface PrintedInvoice {
  invoice: Invoice;
  orderNumber: string;
  /** Total without taxes. */
  net: number;
  taxes: { name: string; rate: number | null; net: number; amount: number }[];
  locale: string;
  /** Folder of fonts for scripts that the built-in ones lack. */
  fontFolder: string;
}

const MARGIN = 56;
const TITLE_SIZE = 18;
const TEXT_SIZE = 10;
/** Limit of a paragraph, such as an address. */
const MOST_LINES = 12;

/** A paragraph; "": a gap. */
interface Paragraph {
  text: string;
  isBold?: boolean;
  size?: number;
}

export async function invoicePdf(printed: PrintedInvoice): Promise<Buffer> {
  const { invoice, fontFolder } = printed;
  const info = { Title: invoice.number, CreationDate: invoice.issuedAt };
  const document = new PDFDocument({ size: "A4", margin: MARGIN, info });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on("end", resolve));
  const paragraphs = contentOf(printed);
  const fonts = fontsFor(
    paragraphs.map(({ text }) => text.replaceAll("\n", " ")),
    fontFolder,
  );
  for (const { text, isBold = false, size = TEXT_SIZE } of paragraphs) {
    if (document.y > document.page.height - 2 * MARGIN) document.addPage();
    if (text === "") document.y += TEXT_SIZE;
    else
      for (const line of text.split("\n"))
        drawText(document, line, { fonts: isBold ? fonts.bold : fonts.text, size, lines: MOST_LINES });
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function contentOf({ invoice, orderNumber, net, taxes, locale }: PrintedInvoice): Paragraph[] {
  const words = translationFor(locale);
  const { issuer, recipient, kind, currency, number, corrects, issuedAt } = invoice;
  const money = (amount: number) => formatMoney(amount, currency, locale);
  const vat = (vatId: string | null) => (vatId === null ? [] : [{ text: `${words.invoice.vatId} ${vatId}` }]);
  const gap = { text: "" };
  const to =
    recipient && [recipient.name, ...(recipient.company === null ? [] : [recipient.company])].map((text) => ({ text }));
  return [
    { text: issuer.name, isBold: true },
    { text: issuer.address },
    ...vat(issuer.vatId),
    gap,
    ...(to ? [...to, { text: recipient.address }, ...vat(recipient.vatId), gap] : []),
    {
      text: `${kind === "INVOICE" ? words.invoice.invoice : words.invoice.creditNote} ${number}`,
      isBold: true,
      size: TITLE_SIZE,
    },
    ...(corrects == null ? [] : [{ text: words.invoice.corrects(corrects) }]),
    { text: `${words.invoice.date}: ${formatDay(issuedAt, "UTC", locale)}` },
    { text: `${words.order} ${orderNumber}` },
    gap,
    ...invoice.lines.flatMap((line) => [{ text: lineText(line, money) }, ...parts(line, money)]),
    gap,
    { text: `${words.invoice.net}: ${money(net)}` },
    ...taxes.map((tax) => ({ text: `${words.invoice.tax(taxName(tax), money(tax.net))}: ${money(tax.amount)}` })),
    { text: `${words.total}: ${money(invoice.total)}`, isBold: true },
    ...(issuer.note === null ? [] : [gap, { text: issuer.note }]),
  ];
}

type Money = (amount: number) => string;

function lineText({ eventName, startsAt, description, section, row, seat, base }: InvoiceLine, money: Money): string {
  const about = [eventName, startsAt, description, section, row, seat].filter((part) => part !== null);
  return `${about.map(isolate).join(", ")}: ${money(base)}`;
}

/** Discounts and fees. */
function parts({ lines }: InvoiceLine, money: Money): Paragraph[] {
  return lines
    .filter(({ kind, isIncluded }) => kind !== "TAX" && !isIncluded)
    .map(({ name, amount }) => ({ text: `    ${isolate(name)}: ${money(amount)}` }));
}

const taxName = ({ name, rate }: { name: string; rate: number | null }) =>
  rate === null ? isolate(name) : `${isolate(name)} ${percentOf(rate)} %`;
