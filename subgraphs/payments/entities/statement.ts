/** What is booked for an organization in one currency, in minor units, from its side: what it is owed is positive. */
export interface Statement {
  account: string;
  /** Of one order only. */
  orderId: string | null;
  from: Date;
  to: Date;
  currency: string;
  opening: number;
  closing: number;
  captured: number;
  refunded: number;
  chargedBack: number;
}
