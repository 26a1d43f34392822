// How long it takes to find the best seats in a picture of 10,000, over halls that are more and more sold: the pure function alone.
import { pickBest, type BestAvailableCriteria } from "../subgraphs/seating/engine/best-available.ts";
import { setFree, type SeatRow } from "../subgraphs/seating/engine/row-snapshot.ts";

const ROWS = 100;
const SEATS_A_ROW = 100;
const WISHES: BestAvailableCriteria[] = [
  { quantity: 2, together: true, wheelchairPlaces: 0 },
  { quantity: 8, together: true, wheelchairPlaces: 0 },
  { quantity: 50, together: false, wheelchairPlaces: 0 },
  { quantity: 4, together: false, wheelchairPlaces: 2 },
];
const SOLD = [0, 0.5, 0.9, 0.99];
const TRIES = 50;

function hall(sold: number): SeatRow[] {
  return Array.from({ length: ROWS }, (_, index) => {
    const row: SeatRow = {
      sectionNo: 0,
      tierNo: 0,
      numbered: true,
      firstNo: index * SEATS_A_ROW + 1,
      free: new Uint8Array(SEATS_A_ROW),
      wheelchair: Uint8Array.from({ length: SEATS_A_ROW }, (_, at) => (at < 2 ? 1 : 0)),
      block: Uint16Array.from({ length: SEATS_A_ROW }, (_, at) => Math.floor(at / 25)),
      ordinary: 0,
    };
    for (let at = 0; at < SEATS_A_ROW; at++) setFree(row, at, Math.random() >= sold);
    return row;
  });
}

/** Milliseconds of the slowest of all wishes and halls, each the median of many tries. */
export function slowestPickMs(): number {
  const medians = SOLD.flatMap((sold) =>
    WISHES.map((criteria) => {
      const rows = hall(sold);
      const times = Array.from({ length: TRIES }, () => {
        const begun = performance.now();
        pickBest(rows, criteria);
        return performance.now() - begun;
      });
      return times.sort((a, b) => a - b)[TRIES / 2]!;
    }),
  );
  return Math.max(...medians);
}
