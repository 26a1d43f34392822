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

/** A sold seat that comes back. */
export type ReturnedSeatInput = {
  /** Order that has it. */
  orderId: string;
  /** Seat. */
  seatId: string;
};

/**
 * Why a hold can't be converted to an order. ANSWERS_UNCHECKED: ask again with `isChecked`, after a check of the buyer's answers; nothing was changed.
 * PACKAGE_IN_PART: other holds of its package are missing.
 */
export type ConversionRefusal =
  | 'NOT_FOUND'
  | 'NOT_ACTIVE'
  | 'VERIFIED_BUYERS_ONLY'
  | 'ANSWERS_UNCHECKED'
  | 'OTHER_ORGANIZATION'
  | 'OTHER_CURRENCY'
  | 'TOTAL_TOO_HIGH'
  | 'PACKAGE_IN_PART';

/**
 * Why a seat can't be exchanged. EVENT_OVER: the event is cancelled or over. SEAT_LOST: the order does not have the seat. SEAT_TAKEN: the new seat is held,
 * sold or blocked.
 */
export type SeatMoveRefusal =
  | 'EVENT_OVER'
  | 'SEAT_LOST'
  | 'NO_SUCH_SEAT'
  | 'GENERAL_ADMISSION'
  | 'OTHER_PRICE'
  | 'SEAT_TAKEN';

/** A hold to convert to an order. */
export type HoldConversionInput = {
  /** ID of the hold. */
  holdId: string;
  /** ID of the order. */
  orderId: string;
  /** Required buyer of the hold. */
  buyerId: string;
  /** Whether the buyer's address is not verified. Default: false. */
  isUnverified?: boolean | null;
  /** Whether the buyer gave answers to questions. Default: false. */
  hasAnswers?: boolean | null;
  /** Whether the answers to the questions of the events are checked. Default: false. */
  isChecked?: boolean | null;
};

/** Holds to convert to one order. */
export type HoldsConversionInput = {
  /** IDs of the holds, in the order of the order's items. */
  holdIds: Array<string>;
  /** ID of the order. */
  orderId: string;
  /** Required buyer of the holds. */
  buyerId: string;
  /** Whether the buyer's address is not verified. Default: false. */
  isUnverified?: boolean | null;
  /** Whether the buyer gave answers to questions. Default: false. */
  hasAnswers?: boolean | null;
  /** Whether the answers to the questions of the events are checked. Default: false. */
  isChecked?: boolean | null;
};

export type ConvertHoldsMutationVariables = Exact<{
  conversions: Array<HoldConversionInput> | HoldConversionInput;
}>;


export type ConvertHoldsMutation = { convertHolds: Array<{ refusal: ConversionRefusal | null, eventId: string | null, organizationId: string | null, currency: string | null, promoCode: string | null, seats: Array<{ priceName: string | null, channel: string | null, id: string, sectionId: string, sectionName: string, row: string | null, number: string | null, tierName: string, price: number, priceBreakdown: { base: number, total: number, lines: Array<{ kind: PriceLineKind, name: string, amount: number, isIncluded: boolean, rate: number | null }> } }> } | null> };

export type ConvertHoldsTogetherMutationVariables = Exact<{
  conversions: Array<HoldsConversionInput> | HoldsConversionInput;
}>;


export type ConvertHoldsTogetherMutation = { convertHoldsTogether: Array<{ refusal: ConversionRefusal | null, holdId: string | null, organizationId: string | null, currency: string | null, seats: Array<{ priceName: string | null, channel: string | null, eventId: string, promoCode: string | null, id: string, sectionId: string, sectionName: string, row: string | null, number: string | null, tierName: string, price: number, priceBreakdown: { base: number, total: number, lines: Array<{ kind: PriceLineKind, name: string, amount: number, isIncluded: boolean, rate: number | null }> } }> } | null> };

export type SellSeatsTogetherMutationVariables = Exact<{
  orderIds: Array<string> | string;
}>;


export type SellSeatsTogetherMutation = { sellSeatsTogether: Array<boolean | null> };

export type ReleaseSeatsTogetherMutationVariables = Exact<{
  orderId: string;
  seatIds?: Array<string> | string | null;
}>;


export type ReleaseSeatsTogetherMutation = { releaseSeatsTogether: boolean };

export type MoveSeatMutationVariables = Exact<{
  moveId: string;
  orderId: string;
  seatId: string;
  toSeatId: string;
}>;


export type MoveSeatMutation = { moveSeat: { refusal: SeatMoveRefusal | null, id: string | null, sectionId: string | null, sectionName: string | null, row: string | null, number: string | null } };

export type ReservedHoldsQueryVariables = Exact<{
  reservationId: string;
  organizationId: string;
}>;


export type ReservedHoldsQuery = { reservedHolds: { isOpen: boolean, holdIds: Array<string>, total: number, currency: string } | null };

export type WaitlistTakesQueryVariables = Exact<{
  eventId: string;
  seats: Array<ReturnedSeatInput> | ReturnedSeatInput;
  returning: Array<ReturnedSeatInput> | ReturnedSeatInput;
}>;


export type WaitlistTakesQuery = { waitlistTakes: boolean };

export type SellSeatsMutationVariables = Exact<{
  orderIds: Array<string> | string;
}>;


