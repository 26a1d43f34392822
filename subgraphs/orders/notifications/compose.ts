// Composes a mail in its recipient's language; null if its content is outdated.
import { htmlOf } from "../../../platform/http/html.ts";
import type { Mail } from "../../../platform/mail.ts";
import { FIRST } from "../../../platform/core/worker-thread.ts";
import { calendarOf } from "../../../domain/calendar.ts";
import { sumOf } from "../../../domain/pricing.ts";
import type { EventFacts } from "../queries/event-facts.ts";
import type { NotificationContent, PlacedTicket } from "../queries/notifications.ts";
import type { TicketCodes } from "../entities/ticket-codes.ts";
import type { MailContact } from "../clients/users.ts";
import type { Printer } from "./printer.ts";
import { formatMoney, formatTime, translationFor } from "./translations.ts";
import type { Translation } from "./translations/words.ts";

type Content = NotificationContent & { event: EventFacts };

export interface Stationery {
  codes: TicketCodes;
  printer: Printer;
}

export async function compose(content: Content, contact: MailContact, stationery: Stationery): Promise<Mail | null> {
  const { notification, order, event } = content;
  const { locale } = contact;
  const words = translationFor(locale);
  const own = ownTickets(content);
  const said = sayOf(content, words, locale, own);
  if (said === null) return null;
  const paragraphs = [
    words.greeting(contact.displayName),
    said.body,
    [
      event.name,
      formatTime(event.startsAt, event.timeZone, locale),
      event.place,
      ...own.map((ticket) => seatLine(ticket, words)),
      `${words.order} ${order.number}`,
    ].join("\n"),
    ...said.more,
  ];
  return {
    id: notification.id,
    to: { name: contact.displayName, address: contact.email },
    subject: said.subject,
    text: `${paragraphs.join("\n\n")}\n`,
    html: htmlOf(paragraphs, locale),
    attachments: own.length > 0 ? await attachmentsOf(content, own, locale, stationery) : [],
  };
}

/** Tickets to attach: the recipient's valid ones. */
function ownTickets({ notification, tickets }: Content): PlacedTicket[] {
  if (notification.kind !== "ORDER_CONFIRMED" && notification.kind !== "TICKET_RECEIVED") return [];
  return tickets.filter(
    ({ id, status, holderId }) =>
      status === "VALID" &&
      holderId === notification.recipientId &&
      (notification.kind === "ORDER_CONFIRMED" || notification.ticketIds.includes(id)),
  );
}

function sayOf(
  { notification, order, event, breakdowns }: Content,
  words: Translation,
  locale: string,
  own: PlacedTicket[],
): { subject: string; body: string; more: string[] } | null {
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
      return { subject: subject(event.name), body, more: [price, attached, words.closing] };
    }
    case "ORDER_ENDED":
      return { subject: words.ended.subject(event.name), body: words.ended.body, more: [] };
    case "TICKETS_CANCELLED": {
      const { subject, body, refund, reason } = words.cancelled;
      const more = [
        ...(notification.amount > 0 ? [refund(money(notification.amount))] : []),
        ...(notification.reason === null ? [] : [reason(notification.reason)]),
      ];
      return { subject: subject(event.name), body: body(notification.ticketIds.length), more };
    }
    case "TICKET_RECEIVED":
      if (own.length === 0) return null;
      return { subject: words.received.subject(event.name), body: words.received.body, more: [words.closing] };
    case "TICKET_HANDED_ON":
      return { subject: words.handedOn.subject(event.name), body: words.handedOn.body, more: [] };
  }
}

function seatLine({ sectionName, rowLabel, number }: PlacedTicket, words: Translation): string {
  const section = `${words.section} ${sectionName}`;
  return rowLabel === null ? section : `${section}, ${words.row} ${rowLabel}, ${words.seat} ${number}`;
}

async function attachmentsOf(
  { order, event }: Content,
  own: PlacedTicket[],
  locale: string,
  { codes, printer }: Stationery,
): Promise<Mail["attachments"]> {
  const tickets = own.map((ticket) => ({ ...ticket, code: codes.codeOf(ticket) }));
  const pdf = await printer.print({ event, order, tickets, locale }, FIRST);
  const calendar = calendarOf({ ...event, id: event.eventId, description: null, isCancelled: false });
  return [
    { filename: `${order.number}.pdf`, contentType: "application/pdf", content: pdf },
    { filename: `${order.number}.ics`, contentType: "text/calendar; charset=utf-8; method=PUBLISH", content: calendar },
  ];
}
