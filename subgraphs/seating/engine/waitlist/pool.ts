// Seats that have come back to a waiting list, as the matching asks for them: chosen by the rules for the best available seats.
import type { Pool, Wish } from "../../../../domain/waitlist.ts";
import { pickBest } from "../best-available.ts";
import { isOrdinary, setFree, type SeatRow } from "../row-snapshot.ts";
import type { SeatMapSnapshot } from "../snapshots.ts";

/** @param channelKey key of the sales channel of the list */
export function poolOf(snapshot: Pick<SeatMapSnapshot, "rowsFor" | "rowsSetAside">, channelKey: string): Pool {
  const free = snapshot.rowsFor(channelKey);
  const setAside = snapshot.rowsSetAside(channelKey);
  const rowOf = new Map<number, SeatRow>();
  for (const row of free)
    for (let index = 0; index < row.free.length; index++)
      if (row.free[index] === 1) rowOf.set(row.firstNo + index, row);
  const isIn = (no: number) => rowOf.has(no);
  return {
    seatNos: [...rowOf.keys()].toSorted((a, b) => a - b),
    best: (wish, quantity, without) => {
      const [together, wheelchairPlaces] = [wish.together, wish.wheelchairPlaces];
      const hidden = [...without].filter(isIn);
      const set = (isFree: boolean) =>
        hidden.forEach((no) => setFree(rowOf.get(no)!, no - rowOf.get(no)!.firstNo, isFree));
      set(false);
      const seatNos = pickBest(
        free.filter((row) => isWanted(row, wish)),
        { quantity, together, wheelchairPlaces },
      );
      set(true);
      return seatNos;
    },
    growing: (wish) => [...new Set(growingIn(setAside, wish))].filter(isIn),
    covers: (wish, without) =>
      free.some((row) => isWanted(row, wish) && usableIn(row, wish).some((index) => !without.has(row.firstNo + index))),
  };
}

const isWanted = ({ tierNo, sectionNo }: SeatRow, { tierNos, sectionNos }: Wish): boolean =>
  (tierNos.length === 0 || tierNos.includes(tierNo)) && (sectionNos.length === 0 || sectionNos.includes(sectionNo));

/** Indexes of available seats of the row that the wish can use: wheelchair places only if it names some. */
const usableIn = (row: SeatRow, { wheelchairPlaces }: Wish): number[] =>
  [...row.free.keys()].filter((index) => (wheelchairPlaces > 0 ? row.free[index] === 1 : isOrdinary(row, index)));

/** Numbers of the seats that are part of a possible fit of the least size. */
function growingIn(rows: SeatRow[], wish: Wish): number[] {
  const wanted = rows.filter((row) => isWanted(row, wish));
  const usable = wanted.map((row) => usableIn(row, wish).map((index) => row.firstNo + index));
  if (!wish.together) return usable.flat().length >= wish.atLeast ? usable.flat() : [];
  return wanted.flatMap((row, at) => {
    if (!row.numbered) return usable[at]!.length >= wish.atLeast ? usable[at]! : [];
    return placesIn(row, wish);
  });
}

/** Adjacent seats of the least size. */
function placesIn(row: SeatRow, { atLeast, wheelchairPlaces }: Wish): number[] {
  const found: number[] = [];
  for (let start = 0; start + atLeast <= row.free.length; start++) {
    const place = Array.from({ length: atLeast }, (_, offset) => start + offset);
    const isWhole = place.every((index) => row.free[index] === 1 && row.block[index] === row.block[start]);
    const wheelchairs = place.filter((index) => row.wheelchair[index] === 1).length;
    if (isWhole && wheelchairs === wheelchairPlaces) found.push(...place.map((index) => row.firstNo + index));
  }
  return found;
}
