// Data of the page of a package.
import type { PackagePageQuery } from "../documents/package.generated.ts";
import type { EventInFull } from "./event.ts";
import type { Problem } from "./problem.ts";

type PackageFound = NonNullable<PackagePageQuery["ticketPackage"]>;
type PartFound = PackageFound["parts"][number];

/** A package at one of its events. */
export type PackagePart = PartFound & { event: NonNullable<PartFound["event"]> };
export type PackageInList = NonNullable<EventInFull["packages"]>[number];

/** What a visitor wants of a package. */
export interface PackageChoice {
  eventIds: string[];
  /** At each event. */
  seats: number;
  /** ID of the price tier by event. */
  tiers: Record<string, string>;
}

export interface PackagePages {
  package: {
    package: Omit<PackageFound, "parts">;
    parts: PackagePart[];
    /** Of its sale at this time; the events may have no seats. */
    state: "NOT_YET" | "OPEN" | "ENDED";
    choice: PackageChoice;
    /** A total that differs from that of the prices, and was shown: of this choice, in minor units. */
    agreed: number | null;
    /** Whether a total is shown without a script. */
    isTotalShown: boolean;
    /** Why nothing is held yet. */
    note: "SIGN_IN" | "AGAIN" | "UNVERIFIED" | null;
    problem?: Problem;
  };
}
