// Which seats were surely held or owned, from when to when: by what clients were told, and by the moves of tickets to other seats.
import { acknowledged, holdsOf, ORDERING, type Attempt } from "../history.ts";
import type { OrderState } from "../snapshot.ts";
import { ENDED_UNSOLD, type Evidence } from "./check.ts";

export interface Held {
  seatId: string;
  promoCode: string | null;
  key: string;
  from: number;
  until: number;
}

const wall = (perf: number) => performance.timeOrigin + perf;

/** Refusals of an order that put the seats of its holds back on sale. */
const ENDS_HOLDS = ["SaleTotalChanged", "ExchangeTotalChanged"];

/** Time at which an order released its seats; Infinity if it still has them. */
function endOf(order: OrderState): number {
  const ended = order.history.find(({ status }) =>
    [...ENDED_UNSOLD, "PARTIALLY_REFUNDED", "REFUNDED"].includes(status),
  );
  return ended ? Date.parse(ended.at) : Infinity;
}

interface Departure {
  orderId: string;
  seatId: string;
  /** When the first request began that moved a ticket of the order away from the seat. */
  at: number;
}

function departures({ history, snapshot }: Evidence): Departure[] {
  return snapshot.moves
    .filter(({ status }) => status === "DONE")
    .flatMap(({ ticketId, orderId, fromSeat: seatId, toSeat }) => {
      const own = history.attempts.filter(
        ({ operation, input }) => operation === "move" && input.ticketId === ticketId && input.seatId === toSeat,
      );
      return own.length > 0 ? [{ orderId, seatId, at: Math.min(...own.map(({ begunAt }) => wall(begunAt))) }] : [];
    });
}

/** From when to when a ticket had the seat that it was moved to. */
function movedTo(
  { history, snapshot }: Evidence,
  endsOf: (orderId: string, seatId: string, since: number) => number,
): Held[] {
  return acknowledged(history, "move").flatMap(({ key, input, answer, endedAt }) => {
    const done = snapshot.moves.find(
      ({ ticketId, toSeat, status }) => status === "DONE" && ticketId === input.ticketId && toSeat === input.seatId,
    );
    if (answer.__typename !== "Ticket" || !done) return [];
    const [seatId, from] = [done.toSeat, wall(endedAt)];
    return [{ seatId, promoCode: null, key, from, until: endsOf(done.orderId, seatId, from) }];
  });
}

/** From when to when a seat was held for sure, by what clients were told. */
export function surelyHeld(evidence: Evidence): Held[] {
  const { history, snapshot } = evidence;
  const orderOf = new Map(
    acknowledged(history, ...ORDERING)
      .filter(({ answer }) => answer.__typename === "Order")
      .flatMap(({ answer, input }) => holdsOf(input).map((holdId) => [holdId, String(answer.id)] as const)),
  );
  const orders = new Map(snapshot.orders.map((order) => [order.id, order]));
  const firstTry = new Map<string, number>();
  for (const { key, begunAt } of history.attempts) if (!firstTry.has(key)) firstTry.set(key, begunAt);
  const released = new Map(
    history.attempts
      .filter(({ operation, answer }) => operation === "release" || ENDS_HOLDS.includes(answer?.__typename as string))
      .flatMap(({ key, input }) => holdsOf(input).map((holdId) => [holdId, wall(firstTry.get(key)!)] as const)),
  );
  const left = departures(evidence);
  const endsOf = (orderId: string, seatId: string, since: number): number => {
    const moves = left.filter((one) => one.orderId === orderId && one.seatId === seatId && one.at >= since);
    return Math.min(endOf(orders.get(orderId)!), ...moves.map(({ at }) => at));
  };
  const until = ({ key, answer, endedAt }: Attempt, seatId: string): number => {
    const orderId = orderOf.get(answer.id);
    if (orderId !== undefined && orders.has(orderId)) return endsOf(orderId, seatId, wall(endedAt));
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
          until: until(attempt, seatId),
        })),
      )
      .concat(movedTo(evidence, endsOf))
      // Who asked again until it was answered may be told of a hold that has ended since.
      .filter(({ from, until }) => from < until)
  );
}

/** The most that were held at any one time. */
export function mostAtOnce(held: Held[]): number {
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
