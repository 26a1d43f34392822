// Data of the page of an event.
import type { EventPageQuery, EventTransfersQuery } from "../documents/event.generated.ts";
import type { Problem } from "./problem.ts";
import type { Admission } from "./queue.ts";
import type { Selection } from "./seats.ts";

export type EventInFull = NonNullable<EventPageQuery["event"]>;
export type TransferPolicy = NonNullable<NonNullable<EventTransfersQuery["event"]>["transferPolicy"]>;

export interface EventPages {
  event: {
    event: EventInFull;
    /** Null if it is not known now. */
    transferPolicy: TransferPolicy | null;
    /** Null: at once, or it is not known now. */
    codesShownFrom: string | null;
    selection: Selection;
    admission: Admission | null;
    problem?: Problem;
  };
}
