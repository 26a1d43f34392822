// Made by `npm run compose` from seats.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether a price is sold now. SOLD_OUT: all tickets of its quantity are held or sold; some may come back. */
export type CurrentPriceStatus =
  | 'ENDED'
  | 'NOT_YET'
  | 'OPEN'
  | 'SOLD_OUT';

/**
 * DRAFT: only its organization and platform staff see it. An event that is cancelled before it was published stays hidden from others.
 * ANNOUNCED: published, and sales have not started. SALES_ENDED: sales have ended, and the event is not over. ENDED: it is over. These follow from the event's
 * times, as ON_SALE does: at their time, nobody has to do anything. Sales channels may sell at other times.
 */
export type EventStatus =
  | 'ANNOUNCED'
  | 'CANCELLED'
  | 'DRAFT'
  | 'ENDED'
  | 'ON_SALE'
  | 'SALES_ENDED'
  | 'SALES_PAUSED';

/** Input of holdBestAvailable. */
export type HoldBestAvailableInput = {
  /** Access code; a PRIVATE event needs it. */
  accessCode?: string | null;
  /** Admission of the viewer, if the event has a queue: `Admission.token` of enterSale. */
  admission?: string | null;
  /**
   * Whether the hold is for a sale at the counter. It belongs to the organization instead of the viewer, and has no limit per buyer. For BOX_OFFICE
   * and up of the organization. Sell it with `sellAtCounter`.
   */
  atCounter?: boolean | null;
  /** Key of a sales channel: only its seats are searched. If the channel has times of its own, they apply instead of the event's. */
  channelKey?: string | null;
  /** An event on sale. */
  eventId: string;
  /** Total that the buyer was shown, in minor units. If the seats have another one now, the answer is TotalChanged and nothing is held. */
  expectedTotal?: number | null;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** Only seats of this tier. */
  priceTierId?: string | null;
  /** Prices of seats that do not cost the standard price, with at most `quantity` seats. */
  prices?: Array<PriceCountInput> | null;
  /** Promo code or access code. If it opens a sales channel, only that channel's seats are searched. Case does not matter. */
  promoCode?: string | null;
  /** Number of seats, 1 to 50. */
  quantity: number;
  /** Only seats of this section. */
  sectionId?: string | null;
  /** Whether the seats must be adjacent in one row. Default: true. Ignored for general admission. */
  together?: boolean | null;
  /** Number of wheelchair places among the seats; the other seats are adjacent to them. Default: 0, which excludes wheelchair places. */
  wheelchairPlaces?: number | null;
};

/** Input of holdSeats. */
export type HoldSeatsInput = {
  /** Access code; a PRIVATE event needs it. */
  accessCode?: string | null;
  /** Admission of the viewer, if the event has a queue: `Admission.token` of enterSale. */
  admission?: string | null;
  /**
   * Whether the hold is for a sale at the counter. It belongs to the organization instead of the viewer, and has no limit per buyer. For BOX_OFFICE
   * and up of the organization. Sell it with `sellAtCounter`.
   */
  atCounter?: boolean | null;
  /** Key of a sales channel: its seats can be held, too. If the channel has times of its own, they apply instead of the event's. */
  channelKey?: string | null;
  /** An event on sale. */
  eventId: string;
  /** Total that the buyer was shown, in minor units. If the seats have another one now, the answer is TotalChanged and nothing is held. */
  expectedTotal?: number | null;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** Prices of seats that do not cost the standard price: at most one for each seat. */
  prices?: Array<SeatPriceInput> | null;
  /** Promo code or access code: gives a discount, or opens a sales channel's seats or prices. Case does not matter. */
  promoCode?: string | null;
  /** 1 to 50 numbered seats. Either all are held or none. */
  seatIds: Array<string>;
};

/** Number of seats at a price. */
export type PriceCountInput = {
  /** Name of a price: see PriceTier.prices. The seats are in tiers that have it, or the request is refused. */
  price: string;
  /** Number of seats, at least 1. */
  seats: number;
};

/**
 * Why a price can't be used. UNKNOWN: the tier of the seat has no such price, or the seat was held before the event had several prices. SOLD_OUT: all tickets of its quantity are held or sold.
 * TOO_MANY: the hold exceeds the price's mostPerHold. NOT_ALONE: it has too few seats at the prices of onlyWith.
 * NEEDS_CODE: the request has no promo code that opens it.
 */
export type PriceRefusal =
  | 'ENDED'
  | 'NEEDS_CODE'
  | 'NOT_ALONE'
  | 'NOT_YET'
  | 'SOLD_OUT'
  | 'TOO_MANY'
  | 'UNKNOWN'
  | 'WHEELCHAIR_PLACES_ONLY';

/**
 * Why a promo code can't be used. USED: another hold or order has the access code. EXHAUSTED: the request exceeds the code's total limit. LIMIT_PER_BUYER: it exceeds the code's limit for one buyer.
 * HOLD_OF_PACKAGE: the hold has the price of its package, and no code.
 */
