// Reservations at the counter: sold once or given up, as it was said.
import { acknowledged } from "../history.ts";
import type { Check } from "./check.ts";

export const RESERVATIONS: Check[] = [
  {
    holds: "V1: a reservation is what was acknowledged, and its seats are those of its order, or on sale",
    violations: ({ history, snapshot: { orders, reservations, seats } }) => {
      const known = new Map(reservations.map((one) => [one.id, one]));
      const status = new Map(seats.map((seat) => [seat.id, seat.status]));
      const lost = acknowledged(history, "reserve")
        .filter(({ answer }) => answer.__typename === "Reservation" && !known.has(answer.id))
        .map(({ answer }) => `reservation ${answer.id} was acknowledged and is gone`);
      const kept = acknowledged(history, "unreserve")
        .filter(({ answer }) => answer.__typename === "Reservation" && known.get(answer.id)?.status !== "CANCELLED")
        .map(({ answer }) => `reservation ${answer.id} was cancelled and is ${known.get(answer.id)?.status}`);
      const unsold = acknowledged(history, "sell")
        .filter(({ answer, input }) => answer.__typename === "Order" && input.reservationId !== undefined)
        .filter(({ answer, input }) => !known.get(String(input.reservationId))?.orderIds.includes(answer.id))
        .map(({ input }) => `reservation ${String(input.reservationId)} was sold and does not say so`);
      const wrong = reservations.flatMap(({ id, status: state, orderIds, seatIds }) => {
        const own = orders.filter((order) => orderIds.includes(order.id)).flatMap(({ items }) => items);
        if (state === "SOLD")
          return seatIds.every((seat) => own.some((item) => item.seatId === seat))
            ? []
            : [`reservation ${id} is sold, and not all of its seats are`];
        const held = seatIds.filter((seat) => status.get(seat) === "HELD");
        return state === "OPEN" || held.length === 0
          ? []
          : [`reservation ${id} is ${state}, and keeps ${held.join(", ")}`];
      });
      return [...lost, ...kept, ...unsold, ...wrong];
    },
  },
];
