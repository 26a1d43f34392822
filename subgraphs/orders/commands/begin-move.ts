// Begins the move of a ticket to another seat: checks the ticket, and writes the move and its intent. Everything that releases a seat of an
// order names it by order and seat, and may be repeated later. So an order never gets a seat again that a release of the same order may
// name: that of a cancelled ticket, or one of a move that is not finished. The lock of the order serializes these checks with refunds.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { statement } from "../entities/tables.ts";
import { TicketMoveEntity } from "../entities/ticket-move.ts";
import { TicketAlreadyUsed, TicketFrozen, TicketNotMovable } from "../errors.ts";
import { lockOrder } from "./order-rows.ts";

export interface MoveTicket {
  ticketId: string;
  orderId: string;
  seatId: string;
  reason: string;
}

const lockTicket = statement((db, { ticketId }: { ticketId: string }, { sql }) =>
  db
    .selectFrom("ticket as t")
    .innerJoin("order_item as i", (join) =>
      join.onRef("i.orderId", "=", "t.orderId").onRef("i.position", "=", "t.position"),
    )
    .select(["t.id", "t.status", "t.usedAt", "t.eventId", "t.exchangeId", "i.seatId"])
    .select((of) => [
      of
        .exists(
          of
            .selectFrom("ticket_offer as f")
            .select("f.id")
            .whereRef("f.ticketId", "=", "t.id")
            .where("f.status", "=", "OPEN")
            .where("f.expiresAt", ">", sql<Date>`app_now()`),
        )
        .as("isOffered"),
      of
        .exists(of.selectFrom("cancelled_event as c").select("c.eventId").whereRef("c.eventId", "=", "t.eventId"))
        .as("isEventCancelled"),
    ])
    .where("t.id", "=", ticketId)
    .forUpdate("t"),
);

const openMove = statement((db, { ticketId }: { ticketId: string }) =>
  db.selectFrom("ticket_move").select("id").where("ticketId", "=", ticketId).where("status", "=", "OPEN"),
);

/** Tickets of the order whose seat a release may name, now or later. */
const claims = statement((db, { orderId, seatId }: { orderId: string; seatId: string }) =>
  db
    .selectFrom("ticket as t")
    .innerJoin("order_item as i", (join) =>
      join.onRef("i.orderId", "=", "t.orderId").onRef("i.position", "=", "t.position"),
    )
    .select("t.id")
    .where("t.orderId", "=", orderId)
    .where((of) =>
      of.or([
        of.and([of("t.status", "=", "CANCELLED"), of("i.seatId", "=", seatId)]),
        of.exists(
          of
            .selectFrom("ticket_move as m")
            .select("m.id")
            .whereRef("m.ticketId", "=", "t.id")
            .where("m.status", "in", ["OPEN", "UNDONE"])
            .where((move) => move.or([move("m.fromSeat", "=", seatId), move("m.toSeat", "=", seatId)])),
        ),
      ]),
    )
    .limit(1),
);

/** Whether it has the form of an ID of the event's seats. */
const isSeatOf = (eventId: string, seatId: string) =>
  seatId.startsWith(`${eventId}.`) && /^[1-9]\d{0,5}$/.test(seatId.slice(eventId.length + 1));

/** @throws NotFound for a cancelled ticket and for a seat of another event, TicketAlreadyUsed, TicketFrozen, TicketNotMovable */
export async function beginMove(tx: Tx, moveId: string, userId: string, move: MoveTicket): Promise<void> {
  const { ticketId, orderId, seatId, reason } = move;
  const order = await lockOrder(tx, orderId);
  const ticket = await lockTicket.row(tx, { ticketId });
  if (!order || !ticket || ticket.status === "CANCELLED") throw new NotFound("ticket");
  if (ticket.status === "USED") throw new TicketAlreadyUsed(ticket.usedAt!);
  if (order.isFrozen) throw new TicketFrozen();
  if (ticket.isEventCancelled) throw new TicketNotMovable("EVENT_OVER");
  if (ticket.exchangeId !== null) throw new TicketNotMovable("EXCHANGE_IN_PROGRESS");
  if (ticket.isOffered) throw new TicketNotMovable("OFFERED");
  if (!isSeatOf(ticket.eventId, seatId)) throw new NotFound("seat of the event");
  if (seatId === ticket.seatId) throw new TicketNotMovable("SAME_SEAT");
  if (await openMove.row(tx, { ticketId })) throw new TicketNotMovable("MOVE_IN_PROGRESS");
  if (await claims.row(tx, { orderId, seatId })) throw new TicketNotMovable("SEAT_OF_ORDER");
  const created = { id: moveId, ticketId, orderId, fromSeat: ticket.seatId, toSeat: seatId, askedBy: userId, reason };
  await tx.insert(TicketMoveEntity, created);
}
