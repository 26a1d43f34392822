// Every letter about an event names the organizer, the place, the contact and the terms.
import { parse } from "graphql";
import { read } from "../../../testkit/project-files.ts";
import type { LetterKind } from "../enums.generated.ts";
import type { MailingKind } from "../entities/mailing.ts";
import type { PlacedTicket } from "../queries/notifications.ts";
import { compose, type Stationery } from "../notifications/compose.ts";
import type { Content } from "../notifications/event-letters.ts";
import { languages } from "../notifications/translations.ts";
import { offerSheet } from "../notifications/waitlist-offer.ts";

const HOUR_MS = 3_600_000;
const NOW = new Date("2027-03-27T18:00:00Z");
const BUYER = "b";

const letterhead = {
  name: "Oper & Ballett",
  isSuspended: false,
  contactEmail: "kasse@oper.example",
  contactPhone: "+49 361 123",
  termsUrl: "https://oper.example/terms?a=1&b=2",
};
const PLACE = "Großes Haus, Theaterplatz 1 & 2, Erfurt";
const FOOT = [
  letterhead.name,
  PLACE,
  `${letterhead.contactEmail}, ${letterhead.contactPhone}`,
  letterhead.termsUrl,
] as const;

const event = {
  ...{ eventId: "e", version: 1, name: "Aida", place: PLACE, timeZone: "Europe/Berlin" },
  ...{ startsAt: new Date(NOW.getTime() + 24 * HOUR_MS), endsAt: null },
};
const contact = { displayName: "Bea", email: "bea@mail.example", verified: true };

const ticket = (status: PlacedTicket["status"]): PlacedTicket => ({
  ...{ id: "t", orderId: "o", position: 0, eventId: "e", organizationId: "x", holderId: BUYER, holderName: null },
  ...{ status, revision: 1, price: 4_500, usedAt: null, usedBy: null, isOutside: false, exchangeId: null, kept: 0 },
  ...{ createdAt: NOW, sectionName: "Parkett", rowLabel: "1", number: "4", tierName: "I", priceName: null },
});

const order: Content["order"] = {
  ...{ id: "o", number: "ABCDEFGH23", buyerId: BUYER, holdId: "h", names: [], status: "CONFIRMED", phase: null },
  ...{ eventId: "e", organizationId: "x", currency: "EUR", total: 4_500, refunded: 0, promoCode: null },
  ...{ expiresAt: null, paymentId: null, eventCancelled: false, isFrozen: false, createdAt: NOW, tender: null },
  ...{ moreHoldIds: [], moreEventIds: [], exchangedFrom: null, credit: 0 },
};

const mailing = (kind: MailingKind): NonNullable<Content["mailing"]> => ({
  ...{ id: "m", eventId: "e", organizationId: "x", kind, status: "DONE", eventVersion: 1, letters: 1 },
  ...{ oldStartsAt: NOW, oldPlace: "Elsewhere", refundUntil: null, subject: "Hello", body: "Come early.\n\nBye." },
  ...{ tierName: null, sectionId: null, writtenBy: null, createdAt: NOW, lastOrderId: null },
});

/** Content of a letter that is not outdated. */
const contentOf = (kind: LetterKind): Content => ({
  notification: {
    ...{ id: "n", orderId: "o", recipientId: BUYER, kind, ticketIds: ["t"], amount: 4_500, reason: "Rain" },
    ...{ status: "PENDING", writtenAt: NOW, settledAt: null, mailingId: null },
  },
  ...{ order, event, moreEvents: [], breakdowns: [], isUnsubscribed: false, now: NOW, lateCodes: new Map() },
  tickets: [ticket(["TICKETS_CANCELLED", "ORDER_ENDED"].includes(kind) ? "CANCELLED" : "VALID")],
  mailing: mailing(kind as MailingKind),
});

const stationery: Stationery = {
  codes: { codeOf: () => "T1.a.b", unsubscribeCodeOf: () => "code" } as unknown as Stationery["codes"],
  printer: { print: async () => Buffer.from("%PDF") } as unknown as Stationery["printer"],
  publicUrl: "https://tickets.example",
};