export type SellSeatsMutation = { sellSeatsOf: Array<boolean | null> };

export type ReleaseSeatsMutationVariables = Exact<{
  orderId: string;
  seatIds?: Array<string> | string | null;
}>;


export type ReleaseSeatsMutation = { releaseSeats: boolean };

export type ConvertedHoldFragment = { refusal: ConversionRefusal | null, eventId: string | null, organizationId: string | null, currency: string | null, promoCode: string | null };

export type ConvertedSeatFragment = { id: string, sectionId: string, sectionName: string, row: string | null, number: string | null, tierName: string, price: number };

export type ConvertHoldMutationVariables = Exact<{
  holdId: string;
  orderId: string;
  buyerId: string;
}>;


export type ConvertHoldMutation = { convertHold: { refusal: ConversionRefusal | null, eventId: string | null, organizationId: string | null, currency: string | null, promoCode: string | null, seats: Array<{ breakdown: string, id: string, sectionId: string, sectionName: string, row: string | null, number: string | null, tierName: string, price: number }> } };

export type SellSeatsOfOneMutationVariables = Exact<{
  orderId: string;
}>;


export type SellSeatsOfOneMutation = { sellSeats: boolean };

export const ConvertHolds = "mutation ConvertHolds($conversions: [HoldConversionInput!]!) { convertHolds(conversions: $conversions) { ...ConvertedHold seats { ...ConvertedSeat priceName channel priceBreakdown { base lines { kind name amount isIncluded rate } total } } } } fragment ConvertedHold on ConvertedHold { refusal eventId organizationId currency promoCode } fragment ConvertedSeat on ConvertedSeat { id sectionId sectionName row number tierName price }" as ServiceOperation<ConvertHoldsMutation, ConvertHoldsMutationVariables>;

export const ConvertHoldsTogether = "mutation ConvertHoldsTogether($conversions: [HoldsConversionInput!]!) { convertHoldsTogether(conversions: $conversions) { refusal holdId organizationId currency seats { ...ConvertedSeat priceName channel eventId promoCode priceBreakdown { base lines { kind name amount isIncluded rate } total } } } } fragment ConvertedSeat on ConvertedSeat { id sectionId sectionName row number tierName price }" as ServiceOperation<ConvertHoldsTogetherMutation, ConvertHoldsTogetherMutationVariables>;

export const SellSeatsTogether = "mutation SellSeatsTogether($orderIds: [ID!]!) { sellSeatsTogether(orderIds: $orderIds) }" as ServiceOperation<SellSeatsTogetherMutation, SellSeatsTogetherMutationVariables>;

export const ReleaseSeatsTogether = "mutation ReleaseSeatsTogether($orderId: ID!, $seatIds: [ID!]) { releaseSeatsTogether(orderId: $orderId, seatIds: $seatIds) }" as ServiceOperation<ReleaseSeatsTogetherMutation, ReleaseSeatsTogetherMutationVariables>;

export const MoveSeat = "mutation MoveSeat($moveId: ID!, $orderId: ID!, $seatId: ID!, $toSeatId: ID!) { moveSeat( moveId: $moveId orderId: $orderId seatId: $seatId toSeatId: $toSeatId ) { refusal id sectionId sectionName row number } }" as ServiceOperation<MoveSeatMutation, MoveSeatMutationVariables>;

export const ReservedHolds = "query ReservedHolds($reservationId: ID!, $organizationId: ID!) { reservedHolds(reservationId: $reservationId, organizationId: $organizationId) { isOpen holdIds total currency } }" as ServiceOperation<ReservedHoldsQuery, ReservedHoldsQueryVariables>;

export const WaitlistTakes = "query WaitlistTakes($eventId: ID!, $seats: [ReturnedSeatInput!]!, $returning: [ReturnedSeatInput!]!) { waitlistTakes(eventId: $eventId, seats: $seats, returning: $returning) }" as ServiceOperation<WaitlistTakesQuery, WaitlistTakesQueryVariables>;

export const SellSeats = "mutation SellSeats($orderIds: [ID!]!) { sellSeatsOf(orderIds: $orderIds) }" as ServiceOperation<SellSeatsMutation, SellSeatsMutationVariables>;

export const ReleaseSeats = "mutation ReleaseSeats($orderId: ID!, $seatIds: [ID!]) { releaseSeats(orderId: $orderId, seatIds: $seatIds) }" as ServiceOperation<ReleaseSeatsMutation, ReleaseSeatsMutationVariables>;

export const ConvertHold = "mutation ConvertHold($holdId: ID!, $orderId: ID!, $buyerId: ID!) { convertHold(holdId: $holdId, orderId: $orderId, buyerId: $buyerId) { ...ConvertedHold seats { ...ConvertedSeat breakdown } } } fragment ConvertedHold on ConvertedHold { refusal eventId organizationId currency promoCode } fragment ConvertedSeat on ConvertedSeat { id sectionId sectionName row number tierName price }" as ServiceOperation<ConvertHoldMutation, ConvertHoldMutationVariables>;

export const SellSeatsOfOne = "mutation SellSeatsOfOne($orderId: ID!) { sellSeats(orderId: $orderId) }" as ServiceOperation<SellSeatsOfOneMutation, SellSeatsOfOneMutationVariables>;
