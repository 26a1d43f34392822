// Waiting lists of events as seating has them.
import type { System } from "../local/system.ts";
import { query } from "./inspect.ts";

export interface WaitlistEntryState {
  id: string;
  userId: string;
  no: number;
  state: string;
  atLeast: number;
  /** Seats were kept for it. */
  isHeldBack: boolean;
  /** Order that has taken over its last offer. */
  orderId: string | null;
}

/** Somebody held a seat that had come back to a list, as it was then. */
export interface SeatOfList {
  seatNo: number;
  holdId: string;
  /** Whether an entry was offered this hold at the end of the transaction. */
  isOffered: boolean;
}

export interface WaitlistStateOf {
  eventId: string;
  state: string;
  /** In the order of the list. */
  entries: WaitlistEntryState[];
  /** Open offers by seat. */
  offers: { seatNo: number; entryId: string }[];
  /** Seats that have come back, and are offered to nobody. */
  pool: number[];
  taken: SeatOfList[];
}

/** Records who takes seats that have come back to a list. Once for a database, before its lists are used. */
export const RECORD_LIST_SEATS = `
create table recorded_list_seat (no bigserial, event_id uuid, seat_no int, hold_id uuid, is_offered boolean);
create function record_list_seat() returns trigger language plpgsql as
$$ begin
  insert into recorded_list_seat (event_id, seat_no, hold_id, is_offered)
  select new.event_id, new.no, new.hold_id, exists (select from waitlist_entry e where e.hold_id = new.hold_id);
  return null;
end $$;
create constraint trigger recorded_list_seat after update on seat deferrable initially deferred for each row
when (old.status = 'BLOCKED' and new.status = 'HELD' and old.channel_no is not null) execute function record_list_seat();`;

export async function recordListSeats(system: System): Promise<void> {
  await query(system, "seating", RECORD_LIST_SEATS);
}

export function waitlistsOf(system: System, eventId: string): Promise<WaitlistStateOf[]> {
  return query<WaitlistStateOf>(
    system,
    "seating",
    `select w.event_id as "eventId", w.state,
       coalesce((select json_agg(json_build_object('id', e.id, 'userId', e.user_id, 'no', e.no, 'state', e.state, 'atLeast', e.at_least,
                   'isHeldBack', e.held_back_since is not null, 'orderId', h.order_id) order by e.no)
                 from waitlist_entry e left join hold h on h.id = e.hold_id where e.event_id = w.event_id), '[]') as entries,
       coalesce((select json_agg(json_build_object('seatNo', seat.no, 'entryId', e.id))
                 from waitlist_entry e join hold h on h.id = e.hold_id join seat on seat.event_id = w.event_id and seat.no = any(h.seat_nos) and seat.hold_id = h.id
                 where e.event_id = w.event_id and e.state = 'OFFERED'), '[]') as offers,
       coalesce((select json_agg(no order by no) from seat where seat.event_id = w.event_id and seat.channel_no = w.channel_no and status = 'BLOCKED'), '[]') as pool,
       coalesce((select json_agg(json_build_object('seatNo', r.seat_no, 'holdId', r.hold_id, 'isOffered', r.is_offered) order by r.no)
                 from recorded_list_seat r where r.event_id = w.event_id), '[]') as taken
     from waitlist w where w.event_id = $1`,
    [eventId],
  );
}
