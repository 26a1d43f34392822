// Unsigned wallet passes of a ticket. Signing them needs a certificate of Apple or an issuer account at Google.
// Sources: https://developer.apple.com/documentation/walletpasses/pass (pass.json), and
// https://developers.google.com/wallet/tickets/events/rest (eventticketclass, eventticketobject).
import type { EventFacts } from "../queries/event-facts.ts";
import { kindOf } from "../entities/order-item.ts";
import type { PrintedTicket } from "./ticket-pdf.ts";
import { translationFor } from "./translations.ts";

export interface WalletTicket {
  event: EventFacts;
  order: { number: string; isFrozen: boolean };
  ticket: PrintedTicket;
  locale: string;
}

/** `pass.json`. The signer adds passTypeIdentifier, teamIdentifier and organizationName. */
export function applePass({ event, order, ticket, locale }: WalletTicket): object {
  const words = translationFor(locale);
  const seat = [
    { key: "section", label: words.section, value: ticket.sectionName },
    ...(ticket.rowLabel === null
      ? []
      : [
          { key: "row", label: words.row, value: ticket.rowLabel },
          { key: "seat", label: words.seat, value: ticket.number },
        ]),
  ];
  return {
    formatVersion: 1,
    serialNumber: `${ticket.id}.${ticket.revision}`,
    description: event.name,
    relevantDate: event.startsAt.toISOString(),
    voided: ticket.status === "CANCELLED" || order.isFrozen,
    eventTicket: {
      primaryFields: [{ key: "event", value: event.name }],
      secondaryFields: [
        {
          key: "starts",
          value: event.startsAt.toISOString(),
          dateStyle: "PKDateStyleFull",
          timeStyle: "PKDateStyleShort",
        },
        { key: "place", value: event.place },
      ],
      auxiliaryFields: seat,
      backFields: [
        { key: "order", label: words.order, value: order.number },
        ...(ticket.holderName === null ? [] : [{ key: "holder", label: words.holder, value: ticket.holderName }]),
        { key: "rule", value: words.rule },
      ],
    },
    barcodes: [{ format: "PKBarcodeFormatQR", message: ticket.code, messageEncoding: "iso-8859-1" }],
  };
}

const GOOGLE_STATE = { VALID: "ACTIVE", USED: "COMPLETED", CANCELLED: "INACTIVE" } as const;

/** Class and object. The signer puts the issuer's ID before the `.` of their IDs. */
export function googlePass({ event, order, ticket, locale }: WalletTicket): object {
  const words = translationFor(locale);
  const text = (value: string) => ({ defaultValue: { language: locale, value } });
  return {
    eventTicketClass: {
      id: `.${event.eventId}`,
      eventId: event.eventId,
      eventName: text(event.name),
      venue: { name: text(event.place), address: text(event.place) },
      dateTime: { start: event.startsAt.toISOString(), ...(event.endsAt && { end: event.endsAt.toISOString() }) },
    },
    eventTicketObject: {
      id: `.${ticket.id}.${ticket.revision}`,
      classId: `.${event.eventId}`,
      state: order.isFrozen ? "INACTIVE" : GOOGLE_STATE[ticket.status],
      ticketNumber: ticket.id,
      ...(ticket.holderName !== null && { ticketHolderName: ticket.holderName }),
      reservationInfo: { confirmationCode: order.number },
      seatInfo: {
        section: text(ticket.sectionName),
        ...(ticket.rowLabel !== null && { row: text(ticket.rowLabel), seat: text(ticket.number ?? "") }),
      },
      ticketType: text(kindOf(ticket)),
      barcode: { type: "QR_CODE", value: ticket.code },
      textModulesData: [{ id: "rule", body: words.rule }],
    },
  };
}
