/** What an organization has sold of an event on a day (UTC), and what came back on that day. Amounts in minor units. */
export interface SalesDay {
  organizationId: string;
  eventId: string;
  /** As in 2027-03-28. */
  day: string;
  currency: string;
  orders: number;
  tickets: number;
  gross: number;
  ticketsReturned: number;
  returned: number;
}
