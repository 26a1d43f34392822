// Printed tickets as PDF (ISO 32000), a page for each. The output is deterministic.
import PDFDocument from "pdfkit";
import QRCode from "qrcode";
import type { EventFacts } from "../queries/event-facts.ts";
import type { PlacedTicket } from "../queries/notifications.ts";
import { kindOf } from "../entities/order-item.ts";
import { fontsFor } from "./print-fonts.ts";
import { canPrint, drawText, isolate } from "./text-layout.ts";
import { formatMoney, formatTime, translationFor } from "./translations.ts";

export interface PrintedTicket extends PlacedTicket {
  code: string;
}

export interface Printed {
  event: EventFacts;
  /** Of tickets for other events. */
  moreEvents?: readonly EventFacts[];
  order: { number: string; currency: string; createdAt: Date };
  tickets: PrintedTicket[];
  locale: string;
  /** Folder of fonts for scripts that the built-in ones lack. */
  fontFolder: string;
}

const MARGIN = 36;
const QR_SIZE = 170;
const NAME_SIZE = 18;
/** Limit that keeps the code on its page. */
const NAME_LINES = 3;
const TEXT_SIZE = 11;
const RULE_SIZE = 8;
/** Width of the white margin in modules (ISO 18004). */
const QUIET_ZONE = 4;

export async function ticketPdf({
  event,
  moreEvents = [],
  order,
  tickets,
  locale,
  fontFolder,
}: Printed): Promise<Buffer> {
  const words = translationFor(locale);
  const document = new PDFDocument({
    size: "A5",
    margin: MARGIN,
    autoFirstPage: false,
    info: { Title: event.name, CreationDate: order.createdAt },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on("end", resolve));

  const eventOf = ({ eventId }: PrintedTicket) => moreEvents.find((one) => one.eventId === eventId) ?? event;
  const pages = tickets.map((ticket) => ({
    ticket,
    event: eventOf(ticket),
    lines: [
      eventOf(ticket).place,
      "",
      `${words.section} ${isolate(ticket.sectionName)}`,
      ...(ticket.rowLabel === null
        ? []
        : [`${words.row} ${isolate(ticket.rowLabel)}, ${words.seat} ${isolate(ticket.number ?? "")}`]),
      ...(ticket.holderName === null ? [] : [`${words.holder} ${isolate(ticket.holderName ?? "")}`]),
      "",
      `${words.order} ${order.number}, ${isolate(kindOf(ticket))}, ${formatMoney(ticket.price, order.currency, locale)}`,
    ],
  }));
  const timeOf = ({ startsAt, timeZone }: EventFacts) => formatTime(startsAt, timeZone, locale);
  const heads = pages.flatMap((page) => [page.event.name, timeOf(page.event)]);
  const texts = [...heads, words.rule, ...pages.flatMap(({ lines }) => lines)];
  const fonts = fontsFor(texts, fontFolder);
  for (const page of pages) {
    const { ticket, lines } = page;
    const localTime = timeOf(page.event);
    const { startsAt, timeZone } = page.event;
    const time = canPrint(fonts.text, localTime) ? localTime : formatTime(startsAt, timeZone, "en");
    document.addPage();
    drawText(document, page.event.name, { fonts: fonts.bold, size: NAME_SIZE, lines: NAME_LINES });
    document.y += TEXT_SIZE / 2;
    for (const line of [time, ...lines]) drawText(document, line, { fonts: fonts.text, size: TEXT_SIZE, lines: 1 });
    document.y += TEXT_SIZE;
    drawCode(document, ticket.code, document.y);
    document.y += QR_SIZE + TEXT_SIZE;
    drawText(document, words.rule, { fonts: fonts.text, size: RULE_SIZE, lines: 3 });
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Draws the code as vectors: a rectangle for each run of dark modules in a row. */
function drawCode(document: PDFKit.PDFDocument, code: string, top: number): void {
  const { modules } = QRCode.create(code, { errorCorrectionLevel: "M" });
  const unit = QR_SIZE / (modules.size + 2 * QUIET_ZONE);
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      const start = x;
      while (x < modules.size && modules.get(y, x)) x++;
      if (x > start)
        document.rect(MARGIN + (start + QUIET_ZONE) * unit, top + (y + QUIET_ZONE) * unit, (x - start) * unit, unit);
    }
  }
  document.fill("black");
}
