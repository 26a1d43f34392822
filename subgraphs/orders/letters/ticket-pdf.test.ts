import { ticketPdf, type PrintedTicket } from "./ticket-pdf.ts";
import { formatMoney, languages, wordsFor } from "./words.ts";

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
  createdAt: new Date(0),
  sectionName: "W".repeat(100),
  rowLabel: "W".repeat(20),
  number: "W".repeat(20),
  tierName: "W".repeat(100),
  code: `T1.${"A".repeat(46)}.${"B".repeat(86)}`,
};

test.each(["de", "pl", "ja"])("however long the names are, a ticket is one page (%s)", async (locale) => {
  const event = {
    eventId: "e",
    version: 1,
    name: "Wagner ".repeat(30),
    place: "Opernhaus ".repeat(40),
    startsAt: new Date("2027-03-28T18:00:00Z"),
    endsAt: null,
    timeZone: "Europe/Berlin",
  };
  const order = { number: "ABCDEFGH23", currency: "EUR", createdAt: new Date(0) };
  const pdf = (await ticketPdf({ event, order, tickets: [ticket], locale })).toString("latin1");
  expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
});

test("every language says everything", () => {
  const said = languages().map((language) => {
    const { confirmed, ended, cancelled, received, handedOn, ...rest } = wordsFor(`${language}-XX`);
    return [
      ...Object.values(rest).map((text) => (typeof text === "string" ? text : text("Ada"))),
      ...[confirmed, ended, cancelled, received, handedOn].map(({ subject }) => subject("Tosca")),
      ...[confirmed.body, confirmed.attached, ended.body, received.body, handedOn.body],
      ...[cancelled.body(1), cancelled.body(2), cancelled.refund("1 €"), cancelled.reason("ill")],
    ];
  });
  for (const texts of said) expect(texts.every((text) => text.trim().length > 2)).toBe(true);
  expect(new Set(said.map((texts) => texts.join("\n"))).size).toBe(languages().length);
});

test("amounts have as many decimals as their currency", () => {
  expect(formatMoney(1_250, "USD", "en")).toBe("$12.50");
  expect(formatMoney(1_250, "JPY", "en")).toBe("¥1,250");
  expect(formatMoney(1_250, "KWD", "en").replaceAll(/\s/g, " ")).toBe("KWD 1.250");
});
