// Steps: what happened to seats and payments on the way, as their databases wrote it down.
import type { Step } from "../../../testkit/inspect.ts";
import type { Check } from "./check.ts";
import { mostAtOnce, surelyHeld, type Held } from "./held.ts";
import { movedTo, soldSeat } from "./moves.ts";

const SEAT_STEPS = new Set([
  "AVAILABLE>HELD",
  "HELD>AVAILABLE",
  "HELD>SOLD",
  "SOLD>AVAILABLE",
  "AVAILABLE>BLOCKED",
  "BLOCKED>AVAILABLE",
  // To the waiting list, and from there to whom it is offered.
  "HELD>BLOCKED",
  "SOLD>BLOCKED",
  "BLOCKED>HELD",
  // An expired hold is replaced, or an order takes a hold over.
  "HELD>HELD",
]);
/** The step of a seat that a ticket is moved to. */
const MOVED = "AVAILABLE>SOLD";
const PAYMENT_STEPS = new Set([
  "REQUESTED>PENDING",
  "PENDING>PENDING",
  "PENDING>AUTHORIZED",
  "PENDING>FAILED",
  "PENDING>CANCELLED",
  "AUTHORIZED>SUCCEEDED",
  "AUTHORIZED>CANCELLED",
  "SUCCEEDED>PARTIALLY_REFUNDED",
  "SUCCEEDED>REFUNDED",
  "PARTIALLY_REFUNDED>PARTIALLY_REFUNDED",
  "PARTIALLY_REFUNDED>REFUNDED",
]);

function illegal(steps: Step[], legal: Set<string>): string[] {
  return steps
    .filter(({ from, to }) => from !== null && !legal.has(`${from}>${to}`))
    .map(({ id, from, to }) => `${id} went from ${from} to ${to}`);
}

export const STEPS: Check[] = [
  {
    holds: "S4: the steps of a seat are legal, and each has a higher version",
    violations: ({ snapshot }) => {
      const { steps } = snapshot;
      const moved = movedTo(snapshot);
      const versions = new Map<string, number>();
      const stale = steps.seats.flatMap(({ id, version }) => {
        const before = versions.get(id) ?? 0;
        versions.set(id, version ?? 0);
        return (version ?? 0) > before ? [] : [`${id} kept version ${before} over a change`];
      });
      const others = steps.seats.filter(({ id, from, to }) => `${from}>${to}` !== MOVED || !moved.has(id));
      return [...illegal(others, SEAT_STEPS), ...stale];
    },
  },
  {
    holds: "S7: no two clients were told to hold one seat at the same time",
    violations: (evidence) => {
      const bySeat = new Map<string, Held[]>();
      for (const held of surelyHeld(evidence)) bySeat.set(held.seatId, [...(bySeat.get(held.seatId) ?? []), held]);
      return [...bySeat.values()].flatMap((all) => {
        const inOrder = all.sort((one, other) => one.from - other.from);
        return inOrder.slice(1).flatMap((held, index) => {
          const before = inOrder[index]!;
          return held.from < before.until && held.key !== before.key
            ? [`${held.seatId} was held by ${before.key} and ${held.key}`]
            : [];
        });
      });
    },
  },
  {
    holds: "M9: no more tickets are held and owned at once with a promo code than it allows",
    violations: (evidence) => {
      const held = surelyHeld(evidence);
      return evidence.snapshot.promoCodes.flatMap(({ code, maxTickets }) => {
        const most = mostAtOnce(held.filter(({ promoCode }) => promoCode === code));
        return maxTickets !== null && most > maxTickets
          ? [`${most} tickets with ${code}, which allows ${maxTickets}`]
          : [];
      });
    },
  },
  {
    holds: "M5: nothing is captured before the order's seats are sold",
    violations: ({ snapshot }) => {
      const { provider, orders, steps } = snapshot;
      return provider
        .filter(({ capturedAt }) => capturedAt !== null)
        .flatMap(({ orderId, capturedAt }) => {
          const order = orders.find(({ id }) => id === orderId);
          const atCapture = (seatId: string) =>
            steps.seats.findLast(({ id, at }) => id === seatId && at.getTime() <= Date.parse(capturedAt!))?.to;
          const sold = (order?.items ?? []).map(({ seatId }) => soldSeat(snapshot, order!, seatId));
          const early = sold.filter((seatId) => atCapture(seatId) !== "SOLD");
          return early.map((seatId) => `order ${orderId} was captured before ${seatId} was sold`);
        });
    },
  },
  {
    holds: "M8: the steps of a payment are legal",
    violations: ({ snapshot: { steps } }) => illegal(steps.payments, PAYMENT_STEPS),
  },
];
