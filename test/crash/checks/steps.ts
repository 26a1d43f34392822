// Steps: what happened to seats and payments on the way, as their databases wrote it down.
import type { Step } from "../../../testkit/inspect.ts";
import type { Attempt } from "../history.ts";
import { acknowledged, ORDERING } from "../history.ts";
import type { OrderState } from "../snapshot.ts";
import { ENDED_UNSOLD, type Check, type Evidence } from "./check.ts";
import { movedTo, soldSeat } from "./moves.ts";

const SEAT_STEPS = new Set([
  "AVAILABLE>HELD",
  "HELD>AVAILABLE",
  "HELD>SOLD",
  "SOLD>AVAILABLE",
  "AVAILABLE>BLOCKED",
  "BLOCKED>AVAILABLE",
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

interface Held {
  seatId: string;
  promoCode: string | null;
  key: string;
  from: number;
  until: number;
}

const wall = (perf: number) => performance.timeOrigin + perf;

/** When an order let go of its seats, if it ever did: then and not earlier. */
function endOf(order: OrderState): number {
  const ended = order.history.find(({ status }) =>
    [...ENDED_UNSOLD, "PARTIALLY_REFUNDED", "REFUNDED"].includes(status),
  );
  return ended ? Date.parse(ended.at) : Infinity;
}

/** From when to when a seat was held for sure, by what clients were told. */
function surelyHeld({ history, snapshot }: Evidence): Held[] {
  const orderOf = new Map(
    acknowledged(history, ...ORDERING)
      .filter(({ answer }) => answer.__typename === "Order")
      .map(({ answer, input }) => [String(input.holdId), String(answer.id)]),
  );
  const orders = new Map(snapshot.orders.map((order) => [order.id, order]));
  const firstTry = new Map<string, number>();
  for (const { key, begunAt } of history.attempts) if (!firstTry.has(key)) firstTry.set(key, begunAt);
  const released = new Map(
    history.attempts
      .filter(({ operation }) => operation === "release")
      .map(({ input, begunAt }) => [String(input.holdId), wall(begunAt)]),
  );
  const until = ({ key, answer }: Attempt): number => {
    const order = orders.get(orderOf.get(answer.id) ?? "");
    if (order) return endOf(order);
    return Math.min(wall(firstTry.get(key)!) + history.holdMs, released.get(answer.id) ?? Infinity);
  };
  return (
    acknowledged(history, "hold")
      .filter(({ answer }) => answer.__typename === "Hold")
      .flatMap((attempt) =>
        (attempt.answer.seats as { id: string }[]).map(({ id: seatId }) => ({
          seatId,
          promoCode: (attempt.input.promoCode as string | undefined) ?? null,
          key: attempt.key,
          from: wall(attempt.endedAt),
          until: until(attempt),
        })),
      )
      // Who asked again until it was answered may be told of a hold that has ended since.
      .filter(({ from, until }) => from < until)
  );
}

/** The most that were held at any one time. */
function mostAtOnce(held: Held[]): number {
  const changes = held.flatMap(({ from, until }) => [
    { at: from, by: 1 },
    { at: until, by: -1 },
  ]);
  let [now, most] = [0, 0];
  // What ends at a moment ends before what begins at it.
  for (const { by } of changes.sort((one, other) => one.at - other.at || one.by - other.by)) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
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
