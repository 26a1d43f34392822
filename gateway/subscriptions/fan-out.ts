// Delivers messages to many followers in turns, so that a feed that thousands follow holds up nobody else. Messages that come while the ones
// before are being delivered wait, and then go together, in one write for each follower: the more there is to do, the less each costs.
import { Batch, type Subscriber } from "./subscriber.ts";

/** Followers that are written to before others have their turn: some 2 ms. */
const TURN = 250;
/** If more messages wait, nothing else is done until they are delivered: so TCP slows down who sends them, and memory is bounded. */
const MOST_WAITING = 100;

export interface Delivery {
  /** @param response as JSON */
  push(response: Buffer): void;
  /** What was delivered last, for newcomers; undefined if nothing was. */
  last(): Batch | undefined;
  /** Delivers at once all that still waits. */
  finish(): void;
}

export interface FanOut {
  /** Each message goes once to everybody who follows when its delivery begins, and to nobody who has left; in order. */
  open(followers: ReadonlySet<Subscriber>): Delivery;
}

export function createFanOut(later: (work: () => void) => void = setImmediate): FanOut {
  /** Those with more to deliver, in the order of their turns. */
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
