// The rows of an event as they lie in the hall, and which of their seats can be had. Rows come from front to back, section
// by section, as the organizer listed them: an earlier row is nearer the stage.

/** A row of numbered seats from one end to the other; or the floor of a general-admission section, where seats have no place. */
export interface SeatRow {
  sectionNo: number;
  tierNo: number;
  numbered: boolean;
  /** Number of its first seat; the others follow it. */
  firstNo: number;
  /** 1 for each seat that can be had. */
  free: Uint8Array;
  /** 1 for each wheelchair place. */
  wheelchair: Uint8Array;
  /** Which run of seats between aisles each seat is in. */
  block: Uint16Array;
  /** How many can be had that are no wheelchair places. */
  ordinary: number;
}

/** Whether the seat at this place of the row can be had by whoever needs no wheelchair place. */
export function isOrdinary(row: SeatRow, index: number): boolean {
  return row.free[index] === 1 && row.wheelchair[index] === 0;
}

export function setFree(row: SeatRow, index: number, free: boolean): void {
  const now = free ? 1 : 0;
  if (row.free[index] === now) return;
  row.free[index] = now;
  if (row.wheelchair[index] === 0) row.ordinary += free ? 1 : -1;
}

/** Where the run of ordinary free seats that begins at `from` ends: the first place that is not of it. */
export function endOfRun(row: SeatRow, from: number): number {
  let end = from + 1;
  while (end < row.free.length && isOrdinary(row, end) && row.block[end] === row.block[from]) end++;
  return end;
}
