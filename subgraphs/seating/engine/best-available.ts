// Choice of the best seats, and the check for isolated seats: pure functions over the row snapshot. The row nearest to the stage is best,
// and in a row the middle. Where a hall says more, seats with a free view, of a better rank, and nearer to the focal point are better, in
// this order. Adjacent seats have no aisle between them. A seat is isolated if it has no free neighbour. Places that isolate fewer seats
// are preferred to all of that.
import { endOfRun, isOrdinary, setFree, type SeatRow } from "./row-snapshot.ts";
import { distanceOf, hiddenIn } from "./sight.ts";

export interface BestAvailableCriteria {
  quantity: number;
  /** Adjacent seats in one row. */
  together: boolean;
  /** Number of wheelchair places among `quantity`. The others are for companions, and adjacent if possible. */
  wheelchairPlaces: number;
}

interface Place {
  row: SeatRow;
  start: number;
  length: number;
  /** Number of seats that it would isolate. */
  alone: number;
  /** Number of its seats with an obstructed view. */
  hidden: number;
  /** Mean distance to the focal point, where it counts; else between its middle and the middle of the row, in seats. */
  distance: number;
}

/**
 * Numbers of the chosen seats; null if no choice meets the criteria. In order of preference: adjacent without isolated seats, adjacent,
 * general admission, several groups unless `together`. Wheelchair places are chosen only on request.
 */
export function pickBest(rows: SeatRow[], criteria: BestAvailableCriteria): number[] | null {
  const { quantity, together, wheelchairPlaces } = criteria;
  if (wheelchairPlaces > 0) return pickAccessible(rows, criteria);
  const place = bestPlace(rows, quantity);
  if (place) return seatsOf(place);
  const floor = rows.find((row) => !row.numbered && row.ordinary >= quantity);
  if (floor) return firstFree(floor, quantity);
  return together ? null : inGroups(rows, quantity);
}

function seatsOf({ row, start, length }: Pick<Place, "row" | "start" | "length">): number[] {
  return Array.from({ length }, (_, index) => row.firstNo + start + index);
}

function bestPlace(rows: SeatRow[], quantity: number): Place | undefined {
  let best: Place | undefined;
  for (const row of rows) {
    if (best && !mayBeat(row, best)) break;
    if (!row.numbered || row.ordinary < quantity) continue;
    const place = bestInRow(row, quantity);
    if (place && (!best || isBetter(place, best))) best = place;
  }
  return best;
}

const rankOf = ({ sight }: SeatRow) => sight?.rank ?? Infinity;

/** Of places in different rows. Equal ones: the earlier row is better. */
function isBetter(place: Place, best: Place): boolean {
  if (place.alone !== best.alone) return place.alone < best.alone;
  if (place.hidden !== best.hidden) return place.hidden < best.hidden;
  if (rankOf(place.row) !== rankOf(best.row)) return rankOf(place.row) < rankOf(best.row);
  if (!place.row.sight?.away || !best.row.sight?.away) return false;
  return place.distance < best.distance;
}

/** Whether this row or a later one may have a better place. */
function mayBeat({ sight }: SeatRow, best: Place): boolean {
  if (best.alone > 0 || best.hidden > 0) return true;
  return (sight?.rank ?? Infinity) === rankOf(best.row) && sight?.away != null && sight.nearest < best.distance;
}

/** Of places in one row. */
function isCloser(alone: number, hidden: number, distance: number, best: Place): boolean {
  if (alone !== best.alone) return alone < best.alone;
  return hidden === best.hidden ? distance < best.distance : hidden < best.hidden;
}

function bestInRow(row: SeatRow, quantity: number): Place | undefined {
  let best: Place | undefined;
  const middle = (row.free.length - quantity) / 2;
  for (let from = 0; from < row.free.length; from++) {
    if (!isOrdinary(row, from)) continue;
    const end = endOfRun(row, from);
    for (let start = from; start + quantity <= end; start++) {
      const alone = (start - from === 1 ? 1 : 0) + (end - start - quantity === 1 ? 1 : 0);
      const hidden = hiddenIn(row, start, quantity);
      const distance = distanceOf(row, start, quantity) ?? Math.abs(start - middle);
      if (!best || isCloser(alone, hidden, distance, best))
        best = { row, start, length: quantity, alone, hidden, distance };
    }
    from = end - 1;
  }
  return best;
}

