// Exchanges a sold seat of an order for a free one. One statement decides and changes both (sql/functions/move_seat.sql). Idempotent by the
// ID of the move. SQL: it calls a function.
import { reach } from "../../../platform/core/fault-points.ts";
import { notifyRelay } from "../../../platform/messaging/outbox.ts";
import { afterCommit, type Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { changeTopic } from "../engine/sale.ts";
import { selectSeats, type Seat } from "../entities/seat.ts";
import type { SeatMoveRefusal } from "../enums.generated.ts";

export interface SeatMove {
  moveId: string;
  eventId: string;
  orderId: string;
  fromNo: number;
  toNo: number;
}

/** The new seat, or the refusal. */
export type MovedSeat = { refusal: SeatMoveRefusal; seat: null } | { refusal: null; seat: Seat };

export async function moveSeat(database: Database, notifier: ChangeNotifier, move: SeatMove): Promise<MovedSeat> {
  const { moveId, eventId, orderId, fromNo, toNo } = move;
  const moved = await database.transaction(async (tx): Promise<MovedSeat> => {
    const decided = await row<{ refusal: SeatMoveRefusal | null }>(
      tx,
      sql`select move_seat(${moveId}::uuid, ${eventId}::uuid, ${orderId}::uuid, ${fromNo}::int, ${toNo}::int) as refusal`,
    );
    const { refusal } = decided!;
    if (refusal !== null) return { refusal, seat: null };
    const seat = await row<Seat>(tx, selectSeats(sql`seat.event_id = ${eventId}::uuid and seat.no = ${toNo}::int`));
    afterCommit(tx, () => notifier.notify(changeTopic(eventId)));
    afterCommit(tx, () => notifyRelay("seating"));
    reach("seat moved, not committed");
    return { refusal: null, seat: seat! };
  });
  reach("seat moved, not answered");
  return moved;
}
