import type { Tender } from "../enums.generated.ts";

/** Sums of sales and refunds at the counter. */
export interface TenderTakings {
  tender: Tender;
  currency: string;
  sales: number;
  tickets: number;
  sold: number;
  refunded: number;
}
