// An event and the states it goes through: DRAFT -> ON_SALE <-> SALES_PAUSED -> CANCELLED; ENDED comes with time.
import type { EventCategory, EventStatus } from "../schema.generated.ts";
import { EventNotCancellable, EventNotPublishable, SalesNotPausable } from "../errors.ts";

export interface Event extends HoldPolicy {
  id: string;
  organizationId: string;
  venueId: string;
  seriesId: string | null;
  name: string;
  description: string | null;
  category: EventCategory;
  /** As it is now: an event that is over is ENDED. */
  status: EventStatus;
  startsAt: Date;
  endsAt: Date | null;
  overAt: Date;
  journey: StoredJourney | null;
  maxSeatsPerBuyer: number;
  version: number;
  cancelReason: string | null;
}

export interface StoredJourney {
  route: string;
  origin: string;
  destination: string;
  departsAt: string;
  arrivesAt: string;
}

/** How its seats are held. */
export interface HoldPolicy {
  holdSeconds: number;
  maxHoldSeconds: number;
  avoidSingleSeats: boolean;
  companionsPerWheelchairPlace: number | null;
}

export function holdPolicyOf(event: Event): HoldPolicy {
  const { holdSeconds, maxHoldSeconds, avoidSingleSeats, companionsPerWheelchairPlace } = event;
  return { holdSeconds, maxHoldSeconds, avoidSingleSeats, companionsPerWheelchairPlace };
}

/** What can be done to an event's sale. */
export type SaleAction = "publish" | "pause" | "resume" | "cancel";

/** What the action makes of the status. */
export const RESULT: Record<SaleAction, EventStatus> = {
  publish: "ON_SALE",
  pause: "SALES_PAUSED",
  resume: "ON_SALE",
  cancel: "CANCELLED",
};

/** Whether there is anything to do; what is already so is not done again. @throws the refusal if it can't be done. */
export function mayBecome(event: Pick<Event, "status" | "startsAt">, action: SaleAction, now: Date): boolean {
  if (event.status === RESULT[action]) return false;
  switch (action) {
    case "publish":
      if (event.status !== "DRAFT" || event.startsAt <= now) throw new EventNotPublishable();
      return true;
    case "pause":
      if (event.status !== "ON_SALE") throw new SalesNotPausable();
      return true;
    case "resume":
      if (event.status !== "SALES_PAUSED") throw new SalesNotPausable();
      return true;
    case "cancel":
      if (event.status === "ENDED") throw new EventNotCancellable();
      return true;
  }
}
