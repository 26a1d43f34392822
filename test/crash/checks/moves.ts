// Moves of tickets to other seats: all of a move has happened, or nothing.
import { acknowledged } from "../history.ts";
import type { OrderState, Snapshot } from "../snapshot.ts";
import type { Check } from "./check.ts";

/** The seat that a ticket of the order was sold with, before its moves. */
export function soldSeat({ moves }: Snapshot, { tickets }: OrderState, seatId: string): string {
  const own = tickets.filter((ticket) => ticket.seatId === seatId).map(({ id }) => id);
  return moves.find(({ status, ticketId }) => status === "DONE" && own.includes(ticketId))?.fromSeat ?? seatId;
}

/** Seats that became SOLD without a hold. */
export function movedTo({ moves }: Snapshot): Set<string> {
  return new Set(moves.filter(({ status }) => status !== "REFUSED").map(({ toSeat }) => toSeat));
}

export const MOVES: Check[] = [
  {
    holds: "N1: a ticket has the seat of its last move, and each move has ended as it was acknowledged",
    violations: ({ history, snapshot: { moves, orders } }) => {
      const open = moves.filter(({ status }) => status === "OPEN").map(({ id }) => `move ${id} has not ended`);
      const done = moves.filter(({ status }) => status === "DONE");
      const elsewhere = orders
        .flatMap(({ tickets }) => tickets)
        .filter(({ id, seatId }) => (done.findLast(({ ticketId }) => ticketId === id)?.toSeat ?? seatId) !== seatId)
        .map(({ id, seatId }) => `ticket ${id} has ${seatId}, where it was not moved to`);
      const lost = acknowledged(history, "move")
        .filter(({ answer }) => answer.__typename === "Ticket")
        .filter(({ input }) => !done.some((one) => one.ticketId === input.ticketId && one.toSeat === input.seatId))
        .map(({ input }) => `ticket ${String(input.ticketId)} was said to be moved to ${String(input.seatId)}`);
      return [...open, ...elsewhere, ...lost];
    },
  },
  {
    holds: "N2: the holder of a moved ticket gets one letter for each move",
    violations: ({ snapshot: { mails, moves, orders } }) =>
      orders.flatMap(({ id, letters }) => {
        const done = moves.filter(({ orderId, status }) => orderId === id && status === "DONE").length;
        const told = letters.filter(({ kind }) => kind === "TICKET_MOVED").length;
        return mails === null || told === done ? [] : [`order ${id} has ${done} moves and ${told} letters about them`];
      }),
  },
];
