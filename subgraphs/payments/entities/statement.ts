/** Ledger statement of an organization in one currency, in minor units. Money owed to the organization is positive. */
export interface Statement {
  account: string;
  /** Set for the statement of a single order. */
  orderId: string | null;
  from: Date;
  to: Date;
  currency: string;
  opening: number;
  closing: number;
  captured: number;
  refunded: number;
  chargedBack: number;
  /** Net amount of credits: positive for an order that exchanged tickets paid for. */
  credited: number;
  /** Negative or 0. */
  paidOut: number;
}
