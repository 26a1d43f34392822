// Which seats are best: a pure function over the picture of the rows. Rows come from front to back, so a smaller row is
// nearer the stage; in a row the middle is best. Side by side means one after the other in a row with no aisle between.
// A place where one seat would be left alone is passed over while there is another that leaves none.

export interface FreeSeat {
  no: number;
  sectionNo: number;
  /** Null in a general-admission section, where one place is as good as another. */
  rowNo: number | null;
  /** The run between aisles that the seat is in. */
  block: number;
  position: number;
  wheelchair: boolean;
}

export interface Wish {
  quantity: number;
  together: boolean;
}

interface Place {
  seats: FreeSeat[];
  sectionNo: number;
  rowNo: number;
  /** Distance of its middle from the middle of the row, in seats. */
  offCentre: number;
  /** How many seats it would leave alone. */
  orphans: number;
}

/** Runs of free seats side by side, each in the order of its positions. */
function freeRuns(seats: FreeSeat[]): FreeSeat[][] {
  const ordered = [...seats].sort(
    (a, b) => a.sectionNo - b.sectionNo || (a.rowNo ?? 0) - (b.rowNo ?? 0) || a.position - b.position,
  );
  const runs: FreeSeat[][] = [];
  let previous: FreeSeat | undefined;
  for (const seat of ordered) {
    const continues =
      previous !== undefined &&
      previous.sectionNo === seat.sectionNo &&
      previous.rowNo === seat.rowNo &&
      previous.block === seat.block &&
      previous.position + 1 === seat.position;
    if (continues) runs.at(-1)!.push(seat);
    else runs.push([seat]);
    previous = seat;
  }
  return runs;
}

function placesIn(run: FreeSeat[], quantity: number, centre: number): Place[] {
  const places: Place[] = [];
  for (let start = 0; start + quantity <= run.length; start++) {
    const seats = run.slice(start, start + quantity);
    const left = start;
    const right = run.length - start - quantity;
    places.push({
      seats,
      sectionNo: seats[0]!.sectionNo,
      rowNo: seats[0]!.rowNo ?? 0,
      offCentre: Math.abs((seats[0]!.position + seats.at(-1)!.position) / 2 - centre),
      orphans: (left === 1 ? 1 : 0) + (right === 1 ? 1 : 0),
    });
  }
  return places;
}

function better(a: Place, b: Place): number {
  return (
    a.orphans - b.orphans ||
    a.sectionNo - b.sectionNo ||
    a.rowNo - b.rowNo ||
    a.offCentre - b.offCentre ||
    a.seats[0]!.no - b.seats[0]!.no
  );
}

/**
 * Picks `quantity` of the free seats, or answers with null if that can't be.
 * `free` is all that may be picked; `rowCentres` says where the middle of each row is, by section and row.
 * Wheelchair places are for whoever needs one: they are never picked here.
 */
export function pickBest(
  free: FreeSeat[],
  { quantity, together }: Wish,
  centreOf: (sectionNo: number, rowNo: number) => number,
): number[] | null {
  const usable = free.filter((seat) => !seat.wheelchair);
  if (usable.length < quantity) return null;
  const general = usable.filter((seat) => seat.rowNo === null);
  const seated = freeRuns(usable.filter((seat) => seat.rowNo !== null));
  const place = bestPlace(seated, quantity, centreOf);
  if (place) return place.seats.map((seat) => seat.no);
  if (general.length >= quantity) return firstOf(general, quantity);
  if (together) return null;
  return apart(seated, quantity, centreOf) ?? [...seated.flat(), ...general].slice(0, quantity).map((seat) => seat.no);
}

function bestPlace(
  runs: FreeSeat[][],
  quantity: number,
  centreOf: (sectionNo: number, rowNo: number) => number,
): Place | undefined {
  let best: Place | undefined;
  for (const run of runs) {
    if (run.length < quantity) continue;
    const { sectionNo, rowNo } = run[0]!;
    for (const place of placesIn(run, quantity, centreOf(sectionNo, rowNo ?? 0))) {
      if (!best || better(place, best) < 0) best = place;
    }
  }
  return best;
}

function firstOf(seats: FreeSeat[], quantity: number): number[] {
  const bySection = Map.groupBy(seats, (seat) => seat.sectionNo);
  const enough = [...bySection.values()].find((inSection) => inSection.length >= quantity) ?? seats;
  return enough.slice(0, quantity).map((seat) => seat.no);
}

/** In as few groups as possible: the largest group that still fits, again and again. */
function apart(
  runs: FreeSeat[][],
  quantity: number,
  centreOf: (sectionNo: number, rowNo: number) => number,
): number[] | null {
  const picked: number[] = [];
  let left = runs;
  while (picked.length < quantity) {
    const longest = Math.max(0, ...left.map((run) => run.length));
    if (longest === 0) return null;
    const place = bestPlace(left, Math.min(quantity - picked.length, longest), centreOf);
    if (!place) return null;
    picked.push(...place.seats.map((seat) => seat.no));
    const taken = new Set(picked);
    left = left.flatMap((run) => freeRuns(run.filter((seat) => !taken.has(seat.no))));
  }
  return picked;
}
