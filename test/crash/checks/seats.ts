// Seats: never in two hands, and counted right.
import type { Data } from "../../../local/client.ts";
import { acknowledged, holdsOf, ORDERING } from "../history.ts";
import { duplicates, owned, SOLD_ORDERS, type Check } from "./check.ts";
import { soldSeat } from "./moves.ts";

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
      const last = [...snapshot.seats, ...snapshot.seatsElsewhere];
      const finals = new Map(last.map((seat) => [seat.id, seat]));
      const all = [...history.seen, ...last.map(({ id, version, status }) => ({ seatId: id, version, status }))];
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
  {
    holds: "S9: an order has the seats of all of its holds, and no other",
    violations: ({ history, snapshot }) => {
      const held = new Map(
        acknowledged(history, "hold")
          .filter(({ answer }) => answer.__typename === "Hold")
          .map(({ answer }) => [String(answer.id), (answer.seats as Data[]).map(({ id }) => String(id))]),
      );
      const orders = new Map(snapshot.orders.map((order) => [order.id, order]));
      return acknowledged(history, ...ORDERING).flatMap(({ answer, input }) => {
        const order = orders.get(answer.id);
        const ids = holdsOf(input);
        if (!order || ids.length === 0 || !ids.every((id) => held.has(id))) return [];
        const wanted = ids.flatMap((id) => held.get(id)!).sort();
        const has = order.items.map(({ seatId }) => soldSeat(snapshot, order, seatId)).sort();
        return JSON.stringify(wanted) === JSON.stringify(has)
          ? []
          : [`order ${order.id} has ${has.join(", ")}, and its holds had ${wanted.join(", ")}`];
      });
    },
  },
];
