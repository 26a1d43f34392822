// Made by `npm run compose` from seating.graphql. Do not edit.
import type { ServiceOperation } from "../../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/**
 * Fees are calculated from the price after the discount. Free tickets have no fees.
 * Taxes are calculated from the price with its fees. Included tax = price × rate / (100 % + rates of all included taxes).
 * Added tax = rate × (price − included taxes).
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

/** When an event is sold, and to whom. */
export type SaleTermsInput = {
  /** Start of sales; null for no limit. */
  opensAt?: string | null;
  /** End of sales; null for no limit. */
  closesAt?: string | null;
  /** Hash of the code that a request must have; null for an event that is open to all. */
  accessHash?: string | null;
  /** Whether its buyers are asked questions. Default: false. */
  asksQuestions?: boolean | null;
};

/** Seat plan of an event with prices. Amounts are in minor units of the currency. */
export type SeatPlanInput = {
  /** ID of the event. */
  eventId: string;
  /** Organization that sells it. */
  organizationId: string;
  /** ISO 4217 code. */
  currency: string;
  /** Maximum number of seats for one buyer. */
  maxSeatsPerBuyer: number;
  /** Rules for holding seats. */
  holdPolicy: SeatPlanHoldPolicyInput;
  /** End of sales. */
  salesEndAt: string;
  /** Fees and taxes, for prices with a promo code. */
  pricing: SeatPlanPricingInput;
  /** Price tiers. */
  tiers: Array<SeatPlanTierInput>;
  /** Sections. */
  sections: Array<SeatPlanSectionInput>;
  /** What is known of the hall besides rows and labels, if anything. */
  hall?: SeatPlanHallInput | null;
  /** When and to whom it is sold. Default: to everyone, until it is over. */
  terms?: SaleTermsInput | null;
  /** Prices. Default: those of the tiers. */
  prices?: SalePricesInput | null;
};

/** Prices of an event with several prices for each tier. */
export type SalePricesInput = {
  /** Version of the event. */
  version: number;
  /** Fees and taxes in the prices. */
  pricing: SeatPlanPricingInput;
  /** Tiers with their prices. */
  tiers: Array<SalePricesTierInput>;
};

/** Prices of a tier. */
export type SalePricesTierInput = {
  /** ID of the tier. */
  id: string;
  /** Prices, in the order of the organizer. */
  offers: Array<SalePriceInput>;
};

/** A price of a tier. */
export type SalePriceInput = {
  /** Name; unique in the tier. */
  label: string;
  /** Whether it is paid for seats without a chosen price. */
  isStandard: boolean;
  /** Maximum number of its seats in a hold. */
  mostPerHold?: number | null;
  /** Names of prices, at least one of which must be in the same hold; empty for any. */
  onlyWith: Array<string>;
  /** Maximum number of its seats for each seat at a price of onlyWith. */
  mostForEach?: number | null;
  /** Whether a promo code must open it. */
  needsCode: boolean;
  /** Whether it is only for wheelchair places. */
  wheelchairPlacesOnly: boolean;
  /** Start of its sale; null for no limit. */
  opensAt?: string | null;
  /** End of its sale; null for no limit. */
  closesAt?: string | null;
  /** Maximum number of tickets at this price. */
  quantity?: number | null;
  /** Steps, which follow each other. */
  steps: Array<SalePriceStepInput>;
};

/** A step of a price. */
export type SalePriceStepInput = {
  /** Name of the phase; null for the last step. */
  phase?: string | null;
  /** End of the step; null for no limit. */
  endsAt?: string | null;
  /** Maximum number of tickets at this step. */
  quantity?: number | null;
  /** Parts of the price. */
  breakdown: SeatPlanBreakdownInput;
};

/** Geometry and views of a hall. */
export type SeatPlanHallInput = {
  /** Point that the best seats are near. */
  focalPoint?: SeatPlanPointInput | null;
  /** Sections, in the order of the plan. */
  sections: Array<SeatPlanHallSectionInput>;
};

/** Point of a hall, in centimetres. */
export type SeatPlanPointInput = {
  /** Centimetres to the right. */
  x: number;
  /** Centimetres away from the stage. */
  y: number;
};

/** Geometry and views of a section. Its seats are counted from 1. */
export type SeatPlanHallSectionInput = {
  /** Rank; null comes last. */
  rank?: number | null;
  /** Positions of all seats; null for a section without geometry. */
  points?: SeatPlanPointsInput | null;
  /** Corners of the drawn outline; null for a section without one. */
  shape?: Array<SeatPlanPointInput> | null;
  /** Companion seats. */
  companion: Array<number>;
  /** Seats with an obstructed view. */
  obstructed: Array<number>;
  /** Notes about views. */
  notes: Array<SeatPlanNoteInput>;
};

/** Positions of seats, in centimetres. */
export type SeatPlanPointsInput = {
  /** Centimetres to the right, for each seat. */
  x: Array<number>;
  /** Centimetres away from the stage, for each seat. */
  y: Array<number>;
};

