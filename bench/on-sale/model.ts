// An on-sale, simulated event by event: people arrive, look, try to hold seats and pay; what they ask for queues at the processes, each of
// which has so many cores. What an operation takes is measured; how people behave is assumed, and said in `People`.
import { createRandom } from "../../testkit/random.ts";
import { WaitingRoom, type QueueRules } from "./waiting-room.ts";

/** How long one operation keeps each station busy, in ms, in the order in which it passes them. */
export interface Visit {
  station: string;
  ms: number;
}

export interface Work {
  visits: Visit[];
  /** Of its time, relative to the mean: from the least to the most in equal steps. */
  spread: number[];
}

export interface People {
  count: number;
  /** Half of those who are still to come arrive in so many seconds; steady: all of them in that time, one as likely as the other. */
  halfArriveSeconds: number;
  arrivals?: "steady";
  seats: number;
  seatsPerBuyer: number;
  /** Number of tries of a person, and the time between two tries, in seconds. */
  tries: number;
  thinkSeconds: number;
  /** Time from the hold to the payment in seconds, and the share of people who never pay. */
  paySeconds: number;
  abandon: number;
  /** Share of people who sign in; the others refresh their session. */
  signIn: number;
  /** Absent: all people want seats as soon as they are there. */
  queue?: QueueRules;
}

export const OPERATIONS = [
  ...(["page", "map", "signIn", "refresh", "hold", "refused", "purchase"] as const),
  ...(["join", "poll", "enter"] as const),
];
export type Operation = (typeof OPERATIONS)[number];

export interface Plan {
  /** By station. */
  cores: Record<string, number>;
}

export type OnSaleWork = Record<Operation, Work>;

export interface Outcome {
  sold: number;
  soldOutAfterSeconds: number | null;
  operations: Record<string, { count: number; busiestSecond: number; meanMs: number; p50Ms: number; p99Ms: number }>;
  /** How many cores each station kept busy in its busiest second, and the longest that something waited there. */
  stations: Record<string, { busyCores: number; maxWaitMs: number }>;
  /** The most who followed the map at once. */
  followers: number;
  /** The most who had an admission at once. */
  inside?: number;
}

/** First come, first served, at so many cores; each is busy until some time. */
class Station {
  readonly #free: Float64Array;
  readonly #busy = new Map<number, number>();
  maxWaitMs = 0;

  constructor(cores: number) {
    this.#free = new Float64Array(cores);
  }

  /** @returns when it is done */
  serve(at: number, ms: number): number {
    const free = this.#free;
    const begun = Math.max(at, free[0]!);
    this.maxWaitMs = Math.max(this.maxWaitMs, begun - at);
    const done = begun + ms;
    // The core that is free first is at the top of a heap.
    let hole = 0;
    for (let child = 1; child < free.length; child = 2 * hole + 1) {
      if (child + 1 < free.length && free[child + 1]! < free[child]!) child += 1;
      if (free[child]! >= done) break;
      free[hole] = free[child]!;
      hole = child;
    }
    free[hole] = done;
    const second = Math.floor(begun / 1_000);
    this.#busy.set(second, (this.#busy.get(second) ?? 0) + ms);
    return done;
  }

  get busyCores(): number {
    return [...this.#busy.values()].reduce((most, ms) => Math.max(most, ms), 0) / 1_000;
  }
}

/** What is to happen, the earliest first. */
class Agenda {
  readonly #heap: { at: number; what: () => void }[] = [];

  add(at: number, what: () => void): void {
    const heap = this.#heap;
    heap.push({ at, what });
    for (let child = heap.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (heap[parent]!.at <= heap[child]!.at) break;
      [heap[parent], heap[child]] = [heap[child]!, heap[parent]!];
      child = parent;
    }
  }