export type PromoCodeRefusal =
  | 'ENDED'
  | 'EXHAUSTED'
  | 'HOLD_OF_PACKAGE'
  | 'LIMIT_PER_BUYER'
  | 'NOT_FOR_THESE_SEATS'
  | 'NOT_YET'
  | 'UNKNOWN'
  | 'USED';

/** ANNOUNCED: nobody can join yet. OPEN: people join. DRAWING: entries are closed, maybe reviewed, and drawn. SERVING: people enter in the order of their ranks. PAUSED: nobody enters; those inside go on. SOLD_OUT: no seat is left or held. CLOSED: the queue is over, and seats are held without it. */
export type QueueState =
  | 'ANNOUNCED'
  | 'CLOSED'
  | 'DRAWING'
  | 'OPEN'
  | 'PAUSED'
  | 'SERVING'
  | 'SOLD_OUT';

/** Price of a seat that is held. */
export type SeatPriceInput = {
  /** Name of a price of its tier: see PriceTier.prices. */
  price: string;
  /** One of the seats of the request. */
  seatId: string;
};

/**
 * State of a seat. HELD: by a hold until it expires, or by an order that is not yet confirmed. SOLD: the order's seats are sold.
 * BLOCKED: the organizer has taken it off sale.
 */
export type SeatStatus =
  | 'AVAILABLE'
  | 'BLOCKED'
  | 'HELD'
  | 'SOLD';

/** SEATED: rows of numbered seats. GENERAL_ADMISSION: only the number of people counts. */
export type SectionKind =
  | 'GENERAL_ADMISSION'
  | 'SEATED';

export type SeatsPageQueryVariables = Exact<{
  id: string;
  accessCode?: string | null;
}>;


export type SeatsPageQuery = { event: { id: string, name: string, status: EventStatus, startsAt: string, timeZone: string, maxSeatsPerBuyer: number, venue: { name: string, city: string }, priceTiers: Array<{ id: string, name: string, price: { amount: number, currency: string }, prices: Array<{ name: string, standard: boolean, mostPerHold: number | null, onlyWith: Array<string>, mostForEach: number | null, needsCode: boolean, wheelchairPlacesOnly: boolean, salesStartAt: string | null, price: { amount: number, currency: string }, phases: Array<{ name: string, quantity: number | null, price: { amount: number, currency: string } }> }> }>, queue: { state: QueueState, opensAt: string, drawAt: string, entry: { insideUntil: string | null } | null } | null, venueVersion: { sections: Array<{ id: string, name: string, kind: SectionKind, capacity: number }> }, availability: { total: number, available: number, tiers: Array<{ priceTier: { id: string } | null, prices: Array<{ name: string, phase: string | null, endsAt: string | null, left: number | null, status: CurrentPriceStatus, price: { amount: number, currency: string } }> }> } | null } | null };

export type PlannedPriceFragment = { name: string, standard: boolean, mostPerHold: number | null, onlyWith: Array<string>, mostForEach: number | null, needsCode: boolean, wheelchairPlacesOnly: boolean, salesStartAt: string | null, price: { amount: number, currency: string }, phases: Array<{ name: string, quantity: number | null, price: { amount: number, currency: string } }> };

export type PriceNowFragment = { name: string, phase: string | null, endsAt: string | null, left: number | null, status: CurrentPriceStatus, price: { amount: number, currency: string } };

export type SectionSeatsQueryVariables = Exact<{
  id: string;
  accessCode?: string | null;
  section: string;
  after?: string | null;
}>;


