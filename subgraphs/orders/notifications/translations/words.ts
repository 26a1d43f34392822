// Texts of a language.

export interface Translation {
  greeting(name: string): string;
  closing: string;
  order: string;
  total: string;
  included: string;
  section: string;
  row: string;
  seat: string;
  holder: string;
  /** Rule of admission on a printed ticket. */
  rule: string;
  confirmed: { subject(event: string): string; body: string; attached: string };
  ended: { subject(event: string): string; body: string };
  cancelled: {
    subject(event: string): string;
    body(tickets: number): string;
    refund(amount: string): string;
    reason(reason: string): string;
  };
  /** Of one ticket, and of all. */
  ticketAttached: string;
  ticketsAttached: string;
  /** Codes of tickets are held back until then. */
  codesLater(event: string, time: string): string;
  received: { subject(event: string): string; body: string };
  changed: {
    subject(event: string): string;
    /** The start is new. */
    time: string;
    /** The place is new. */
    place: string;
    before(old: string): string;
    refund(until: string): string;
    /** Introduces the link. */
    choose: string;
  };
  reminder: { subject(event: string): string; body: string };
  /** Introduces the link. */
  unsubscribe(organizer: string): string;
  organizer: string;
  contact: string;
  terms: string;
  /** On invoices and credit notes. */
  invoice: {
    invoice: string;
    creditNote: string;
    /** A credit note for this invoice. */
    corrects(number: string): string;
    date: string;
    /** VAT identification number. */
    vatId: string;
    net: string;
    /** A tax that is part of the total, and the price that it is calculated from. */
    tax(name: string, net: string): string;
  };
  moved: { subject(event: string): string; body: string };
  /** Tickets of the order with this number were exchanged for those of the letter. */
  exchanged: {
    subject(event: string): string;
    body(tickets: number, order: string): string;
    /** What the old tickets pay. */
    credit: string;
    /** What the buyer paid beside. */
    paid: string;
  };
  /** The buyer gave tickets back. */
  returned: {
    subject(event: string): string;
    body(tickets: number): string;
    /** What the organizer keeps. */
    fee(amount: string): string;
  };
  handedOn: { subject(event: string): string; body: string };
  /** Seats are held for a person on a waiting list. */
  offered: {
    subject(event: string): string;
    body(seats: number, until: string): string;
    /** Introduces the link. */
    order: string;
    decline: string;
    /** Before the address of the page of the list. */
    list: string;
  };
}
