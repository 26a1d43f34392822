// Delivers messages to many subscribers in turns, so that a feed with thousands of subscribers does not block others. Messages that arrive
// during a delivery wait, and then go out together, in one write for each subscriber: the cost of each falls under load.
import { Batch, type Subscriber } from "./subscriber.ts";

/** Subscribers written to in one turn: some 2 ms. */
const TURN = 250;
/** If more messages wait, reading stops until they are delivered: TCP back-pressure slows the sender, and memory is bounded. */
const MOST_WAITING = 100;

export interface Delivery {
  /** @param response as JSON */
  push(response: Buffer): void;
  /** The last delivered message, for new subscribers; undefined if there is none. */
  last(): Batch | undefined;
  /** Delivers at once all that still waits. */
  finish(): void;
}

export interface FanOut {
  /** Each message goes once, in order, to all subscribers at the start of its delivery, except those who have left. */
  open(followers: ReadonlySet<Subscriber>): Delivery;
}

export function createFanOut(later: (work: () => void) => void = setImmediate): FanOut {
  /** Topics with more to deliver, in the order of their turns. */
  const inTurn: { takeTurn(): boolean }[] = [];
  let isGoingOn = false;
  function enter(delivery: { takeTurn(): boolean }): void {
    inTurn.push(delivery);
    if (!isGoingOn) later(goOn);
    isGoingOn = true;
  }
  function goOn(): void {
    const delivery = inTurn.shift()!;
    if (delivery.takeTurn()) inTurn.push(delivery);
    isGoingOn = inTurn.length > 0;
    if (isGoingOn) later(goOn);
  }

  return {
    open: (followers) => {
      let waiting: Buffer[] = [];
      let current: { batch: Batch; to: Subscriber[]; next: number } | undefined;
      let newest: Buffer | undefined;
      let last: Batch | undefined;

      /** Whether there is more to deliver after it. */
      function takeTurn(): boolean {
        if (!current) {
          if (waiting.length === 0) return false;
          current = { batch: new Batch(waiting), to: [...followers], next: 0 };
          newest = waiting.at(-1);
          last = waiting.length === 1 ? current.batch : undefined;
          waiting = [];
        }
        const { batch, to } = current;
        const end = Math.min(current.next + TURN, to.length);
        while (current.next < end) {
          const follower = to[current.next++]!;
          if (followers.has(follower)) follower.send(batch);
        }
        if (end === to.length) current = undefined;
        return current !== undefined || waiting.length > 0;
      }

      function finish(): void {
        while (takeTurn());
      }

      return {
        push: (response) => {
          const isDelivering = current !== undefined || waiting.length > 0;
          waiting.push(response);
          if (waiting.length > MOST_WAITING) finish();
          else if (!isDelivering && takeTurn()) enter({ takeTurn });
        },
        last: () => (last ??= newest && new Batch([newest])),
        finish,
      };
    },
  };
}
