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
  /** Increases when states have changed. */
  changes: number;
}

export interface Hall {
  layout: Layout;
  now: SeatsNow;
  /** Free seats of each section. */
  free: Uint32Array;
  isFree(seat: number): boolean;
  isChosen(seat: number): boolean;
  choose(seat: number): void;
  drop(seat: number): void;
  toggle(seat: number): void;
  forget(loss: Loss): void;
  /** A complete state, newer or older than what is known. */
  take(newer: SeatsNow): void;
  apply(packed: string): void;
  setLive(isLive: boolean): void;
  view(): HallView;
  /** For React. */
  subscribe(listener: () => void): () => void;
  /** For the painter: seats to paint again. */
  onPaint(listener: (seats: readonly number[]) => void): () => void;
}

/** Farther than any hall is wide. */
const FAR = 1e12;

export function createHall(layout: Layout, now: SeatsNow, most: number, wanted: readonly number[]): Hall {
  const chosen = new Set<number>();
  const listeners = new Set<() => void>();
  const painters = new Set<(seats: readonly number[]) => void>();
  const free = new Uint32Array(layout.sections.length);
  let losses: Loss[] = [];
  let isFull = false;
  let isLive = true;
  let changes = 0;
  let shown: HallView;

  const isFree = (seat: number) => now.states[seat] === STATE.available;

  function publish(): void {
    shown = { chosen: [...chosen], losses, isFull, isLive, changes };
    for (const listener of listeners) listener();
  }

  function count(): void {
    free.fill(0);
    for (let seat = 0; seat < layout.seats; seat++) if (isFree(seat)) free[layout.section[seat]!]! += 1;
  }

  function nearTo(seat: number): number | undefined {
    let nearest: number | undefined;
    let least = FAR;
    const special = layout.flags[seat]! & (FLAGS.wheelchair | FLAGS.companion);
    for (let other = 0; other < layout.seats; other++) {
      if (!isFree(other) || chosen.has(other) || layout.tier[other] !== layout.tier[seat]) continue;
      if ((layout.flags[other]! & (FLAGS.wheelchair | FLAGS.companion)) !== special) continue;
      const distance = (layout.x[other]! - layout.x[seat]!) ** 2 + (layout.y[other]! - layout.y[seat]!) ** 2;
      if (distance < least) [nearest, least] = [other, distance];
    }
    return nearest;
  }

  function changed(seats: readonly number[]): void {
    if (seats.length === 0) return;
    count();
    changes += 1;
    for (const seat of seats)
      if (chosen.has(seat) && !isFree(seat)) {
        chosen.delete(seat);
        losses = [...losses, { seat, instead: nearTo(seat) }];
      }
    for (const paint of painters) paint(seats);
    publish();
  }

  function choose(seat: number): void {
    if (!isFree(seat) || chosen.has(seat)) return;
    isFull = chosen.size >= most;
    if (!isFull) {
      chosen.add(seat);
      for (const paint of painters) paint([seat]);
    }
    publish();
  }

  function drop(seat: number): void {
    if (!chosen.delete(seat)) return;
    isFull = false;
    for (const paint of painters) paint([seat]);
    publish();
  }

  count();
  publish();
  for (const seat of wanted) choose(seat);
  return {
    layout,
    now,
    free,
    isFree,
    isChosen: (seat) => chosen.has(seat),
    choose,
    drop,
    toggle: (seat) => (chosen.has(seat) ? drop(seat) : choose(seat)),
    forget: (loss) => {
      losses = losses.filter((one) => one !== loss);
      publish();
    },
    take: (newer) => changed(merge(now, newer)),
    apply: (packed) => changed(applyChanges(packed, now)),
    setLive: (live) => {
      if (live === isLive) return;
      isLive = live;
      publish();
    },
    view: () => shown,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onPaint: (listener) => {
      painters.add(listener);
      return () => painters.delete(listener);
    },
  };
}