/** Note about the view from some seats. */
export type SeatPlanNoteInput = {
  /** The seats. */
  seats: Array<number>;
  /** The note. */
  text: string;
};

/** Rules for holding seats of an event. */
export type SeatPlanHoldPolicyInput = {
  /** Duration of a hold. */
  holdSeconds: number;
  /** Maximum duration of a hold, including extensions. */
  maxHoldSeconds: number;
  /** Whether a hold that needlessly isolates a single seat is refused. */
  avoidSingleSeats: boolean;
  /** Maximum number of other seats with each wheelchair place; null for no limit. */
  companionsPerWheelchairPlace?: number | null;
  /** Whether guests and accounts without a verified address are refused. Default: false. */
  verifiedBuyersOnly?: boolean | null;
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
  /** Name shown to buyers. */
  name: string;
  /** Share of the price, in thousandths of a percent. */
  rate: number;
  /** Amount in addition to the rate. */
  fixed?: SeatPlanFixedFeeInput | null;
  /** Whether the price already contains it. */
  isIncluded: boolean;
};

/** An amount for each ticket. */
export type SeatPlanFixedFeeInput = {
  /** Amount in minor units. */
  amount: number;
  /** ISO 4217 code. The fee applies only to events in this currency. */
  currency: string;
};

/** A tax. */
export type SeatPlanTaxInput = {
  /** Name shown to buyers. */
  name: string;
  /** Rate in thousandths of a percent. */
  rate: number;
  /** Whether the price already contains it. */
  isIncluded: boolean;
};

/** A price. */
export type SeatPlanTierInput = {
  /** ID of the tier. */
  id: string;
  /** Name shown to buyers. */
  name: string;
  /** Price of a ticket. */
  price: number;
  /** Parts of the price. */
  breakdown?: SeatPlanBreakdownInput | null;
};

/** Parts of a price. */
export type SeatPlanBreakdownInput = {
  /** Base price that the organizer sets for a ticket. */
  base: number;
  /** Discounts, fees and taxes. */
  lines: Array<SeatPlanPriceLineInput>;
  /** Price that the buyer pays. */
  total: number;
};

/** One part of a price. */
export type SeatPlanPriceLineInput = {
  /** Kind of this part. */
  kind: PriceLineKind;
  /** Name given by the organization; for a discount, its code. */
  name: string;
  /** Amount; negative for a discount. */
  amount: number;
  /** Whether the amount before this line already contains it; otherwise it is added. */
  isIncluded: boolean;
  /** Rate of a tax, in thousandths of a percent. */
  rate?: number | null;
};

/** Section with places of one price: rows of seats, or general admission. */
export type SeatPlanSectionInput = {
  /** ID of the section. */
  id: string;
  /** Name shown to buyers. */
  name: string;
  /** ID of the price tier. */
  tierId: string;
  /** Capacity of a section without rows. */
  capacity?: number | null;
  /** Rows, from front to back. */
  rows?: Array<SeatPlanRowInput> | null;
};

/** A row of seats. */
export type SeatPlanRowInput = {
  /** Name shown to buyers. */
  label: string;
  /** Seat labels, in order. */
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

export type SetSaleTermsMutationVariables = Exact<{
  eventId: string;
  version: number;
  terms: SaleTermsInput;
}>;


export type SetSaleTermsMutation = { setSaleTerms: boolean };

export type SetSalePricesMutationVariables = Exact<{
  eventId: string;
  prices: SalePricesInput;
}>;


export type SetSalePricesMutation = { setSalePrices: boolean };

export type OpenSalesMutationVariables = Exact<{
  plan: string;
}>;


export type OpenSalesMutation = { openSales: boolean };

export const OpenSale = "mutation OpenSale($plan: SeatPlanInput!) { openSale(plan: $plan) }" as ServiceOperation<OpenSaleMutation, OpenSaleMutationVariables>;

export const SetSales = "mutation SetSales($eventId: ID!, $state: SaleState!) { setSales(eventId: $eventId, state: $state) }" as ServiceOperation<SetSalesMutation, SetSalesMutationVariables>;

export const SetSaleTerms = "mutation SetSaleTerms($eventId: ID!, $version: Int!, $terms: SaleTermsInput!) { setSaleTerms(eventId: $eventId, version: $version, terms: $terms) }" as ServiceOperation<SetSaleTermsMutation, SetSaleTermsMutationVariables>;

export const SetSalePrices = "mutation SetSalePrices($eventId: ID!, $prices: SalePricesInput!) { setSalePrices(eventId: $eventId, prices: $prices) }" as ServiceOperation<SetSalePricesMutation, SetSalePricesMutationVariables>;

export const OpenSales = "mutation OpenSales($plan: String!) { openSales(plan: $plan) }" as ServiceOperation<OpenSalesMutation, OpenSalesMutationVariables>;
