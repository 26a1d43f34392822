import type { Tender } from "../enums.generated.ts";

/** What a clerk entered for the sale of an order. */
export interface CounterSale {
  orderId: string;
  drawerId: string;
  tender: Tender;
  amount: number;
  currency: string;
  given: number | null;
  reference: string | null;
  reason: string | null;
  at: Date;
}

/** Decided by the clerk's request; stored in the intent. */
export interface SaleAtCounter {
  /** Open drawer of the clerk; null if there is none: then only a repeated request has a result. */
  drawerId: string | null;
  /** The payment that the sale makes. */
  paymentId: string;
  tender: Tender;
  expectedTotal: number;
  given: number | null;
  reference: string | null;
  reason: string | null;
  /** Absent: the order belongs to the organization. */
  guestId?: string;
}
