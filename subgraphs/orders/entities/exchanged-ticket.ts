/** A ticket of an exchange; amounts in minor units. */
export interface ExchangedTicket {
  ticketId: string;
  price: number;
  /** Part of the price that the buyer does not get back. */
  fee: number;
  currency: string;
}
