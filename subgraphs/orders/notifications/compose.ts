// Composes a mail in its recipient's language; null if its content is outdated.
import { htmlOf } from "../../../platform/http/html.ts";
import type { Mail } from "../../../platform/mail.ts";
import { FIRST } from "../../../platform/core/worker-thread.ts";
import { calendarOf } from "../../../domain/calendar.ts";
import { sumOf } from "../../../domain/pricing.ts";
import type { Letterhead } from "../clients/users.ts";
import type { EventFacts } from "../queries/event-facts.ts";
import type { PlacedTicket } from "../queries/notifications.ts";
import type { TicketCodes } from "../entities/ticket-codes.ts";
import {
  changeOf,
  footOf,
  organizerWords,
  reminderOf,
  type Content,
  type Correspondents,
  type Said,
} from "./event-letters.ts";
import type { Printer } from "./printer.ts";
import { formatMoney, formatTime, translationFor } from "./translations.ts";
import type { Translation } from "./translations/words.ts";

export interface Stationery {
  codes: TicketCodes;
  printer: Printer;
  /** Base of links; null: letters have none. */
  publicUrl: string | null;
}

export async function compose(
  content: Content,
  { contact, letterhead }: Correspondents,
  stationery: Stationery,
): Promise<Mail | null> {
  const { notification, order, event } = content;
  const { locale } = contact;
  const words = translationFor(locale);
  const said = sayOf(content, words, { contact, letterhead }, stationery);
  if (said === null) return null;
  const isOfOrganizer = notification.kind === "ORGANIZER_LETTER";
  const code = isOfOrganizer && stationery.codes.unsubscribeCodeOf(order.organizationId, notification.recipientId);
  const unsubscribeUrl = code ? linkTo(stationery, "letters", { code }) : undefined;
  return {
    id: notification.id,
    to: { name: contact.displayName, address: contact.email },
    ...sheetOf(said, {
      event,
      orderNumber: order.number,
      seats: ownTickets(content).map((ticket) => seatLine(ticket, words)),
      letterhead,
      locale,
      greeted: isOfOrganizer ? null : contact.displayName,
      unsubscribeUrl,
    }),
    attachments: await attachmentsOf(content, locale, stationery),
    unsubscribeUrl,
  };
}

interface Around {
  event: EventFacts;
  orderNumber: string;
  seats: string[];
  letterhead: Letterhead | null;
  locale: string;
  /** Null: the text has its own salutation. */
  greeted: string | null;
  unsubscribeUrl: string | undefined;
}

/** Subject and text, between the salutation, the data of the event and the foot. */
export function sheetOf(
  said: Said,
  { event, orderNumber, seats, letterhead, locale, greeted, unsubscribeUrl }: Around,
): Pick<Mail, "subject" | "text" | "html"> {
  const words = translationFor(locale);
  const paragraphs = [
    ...(greeted === null ? [] : [words.greeting(greeted)]),
    ...said.body,
    [
      event.name,
      formatTime(event.startsAt, event.timeZone, locale),
      event.place,
      ...seats,
      `${words.order} ${orderNumber}`,
    ].join("\n"),
    ...said.more,
    ...footOf(letterhead, words),
    ...(unsubscribeUrl ? [words.unsubscribe(letterhead?.name ?? words.organizer), unsubscribeUrl] : []),
  ];
  return { subject: said.subject, text: `${paragraphs.join("\n\n")}\n`, html: htmlOf(paragraphs, locale) };
}

/** Undefined without a public URL. @param page below /account/ */
export function linkTo(
  { publicUrl }: Pick<Stationery, "publicUrl">,
  page: string,
  search: Record<string, string>,
): string | undefined {
  if (publicUrl === null) return undefined;
  return new URL(`/account/${page}?${new URLSearchParams(search)}`, publicUrl).href;
}

