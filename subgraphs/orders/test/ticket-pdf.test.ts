import path from "node:path";
import { constants, inflateSync } from "node:zlib";
import { getDocumentProxy } from "unpdf";
import { findTicketFonts } from "../../../local/servers/fonts.ts";
import { ROOT } from "../../../operations/topology.ts";
import type { EventFacts } from "../queries/event-facts.ts";
import { inVisualOrder } from "../notifications/text-layout.ts";
import { ticketPdf, type PrintedTicket } from "../notifications/ticket-pdf.ts";
import { formatMoney, formatTime, languages, translationFor } from "../notifications/translations.ts";

const ticket: PrintedTicket = {
  id: "01a1ff08-ccdc-787e-9cfa-2f6d7b1ad219",
  orderId: "o",
  position: 0,
  eventId: "e",
  organizationId: "x",
  holderId: "h",
  holderName: "W".repeat(100),
  status: "VALID",
  revision: 1,
  price: 4_950,
  usedAt: null,
  usedBy: null,
  isOutside: false,
  exchangeId: null,
  kept: 0,
  createdAt: new Date(0),
  sectionName: "W".repeat(100),
  rowLabel: "W".repeat(20),
  number: "W".repeat(20),
  tierName: "W".repeat(100),
  priceName: null,
  code: `T1.${"A".repeat(46)}.${"B".repeat(86)}`,
};

const event: EventFacts = {
  eventId: "e",
  version: 1,
  name: "Wagner ".repeat(30),
  place: "Opernhaus ".repeat(40),
  startsAt: new Date("2027-03-28T18:00:00Z"),
  endsAt: null,
  timeZone: "Europe/Berlin",
};
const order = { number: "ABCDEFGH23", currency: "EUR", createdAt: new Date(0) };
const NO_FONTS = "/nowhere";

async function linesOf(pdf: Buffer): Promise<string[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 });
  const { items } = await (await document.getPage(1)).getTextContent();
  return items
    .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
    .join("")
    .normalize("NFKC")
    .split("\n");
}

const print = (holderName: string, { locale = "en", fontFolder = NO_FONTS } = {}) =>
  ticketPdf({ event, order, tickets: [{ ...ticket, holderName }], locale, fontFolder });

