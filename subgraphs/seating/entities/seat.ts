// A seat of an event. Its public status is computed for the present: a seat whose hold has expired is free, even before the hold is swept.
// Each version identifies one state: stored states have even versions, and the odd version after one means that its hold has expired. Raw
// SQL: sections and the live map convert seats to JSON in one prepared statement with the change log.
import { entity } from "../../../platform/postgres/entities.ts";
import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { SeatStatus } from "../enums.generated.ts";
import { SaleEntity } from "./sale.ts";

export const SeatEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Seat",
    tableName: "seat",
    properties: {
      eventId: p.manyToOne(of(SaleEntity)).mapToPk().name("event_id").primary(),
      no: p.integer().primary(),
      sectionNo: p.integer(),
      tierNo: p.integer(),
      rowNo: p.integer().nullable(),
      rowLabel: p.text().nullable(),
      position: p.integer(),
      block: p.integer(),
      number: p.text().nullable(),
      wheelchair: p.boolean(),
      status: p.text().$type<SeatStatus>().default("AVAILABLE"),
      holdId: p.uuid().nullable(),
      heldUntil: p.datetime().nullable(),
      version: p.integer().default(1),
      channelNo: p.integer().nullable(),
    },
  }),
);

export interface Seat {
  eventId: string;
  no: number;
  sectionNo: number;
  sectionId: string;
  sectionName: string;
  tierNo: number;
  tierId: string;
  tierName: string;
  price: number;
  currency: string;
  rowNo: number | null;
  rowLabel: string | null;
  position: number;
  /** Number of its run of seats between aisles, in the row. */
  block: number;
  number: string | null;
  wheelchair: boolean;
  status: SeatStatus;
  version: number;
  /** The sales channel that it is set aside for. */
  channelNo: number | null;
  /** Hold that has the seat while it is HELD or SOLD. */
  holdId: string | null;
  /** Whether its event has several prices: then they are not those of the tier. */
  isPriced: boolean;
}

const RUN_OUT = sql`(seat.status = 'HELD' and seat.held_until <= app_now())`;
/** A seat set aside for a sales channel is BLOCKED when it has no hold. */
const STATUS_NOW = sql`case when ${RUN_OUT} then free_status(seat.channel_no) else seat.status end`;

const select = (columns: Sql, where: Sql) =>
  sql`select seat.event_id, seat.no, seat.section_no, section.section_id, section.name as section_name, seat.tier_no, tier.tier_id, tier.name as tier_name,
      tier.price, sale.currency, seat.row_no, seat.row_label, seat.position, seat.block, seat.number, seat.wheelchair, seat.hold_id, seat.channel_no, sale.prices_version > 0 as is_priced, ${columns}
    from seat join sale on sale.event_id = seat.event_id
      join sale_section section on section.event_id = seat.event_id and section.no = seat.section_no
      join sale_tier tier on tier.event_id = seat.event_id and tier.no = seat.tier_no
    where ${where}`;

/** Selects seats in their current state. The condition may use `seat`, `sale`, `section` and `tier`. */
export function selectSeats(where: Sql): Sql {
  return select(
    sql`${STATUS_NOW} as status, seat.version * 2 + case when ${RUN_OUT} then 1 else 0 end as version`,
    where,
  );
}

/** A seat as stored, valid until `heldUntil`. */
export interface StoredSeat extends Seat {
  /** Milliseconds since 1970; null if the state does not expire. */
  heldUntil: number | null;
}

/** Selects seats as stored. `seatAt` computes their state at a time. */
export function selectStoredSeats(where: Sql): Sql {
  return select(
    sql`seat.status, seat.version * 2 as version, (extract(epoch from seat.held_until) * 1000)::float8 as held_until`,
    where,
  );
}

export function seatAt(seat: StoredSeat, now: number): Seat {
  if (seat.heldUntil === null || seat.heldUntil > now) return seat;
  return { ...seat, status: seat.channelNo === null ? "AVAILABLE" : "BLOCKED", version: seat.version + 1 };
}

/** Condition on the current status. */
export function statusIs(status: SeatStatus): Sql {
  return sql`${STATUS_NOW} = ${status}`;
}

/** Public id. It includes the event, which is part of the primary key. */
export function seatId(seat: { eventId: string; no: number }): string {
  return `${seat.eventId}.${seat.no}`;
}

/** Null for an invalid id. */
export function parseSeatId(id: string): { eventId: string; no: number } | null {
  const match = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9]\d{0,5})$/.exec(id);
  return match ? { eventId: match[1]!, no: Number(match[2]) } : null;
}
