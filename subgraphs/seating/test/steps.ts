// Random histories of an event: concurrent and sequential requests for its seats.
import fc from "fast-check";
import type { Model, Request } from "./model.ts";

export const BUYERS = 3;

/** `hold` is an index into the existing holds, modulo their number. */
export type Step =
  | { kind: "hold"; buyer: number; seats: number[]; through: boolean }
  | { kind: "best"; buyer: number; quantity: number; together: boolean; wheelchairPlaces: number; through: boolean }
  | { kind: "release" | "expire" | "extend" | "sell" | "convert" | "run out"; hold: number; order: number }
  | { kind: "return"; hold: number; seats: number[] | null }
  | { kind: "block" | "unblock" | "aside"; seats: number[] };

const seats = fc.uniqueArray(fc.nat(11), { minLength: 1, maxLength: 4 });
const hold = fc.nat(7);
/** Whether the buyer has the key of the sales channel. */
const through = fc.constantFrom(false, false, true);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("hold" as const), buyer: fc.nat(BUYERS - 1), seats, through }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("best" as const),
      buyer: fc.nat(BUYERS - 1),
      quantity: fc.integer({ min: 1, max: 4 }),
      together: fc.boolean(),
      wheelchairPlaces: fc.constantFrom(0, 0, 0, 1),
      through,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom("release", "expire", "extend", "sell", "convert", "run out"),
      hold,
      order: fc.nat(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("return" as const), hold, seats: fc.option(seats) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom("block" as const, "unblock" as const, "aside" as const), seats }),
  },
);
export const history = fc.record({
  policy: fc.record({
    maxSeatsPerBuyer: fc.integer({ min: 2, max: 8 }),
    avoidSingleSeats: fc.boolean(),
    companions: fc.constantFrom(null, 0, 1),
  }),
  /** Whether most seats are held at the start: only then are refusals made without the lock. */
  full: fc.boolean(),
  /** Steps of a wave run concurrently. */
  waves: fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 }),
});

export const FULL = Array.from({ length: BUYERS }, (_, buyer): Step => {
  return { kind: "best", buyer, quantity: 4, together: false, wheelchairPlaces: 0, through: false };
});

/** Requests of the steps of a wave, on the existing holds. Expiry is no request. */
export function requestsOf(steps: Step[], model: Model): Request[] {
  const ids = Object.keys(model.holds);
  return steps.flatMap((one): Request[] => {
    const seatNos = "seats" in one && one.seats ? one.seats.map((seat) => seat + 1) : [];
    if (one.kind === "hold") return [{ kind: one.kind, holdId: "", buyer: one.buyer, seatNos, through: one.through }];
    if (one.kind === "best") {
      const { quantity, together, wheelchairPlaces } = one;
      const criteria = { quantity, together, wheelchairPlaces };
      return [{ kind: one.kind, holdId: "", buyer: one.buyer, criteria, through: one.through }];
    }
    if (!("hold" in one)) return [{ kind: one.kind, seatNos }];
    const holdId = ids[one.hold % Math.max(1, ids.length)];
    if (holdId === undefined || one.kind === "run out") return [];
    if (one.kind === "return") return [{ kind: one.kind, holdId, seatNos: one.seats && seatNos }];
    if (one.kind === "convert") return [{ kind: one.kind, holdId, orderId: orderIdOf(holdId, one.order) }];
    // Only a converted hold can be sold.
    if (one.kind === "sell" && model.holds[holdId]!.orderId === null) return [];
    return [{ kind: one.kind, holdId }];
  });
}

/** Two orders may compete for a hold. */
function orderIdOf(holdId: string, order: number): string {
  return `${holdId.slice(0, -1)}${order}`;
}
