// Waiting list of an event under the lock of its sale, which every change of its seats takes first. Raw SQL: locks.
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import type { WaitlistState } from "../enums.generated.ts";
import { CLOCK, startCollecting, stopCollecting } from "./waitlist-seats.ts";

export interface LockedWaitlist {
  eventId: string;
  organizationId: string;
  state: WaitlistState;
  channelNo: number;
  channelKey: string;
  offerSeconds: number;
  holdBackSeconds: number;
  /** From then on nothing is offered; null while the start of the event is not known. */
  closesAt: Date | null;
  startsAt: Date | null;
  /** Of the venue; null until catalog has described the event. */
  timeZone: string | null;
  /** Cancelled, or its sale has ended. */
  isOver: boolean;
  /** Whether the event sells now. */
  isOnSale: boolean;
  opensAt: Date | null;
  /** End of the sale. */
  endsAt: Date;
  accessHash: string | null;
  verifiedBuyersOnly: boolean;
  /** Whether taken seats come back to it. */
  isCollecting: boolean;
  now: Date;
}

/** Undefined for an event without a list. */
export async function lockWaitlist(tx: Tx, eventId: string): Promise<LockedWaitlist | undefined> {
  await rows(tx, sql`select 1 from sale where event_id = ${eventId}::uuid for update`);
  return row(
    tx,
    sql`select w.event_id, s.organization_id, w.state, w.channel_no, channel.key as channel_key, w.offer_seconds, w.hold_back_seconds, s.starts_at, s.time_zone,
          s.starts_at - make_interval(secs => w.closes_before_start_seconds) as closes_at,
          s.state = 'CLOSED' or least(s.sales_end_at, s.closes_at) <= ${CLOCK} as is_over,
          s.state = 'OPEN' and s.sales_end_at > ${CLOCK} and is_within(s.opens_at, s.closes_at, ${CLOCK}) as is_on_sale,
          s.opens_at, least(s.sales_end_at, s.closes_at) as ends_at, s.access_hash, s.verified_buyers_only,
          s.waitlist_no is not null as is_collecting, ${CLOCK} as now
        from waitlist w join sale s using (event_id) join sale_channel channel on channel.event_id = w.event_id and channel.no = w.channel_no
        where w.event_id = ${eventId}::uuid for update of w`,
  );
}

/** Whether seats that come back belong to the list. */
export function collects({ state, isOver, closesAt, now }: LockedWaitlist): boolean {
  return state === "OPEN" && !isOver && (closesAt === null || closesAt > now);
}

/** Sets seats aside for the list from now on, or gives back what it has. */
export async function collect(tx: Tx, notifier: ChangeNotifier, list: LockedWaitlist): Promise<void> {
  if (collects(list) === list.isCollecting) return;
  await (list.isCollecting ? stopCollecting : startCollecting)(tx, notifier, list);
}
