// Data of the page of a waiting list.
import type { WaitlistPageQuery } from "../documents/waitlist.generated.ts";
import type { Problem } from "./problem.ts";

type EventWithWaitlist = NonNullable<WaitlistPageQuery["event"]>;
export type WaitlistFound = NonNullable<EventWithWaitlist["waitlist"]>;

/** Entry of the viewer. */
export type OwnWaitlistEntry = NonNullable<WaitlistFound["entry"]>;

/** What a person wants to wait for. */
export interface WaitlistWish {
  quantity: number;
  /** Takes so many, too. */
  atLeast: number;
  together: boolean;
  wheelchairPlaces: number;
  /** IDs; empty for any. */
  priceTierIds: string[];
  sectionIds: string[];
}

export interface WaitlistPages {
  waitlist: {
    event: Omit<EventWithWaitlist, "waitlist">;
    waitlist: WaitlistFound;
    viewer: { displayName: string; isGuest: boolean; isVerified: boolean } | null;
    /** What the form shows. */
    wish: WaitlistWish;
    /** Path and search of this page, with what the visitor brought along. */
    self: string;
    key: string;
    problem?: Problem;
  };
}