function firstFree(row: SeatRow, quantity: number): number[] {
  const picked: number[] = [];
  for (let at = row.free.indexOf(1); at >= 0 && picked.length < quantity; at = row.free.indexOf(1, at + 1)) {
    if (row.wheelchair[at] === 0) picked.push(row.firstNo + at);
  }
  return picked;
}

function longestRun(rows: SeatRow[]): number {
  let longest = 0;
  for (const row of rows) {
    if (!row.numbered || row.ordinary <= longest) continue;
    for (let from = 0; from < row.free.length; from++) {
      if (!isOrdinary(row, from)) continue;
      const end = endOfRun(row, from);
      longest = Math.max(longest, end - from);
      from = end - 1;
    }
  }
  return longest;
}

/** Repeatedly takes the largest group that fits, then seats of general admission. */
function inGroups(rows: SeatRow[], quantity: number): number[] | null {
  if (rows.reduce((sum, row) => sum + row.ordinary, 0) < quantity) return null;
  const picked: number[] = [];
  const taken: [SeatRow, number][] = [];
  for (let longest = longestRun(rows); longest > 0 && picked.length < quantity; longest = longestRun(rows)) {
    const place = bestPlace(rows, Math.min(longest, quantity - picked.length))!;
    for (const no of seatsOf(place)) {
      picked.push(no);
      taken.push([place.row, no - place.row.firstNo]);
      setFree(place.row, no - place.row.firstNo, false);
    }
  }
  for (const [row, index] of taken) setFree(row, index, true);
  for (const floor of rows.filter((row) => !row.numbered))
    picked.push(...firstFree(floor, Math.min(floor.ordinary, quantity - picked.length)));
  return picked;
}

/** Wheelchair places and companion seats, adjacent; without `together`, otherwise in one row. */
function pickAccessible(
  rows: SeatRow[],
  { quantity, together, wheelchairPlaces }: BestAvailableCriteria,
): number[] | null {
  for (const row of rows) {
    let best: Place | undefined;
    for (let start = 0; start + quantity <= row.free.length; start++) {
      let wheelchair = 0;
      let length = 0;
      while (length < quantity && row.free[start + length] === 1 && row.block[start + length] === row.block[start]) {
        wheelchair += row.wheelchair[start + length]!;
        length++;
      }
      if (length < quantity || wheelchair !== wheelchairPlaces) continue;
      const [hidden, distance] = [hiddenIn(row, start, length), distanceOf(row, start, length) ?? 0];
      if (!best || isCloser(0, hidden, distance, best)) best = { row, start, length, alone: 0, hidden, distance };
    }
    if (best) return seatsOf(best);
  }
  if (together) return null;
  const companions = quantity - wheelchairPlaces;
  for (const row of rows) {
    const places = [...row.free.keys()].filter((index) => row.free[index] === 1 && row.wheelchair[index] === 1);
    if (places.length < wheelchairPlaces || row.ordinary < companions) continue;
    const chosen = places.slice(0, wheelchairPlaces);
    const near = [...row.free.keys()]
      .filter((index) => isOrdinary(row, index))
      .sort((a, b) => Math.abs(a - chosen[0]!) - Math.abs(b - chosen[0]!))
      .slice(0, companions);
    return [...chosen, ...near].map((index) => row.firstNo + index);
  }
  return null;
}

/**
 * Whether the selection isolates a seat, although as many seats of the same run could be taken without isolating one. `rowOf` finds the row
 * of a seat.
 */
export function leavesSeatAlone(seatNos: number[], rowOf: (no: number) => SeatRow | undefined): boolean {
  const chosen = new Set(seatNos);
  const looked = new Set<number>();
  for (const no of seatNos) {
    const row = rowOf(no);
    if (!row?.numbered || looked.has(no) || !isOrdinary(row, no - row.firstNo)) continue;
    let from = no - row.firstNo;
    while (from > 0 && isOrdinary(row, from - 1) && row.block[from - 1] === row.block[from]) from--;
    const end = endOfRun(row, from);
    let left = 0;
    let alone = false;
    for (let at = from, length = 0; at <= end; at++) {
      const stays = at < end && !chosen.has(row.firstNo + at);
      if (at < end) looked.add(row.firstNo + at);
      if (stays) {
        length++;
        left++;
      } else {
        alone ||= length === 1;
        length = 0;
      }
    }
    // A single remaining seat is isolated by any selection. Two or more can always remain adjacent.
    if (alone && left > 1) return true;
  }
  return false;
}