test.each(["de", "pl", "ja", "ar"])("however long the names are, a ticket is one page (%s)", async (locale) => {
  const pdf = (await print("W".repeat(100), { locale })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
});

test("the same ticket is the same bytes", async () => {
  expect(await print("דוד בן גוריון")).toEqual(await print("דוד בן גוריון"));
});

// PDF readers put right-to-left text back into logical order, but differ in the place of neighbouring text.
test.each([
  ["Western", "Ada Lovelace"],
  ["Polish", "Łukasz Wałęsa"],
  ["Greek", "Νίκος Καζαντζάκης"],
  ["Cyrillic", "Анна Ахматова"],
  ["Arabic", "محمد علي"],
  ["Hebrew", "דוד בן גוריון"],
  ["Thai", "สมชาย ใจดี"],
  ["emoji", "Ada 🎉👩‍👩‍👧"],
])("a name in %s is read from the ticket as it was written", async (_, name) => {
  expect(await linesOf(await print(name))).toContainEqual(expect.stringContaining(name.normalize("NFKC")));
});

/** A literal string of PDF (ISO 32000-1, 7.3.4.2). */
function unescaped(literal: string): string {
  const named: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  return literal.replaceAll(/\\([^])/g, (_, character: string) => named[character] ?? character);
}

test("a name in Devanagari, whose glyphs stand in another order, is said beside them", async () => {
  const name = "प्रिया शर्मा";
  const pdf = await print(name);
  const start = pdf.indexOf("stream\n") + "stream\n".length;
  const content = inflateSync(pdf.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  const [, escaped] = /\/ActualText \(([^]*?)\)\n?>> BDC/.exec(content)!;
  const bytes = Buffer.from(unescaped(escaped!), "latin1");
  expect(bytes.swap16().toString("utf16le")).toBe(`\ufeff${name}`);
});

test("runs are put into visual order by their levels", () => {
  expect(inVisualOrder([1, 1, 2, 1, 0].map((level, at) => ({ level, at }))).map(({ at }) => at)).toEqual([
    3, 2, 1, 0, 4,
  ]);
});

const cjkFonts = findTicketFonts(path.join(ROOT, ".data", "cache", "fonts"));
if (!cjkFonts) console.warn("No font for Chinese, Japanese and Korean is to be had here: its tests are left out.");

(cjkFonts ? test : test.skip).each([
  ["Chinese", "王小明", "zh-Hans"],
  ["Japanese", "山田 太郎", "ja"],
  ["Korean", "김철수", "ko"],
])("a name in %s, and the date, are printed where there is a font for it", async (_, name, locale) => {
  const lines = await linesOf(await print(name, { locale, fontFolder: cjkFonts! }));
  expect(lines).toContainEqual(expect.stringContaining(name));
  expect(lines).toContainEqual(formatTime(event.startsAt, event.timeZone, locale).normalize("NFKC"));
});

test("where no font has a script, the name is transcribed and the date is English", async () => {
  const lines = await linesOf(await print("山田 太郎", { locale: "ja" }));
  expect(lines).toContainEqual("Name ShanTian TaiLang");
  expect(lines).toContainEqual(formatTime(event.startsAt, event.timeZone, "en").normalize("NFKC"));
});

test("every language says everything", () => {
  const said = languages().map((language) => {
    const {
      confirmed,
      ended,
      cancelled,
      received,
      handedOn,
      moved,
      exchanged,
      returned,
      offered,
      changed,
      reminder,
      invoice,
      codesLater,
      ...rest
    } = translationFor(`${language}-XX`);
    const { corrects, tax, ...ofInvoice } = invoice;
    return [
      ...Object.values(rest).map((text) => (typeof text === "string" ? text : text("Ada"))),
      ...[confirmed, ended, cancelled, received, handedOn, moved, exchanged, returned, offered, changed, reminder].map(
        ({ subject }) => subject("Tosca"),
      ),
      codesLater("Tosca", "July"),
      ...[confirmed.body, confirmed.attached, ended.body, received.body, handedOn.body, moved.body],
      ...[changed.time, changed.place, changed.before("June"), changed.refund("July"), changed.choose, reminder.body],
      ...[offered.body(1, "July"), offered.body(2, "July"), offered.order, offered.decline],
      ...[exchanged.body(1, "A1"), exchanged.body(2, "A1"), exchanged.credit, exchanged.paid],
      ...[returned.body(1), returned.body(2), returned.fee("1 €")],
      ...[...Object.values(ofInvoice), corrects("A-1"), tax("VAT", "1 €")],
      ...[cancelled.body(1), cancelled.body(2), cancelled.refund("1 €"), cancelled.reason("ill")],
    ];
  });
  for (const texts of said) expect(texts.every((text) => text.trim().length > 2)).toBe(true);
  expect(new Set(said.map((texts) => texts.join("\n"))).size).toBe(languages().length);
});

test.each([
  [1_250, "USD", "$12.50"],
  [1_250, "JPY", "¥1,250"],
  [1_250, "KWD", "KWD 1.250"],
  // CLDR shows these without decimals.
  [500_000, "HUF", "HUF 5,000.00"],
  [500_000, "IDR", "IDR 5,000.00"],
  [500_000, "COP", "COP 5,000.00"],
  [500_000, "LBP", "LBP 5,000.00"],
  [500_000, "MGA", "MGA 5,000.00"],
  [500_000, "IQD", "IQD 500.000"],
  [500_000, "ISK", "ISK 500,000"],
])("%d minor units of %s are written as %s", (amount, currency, written) => {
  expect(formatMoney(amount, currency, "en").replaceAll(/\s/g, " ")).toBe(written);
});

test("in every locale an amount has the decimals of ISO 4217", () => {
  for (const locale of ["de", "hu", "id", "ja", "ar-EG", "es-CO"])
    expect(formatMoney(123_456, "HUF", locale).replaceAll(/\P{Nd}/gu, "")).toHaveLength(6);
});
