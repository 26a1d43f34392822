// Texts of letters to all people with tickets for an event, and of the foot of each letter.
import type { Letterhead, MailContact } from "../clients/users.ts";
import type { Mailing } from "../entities/mailing.ts";
import type { EventFacts } from "../queries/event-facts.ts";
import type { NotificationContent } from "../queries/notifications.ts";
import { filledLine, filledParagraphs, type Values } from "./template.ts";
import { formatTime } from "./translations.ts";
import type { Translation } from "./translations/words.ts";

export type Content = NotificationContent & { event: EventFacts };

/** Who a letter is from, and to. */
export interface Correspondents {
  contact: MailContact;
  letterhead: Letterhead | null;
}

export interface Said {
  subject: string;
  /** Paragraphs before the data of the event. */
  body: string[];
  /** Paragraphs after it. */
  more: string[];
}

const HOUR_MS = 3_600_000;
/** A reminder is for the time that it was scheduled for. */
const REMINDED_WITHIN_MS = 36 * HOUR_MS;

/** @param link where the buyer chooses between the tickets and the money */
export function changeOf(
  { notification, order, event, tickets, mailing, now }: Content,
  words: Translation,
  locale: string,
  link: string | undefined,
): Said | null {
  if (!mailing || !tickets.some(({ status }) => status !== "CANCELLED")) return null;
  const { oldStartsAt, oldPlace, refundUntil } = mailing;
  const time = (at: Date) => formatTime(at, event.timeZone, locale);
  const isLater = oldStartsAt !== null && oldStartsAt.getTime() !== event.startsAt.getTime();
  const isMoved = oldPlace !== null && oldPlace !== event.place;
  const mayChoose =
    refundUntil !== null &&
    refundUntil > now &&
    order.buyerId === notification.recipientId &&
    tickets.some(({ status, holderId }) => status === "VALID" && holderId === order.buyerId);
  if (!isLater && !isMoved && !mayChoose) return null;
  const before = [...(isLater ? [time(oldStartsAt)] : []), ...(isMoved ? [oldPlace] : [])];
  return {
    subject: words.changed.subject(event.name),
    body: [...(isLater ? [words.changed.time] : []), ...(isMoved ? [words.changed.place] : [])],
    more: [
      ...(before.length > 0 ? [words.changed.before(before.join("\n"))] : []),
      ...(mayChoose ? [words.changed.refund(time(refundUntil))] : []),
      ...(mayChoose && link !== undefined ? [words.changed.choose, link] : []),
    ],
  };
}

/** @param attached says so */
export function reminderOf({ event, now }: Content, words: Translation, attached: string[]): Said | null {
  const left = event.startsAt.getTime() - now.getTime();
  if (left < 0 || left > REMINDED_WITHIN_MS) return null;
  return {
    subject: words.reminder.subject(event.name),
    body: [words.reminder.body],
    more: [...attached, words.closing],
  };
}

/** Null for a person who wants no such letters, after the event, and of a suspended organization. */
export function organizerWords(
  { order, event, mailing, isUnsubscribed, now }: Content,
  { contact, letterhead }: Correspondents,
): Said | null {
  if (!mailing || isUnsubscribed || letterhead?.isSuspended || (event.endsAt ?? event.startsAt) < now) return null;
  return written(mailing, valuesFor(event, order.number, { contact, letterhead }));
}

/** What the organizer wrote, with the values of one recipient. */
export function written({ subject, body }: Pick<Mailing, "subject" | "body">, values: Values): Said {
  return { subject: filledLine(subject ?? "", values), body: filledParagraphs(body ?? "", values), more: [] };
}

export function valuesFor(
  event: EventFacts,
  orderNumber: string,
  { contact, letterhead }: { contact: Pick<MailContact, "displayName" | "locale">; letterhead: Letterhead | null },
): Values {
  return {
    name: contact.displayName,
    event: event.name,
    date: formatTime(event.startsAt, event.timeZone, contact.locale),
    place: event.place,
    order: orderNumber,
    organizer: letterhead?.name ?? "",
  };
}

/** Organizer, contact and terms. */
export function footOf(letterhead: Letterhead | null, words: Translation): string[] {
  if (!letterhead) return [];
  const { name, contactEmail, contactPhone, termsUrl } = letterhead;
  const contact = [contactEmail, contactPhone].filter((one) => one != null);
  return [
    [
      `${words.organizer}: ${name}`,
      ...(contact.length > 0 ? [`${words.contact}: ${contact.join(", ")}`] : []),
      ...(termsUrl != null ? [`${words.terms}: ${termsUrl}`] : []),
    ].join("\n"),
  ];
}
