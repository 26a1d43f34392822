// Tickets to print: a page each, as PDF (ISO 32000). The same tickets are the same bytes.
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import QRCode from "qrcode";
import type { EventFacts } from "../read/event-facts.ts";
import type { PlacedTicket } from "../read/letters.ts";
import { formatMoney, formatTime, wordsFor } from "./words.ts";

export interface PrintedTicket extends PlacedTicket {
  code: string;
}

export interface Printed {
  event: EventFacts;
  order: { number: string; currency: string; createdAt: Date };
  tickets: PrintedTicket[];
  locale: string;
}

const MARGIN = 36;
const QR_SIZE = 170;
/** However long names are, the code stays on its page. */
const NAME_HEIGHT = 66;
const LINE_HEIGHT = 14;
/** ISO 18004 wants four modules of white around a code. */
const QUIET_ZONE = 4;

/** What the fonts that every reader has can write (WinAnsiEncoding); with them a ticket takes a fifth of the time. */
const WIN_ANSI = /^[\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/;
const fontFile = (name: string) => createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

export async function ticketPdf({ event, order, tickets, locale }: Printed): Promise<Buffer> {
  const words = wordsFor(locale);
  const document = new PDFDocument({
    size: "A5",
    margin: MARGIN,
    autoFirstPage: false,
    info: { Title: event.name, CreationDate: order.createdAt },
  });
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => document.on("end", resolve));

  const pages = tickets.map((ticket) => ({
    ticket,
    lines: [
      formatTime(event.startsAt, event.timeZone, locale),
      event.place,
      "",
      `${words.section} ${ticket.sectionName}`,
      ...(ticket.rowLabel === null ? [] : [`${words.row} ${ticket.rowLabel}, ${words.seat} ${ticket.number}`]),
      ...(ticket.holderName === null ? [] : [`${words.holder} ${ticket.holderName}`]),
      "",
      `${words.order} ${order.number}, ${ticket.tierName}, ${formatMoney(ticket.price, order.currency, locale)}`,
    ],
  }));
  const isPlain = [event.name, words.rule, ...pages.flatMap(({ lines }) => lines)].every((text) => WIN_ANSI.test(text));
  document.registerFont("text", isPlain ? "Helvetica" : fontFile("DejaVuSans"));
  document.registerFont("bold", isPlain ? "Helvetica-Bold" : fontFile("DejaVuSans-Bold"));
  for (const { ticket, lines } of pages) {
    document.addPage();
    document.font("bold").fontSize(18).text(event.name, { height: NAME_HEIGHT, ellipsis: true });
    document.moveDown(0.5).font("text").fontSize(11);
    for (const line of lines) document.text(line === "" ? " " : line, { height: LINE_HEIGHT, ellipsis: true });
    document.moveDown(1);
    drawCode(document, ticket.code, document.y);
    document.fontSize(8).text(words.rule, MARGIN, document.y + QR_SIZE + 12);
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

/** As vectors, each row of dark modules in as few rectangles as there are runs. */
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
