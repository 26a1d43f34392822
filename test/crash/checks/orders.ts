// Orders: each comes to an end, with all that belongs to it.
import { eventOf } from "../snapshot.ts";
import { duplicates, LIVE_TICKETS, owned, SETTLED, sum, type Check } from "./check.ts";

export const ORDERS: Check[] = [
  {
    holds: "G1: at rest every order is settled",
    violations: ({ snapshot }) =>
      snapshot.orders
        .filter(({ status }) => !SETTLED.includes(status))
        .map(({ id, status }) => `order ${id} is ${status}`),
  },
  {
    holds: "G2: an order that was sold has one live ticket for each seat that was not refunded, any other none",
    violations: ({ snapshot }) =>
      snapshot.orders.flatMap((order) => {
        const live = owned(order).length;
        const all = order.items.length;
        const right =
          order.status === "CONFIRMED"
            ? live === all
            : order.status === "PARTIALLY_REFUNDED"
              ? live > 0 && live < all
              : live === 0;
        const twice = duplicates(order.tickets, ({ seatId }) => seatId).length;
        return right && twice === 0
          ? []
          : [`order ${order.id} (${order.status}) has ${live} live tickets for ${all} seats`];
      }),
  },
  {
    holds: "G3: what risk has blocked is not captured, and what was captured was allowed",
    violations: ({ snapshot }) =>
      snapshot.orders.flatMap(({ id, decision }) => {
        const captured = sum(snapshot.provider.filter(({ orderId }) => orderId === id).map((entry) => entry.captured));
        return captured > 0 && decision !== "ALLOW" ? [`order ${id} was captured, and risk said ${decision}`] : [];
      }),
  },
  {
    holds: "G5: a ticket is for the event of its seat",
    violations: ({ snapshot }) =>
      snapshot.orders
        .flatMap(({ tickets }) => tickets)
        .filter(({ eventId, seatId }) => eventId !== undefined && eventId !== eventOf(seatId))
        .map(({ id, eventId, seatId }) => `ticket ${id} of seat ${seatId} is for ${eventId}`),
  },
  {
    holds:
      "G6: of an order of several events the tickets for a cancelled one are refunded, and those for the others stay",
    violations: ({ history: { cancelled }, snapshot: { orders } }) =>
      cancelled.flatMap(({ orderId, eventId }) => {
        const tickets = orders.find(({ id }) => id === orderId)?.tickets ?? [];
        return tickets
          .filter(({ seatId, status }) => (eventOf(seatId) === eventId) === LIVE_TICKETS.includes(status))
          .map(({ id, seatId, status }) => `ticket ${id} of seat ${seatId} is ${status}, and ${eventId} was cancelled`);
      }),
  },
  {
    holds: "G4: nothing is under way between the subgraphs, and no message was given up",
    violations: ({ snapshot }) =>
      Object.entries(snapshot.unfinished).flatMap(([subgraph, left]) =>
        Object.entries(left)
          .filter(([, count]) => count > 0)
          .map(([what, count]) => `${subgraph} has ${count} ${what}`),
      ),
  },
];
