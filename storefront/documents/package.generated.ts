// Made by `npm run compose` from package.graphql. Do not edit.
import type { DocumentId } from "./document.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Input of holdPackage. */
export type HoldPackageInput = {
  /**
   * Whether the holds are for a sale at the counter. They belong to the organization instead of the viewer, and have no limit per buyer. For BOX_OFFICE
   * and up of the organization. Sell them with `sellAtCounter`.
   */
  atCounter?: boolean | null;
  /** Seats at each event: the same number at `eventsToChoose` events of the package. */
  events: Array<PackageSeatsInput>;
  /** Total that the buyer was shown, in minor units. If the seats have another one now, the answer is TotalChanged and nothing is held. */
  expectedTotal?: number | null;
  /** 1 to 255 characters, chosen by the client. Retry with the same key to get the first result. */
  idempotencyKey: string;
  /** A package. */
  packageId: string;
};

/** Why a package can't be used. SOLD_OUT: too few of its seats are left. LIMIT_PER_BUYER: the request exceeds its limit for one buyer. */
export type PackageRefusal =
  | 'ENDED'
  | 'LIMIT_PER_BUYER'
  | 'NOT_FOR_THESE_SEATS'
  | 'NOT_YET'
  | 'SOLD_OUT';

/** Seats at one event of a package: either `seatIds`, or `quantity` for the best available ones. */
export type PackageSeatsInput = {
  /** An event of the package. */
  eventId: string;
  /** With `quantity`: only seats of this tier. Needed if the package does not cover all tiers of the event. */
  priceTierId?: string | null;
  /** Number of seats, 1 to 50, of the tiers that the package covers. Adjacent in one row, where the section has rows. */
  quantity?: number | null;
  /** 1 to 50 numbered seats. */
  seatIds?: Array<string> | null;
};

export type PackagePageQueryVariables = Exact<{
  id: string;
}>;


export type PackagePageQuery = { ticketPackage: { id: string, name: string, eventsToChoose: number, discountPercent: number | null, startsAt: string | null, endsAt: string | null, maxSeatsPerBuyer: number | null, discountAmount: { amount: number, currency: string } | null, organization: { id: string, name: string, termsUrl: string | null } | null, parts: Array<{ left: number | null, prices: Array<{ price: { amount: number, currency: string }, priceTier: { id: string, name: string, price: { amount: number, currency: string } } | null }>, event: { id: string, name: string, status: EventStatus, startsAt: string, timeZone: string, maxSeatsPerBuyer: number, verifiedBuyersOnly: boolean, holdPolicy: { holdSeconds: number }, venue: { name: string, city: string }, availability: { available: number, tiers: Array<{ available: number, priceTier: { id: string } | null, prices: Array<{ standard: boolean, price: { amount: number, currency: string } }> }> } | null } | null }> } | null };

export type HoldPackageMutationVariables = Exact<{
  input: HoldPackageInput;
}>;


export type HoldPackageMutation = { holdPackage:
    | { __typename: 'AdmissionRequired', message: string }
    | { __typename: 'EmailNotVerified', message: string }
    | { __typename: 'EventNotOnSale', message: string }
    | { __typename: 'HeldPackage', holds: Array<{ id: string, event: { id: string, startsAt: string } | null }> }
    | { __typename: 'IdempotencyKeyReused', message: string }
    | { __typename: 'NotFound', message: string }
    | { __typename: 'PackageNotUsable', message: string, reason: PackageRefusal, event: { id: string } | null }
    | { __typename: 'PriceNotUsable', message: string }
    | { __typename: 'SeatLeftAlone', message: string }
    | { __typename: 'SeatLimitReached', message: string, limit: number }
    | { __typename: 'SeatsUnavailable', message: string }
    | { __typename: 'TooManyCompanions', message: string }
    | { __typename: 'TotalChanged', message: string, total: { amount: number, currency: string } }
    | { __typename: 'VerifiedBuyersOnly', message: string }
   };

export const PackagePage = "2f74e63f160a1a48cc6c133d95fe81e5233f84008c37ab44ebb2a5c6875a3bda" as DocumentId<PackagePageQuery, PackagePageQueryVariables>;

export const HoldPackage = "5ba6ea7137cef73968646703ae598c20a99a969ee2475b46dcb96024ca087957" as DocumentId<HoldPackageMutation, HoldPackageMutationVariables>;
