// Data of the pages of a queue and its draw.
import type { DrawPageQuery, QueuePageQuery } from "../documents/queue.generated.ts";
import type { Problem } from "./problem.ts";

type EventWithQueue = NonNullable<QueuePageQuery["event"]>;
type QueueFound = NonNullable<EventWithQueue["queue"]>;
export type QueueState = QueueFound["state"];

/** Place of the viewer. */
export type OwnPlace = NonNullable<QueueFound["entry"]>;

/** `/queues/<event>.json` of the gateway, as far as pages use it. */
export interface QueueDocument {
  state: QueueState;
  serving: number;
  entries: number;
  /** Null before the draw. */
  drawn: number | null;
  /** Entries that are held for review. */
  held: number;
  /** People called in a minute; 0 if it is not known. */
  perMinute: number;
  /** Null if it is not known. */
  seats: "MANY" | "FEW" | "ALL_HELD" | "NONE" | null;
  /** Seconds until it is asked for again, at the least. */
  poll: number;
  note: string | null;
}

type EventWithDraw = NonNullable<DrawPageQuery["event"]>;
export type DrawFigures = NonNullable<EventWithDraw["queue"]>;

/** Of a visitor who is inside a sale with a queue: with the token in this browser. */
export interface Admission {
  until: string;
}

export interface QueuePages {
  queue: {
    event: Omit<EventWithQueue, "queue">;
    queue: QueueFound;
    document: QueueDocument;
    viewer: { displayName: string; isGuest: boolean; isVerified: boolean } | null;
    /** In this browser. */
    admission: Admission | null;
    /** Path and search of this page, with the choice of seats that the visitor brought along. */
    self: string;
    /** Where seats are chosen, with that choice. */
    choice: string;
    /** Whether the visitor comes from seats that could not be held. */
    isSentBack: boolean;
    /** Asked for before the visitor joins; `isRepeated` if a proof was refused. */
    work?: { challenge: string; isRepeated: boolean };
    problem?: Problem;
  };
  draw: { event: Omit<EventWithDraw, "queue">; queue: DrawFigures };
}
