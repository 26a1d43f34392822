// Made by `npm run compose` from seating.graphql. Do not edit.
import type { ServiceOperation } from "../../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/**
 * Fees are taken of the price less the discount; a ticket that costs nothing has none. Taxes are taken of the price with its fees: an included one is its
 * rate / (100 % + the rates of all that are included) of it, one that is added its rate of what is left without those.
 */
export type PriceLineKind =
  | 'DISCOUNT'
  | 'FEE'
  | 'TAX';

/** Whether seats of an event can be held. */
export type SaleState =
  | 'OPEN'
  | 'PAUSED'
  | 'CLOSED';

/** What is sold at an event: its places, and what each costs. Amounts are in minor units of the currency. */
export type SeatPlanInput = {
  /** The event's id. */
  eventId: string;
  /** Who sells it. */
  organizationId: string;
  /** ISO 4217. */
  currency: string;
  /** How many seats one buyer may have. */
  maxSeatsPerBuyer: number;
  /** How seats are held. */
  holdPolicy: SeatPlanHoldPolicyInput;
  /** Nothing is sold from then on. */
  salesEndAt: string;
  /** What prices with a promo code are calculated with. */
  pricing: SeatPlanPricingInput;
  /** What the places cost. */
  tiers: Array<SeatPlanTierInput>;
  /** Where the places are. */
  sections: Array<SeatPlanSectionInput>;
};

/** How seats of an event are held. */
export type SeatPlanHoldPolicyInput = {
  /** How long a hold lasts. */
  holdSeconds: number;
  /** How long it can be extended to. */
  maxHoldSeconds: number;
  /** Whether a hold may leave no single seat between two taken ones. */
  avoidSingleSeats: boolean;
  /** How many other seats may be held with each wheelchair place; null: any number. */
  companionsPerWheelchairPlace?: number | null;
};

/** Fees and taxes of the organization. */
export type SeatPlanPricingInput = {
  /** Fees, in the order in which they are added. */
  fees: Array<SeatPlanFeeInput>;
  /** Taxes, in the order in which they are added. */
  taxes: Array<SeatPlanTaxInput>;
};

/** A fee. */
export type SeatPlanFeeInput = {
  /** As buyers read it. */
  name: string;
  /** Of the price, in thousandths of a percent. */
  rate: number;
  /** Added to the rate. */
  fixed?: SeatPlanFixedFeeInput | null;
  /** Whether the price contains it. */
  isIncluded: boolean;
};

/** An amount for each ticket. */
export type SeatPlanFixedFeeInput = {
  /** In minor units. */
  amount: number;
  /** ISO 4217. It is charged only where the event has this currency. */
  currency: string;
};

/** A tax. */
export type SeatPlanTaxInput = {
  /** As buyers read it. */
  name: string;
  /** In thousandths of a percent. */
  rate: number;
  /** Whether the price contains it. */
  isIncluded: boolean;
};

/** A price. */
export type SeatPlanTierInput = {
  /** The tier's id. */
  id: string;
  /** As buyers read it. */
  name: string;
  /** What a ticket costs. */
  price: number;
  /** What the price is made of. */
  breakdown?: SeatPlanBreakdownInput | null;
};

/** What a price is made of. */
export type SeatPlanBreakdownInput = {
  /** What the organizer asks for a ticket. */
  base: number;
  /** What comes on top of it, and what it contains. */
  lines: Array<SeatPlanPriceLineInput>;
  /** What the buyer pays. */
  total: number;
};

/** One part of a price. */
export type SeatPlanPriceLineInput = {
  /** What it is. */
  kind: PriceLineKind;
  /** As the organization calls it; of a discount, its code. */
  name: string;
  /** Negative for a discount. */
  amount: number;
  /** Whether what stands before it contains it. */
  isIncluded: boolean;
};

/** Places of one price: rows of seats, or general admission. */
export type SeatPlanSectionInput = {
  /** The section's id. */
  id: string;
  /** As buyers read it. */
  name: string;
  /** What its places cost. */
  tierId: string;
  /** How many people fit into a section without rows. */
  capacity?: number | null;
  /** From front to back. */
  rows?: Array<SeatPlanRowInput> | null;
};

/** A row of seats. */
export type SeatPlanRowInput = {
  /** As buyers read it. */
  label: string;
  /** What is written on the seats, in order. */
  labels: Array<string>;
  /** Positions, from 1, after which there is an aisle. */
  aislesAfter: Array<number>;
  /** Positions, from 1, of wheelchair places. */
  wheelchair: Array<number>;
};

export type OpenSaleMutationVariables = Exact<{
  plan: SeatPlanInput;
}>;


export type OpenSaleMutation = { openSale: boolean };

export type SetSalesMutationVariables = Exact<{
  eventId: string;
  state: SaleState;
}>;


export type SetSalesMutation = { setSales: boolean };

export type OpenSalesMutationVariables = Exact<{
  plan: string;
}>;


export type OpenSalesMutation = { openSales: boolean };

export const OpenSale = "mutation OpenSale($plan: SeatPlanInput!) { openSale(plan: $plan) }" as ServiceOperation<OpenSaleMutation, OpenSaleMutationVariables>;

export const SetSales = "mutation SetSales($eventId: ID!, $state: SaleState!) { setSales(eventId: $eventId, state: $state) }" as ServiceOperation<SetSalesMutation, SetSalesMutationVariables>;

export const OpenSales = "mutation OpenSales($plan: String!) { openSales(plan: $plan) }" as ServiceOperation<OpenSalesMutation, OpenSalesMutationVariables>;
