// Composes a mail in its recipient's language; null if its content is outdated.
import { htmlOf } from "../../../platform/http/html.ts";
import type { Mail } from "../../../platform/mail.ts";
import { FIRST } from "../../../platform/core/worker-thread.ts";
import { calendarOf } from "../../../domain/calendar.ts";
import { sumOf } from "../../../domain/pricing.ts";
import type { Letterhead } from "../clients/users.ts";
import { amountDue } from "../entities/order.ts";
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
  const { notification, order } = content;
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
      parts: eventsOf(content).map((event) => ({ event, seats: seatsAt(event, content, words) })),
      orderNumber: order.number,
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
  /** The events that the letter is about, with the recipient's seats. */
  parts: { event: EventFacts; seats: string[] }[];
  /** Null: there is no order. */
  orderNumber: string | null;
  letterhead: Letterhead | null;
  locale: string;
  /** Null: the text has its own salutation. */
  greeted: string | null;
  unsubscribeUrl: string | undefined;
}

/** Subject and text, between the salutation, the data of the event and the foot. */
export function sheetOf(
  said: Said,
  { parts, orderNumber, letterhead, locale, greeted, unsubscribeUrl }: Around,
): Pick<Mail, "subject" | "text" | "html"> {
  const words = translationFor(locale);
  const paragraphs = [
    ...(greeted === null ? [] : [words.greeting(greeted)]),
    ...said.body,
    ...parts.map(({ event, seats }, index) =>
      [
        event.name,
        formatTime(event.startsAt, event.timeZone, locale),
        event.place,
        ...seats,
        ...(index === parts.length - 1 && orderNumber !== null ? [`${words.order} ${orderNumber}`] : []),
      ].join("\n"),
    ),
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
    case "TICKETS_EXCHANGED":
    case "EVENT_CHANGED":
    case "EVENT_REMINDER":
      return own;
    case "TICKET_RECEIVED":
    case "TICKET_MOVED":
      return own.filter(({ id }) => ticketIds.includes(id));
    default:
      return [];
  }
}

const isShown = ({ lateCodes }: Content, { eventId }: PlacedTicket): boolean => lateCodes.get(eventId)?.isShown ?? true;

/** A reminder brings the tickets whose codes the letters before could not have. */
const isReminderPrinted = (content: Content): boolean =>
  content.lateCodes.has(content.event.eventId) && ownTickets(content).some((ticket) => isShown(content, ticket));

/** That tickets are attached, and from when on codes of others are shown. */
function aboutTickets(content: Content, words: Translation, locale: string, attached: string): string[] {
  const own = ownTickets(content);
  const held = eventsOf(content).flatMap((event) => {
    const { shownFrom = null } = content.lateCodes.get(event.eventId) ?? {};
    const isHeld = own.some((ticket) => ticket.eventId === event.eventId && !isShown(content, ticket));
    return isHeld && shownFrom ? [words.codesLater(event.name, formatTime(shownFrom, event.timeZone, locale))] : [];
  });
  return [...(own.some((ticket) => isShown(content, ticket)) ? [attached] : []), ...held];
}

function sayOf(
  content: Content,
  words: Translation,
  correspondents: Correspondents,
  stationery: Stationery,
): Said | null {
  const { notification, order } = content;
  const events = eventsOf(content)
    .map(({ name }) => name)
    .join(", ");
  const { locale } = correspondents.contact;
  const own = ownTickets(content);
  const money = (amount: number) => formatMoney(amount, order.currency, locale);
  switch (notification.kind) {
    case "ORDER_CONFIRMED": {
      if (own.length === 0) return null;
      const { subject, body, attached } = words.confirmed;
      const price = priceLines(content, words, money).join("\n");
      const more = [price, ...aboutTickets(content, words, locale, attached), words.closing];
      return { subject: subject(events), body: [body], more };
    }
    case "TICKETS_EXCHANGED":
      return own.length === 0 ? null : exchangedOf(content, words, { events, money, locale });
    case "ORDER_ENDED":
      return { subject: words.ended.subject(events), body: [words.ended.body], more: [] };
    case "TICKETS_CANCELLED": {
      const { subject, body, refund, reason } = words.cancelled;
      const more = [
        ...(notification.amount > 0 ? [refund(money(notification.amount))] : []),
        ...(notification.reason === null ? [] : [reason(notification.reason)]),
      ];
      return { subject: subject(events), body: [body(notification.ticketIds.length)], more };
    }
    case "TICKETS_RETURNED":
      return returnedOf(content, words, { events, money });
    case "TICKET_RECEIVED":
      if (own.length === 0) return null;
      return {
        subject: words.received.subject(events),
        body: [words.received.body],
        more: [...aboutTickets(content, words, locale, words.ticketAttached), words.closing],
      };
    case "TICKET_MOVED": {
      if (own.length === 0) return null;
      const { subject, body } = words.moved;
      const why = notification.reason === null ? [] : [words.cancelled.reason(notification.reason)];
      const more = [...why, ...aboutTickets(content, words, locale, words.ticketAttached)];
      return { subject: subject(events), body: [body], more };
    }
    case "TICKET_HANDED_ON":
      return { subject: words.handedOn.subject(events), body: [words.handedOn.body], more: [] };
    case "EVENT_CHANGED":
      return changeOf(content, words, locale, linkTo(stationery, "refund", { order: order.id }));
    case "EVENT_REMINDER":
      return own.length === 0
        ? null
        : reminderOf(content, words, isReminderPrinted(content) ? [words.ticketsAttached] : []);
    case "ORGANIZER_LETTER":
      return organizerWords(content, correspondents);
  }
}

