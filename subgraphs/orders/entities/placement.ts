import type { Acting } from "../../../platform/audit/acting.ts";
import type { RequestKey } from "../../../platform/postgres/idempotency.ts";
import type { SaleAtCounter } from "./counter-sale.ts";
import type { ExchangeOfTickets } from "./exchange.ts";

/** What the intent of a new order stores. */
export interface Placement {
  holdId: string;
  /** Absent for an order of one hold. */
  moreHoldIds?: string[];
  buyerId: string;
  names: string[];
  request: RequestKey;
  /** Absent for a buyer whose address is verified. */
  isUnverified?: true;
  /** Only for a sale at the counter; `buyerId` is then that of the hold, which is the organization. */
  counter?: SaleAtCounter;
  /** Only for an exchange of tickets; `buyerId` is that of the hold: the buyer, or the organization for a clerk. */
  exchange?: ExchangeOfTickets;
  /** Who asked for the exchange. */
  by?: Acting;
}
