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