/** Tickets that the letter names: the recipient's valid ones. */
function ownTickets({ notification, tickets }: Content): PlacedTicket[] {
  const { kind, recipientId, ticketIds } = notification;
  const own = tickets.filter(({ status, holderId }) => status === "VALID" && holderId === recipientId);
  switch (kind) {
    case "ORDER_CONFIRMED":
    case "EVENT_CHANGED":
    case "EVENT_REMINDER":
      return own;
    case "TICKET_RECEIVED":
      return own.filter(({ id }) => ticketIds.includes(id));
    default:
      return [];
  }
}

function sayOf(
  content: Content,
  words: Translation,
  correspondents: Correspondents,
  stationery: Stationery,
): Said | null {
  const { notification, order, event, breakdowns } = content;
  const { locale } = correspondents.contact;
  const own = ownTickets(content);
  const money = (amount: number) => formatMoney(amount, order.currency, locale);
  switch (notification.kind) {
    case "ORDER_CONFIRMED": {
      if (own.length === 0) return null;
      const { lines } = sumOf(breakdowns);
      const price = [
        ...lines.map(
          ({ name, amount, isIncluded }) => `${name}: ${money(amount)}${isIncluded ? ` (${words.included})` : ""}`,
        ),
        `${words.total}: ${money(order.total)}`,
      ].join("\n");
      const { subject, body, attached } = words.confirmed;
      return { subject: subject(event.name), body: [body], more: [price, attached, words.closing] };
    }
    case "ORDER_ENDED":
      return { subject: words.ended.subject(event.name), body: [words.ended.body], more: [] };
    case "TICKETS_CANCELLED": {
      const { subject, body, refund, reason } = words.cancelled;
      const more = [
        ...(notification.amount > 0 ? [refund(money(notification.amount))] : []),
        ...(notification.reason === null ? [] : [reason(notification.reason)]),
      ];
      return { subject: subject(event.name), body: [body(notification.ticketIds.length)], more };
    }
    case "TICKET_RECEIVED":
      if (own.length === 0) return null;
      return { subject: words.received.subject(event.name), body: [words.received.body], more: [words.closing] };
    case "TICKET_HANDED_ON":
      return { subject: words.handedOn.subject(event.name), body: [words.handedOn.body], more: [] };
    case "EVENT_CHANGED":
      return changeOf(content, words, locale, linkTo(stationery, "refund", { order: order.id }));
    case "EVENT_REMINDER":
      return own.length === 0 ? null : reminderOf(content, words);
    case "ORGANIZER_LETTER":
      return organizerWords(content, correspondents);
  }
}

function seatLine({ sectionName, rowLabel, number, priceName }: PlacedTicket, words: Translation): string {
  const section = `${words.section} ${sectionName}`;
  const seat = rowLabel === null ? section : `${section}, ${words.row} ${rowLabel}, ${words.seat} ${number}`;
  return priceName === null ? seat : `${seat}, ${priceName}`;
}

async function attachmentsOf(
  content: Content,
  locale: string,
  { codes, printer }: Stationery,
): Promise<Mail["attachments"]> {
  const { order, event, notification } = content;
  const isPrinted = notification.kind === "ORDER_CONFIRMED" || notification.kind === "TICKET_RECEIVED";
  if (!isPrinted && notification.kind !== "EVENT_CHANGED") return [];
  const calendar = calendarOf({ ...event, id: event.eventId, description: null, isCancelled: false });
  const ics = {
    filename: `${order.number}.ics`,
    contentType: "text/calendar; charset=utf-8; method=PUBLISH",
    content: calendar,
  };
  if (!isPrinted) return [ics];
  const tickets = ownTickets(content).map((ticket) => ({ ...ticket, code: codes.codeOf(ticket) }));
  const pdf = await printer.print({ event, order, tickets, locale }, FIRST);
  return [{ filename: `${order.number}.pdf`, contentType: "application/pdf", content: pdf }, ics];
}
