import type { RequestKey } from "../../../platform/postgres/idempotency.ts";
import type { GivenAnswer } from "../entities/check-answers.ts";
import type { SaleAtCounter } from "../entities/counter-sale.ts";
import type { InvoiceAddress } from "../inputs.ts";

/** Body of the intent to place an order. */
export interface Placement {
  holdId: string;
  /** Absent for an order of one hold. */
  moreHoldIds?: string[];
  buyerId: string;
  names: string[];
  /** Absent if none were given. */
  answers?: GivenAnswer[] | undefined;
  invoiceAddress?: InvoiceAddress | undefined;
  request: RequestKey;
  /** Absent for a buyer whose address is verified. */
  isUnverified?: true;
  /** Only for a sale at the counter; `buyerId` is then that of the hold, which is the organization. */
  counter?: SaleAtCounter;
}
