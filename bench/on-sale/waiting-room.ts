// A queue in front of the simulated on-sale: people join until the draw, poll the static document, and are called by the inlet of seating itself.
import { inletStep, learned, WINDOW_MS, type InletState } from "../../subgraphs/seating/engine/queue/inlet.ts";
import type { Random } from "../../testkit/random.ts";

export interface QueueRules {
  /** From the first arrival to the draw. Who joins later comes after those who were drawn. */
  drawSeconds: number;
  maxActive: number;
  perSecond: number;
  /** After so many seconds the admission of somebody who does not buy ends. */
  admissionSeconds: number;
  /** Share of the called people who come. */
  comeShare: number;
}

/** The simulation around it. */
export interface Surroundings {
  random: Random;
  now(): number;
  later(seconds: number, what: () => void): void;
  ask(operation: "poll" | "enter", then: () => void): void;
  /** Seats that anyone can hold, and all that are not sold. */
  seats(): { free: number; unsold: number };
  /** Longest of 99% of the holds since the last call, in ms. */
  holdP99Ms(): number;
  seatsEach: number;
}

/** Somebody who has joined. */
interface Waiting {
  /** Called when the person is inside. */
  enter(): void;
  rank: number;
}

/** As the storefront polls: seldom far from the turn, often close to it. */
const POLL = { farSeconds: 60, closeSeconds: 2.5, closeWithin: 120 };

export class WaitingRoom {
  readonly #rules: QueueRules;
  readonly #around: Surroundings;
  readonly #line: Waiting[] = [];
  #isDrawn = false;
  #inside = 0;
  #window = { since: 0, called: 0, came: 0, free: 0 };
  #inlet: InletState;
  #perMinute = 0;
  mostInside = 0;

  constructor(rules: QueueRules, around: Surroundings) {
    this.#rules = rules;
    this.#around = around;
    const { maxActive, perSecond } = rules;
    this.#inlet = {
      ...{ maxActive, perSecond, seatsEach: around.seatsEach, capLoad: maxActive, showShare: 1, serving: 0 },
      ...{ free: 0, active: 0, lastRank: 0, called: 0, came: 0 },
    };
    around.later(rules.drawSeconds, () => this.#draw());
  }

  get #isOver(): boolean {
    return this.#isDrawn && this.#around.seats().unsold === 0;
  }

  join(enter: () => void): void {
    const waiting = { enter, rank: this.#line.length + 1 };
    this.#line.push(waiting);
    this.#poll(waiting);
  }

  /** @param isBought whether the person makes room at once */
  leave(enteredAt: number, isBought: boolean): void {
    const ends = enteredAt + this.#rules.admissionSeconds * 1_000;
    const seconds = isBought ? 0 : Math.max(0, (ends - this.#around.now()) / 1_000);
    this.#around.later(seconds, () => void (this.#inside -= 1));
  }

  /** Fisher and Yates: each sequence is as likely as any other. */
  #draw(): void {
    const line = this.#line;
    for (let last = line.length - 1; last > 0; last--) {
      const other = this.#around.random.below(last + 1);
      [line[last], line[other]] = [line[other]!, line[last]!];
    }
    line.forEach((waiting, index) => (waiting.rank = index + 1));
    this.#isDrawn = true;
    this.#window = { since: this.#around.now(), called: 0, came: 0, free: this.#around.seats().free };
    this.#serve();
  }

  /** Once a second, as serve-queues.ts does. */
  #serve(): void {
    if (this.#isOver) return;
    const { free } = this.#around.seats();
    const window = this.#window;
    const state = { ...this.#inlet, free: free * this.#around.seatsEach, active: this.#inside };
    Object.assign(state, { lastRank: this.#line.length, called: window.called, came: window.came });
    const { call, capLoad } = inletStep(state, { p99Ms: this.#around.holdP99Ms(), waiting: 0 }, 1);
    this.#inlet = { ...this.#inlet, capLoad, serving: this.#inlet.serving + call };
    this.#perMinute = 0.9 * this.#perMinute + 0.1 * 60 * call;
    window.called += call;
    if (this.#around.now() - window.since >= WINDOW_MS) {
      const taken = (window.free - free) * this.#around.seatsEach;
      this.#inlet = { ...this.#inlet, ...learned(this.#inlet, { ...window, taken }) };
      this.#window = { since: this.#around.now(), called: 0, came: 0, free };
    }
    this.#around.later(1, () => this.#serve());
  }

  #poll(waiting: Waiting): void {
    const seconds = this.#secondsToPoll(waiting) * (0.8 + 0.4 * this.#around.random.next());
    this.#around.later(seconds, () =>
      this.#around.ask("poll", () => {
        if (this.#isOver) return;
        if (!this.#isDrawn || waiting.rank > this.#inlet.serving) return this.#poll(waiting);
        if (this.#around.random.next() < this.#rules.comeShare) this.#enter(waiting);
      }),
    );
  }

  #secondsToPoll({ rank }: Waiting): number {
    const isClose = this.#isDrawn && rank - this.#inlet.serving <= (POLL.closeWithin / 60) * this.#perMinute;
    return isClose ? POLL.closeSeconds : POLL.farSeconds;
  }

  /** The cap counts people inside: who finds it reached asks again. */
  #enter(waiting: Waiting): void {
    this.#around.ask("enter", () => {
      if (this.#inside >= this.#rules.maxActive) return this.#poll(waiting);
      this.#inside += 1;
      this.mostInside = Math.max(this.mostInside, this.#inside);
      this.#window.came += 1;
      waiting.enter();
    });
  }
}
