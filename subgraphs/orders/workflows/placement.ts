import type { Acting } from "../../../platform/audit/acting.ts";
import type { RequestKey } from "../../../platform/postgres/idempotency.ts";
import type { GivenAnswer } from "../entities/check-answers.ts";
import type { ExchangeOfTickets } from "../entities/exchange.ts";
import type { SaleAtCounter } from "../entities/counter-sale.ts";
import type { InvoiceAddress } from "../inputs.ts";

/** Why a reservation can't be sold, if so. It is refused before the intent, so that its seats stay reserved. */
export interface ReservedForSale {
  reservationId: string;
  isOpen: boolean;
  /** Its total, if the clerk expected another one. */
  otherTotal: { amount: number; currency: string } | null;
}

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
  /** Only for a sale of a reservation: what seating said of it before the intent. */
  reserved?: ReservedForSale;
  /** Only for an exchange of tickets; `buyerId` is that of the hold: the buyer, or the organization for a clerk. */
  exchange?: ExchangeOfTickets;
  /** Who asked for the exchange. */
  by?: Acting;
}
