// How good the seats of rows are, for halls whose sections have ranks, or whose seats have positions or obstructed views.
import type { SaleHall } from "../../../domain/seat-plan.ts";
import type { SeatRow, Sight } from "./row-snapshot.ts";

const UNRANKED = Infinity;

/** Rows with their sight, best first. Rows that do not differ stay in the order of the organizer. */
export function bySight(rows: SeatRow[], hall: SaleHall): SeatRow[] {
  const firstNos = new Map<number, number>();
  for (const { sectionNo, firstNo } of rows) if (!firstNos.has(sectionNo)) firstNos.set(sectionNo, firstNo);
  return rows
    .map((row): SeatRow & { sight: Sight } => ({ ...row, sight: sightOf(row, hall, firstNos.get(row.sectionNo)!) }))
    .sort(
      ({ sight: one, firstNo: first }, { sight: other, firstNo: second }) =>
        compare(one.rank, other.rank) || compare(one.nearest, other.nearest) || first - second,
    );
}

const compare = (one: number, other: number): number => (one < other ? -1 : one > other ? 1 : 0);

/** @param firstOfSection number of the first seat of the section */
function sightOf(row: SeatRow, { focalPoint, sections }: SaleHall, firstOfSection: number): Sight {
  const { rank, points, obstructed } = sections[row.sectionNo]!;
  const seats = row.free.length;
  const before = row.firstNo - firstOfSection;
  const hidden = new Set(obstructed);
  const sight: Sight = {
    rank: rank ?? UNRANKED,
    away: row.numbered && points && focalPoint ? new Float64Array(seats + 1) : null,
    nearest: Infinity,
    obstructed: new Uint16Array(seats + 1),
  };
  for (let index = 0; index < seats; index++) {
    sight.obstructed[index + 1] = sight.obstructed[index]! + (hidden.has(before + index + 1) ? 1 : 0);
    if (!sight.away) continue;
    const distance = Math.hypot(points!.x[before + index]! - focalPoint!.x, points!.y[before + index]! - focalPoint!.y);
    sight.away[index + 1] = sight.away[index]! + distance;
    sight.nearest = Math.min(sight.nearest, distance);
  }
  return sight;
}

/** Number of obstructed seats among these. */
export function hiddenIn({ sight }: SeatRow, start: number, length: number): number {
  return sight ? sight.obstructed[start + length]! - sight.obstructed[start]! : 0;
}

/** Mean distance of these seats to the focal point; null if it does not count in this row. */
export function distanceOf({ sight }: SeatRow, start: number, length: number): number | null {
  return sight?.away ? (sight.away[start + length]! - sight.away[start]!) / length : null;
}
