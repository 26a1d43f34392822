// What a person waits for, in forms and in words.
import type { Selection } from "../../page-data/seats.ts";
import type { OwnWaitlistEntry, WaitlistWish } from "../../page-data/waitlist.ts";
import { keptPath, type Field } from "../exchange/kept-path.ts";
import type { Texts } from "../texts/en.ts";

/** That a person can wait for. */
export const MOST_SEATS = 8;

/** Page of the list, whose form has the choice of seats of the page of the event. */
export function waitlistPath({ eventId, ...selection }: Selection): string {
  const { quantity, tier, section, together, wheelchairPlaces } = selection;
  const fields: Field[] = [
    ["quantity", String(Math.min(MOST_SEATS, Math.max(1, quantity)))],
    ...(tier ? [["tier", tier] satisfies Field] : []),
    ...(section ? [["section", section] satisfies Field] : []),
    ...(together ? [] : [["apart", "1"] satisfies Field]),
    ...(wheelchairPlaces > 0 ? [["wheelchairs", String(wheelchairPlaces)] satisfies Field] : []),
  ];
  return keptPath(`/e/${eventId}/waitlist`, selection, fields);
}

const HOUR = 3_600;

/** Such as `2 hours`. */
export const durationText = (seconds: number, { waitlist }: Texts): string =>
  seconds >= 2 * HOUR || seconds === HOUR
    ? waitlist.hours(Math.round(seconds / HOUR))
    : waitlist.minutes(Math.round(seconds / 60));

/** Such as `4 seats together, or fewer, at least 2`. */
export function wishText(
  { quantity, atLeast, together }: Pick<WaitlistWish, "quantity" | "atLeast" | "together">,
  { waitlist }: Texts,
): string {
  const seats = together && quantity > 1 ? waitlist.seatsTogether(quantity) : waitlist.seats(quantity);
  return atLeast < quantity ? `${seats}, ${waitlist.orFewer(atLeast)}` : seats;
}

/** Whether the person has a place, or seats. */
export const isOpen = (entry: OwnWaitlistEntry | null): entry is OwnWaitlistEntry =>
  entry?.state === "WAITING" || entry?.state === "OFFERED";

/** Whether the person can buy the offered seats, or give them back: an order has not taken them over. */
export const isToDecide = ({ state, hold }: OwnWaitlistEntry): boolean =>
  state === "OFFERED" && hold?.status === "ACTIVE";
