// What a page knows of a hall: its seats, their states now, and the seats that the visitor has chosen.
import { FLAGS, type Layout } from "./layout.ts";
import { applyChanges, merge, STATE, type SeatsNow } from "./packed.ts";

/** Someone else has taken a chosen seat; `instead` is a free one near it, of the same tier. */
export interface Loss {
  seat: number;
  instead: number | undefined;
}

/** What React shows; a new object after each change of it. */
export interface HallView {
  chosen: readonly number[];
  losses: readonly Loss[];
  /** Whether another seat was refused, because of the limit. */
  isFull: boolean;
  isLive: boolean;
}

/** How often React shows changes of seats that are not chosen. The map shows them at once. */
const REPORT_MS = 250;

/** Farther than any hall is wide. */
const FAR = 1e12;

export class Hall {
  readonly layout: Layout;
  readonly now: SeatsNow;
  /** Free seats of each section. */
  readonly free: Uint32Array;
  readonly #most: number;
  readonly #chosen = new Set<number>();
  readonly #listeners = new Set<() => void>();
  readonly #painters = new Set<(seats: readonly number[]) => void>();
  #report: ReturnType<typeof setTimeout> | undefined;
  #view: HallView = { chosen: [], losses: [], isFull: false, isLive: true };

  /** @param most seats that may be chosen @param wanted seats that were chosen before */
  constructor(layout: Layout, now: SeatsNow, most: number, wanted: readonly number[]) {
    this.layout = layout;
    this.now = now;
    this.free = new Uint32Array(layout.sections.length);
    this.#most = most;
    this.#count();
    for (const seat of wanted) this.choose(seat);
  }

  readonly isFree = (seat: number): boolean => this.now.states[seat] === STATE.available;

  isChosen(seat: number): boolean {
    return this.#chosen.has(seat);
  }

  choose(seat: number): void {
    if (!this.isFree(seat) || this.#chosen.has(seat)) return;
    const isFull = this.#chosen.size >= this.#most;
    if (!isFull) this.#chosen.add(seat);
    this.#paint([seat]);
    this.#publish({ isFull });
  }

  drop(seat: number): void {
    if (!this.#chosen.delete(seat)) return;
    this.#paint([seat]);
    this.#publish({ isFull: false });
  }

  toggle(seat: number): void {
    if (this.#chosen.has(seat)) this.drop(seat);
    else this.choose(seat);
  }

  forget(loss: Loss): void {
    this.#publish({ losses: this.#view.losses.filter((one) => one !== loss) });
  }

  /** A complete state, newer or older than what is known. */
  take(newer: SeatsNow): void {
    this.#changed(merge(this.now, newer));
  }

  apply(packed: string): void {
    this.#changed(applyChanges(packed, this.now));
  }

  setLive(isLive: boolean): void {
    if (isLive !== this.#view.isLive) this.#publish({ isLive });
  }

  readonly view = (): HallView => this.#view;

  /** For React. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** For the painter: seats to paint again. */
  onPaint(listener: (seats: readonly number[]) => void): () => void {
    this.#painters.add(listener);
    return () => this.#painters.delete(listener);
  }

  #changed(seats: readonly number[]): void {
    if (seats.length === 0) return;
    this.#count();
    const lost = seats.filter((seat) => this.#chosen.has(seat) && !this.isFree(seat));
    for (const seat of lost) this.#chosen.delete(seat);
    this.#paint(seats);
    if (lost.length === 0) return void (this.#report ??= setTimeout(() => this.#publish({}), REPORT_MS));
    const losses = [...this.#view.losses, ...lost.map((seat) => ({ seat, instead: this.#nearTo(seat) }))];
    this.#publish({ losses });
  }

  #count(): void {
    const { free, layout } = this;
    free.fill(0);
    for (let seat = 0; seat < layout.seats; seat++) if (this.isFree(seat)) free[layout.section[seat]!]! += 1;
  }

  /** A free seat of the same tier and kind. */
  #nearTo(seat: number): number | undefined {
    const { x, y, tier, flags, seats } = this.layout;
    const kindOf = (one: number) => flags[one]! & (FLAGS.wheelchair | FLAGS.companion);
    let nearest: number | undefined;
    let least = FAR;
    for (let other = 0; other < seats; other++) {
      if (!this.isFree(other) || this.#chosen.has(other)) continue;
      if (tier[other] !== tier[seat] || kindOf(other) !== kindOf(seat)) continue;
      const distance = (x[other]! - x[seat]!) ** 2 + (y[other]! - y[seat]!) ** 2;
      if (distance < least) [nearest, least] = [other, distance];
    }
    return nearest;
  }

  #paint(seats: readonly number[]): void {
    for (const paint of this.#painters) paint(seats);
  }

  #publish(change: Partial<HallView>): void {
    clearTimeout(this.#report);
    this.#report = undefined;
    this.#view = { ...this.#view, ...change, chosen: [...this.#chosen] };
    for (const listener of this.#listeners) listener();
  }
}
