/** A ticket of a quote; amounts in minor units. */
export interface ReturnedTicket {
  ticketId: string;
  price: number;
  /** Part of the price that the buyer does not get back. */
  fee: number;
  currency: string;
}
