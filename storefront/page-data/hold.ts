// Data of the pages of held seats.
import type { EndedHoldQuery, HoldPageQuery } from "../documents/hold.generated.ts";
import type { Problem } from "./problem.ts";

export type HoldInFull = NonNullable<HoldPageQuery["hold"]>;
export type Viewer = NonNullable<HoldPageQuery["me"]>;

/** A question that an order asks, perhaps about one of its tickets. */
export interface AskedQuestion {
  /** Name of its fields in the form. */
  field: string;
  question: NonNullable<HoldInFull["event"]>["questions"][number];
  seat: HoldInFull["items"][number]["seat"] | null;
  event: string;
}

/** Address of the buyer for the invoice. */
export interface InvoiceForm {
  isRequired: boolean;
  /** Names of the fields of the API, with what was entered. */
  fields: [name: string, value: string][];
  /** ISO 3166-1 alpha-2 codes with names, in the order of the names. */
  countries: [code: string, name: string][];
}

/** What a form that orders held seats asks for, with what was entered. */
export interface OrderForm {
  names: string[];
  questions: AskedQuestion[];
  /** Values of the form, by field. */
  answers: Record<string, string[]>;
  invoice: InvoiceForm | null;
  /** What is wrong with an answer: `AnswerProblemReason` by field. */
  faults: Record<string, string>;
}

type EndedItem = NonNullable<EndedHoldQuery["hold"]>["items"][number];

/** Seats that are offered when a hold has ended. */
export interface HeldAgain {
  eventId: string;
  items: EndedItem[];
  /** Those of the hold that somebody else has now. */
  gone: EndedItem["seat"][];
  /** What was shown: the form agrees to it. */
  total: { amount: number; currency: string };
  /** Of the form that holds them, with what was typed before. */
  fields: [name: string, value: string][];
}

export interface HoldPages {
  hold: OrderForm & {
    hold: HoldInFull;
    /** Become the same order: first the others of its package. */
    more: HoldInFull[];
    /** Whether holds of its package have ended, so that it can't be ordered. */
    isIncomplete: boolean;
    /** Of the viewer, for other orders. */
    others: HoldInFull[];
    /** Whether others could be part of the order, but the viewer wants these seats only. */
    canBeMore: boolean;
    viewer: Viewer;
    key: string;
    /** Promo codes that were typed, by hold. */
    typedCodes: Record<string, string | null>;
    card: string;
    /** Null if the hold has not ended, or there is nothing to offer. */
    again: HeldAgain | null;
    problem?: Problem;
  };
  basket: { isGuest: boolean };
}
