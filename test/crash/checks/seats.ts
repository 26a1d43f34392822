// Seats: never in two hands, and counted right.
import type { Data } from "../../../local/client.ts";
import { acknowledged } from "../history.ts";
import { duplicates, owned, SOLD_ORDERS, type Check } from "./check.ts";

export const SEATS: Check[] = [
  {
    holds: "S1: no seat is in two live tickets",
    violations: ({ snapshot }) =>
      duplicates(
        snapshot.orders.flatMap((order) => owned(order).map(({ seatId }) => ({ seatId, order: order.id }))),
        ({ seatId }) => seatId,
      ).map(([seatId, owners]) => `${seatId} is owned by ${owners.map(({ order }) => order).join(" and ")}`),
  },
  {
    holds: "S2: a seat is SOLD exactly if an order owns it",
    violations: ({ snapshot }) => {
      const byOrders = new Set(
        snapshot.orders
          .filter(({ status }) => SOLD_ORDERS.includes(status))
          .flatMap(owned)
          .map(({ seatId }) => seatId),
      );
      return [...snapshot.seats, ...snapshot.seatsElsewhere]
        .filter(({ id, status }) => (status === "SOLD") !== byOrders.has(id))
        .map(({ id, status }) => `${id} is ${status}, and ${byOrders.has(id) ? "owned" : "nobody's"}`);
    },
  },
  {
    holds: "S3: at rest no seat is held",
    violations: ({ snapshot }) =>
      [...snapshot.seats, ...snapshot.seatsElsewhere]
        .filter(({ status }) => status === "HELD")
        .map(({ id }) => `${id} is HELD`),
  },
  {
    holds: "S5: a seat's version stands for one content, and never goes back",
    violations: ({ history, snapshot }) => {
      const contents = new Map<string, string>();
      const wrong: string[] = [];
      const finals = new Map(snapshot.seats.map((seat) => [seat.id, seat]));
      const all = [
        ...history.seen,
        ...snapshot.seats.map(({ id, version, status }) => ({ seatId: id, version, status })),
      ];
      for (const { seatId, version, status } of all) {
        const key = `${seatId} version ${version}`;
        const before = contents.get(key);
        if (before !== undefined && before !== status) wrong.push(`${key} was ${before} and is ${status}`);
        contents.set(key, status);
        if (version > (finals.get(seatId)?.version ?? Infinity)) wrong.push(`${key} was announced and is gone`);
      }
      return wrong;
    },
  },
  {
    holds: "S6: a hold has all the seats that were asked for",
    violations: ({ history }) =>
      acknowledged(history, "hold")
        .filter(({ answer, input }) => answer.__typename === "Hold" && Array.isArray(input.seatIds))
        .filter(({ answer, input }) => {
          const held = (answer.seats as Data[]).map(({ id }) => String(id)).sort();
          return JSON.stringify(held) !== JSON.stringify([...(input.seatIds as string[])].sort());
        })
        .map(({ answer }) => `hold ${answer.id} has other seats than were asked for`),
  },
  {
    holds: "S8: available, held, sold and blocked add up to all seats, and are what the seats say",
    violations: ({ snapshot: { availability, seats: all } }) => {
      const { total, available, held, sold, blocked } = availability;
      const count = (status: string) => all.filter((seat) => seat.status === status).length;
      const said = { total, available, held, sold, blocked };
      const counted = {
        total: all.length,
        available: count("AVAILABLE"),
        held: count("HELD"),
        sold: count("SOLD"),
        blocked: count("BLOCKED"),
      };
      return JSON.stringify(said) === JSON.stringify(counted)
        ? []
        : [`said ${JSON.stringify(said)}, counted ${JSON.stringify(counted)}`];
    },
  },
];