  /** Until nothing is left. */
  run(onward: (at: number) => void): void {
    const heap = this.#heap;
    while (heap.length > 0) {
      const { at, what } = heap[0]!;
      const last = heap.pop()!;
      if (heap.length > 0) {
        let hole = 0;
        for (let child = 1; child < heap.length; child = 2 * hole + 1) {
          if (child + 1 < heap.length && heap[child + 1]!.at < heap[child]!.at) child += 1;
          if (heap[child]!.at >= last.at) break;
          heap[hole] = heap[child]!;
          hole = child;
        }
        heap[hole] = last;
      }
      onward(at);
      what();
    }
  }
}

export function simulate(people: People, work: OnSaleWork, plan: Plan, seed = 1): Outcome {
  const random = createRandom(seed);
  const agenda = new Agenda();
  const stations = new Map(Object.entries(plan.cores).map(([name, cores]) => [name, new Station(cores)]));
  const times: Record<string, number[]> = {};
  /** How many are begun in each second. */
  const begun: Record<string, Map<number, number>> = {};
  let now = 0;
  let free = Math.floor(people.seats / people.seatsPerBuyer);
  let unpaid = 0;
  let sold = 0;
  let soldOutAt: number | null = null;
  let followers = 0;
  let mostFollowers = 0;
  /** Of the followers, those without seats. */
  let choosing = 0;

  const exponential = (mean: number) => -mean * Math.log(1 - random.next());
  const later = (seconds: number, what: () => void) => agenda.add(now + seconds * 1_000, what);

  let holdTimes: number[] = [];

  function ask(operation: Operation, then: () => void): void {
    const { visits, spread } = work[operation];
    const askedAt = now;
    const seconds = (begun[operation] ??= new Map<number, number>());
    const second = Math.floor(now / 1_000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
    const factor = spread[Math.floor(random.next() * spread.length)]!;
    const visit = (index: number): void => {
      const next = visits[index];
      if (!next) {
        (times[operation] ??= []).push(now - askedAt);
        if (operation === "hold") holdTimes.push(now - askedAt);
        return then();
      }
      agenda.add(stations.get(next.station)!.serve(now, next.ms * factor), () => visit(index + 1));
    };
    visit(0);
  }

  const around = {
    ...{ random, later, ask, now: () => now, seatsEach: people.seatsPerBuyer },
    seats: () => ({ free, unsold: free + unpaid }),
    holdP99Ms: () => {
      const sorted = holdTimes.sort((a, b) => a - b);
      holdTimes = [];
      return sorted[Math.floor((sorted.length - 1) * 0.99)] ?? 0;
    },
  };
  const room = people.queue && new WaitingRoom(people.queue, around);

  function shop(): void {
    const enteredAt = now;
    followers += 1;
    choosing += 1;
    mostFollowers = Math.max(mostFollowers, followers);
    const leave = (isBought: boolean) => {
      followers -= 1;
      room?.leave(enteredAt, isBought);
    };
    const again = (triesLeft: number) =>
      triesLeft > 0 ? later(exponential(people.thinkSeconds), () => choose(triesLeft - 1)) : turnAway();

    function turnAway(): void {
      choosing -= 1;
      leave(false);
    }

    function choose(triesLeft: number): void {
      // People who follow the map see that nothing is left, and wait for seats to come back.
      if (free === 0) return unpaid === 0 ? turnAway() : again(triesLeft);
      // Others choose in the same second, the more people the likelier the same seats.
      const rivals = choosing / people.thinkSeconds;
      if (random.next() > free / (free + rivals)) return ask("refused", () => again(triesLeft));
      free -= 1;
      unpaid += 1;
      choosing -= 1;
      ask("hold", () => {
        const abandons = random.next() < people.abandon;
        later(exponential(people.paySeconds), () => (abandons ? giveUp() : ask("purchase", bought)));
      });
    }

    function giveUp(): void {
      unpaid -= 1;
      free += 1;
      leave(false);
    }

    function bought(): void {
      unpaid -= 1;
      sold += people.seatsPerBuyer;
      if (free === 0 && unpaid === 0) soldOutAt ??= now;
      leave(true);
    }

    ask("map", () => later(exponential(people.thinkSeconds), () => choose(people.tries - 1)));
  }

  const arrival = () =>
    people.arrivals === "steady"
      ? random.next() * people.halfArriveSeconds
      : exponential(people.halfArriveSeconds / Math.LN2);
  for (let n = 0; n < people.count; n++)
    agenda.add(arrival() * 1_000, () =>
      ask(random.next() < people.signIn ? "signIn" : "refresh", () =>
        ask("page", () => (room ? ask("join", () => room.join(shop)) : shop())),
      ),
    );
  agenda.run((at) => (now = at));

  return {
    sold,
    soldOutAfterSeconds: soldOutAt === null ? null : Math.round(soldOutAt / 1_000),
    operations: Object.fromEntries(
      Object.entries(times).map(([name, all]) => {
        const sorted = Float64Array.from(all).sort();
        const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)]! * 10) / 10;
        const meanMs = sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length;
        return [
          name,
          {
            count: sorted.length,
            busiestSecond: [...begun[name]!.values()].reduce((most, n) => Math.max(most, n), 0),
            meanMs: Math.round(meanMs * 100) / 100,
            p50Ms: at(0.5),
            p99Ms: at(0.99),
          },
        ];
      }),
    ),
    stations: Object.fromEntries(
      [...stations].map(([name, station]) => [
        name,
        {
          busyCores: Math.round(station.busyCores * 10) / 10,
          maxWaitMs: Math.round(station.maxWaitMs),
        },
      ]),
    ),
    followers: mostFollowers,
    ...(room && { inside: room.mostInside }),
  };
}
