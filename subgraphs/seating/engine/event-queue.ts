// Requests for an event that wait for the next batch, in order of arrival.
import { isByItself, type WaitingChange, type WaitingHold } from "./requests.ts";

/** Maximum size of a batch. A larger one lengthens the statement and gains little (measured in bench/). */
const BATCH_HOLDS = 128;
const BATCH_CHANGES = 256;

/** Queue of requests for an event. */
export interface EventQueue {
  eventId: string;
  holds: WaitingHold[];
  changes: WaitingChange[];
  inFlight: number;
  scheduled: boolean;
  /** A batch chosen from the snapshot is in flight. A concurrent batch would make its snapshot stale. */
  picking: boolean;
  /** Another process changed the event during the choice: the retry chooses under the lock. */
  isStale: boolean;
}

export interface Batch {
  holds: WaitingHold[];
  changes: WaitingChange[];
}

export function newEventQueue(eventId: string): EventQueue {
  return { eventId, holds: [], changes: [], inFlight: 0, scheduled: false, picking: false, isStale: false };
}

/** Whether the next batch has to choose seats. */
export function asksForBestAvailable({ holds }: EventQueue): boolean {
  return holds.slice(0, BATCH_HOLDS).some(({ request }) => "criteria" in request.selection);
}

/** Takes the next batch off the queue. A batch changes no hold twice, and some requests are a batch by themselves. */
export function nextBatch(eventQueue: EventQueue): Batch {
  const changes: WaitingChange[] = [];
  const rest: WaitingChange[] = [];
  const touched = new Set<string>();
  for (const change of eventQueue.changes) {
    const fits = changes.length < BATCH_CHANGES && !touched.has(change.request.holdId);
    (fits ? changes : rest).push(change);
    touched.add(change.request.holdId);
  }
  eventQueue.changes = rest;
  const [first] = eventQueue.holds;
  if (first && isByItself(first)) return { changes, holds: changes.length > 0 ? [] : eventQueue.holds.splice(0, 1) };
  const many = eventQueue.holds.slice(0, BATCH_HOLDS).findIndex(isByItself);
  return { changes, holds: eventQueue.holds.splice(0, many === -1 ? BATCH_HOLDS : many) };
}