export type SectionSeatsQuery = { event: { seats: { nodes: Array<{ id: string, row: string | null, number: string | null, status: SeatStatus, wheelchair: boolean, companion: boolean, obstructed: boolean, viewNote: string | null, block: number | null, priceTier: { id: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type HoldSeatsMutationVariables = Exact<{
  input: HoldSeatsInput;
}>;


export type HoldSeatsMutation = { holdSeats:
    | { __typename: 'AdmissionRequired', message: string }
    | { __typename: 'EmailNotVerified', message: string }
    | { __typename: 'EventNotOnSale', message: string, salesStartAt: string | null, salesEndAt: string | null }
    | { __typename: 'Hold', id: string }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'PriceNotUsable', message: string, refusal: PriceRefusal, priceName: string | null }
    | { __typename: 'PromoCodeNotUsable', message: string, reason: PromoCodeRefusal }
    | { __typename: 'SeatLeftAlone', message: string }
    | { __typename: 'SeatLimitReached', message: string, limit: number }
    | { __typename: 'SeatsUnavailable', message: string, seats: Array<{ id: string, row: string | null, number: string | null, section: { name: string } | null }> }
    | { __typename: 'TooManyCompanions', message: string }
    | { __typename: 'TotalChanged', message: string, total: { amount: number, currency: string } }
    | { __typename: 'VerifiedBuyersOnly', message: string }
   };

export type HoldBestAvailableMutationVariables = Exact<{
  input: HoldBestAvailableInput;
}>;


export type HoldBestAvailableMutation = { holdBestAvailable:
    | { __typename: 'AdmissionRequired', message: string }
    | { __typename: 'EmailNotVerified', message: string }
    | { __typename: 'EventNotOnSale', message: string, salesStartAt: string | null, salesEndAt: string | null }
    | { __typename: 'Hold', id: string }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'PriceNotUsable', message: string, refusal: PriceRefusal, priceName: string | null }
    | { __typename: 'PromoCodeNotUsable', message: string, reason: PromoCodeRefusal }
    | { __typename: 'SeatLeftAlone', message: string }
    | { __typename: 'SeatLimitReached', message: string, limit: number }
    | { __typename: 'SeatsUnavailable', message: string, seats: Array<{ id: string, row: string | null, number: string | null, section: { name: string } | null }> }
    | { __typename: 'TooManyCompanions', message: string }
    | { __typename: 'TotalChanged', message: string, total: { amount: number, currency: string } }
    | { __typename: 'VerifiedBuyersOnly', message: string }
   };

type HoldResult_AdmissionRequired_Fragment = { __typename: 'AdmissionRequired', message: string };

type HoldResult_EmailNotVerified_Fragment = { __typename: 'EmailNotVerified', message: string };

type HoldResult_EventNotOnSale_Fragment = { __typename: 'EventNotOnSale', message: string, salesStartAt: string | null, salesEndAt: string | null };

type HoldResult_Hold_Fragment = { __typename: 'Hold', id: string };

type HoldResult_IdempotencyKeyReused_Fragment = { __typename: 'IdempotencyKeyReused', message: string };

type HoldResult_NotFound_Fragment = { __typename: 'NotFound', message: string };

type HoldResult_PriceNotUsable_Fragment = { __typename: 'PriceNotUsable', message: string, refusal: PriceRefusal, priceName: string | null };

type HoldResult_PromoCodeNotUsable_Fragment = { __typename: 'PromoCodeNotUsable', message: string, reason: PromoCodeRefusal };

type HoldResult_SeatLeftAlone_Fragment = { __typename: 'SeatLeftAlone', message: string };

type HoldResult_SeatLimitReached_Fragment = { __typename: 'SeatLimitReached', message: string, limit: number };

type HoldResult_SeatsUnavailable_Fragment = { __typename: 'SeatsUnavailable', message: string, seats: Array<{ id: string, row: string | null, number: string | null, section: { name: string } | null }> };

type HoldResult_TooManyCompanions_Fragment = { __typename: 'TooManyCompanions', message: string };

type HoldResult_TotalChanged_Fragment = { __typename: 'TotalChanged', message: string, total: { amount: number, currency: string } };

type HoldResult_VerifiedBuyersOnly_Fragment = { __typename: 'VerifiedBuyersOnly', message: string };

export type HoldResultFragment =
  | HoldResult_AdmissionRequired_Fragment
  | HoldResult_EmailNotVerified_Fragment
  | HoldResult_EventNotOnSale_Fragment
  | HoldResult_Hold_Fragment
  | HoldResult_IdempotencyKeyReused_Fragment
  | HoldResult_NotFound_Fragment
  | HoldResult_PriceNotUsable_Fragment
  | HoldResult_PromoCodeNotUsable_Fragment
  | HoldResult_SeatLeftAlone_Fragment
  | HoldResult_SeatLimitReached_Fragment
  | HoldResult_SeatsUnavailable_Fragment
  | HoldResult_TooManyCompanions_Fragment
  | HoldResult_TotalChanged_Fragment
  | HoldResult_VerifiedBuyersOnly_Fragment
;

export type SeatMapOfQueryVariables = Exact<{
  id: string;
  accessCode?: string | null;
}>;


export type SeatMapOfQuery = { event: { seatMap: { version: string, layoutUrl: string, states: { cursor: string, packed: string, versions: string } } | null } | null };

export type SeatChangesSubscriptionVariables = Exact<{
  id: string;
  after?: string | null;
  accessCode?: string | null;
}>;


export type SeatChangesSubscription = { s: { p: string | null, c: string, r: boolean } };

export const SeatsPage = "cc0c700c9aebd55845759178a678bd76af152c5e78becf5d3d896b03965d3dd8" as DocumentId<SeatsPageQuery, SeatsPageQueryVariables>;

export const SectionSeats = "43004b70e1b235c15523d0fdf560053c789bb0a0ef199ff9edfcf0a691b4b98c" as DocumentId<SectionSeatsQuery, SectionSeatsQueryVariables>;

export const HoldSeats = "299aff7058609a57ecd138005c594c9787ec691f4a3b0912bc383389ef57b80f" as DocumentId<HoldSeatsMutation, HoldSeatsMutationVariables>;

export const HoldBestAvailable = "0aab3f6b16fdc2e94fc42543559c55b107078626f7b3162b802d8dd7a64bf37b" as DocumentId<HoldBestAvailableMutation, HoldBestAvailableMutationVariables>;

export const SeatMapOf = "28d37b2e3bd62afbd0dd399ba633290b99ee51e5568b48e426fe7b53eb05ef65" as DocumentId<SeatMapOfQuery, SeatMapOfQueryVariables>;

export const SeatChanges = "24e56ea5be94794697c739f2fe48475d021e478666f68ebf07d8d6da4cdacf7e" as DocumentId<SeatChangesSubscription, SeatChangesSubscriptionVariables>;
