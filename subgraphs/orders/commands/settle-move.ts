// Ends the move of a ticket after seating's decision: the ticket gets the new seat and a new code, or nothing changes. If a refund cancelled
// the ticket during the move, it could release the old seat only, so the new seat is released here.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { NotFound, type DomainError } from "../../../platform/core/errors.ts";
import type { Acting } from "../../../platform/audit/acting.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { OrderItemEntity } from "../entities/order-item.ts";
import type { Order } from "../entities/order.ts";
import { TicketEntity, type Ticket } from "../entities/ticket.ts";
import { TicketMoveEntity, type TicketMove } from "../entities/ticket-move.ts";
import { TicketOfferEntity } from "../entities/ticket-offer.ts";
import { TicketNotMovable } from "../errors.ts";
import { JOBS } from "../job-names.ts";
import { audit } from "./audit.ts";
import { releaseOf } from "./cancel-tickets.ts";
import { addSteps, lockOrder, ORDERS_TOPIC, type SagaContext } from "./order-rows.ts";
import { writeNotifications } from "./write-notifications.ts";

/** Why seating exchanged nothing. */
type Refusal = "EVENT_OVER" | "SEAT_LOST" | "NO_SUCH_SEAT" | "GENERAL_ADMISSION" | "OTHER_PRICE" | "SEAT_TAKEN";

/** The new seat, or the refusal. */
interface Decided {
  refusal: Refusal | null;
  id: string | null;
  sectionId: string | null;
  sectionName: string | null;
  row: string | null;
  number: string | null;
}

/** Null: the ticket has the new seat. The order is locked before its ticket, as by refunds. */
export async function settleMove(
  tx: Tx,
  saga: SagaContext,
  { moveId, orderId, by }: { moveId: string; orderId: string; by: Acting },
  answer: Decided,
): Promise<DomainError | null> {
  const order = (await lockOrder(tx, orderId))!;
  const move = await tx.findOneOrFail(TicketMoveEntity, { id: moveId }, LOCKED);
  const ticket = await tx.findOneOrFail(TicketEntity, { id: move.ticketId }, LOCKED);
  move.endedAt = new Date();
  if (answer.refusal !== null) {
    move.status = "REFUSED";
    return refusalOf(answer.refusal);
  }
  if (ticket.status === "CANCELLED") {
    move.status = "UNDONE";
    await schedule(tx, "orders", JOBS.release, moveId, releaseOf(order, [move.toSeat]));
    return new NotFound("ticket");
  }
  move.status = "DONE";
  await changeSeat(tx, ticket, answer);
  await tellOfMove(tx, saga, { order, ticket, move }, by);
  return null;
}

async function changeSeat(tx: Tx, ticket: Ticket, seat: Decided): Promise<void> {
  const { id, orderId, position } = ticket;
  const item = await tx.findOneOrFail(OrderItemEntity, { orderId, position }, LOCKED);
  Object.assign(item, { seatId: seat.id, sectionId: seat.sectionId, sectionName: seat.sectionName });
  Object.assign(item, { rowLabel: seat.row, number: seat.number });
  // A ticket that was checked in during the move keeps its code, so that it can be checked out.
  if (ticket.status === "VALID") ticket.revision += 1;
  // A transfer offer that was made during the move names the old seat.
  await tx.nativeUpdate(TicketOfferEntity, { ticketId: id, status: "OPEN" }, { status: "WITHDRAWN" });
  await tx.flush();
}

interface Moved {
  order: Order;
  ticket: Ticket;
  move: Pick<TicketMove, "fromSeat" | "toSeat" | "reason">;
}

async function tellOfMove(tx: Tx, saga: SagaContext, { order, ticket, move }: Moved, by: Acting): Promise<void> {
  const { id: orderId, organizationId, status } = order;
  const { fromSeat, toSeat, reason } = move;
  const about = { orderId, recipientId: ticket.holderId, ticketIds: [ticket.id] };
  await writeNotifications(tx, saga, [{ ...about, kind: "TICKET_MOVED", reason }]);
  await addSteps(tx, [{ orderId, status, note: `A ticket has another seat: ${reason}` }]);
  const detail = { orderId, fromSeat, toSeat };
  await audit(tx, { organizationId, action: "moveTicket", subject: ticket.id, detail, reason }, by);
  afterCommit(tx, () => saga.notifier.notify(ORDERS_TOPIC, orderId));
}

function refusalOf(refusal: Refusal): DomainError {
  switch (refusal) {
    case "NO_SUCH_SEAT":
      return new NotFound("seat of the event");
    // Only a refund at the same time takes the seat from the order.
    case "SEAT_LOST":
      return new NotFound("ticket");
    case "EVENT_OVER":
    case "GENERAL_ADMISSION":
    case "OTHER_PRICE":
    case "SEAT_TAKEN":
      return new TicketNotMovable(refusal);
  }
}
