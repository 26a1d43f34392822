// Until when seats are held for a person on a waiting list. Nobody has to buy at night: no offer ends from 22:00 to 08:00 by the clock of the venue.
import { instantOf, localMs } from "./local-time.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NIGHT = { from: 22, to: 8 };
/** Time after 08:00, or `offerSeconds` if they are fewer. */
const MORNING_MS = 2 * HOUR_MS;

export interface OfferTimes {
  now: Date;
  offerSeconds: number;
  /** Null: not known, then there is no night. */
  timeZone: string | null;
  /** Nothing is offered from then on; null while the start of the event is not known. */
  closesAt: Date | null;
  /** End of the sale. */
  endsAt: Date;
}

/** When the night ends that this instant is in; undefined by day. */
function endOfNight(at: Date, timeZone: string): Date | undefined {
  const local = localMs(at, timeZone);
  const midnight = Math.floor(local / DAY_MS) * DAY_MS;
  const hour = (local - midnight) / HOUR_MS;
  if (hour >= NIGHT.to && hour < NIGHT.from) return undefined;
  return instantOf(midnight + (hour < NIGHT.to ? 0 : DAY_MS) + NIGHT.to * HOUR_MS, timeZone);
}

/**
 * An offer that is made or would end at night runs at least until 08:00 and `offerSeconds` more, at most two hours more.
 * It runs past the time at which the list closes only if it would anyway, and never past the end of the sale.
 */
export function offerEnd({ now, offerSeconds, timeZone, closesAt, endsAt }: OfferTimes): Date {
  const plain = now.getTime() + offerSeconds * 1_000;
  const grace = Math.min(MORNING_MS, offerSeconds * 1_000);
  const mornings = timeZone === null ? [] : [now, new Date(plain)].map((at) => endOfNight(at, timeZone));
  const late = Math.max(plain, ...mornings.flatMap((at) => (at ? [at.getTime() + grace] : [])));
  const latest = closesAt === null ? late : Math.min(late, closesAt.getTime());
  return new Date(Math.min(Math.max(plain, latest), endsAt.getTime()));
}
