/** An order that was confirmed, as a list of one's own wants it. Amounts in minor units. */
export interface Purchase {
  orderId: string;
  eventId: string;
  currency: string;
  total: number;
  tickets: number;
  confirmedAt: Date;
  ticketsReturned: number;
  returned: number;
  /** As catalog has told it last; null until then. */
  eventName: string | null;
  place: string | null;
  startsAt: Date | null;
}
