import type { Translation } from "./words.ts";

export const en: Translation = {
  greeting: (name) => `Hello ${name},`,
  closing: "Have a good time!",
  order: "Order",
  total: "Total",
  included: "included",
  section: "Section",
  row: "Row",
  seat: "Seat",
  holder: "Name",
  rule: "Admits one person, once. Show the code at the entrance, on paper or on a screen. Do not share it before.",
  confirmed: {
    subject: (event) => `Your tickets for ${event}`,
    body: "Your order is confirmed.",
    attached: "Your tickets and a calendar entry are attached.",
  },
  ended: {
    subject: (event) => `Your order for ${event} could not be completed`,
    body: "Your order could not be completed. You were not charged. The amount reserved on your card is released within some days.",
  },
  cancelled: {
    subject: (event) => `Tickets for ${event} are cancelled`,
    body: (tickets) =>
      tickets === 1 ? "One of your tickets was cancelled." : `${tickets} of your tickets were cancelled.`,
    refund: (amount) => `We refund ${amount} to your original payment method.`,
    reason: (reason) => `Reason: ${reason}`,
  },
  ticketAttached: "The ticket is attached.",
  ticketsAttached: "Your tickets are attached.",
  codesLater: (event, time) =>
    `The codes of your tickets for ${event} are shown from ${time} on. Without its code a ticket admits nobody.`,
  received: {
    subject: (event) => `A ticket for ${event} is now yours`,
    body: "You accepted a ticket that was offered to you. The previous holder's ticket is no longer valid.",
  },
  changed: {
    subject: (event) => `${event} has changed`,
    time: "The event has a new date or time. Your tickets are valid for it.",
    place: "The event has moved to another place. Your tickets are valid there.",
    before: (old) => `Before: ${old}`,
    refund: (until) =>
      `You can keep your tickets or get your money back, until ${until}. If you do nothing, you keep your tickets.`,
    choose: "Choose here:",
  },
  reminder: {
    subject: (event) => `${event} is coming up`,
    body: "Your event begins soon. Have your tickets at hand, on paper or on a screen.",
  },
  unsubscribe: (organizer) =>
    `You get this letter from ${organizer} because you have a ticket. To get no more letters of this kind:`,
  organizer: "Organizer",
  contact: "Contact",
  terms: "Terms",
  invoice: {
    invoice: "Invoice",
    creditNote: "Credit note",
    corrects: (number) => `Corrects invoice ${number}`,
    date: "Date",
    vatId: "VAT ID",
    net: "Net",
    tax: (name, net) => `${name} on ${net}`,
  },
  moved: {
    subject: (event) => `Your new seat for ${event}`,
    body: "The box office moved your ticket to another seat. The previous one is no longer valid.",
  },
  exchanged: {
    subject: (event) => `Your new tickets for ${event}`,
    body: (tickets, order) =>
      `Your exchange is confirmed. ${tickets === 1 ? "One ticket" : `${tickets} tickets`} of order ${order} ${tickets === 1 ? "is" : "are"} no longer valid.`,
    credit: "Paid with your previous tickets",
    paid: "Paid",
  },
  returned: {
    subject: (event) => `You gave tickets for ${event} back`,
    body: (tickets) =>
      tickets === 1
        ? "You gave a ticket back. It is no longer valid."
        : `You gave ${tickets} tickets back. They are no longer valid.`,
    fee: (amount) => `The organizer keeps a fee of ${amount}.`,
  },
  handedOn: {
    subject: (event) => `Your ticket for ${event} was transferred`,
    body: "The person who got your code accepted your ticket. Your copy is no longer valid.",
  },
  offered: {
    subject: (event) => `Seats for ${event} are held for you`,
    body: (seats, until) =>
      `You are on the waiting list, and ${seats === 1 ? "a seat has" : `${seats} seats have`} come back. ${seats === 1 ? "It is" : "They are"} held for you until ${until}.`,
    order: "Order here:",
    decline: "If you do not want the seats, give them back or do nothing. They then go to the next person.",
    list: "Your place on the waiting list, where you can decline, too:",
  },
};
