// Who on a waiting list is offered which seats: in the order of the list, by a pure function. Seats are chosen by the caller's `Pool`. A group that
// does not fit yet keeps the seats that may still become its own, for a limited time: others may pass, but not through these (backfilling).

/** Seats that a person waits for. */
export interface Wish {
  quantity: number;
  /** Takes fewer than `quantity`, but not fewer than these. */
  atLeast: number;
  together: boolean;
  wheelchairPlaces: number;
  /** Empty: any. */
  tierNos: number[];
  sectionNos: number[];
}

export interface Waiting extends Wish {
  id: string;
  /** Number of seats that the person may still hold. */
  room: number;
  /** Milliseconds since 1970 from which on seats were kept for it; null if none were. */
  heldBackSince: number | null;
  /** Why it can't be offered anything. */
  refusal?: PassReason | undefined;
}

export type PassReason = "NO_SEATS" | "TOO_FEW_SEATS" | "KEPT_FOR_GROUP" | "SEAT_LIMIT" | "NOT_SOLD";

/** Seats that have come back. */
export interface Pool {
  /** All of them. */
  seatNos: number[];
  /** The best so many seats of the pool, without some; null if none fit. */
  best(wish: Wish, quantity: number, without: ReadonlySet<number>): number[] | null;
  /** Seats of the pool that, together with seats that may come back, can become a fit. */
  growing(wish: Wish): number[];
  /** Whether the wish covers a seat of the pool. */
  covers(wish: Wish, without: ReadonlySet<number>): boolean;
}

export interface Limits {
  /** Milliseconds since 1970. */
  now: number;
  holdBackMs: number;
  /** Maximum of offers. */
  most: number;
}

export interface Matched {
  offers: { id: string; seatNos: number[] }[];
  /** Those that were passed over. */
  passed: Map<string, PassReason>;
  /** Those that seats are kept for from now on. */
  heldBack: Set<string>;
  /** When the first of them loses the seats that are kept; null if none are. */
  keptUntil: number | null;
  /** Seats that nobody gets, and that are kept for nobody. */
  left: number[];
  /** Whether there may be more offers. */
  isCut: boolean;
}

/**
 * @param waiting in the order of the list
 * @param taken seats of the pool that are not to be given
 */
export function match(waiting: Iterable<Waiting>, pool: Pool, limits: Limits, taken: Iterable<number> = []): Matched {
  const gone = new Set(taken);
  const kept = new Set<number>();
  const matched: Matched = {
    offers: [],
    passed: new Map(),
    heldBack: new Set(),
    keptUntil: null,
    left: [],
    isCut: false,
  };
  /** The pool only shrinks: what did not fit once does not fit later, for the same wish. */
  const unfit = new Map<string, Unfit>();
  for (const entry of waiting) {
    const most = Math.min(entry.quantity, entry.room);
    const refusal = entry.refusal ?? (most < entry.atLeast ? "SEAT_LIMIT" : null);
    if (refusal) {
      matched.passed.set(entry.id, refusal);
      continue;
    }
    const shape = shapeOf(entry, most);
    const seatNos = unfit.has(shape) ? null : fitOf(entry, most, pool, new Set([...gone, ...kept]));
    if (seatNos && matched.offers.length === limits.most) {
      matched.isCut = true;
      break;
    }
    if (seatNos) {
      for (const no of seatNos) gone.add(no);
      matched.offers.push({ id: entry.id, seatNos });
      continue;
    }
    if (!unfit.has(shape)) unfit.set(shape, unfitOf(entry, most, pool, gone));
    const { reason, growing } = unfit.get(shape)!;
    matched.passed.set(entry.id, reason);
    keepFor(
      entry,
      growing.filter((no) => !gone.has(no)),
      limits,
      { kept, matched },
    );
  }
  if (!matched.isCut) matched.left = pool.seatNos.filter((no) => !gone.has(no) && !kept.has(no));
  return matched;
}

interface Unfit {
  reason: PassReason;
  growing: number[];
}

const shapeOf = ({ atLeast, together, wheelchairPlaces, tierNos, sectionNos }: Wish, most: number): string =>
  JSON.stringify([most, atLeast, together, wheelchairPlaces, tierNos, sectionNos]);

/** As many seats as possible; null if no seats fit. */
function fitOf(wish: Wish, most: number, pool: Pool, without: ReadonlySet<number>): number[] | null {
  for (let quantity = most; quantity >= wish.atLeast; quantity--) {
    const seatNos = pool.best(wish, quantity, without);
    if (seatNos) return seatNos;
  }
  return null;
}

function unfitOf(wish: Wish, most: number, pool: Pool, gone: ReadonlySet<number>): Unfit {
  const fits = fitOf(wish, most, pool, gone) !== null;
  const reason = fits ? "KEPT_FOR_GROUP" : pool.covers(wish, gone) ? "TOO_FEW_SEATS" : "NO_SEATS";
  return { reason, growing: wish.atLeast > 1 ? pool.growing(wish) : [] };
}

/** The time runs for all groups at once: not one after the other, which would keep seats empty for long. */
function keepFor(
  entry: Waiting,
  growing: number[],
  { now, holdBackMs }: Limits,
  { kept, matched }: { kept: Set<number>; matched: Matched },
): void {
  if (growing.length === 0 || holdBackMs === 0) return;
  if (entry.heldBackSince === null) matched.heldBack.add(entry.id);
  const until = (entry.heldBackSince ?? now) + holdBackMs;
  if (until <= now) return;
  for (const no of growing) kept.add(no);
  matched.keptUntil = Math.min(matched.keptUntil ?? Infinity, until);
}
