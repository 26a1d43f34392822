// Whether people who wait would be offered seats that may come back: the matching with and without these seats. A pure function over the row snapshot.
import { match, type Limits, type Waiting } from "../../../../domain/waitlist.ts";
import { setFree } from "../row-snapshot.ts";
import type { SeatMapSnapshot } from "../snapshots.ts";
import { poolOf } from "./pool.ts";

type Rows = Pick<SeatMapSnapshot, "rowsFor" | "rowsSetAside">;

export interface MayComeBack {
  seatNos: number[];
  /** Seats that come back in any case. */
  returning: number[];
}

/** True if each of the seats would be offered, and none of those that come back anyway would be left instead. */
export function wouldTake(
  waiting: Waiting[],
  snapshot: Rows,
  channelKey: string,
  { seatNos, returning }: MayComeBack,
  limits: Omit<Limits, "most">,
): boolean {
  const offeredWith = (more: number[]) => {
    const pool = poolOf(withSeats(snapshot, more), channelKey);
    return new Set(match(waiting, pool, { ...limits, most: Infinity }).offers.flatMap((offer) => offer.seatNos));
  };
  const after = offeredWith([...returning, ...seatNos]);
  return seatNos.every((no) => after.has(no)) && [...offeredWith(returning)].every((no) => after.has(no));
}

/** As if these seats had come back. */
function withSeats(snapshot: Rows, seatNos: number[]): Rows {
  return {
    rowsSetAside: (channelKey) => snapshot.rowsSetAside(channelKey),
    rowsFor: (channelKey) => {
      const rows = snapshot.rowsFor(channelKey);
      for (const no of seatNos) {
        const row = rows.find(({ firstNo, free }) => no >= firstNo && no < firstNo + free.length);
        if (row) setFree(row, no - row.firstNo, true);
      }
      return rows;
    },
  };
}
