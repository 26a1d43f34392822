// Rows of an event and the availability of their seats. Sections and rows are in the order of the organizer, from front to back: an earlier
// row is nearer to the stage. With ranks or geometry, better rows come first (sight.ts).

/** How good the seats of a row are (sight.ts). */
export interface Sight {
  /** Rank of the section; Infinity without one. */
  rank: number;
  /** Distances to the focal point, summed up to each seat; null if its section has no geometry, or the hall no focal point. */
  away: Float64Array | null;
  /** Smallest distance of a seat; Infinity if `away` is null. */
  nearest: number;
  /** Obstructed seats, counted up to each seat. */
  obstructed: Uint16Array;
}

/** A row of numbered seats, or the floor of a general-admission section, whose seats have no position. */
export interface SeatRow {
  sectionNo: number;
  tierNo: number;
  numbered: boolean;
  /** Number of the first seat; the others are consecutive. */
  firstNo: number;
  /** 1 for each available seat. */
  free: Uint8Array;
  /** 1 for each wheelchair place. */
  wheelchair: Uint8Array;
  /** Number of the run of seats between aisles, for each seat. */
  block: Uint16Array;
  /** Number of available seats that are not wheelchair places. */
  ordinary: number;
  /** Absent in a hall without ranks, geometry and views. */
  sight?: Sight;
}

/** Whether the seat at this index is available and not a wheelchair place. */
export function isOrdinary(row: SeatRow, index: number): boolean {
  return row.free[index] === 1 && row.wheelchair[index] === 0;
}

export function setFree(row: SeatRow, index: number, free: boolean): void {
  const now = free ? 1 : 0;
  if (row.free[index] === now) return;
  row.free[index] = now;
  if (row.wheelchair[index] === 0) row.ordinary += free ? 1 : -1;
}

/** Exclusive end of the run of ordinary available seats that begins at `from`. */
export function endOfRun(row: SeatRow, from: number): number {
  let end = from + 1;
  while (end < row.free.length && isOrdinary(row, end) && row.block[end] === row.block[from]) end++;
  return end;
}