const kinds = parse(read("subgraphs/orders/schema.graphql")).definitions.flatMap((type) =>
  type.kind === "EnumTypeDefinition" && type.name.value === "LetterKind"
    ? (type.values ?? []).map(({ name }) => name.value as LetterKind)
    : [],
);

const escaped = (text: string) => text.replaceAll("&", "&amp;");

function expectFoot({ text, html }: { text: string; html: string }): void {
  for (const part of FOOT) {
    expect(text).toContain(part);
    expect(html).toContain(escaped(part));
  }
}

test.each(kinds)("the letter %s names organizer, place, contact and terms, in every language", async (kind) => {
  for (const locale of languages()) {
    const mail = await compose(contentOf(kind), { contact: { ...contact, locale }, letterhead }, stationery);
    expect(mail).not.toBeNull();
    expectFoot(mail!);
  }
});

test.each(["ORDER_CONFIRMED", "TICKETS_EXCHANGED", "TICKET_RECEIVED", "TICKET_MOVED", "EVENT_REMINDER"] as const)(
  "the letter %s has no ticket while its code is held back, and says from when on it is shown, in every language",
  async (kind) => {
    const shownFrom = new Date("2031-05-06T10:00:00Z");
    const isReminder = kind === "EVENT_REMINDER";
    for (const locale of languages()) {
      const letter = async (lateCodes: Content["lateCodes"]) => {
        const to = { contact: { ...contact, locale }, letterhead };
        const { attachments = [], text } = (await compose({ ...contentOf(kind), lateCodes }, to, stationery))!;
        return { text, hasTickets: attachments.some(({ contentType }) => contentType === "application/pdf") };
      };
      const [atOnce, held, shown] = await Promise.all([
        letter(new Map()),
        letter(new Map([["e", { eventId: "e", shownFrom, isShown: false }]])),
        letter(new Map([["e", { eventId: "e", shownFrom, isShown: true }]])),
      ]);
      expect([atOnce.hasTickets, held.hasTickets, shown.hasTickets]).toEqual([!isReminder, false, true]);
      // The reminder waits for the codes.
      expect([atOnce, held, shown].map(({ text }) => text.includes("2031"))).toEqual([false, !isReminder, false]);
      if (isReminder) expect(shown.text.length).toBeGreaterThan(atOnce.text.length);
    }
  },
);

test("so does the offer of a waiting list, which is no LetterKind", () => {
  for (const locale of languages())
    expectFoot(
      offerSheet(
        { seats: [{ section: "Parkett", row: "1", number: "4" }], until: NOW.toISOString() },
        event,
        { contact: { ...contact, locale }, letterhead },
        { order: "https://tickets.example/hold/h", list: "https://tickets.example/e/e/waitlist" },
      ),
    );
});

/** Mails of the users subgraph, and why they name no organizer and no place. */
const WITHOUT_EVENT = {
  "codes for an address, which may have bought nothing": ["EMAIL_CODE", "ANONYMOUS_CODE", "GUEST_CODE", "CLAIM_CODE"],
  "ways to sign in, which are those of the platform": [
    ...["PASSWORD_RESET", "PASSWORD_TRIED", "NEW_DEVICE", "EMAIL_CHANGED", "EMAIL_CHANGE_UNDO"],
    ...["FACTOR_ADDED", "FACTOR_REMOVED", "FACTOR_TRIED", "FACTORS_AT_RESET"],
  ],
  "members of an organization, which the text names": ["INVITATION"],
};

test("all other kinds of mail have no event, each for a reason", () => {
  const source = read("subgraphs/users/entities/email-code.ts");
  const types = [...source.matchAll(/export type (?:NotificationKind|FactorNotice) =([^;]*);/g)].map(([, of]) => of!);
  const names = types.flatMap((of) => [...of.matchAll(/"(\w+)"/g)].map(([, name]) => name!));
  expect([...new Set(names)].sort()).toEqual(Object.values(WITHOUT_EVENT).flat().sort());
});