type FormatMoney = (amount: number) => string;

/** Parts of the price, and the total. */
function priceLines({ breakdowns, order }: Content, words: Translation, money: FormatMoney): string[] {
  const { lines } = sumOf(breakdowns);
  return [
    ...lines.map(
      ({ name, amount, isIncluded }) => `${name}: ${money(amount)}${isIncluded ? ` (${words.included})` : ""}`,
    ),
    `${words.total}: ${money(order.total)}`,
  ];
}

/** The letter names the order of the old tickets as its reason, and the refund as its amount. */
function exchangedOf(
  content: Content,
  words: Translation,
  { events, money, locale }: { events: string; money: FormatMoney; locale: string },
): Said {
  const { notification, order } = content;
  const { subject, body, credit, paid } = words.exchanged;
  const due = amountDue(order);
  const price = [
    ...priceLines(content, words, money),
    `${credit}: ${money(order.credit)}`,
    ...(due > 0 ? [`${paid}: ${money(due)}`] : []),
  ].join("\n");
  const refund = notification.amount > 0 ? [words.cancelled.refund(money(notification.amount))] : [];
  return {
    subject: subject(events),
    body: [body(notification.ticketIds.length, notification.reason ?? "")],
    more: [price, ...refund, ...aboutTickets(content, words, locale, words.confirmed.attached), words.closing],
  };
}

/** The refund is the amount of the letter. */
function returnedOf(
  { notification: { ticketIds, amount }, tickets }: Content,
  words: Translation,
  { events, money }: { events: string; money: FormatMoney },
): Said {
  const { subject, body, fee } = words.returned;
  const kept = tickets.reduce((sum, ticket) => (ticketIds.includes(ticket.id) ? sum + ticket.kept : sum), 0);
  const refund = amount > 0 ? [words.cancelled.refund(money(amount))] : [];
  return {
    subject: subject(events),
    body: [body(ticketIds.length)],
    more: [...refund, ...(kept > 0 ? [fee(money(kept))] : [])],
  };
}

const eventsOf = ({ event, moreEvents }: Content): EventFacts[] => [event, ...moreEvents];

function seatsAt({ eventId }: EventFacts, content: Content, words: Translation): string[] {
  const own = ownTickets(content).filter((ticket) => ticket.eventId === eventId);
  return own.map((ticket) => seatLine(ticket, words));
}

export function seatLine(
  { sectionName, rowLabel, number, priceName }: Pick<PlacedTicket, "sectionName" | "rowLabel" | "number" | "priceName">,
  words: Translation,
): string {
  const section = `${words.section} ${sectionName}`;
  const seat = rowLabel === null ? section : `${section}, ${words.row} ${rowLabel}, ${words.seat} ${number}`;
  return priceName === null ? seat : `${seat}, ${priceName}`;
}

async function attachmentsOf(
  content: Content,
  locale: string,
  { codes, printer }: Stationery,
): Promise<Mail["attachments"]> {
  const { order, event, moreEvents, notification } = content;
  const isPrinted = ["ORDER_CONFIRMED", "TICKETS_EXCHANGED", "TICKET_RECEIVED", "TICKET_MOVED"].includes(
    notification.kind,
  );
  const isReminder = notification.kind === "EVENT_REMINDER" && isReminderPrinted(content);
  if (!isPrinted && !isReminder && notification.kind !== "EVENT_CHANGED") return [];
  const calendars = eventsOf(content).map((one, index) => ({
    filename: `${order.number}${index === 0 ? "" : `-${index + 1}`}.ics`,
    contentType: "text/calendar; charset=utf-8; method=PUBLISH",
    content: calendarOf({ ...one, id: one.eventId, description: null, isCancelled: false }),
  }));
  if (!isPrinted && !isReminder) return calendars;
  const shown = ownTickets(content).filter((ticket) => isShown(content, ticket));
  if (shown.length === 0) return calendars;
  const tickets = shown.map((ticket) => ({ ...ticket, code: codes.codeOf(ticket) }));
  const pdf = await printer.print({ event, moreEvents, order, tickets, locale }, FIRST);
  return [{ filename: `${order.number}.pdf`, contentType: "application/pdf", content: pdf }, ...calendars];
}
