// Seats for the requests of a batch, in order of arrival: each request sees the seats of earlier ones as taken. A pure function over the
// row snapshot.
import { leavesSeatAlone, pickBest, type BestAvailableCriteria } from "./best-available.ts";
import type { SeatMapSnapshot } from "./snapshots.ts";
import { setFree, type SeatRow } from "./row-snapshot.ts";

/** Seats named by the buyer, or criteria for the best available ones. */
export type SeatSelection =
  { seatNos: number[] } | { criteria: BestAvailableCriteria; sectionId: string | null; tierId: string | null };

/** With a sales channel, the criteria cover only the seats set aside for it. */
export type ChannelSeatSelection = SeatSelection & { channelKey: string | null };

type ByHand = Extract<ChannelSeatSelection, { seatNos: number[] }>;

export type Proposal = "SeatsUnavailable" | "SeatLeftAlone" | "NotFound:section" | "NotFound:priceTier";

/** Proposal to the statement, valid if nothing has changed. "look again" leaves the request for the next batch. */
export type Choice = { seatNos: number[]; proposal: Proposal | null } | "look again";

export function quantityOf(selection: SeatSelection): number {
  return "criteria" in selection ? selection.criteria.quantity : selection.seatNos.length;
}

/** Returns the choices in the order of `requests`. The snapshot is unchanged. */
export function choose(snapshot: SeatMapSnapshot, requests: ChannelSeatSelection[]): Choice[] {
  const taken: [SeatRow, number][] = [];
  const takenNos = new Set<number>();
  const take = (seatNos: number[]) => {
    for (const no of seatNos) {
      takenNos.add(no);
      const row = snapshot.rowOf(no);
      if (!row || row.free[no - row.firstNo] === 0) continue;
      setFree(row, no - row.firstNo, false);
      taken.push([row, no - row.firstNo]);
    }
  };
  const choices = requests.map((selection): Choice => {
    if (!("criteria" in selection) && isGone(snapshot, selection, takenNos))
      return { seatNos: selection.seatNos, proposal: "SeatsUnavailable" };
    const choice = "criteria" in selection ? pick(snapshot, selection, takenNos) : checked(snapshot, selection.seatNos);
    // An earlier request of the batch may still be refused, so a refusal because of its seats would be premature.
    if (choice.proposal && takenNos.size > 0) return "look again";
    if (!choice.proposal) take(choice.seatNos);
    return choice;
  });
  for (const [row, index] of taken) setFree(row, index, true);
  return choices;
}

function pick(
  snapshot: SeatMapSnapshot,
  { criteria, sectionId, tierId, channelKey }: Extract<ChannelSeatSelection, { criteria: BestAvailableCriteria }>,
  takenNos: Set<number>,
) {
  const sectionNo = sectionId === null ? null : snapshot.sections.get(sectionId);
  const tierNo = tierId === null ? null : snapshot.tiers.get(tierId);
  if (tierNo === undefined) return { seatNos: [], proposal: "NotFound:priceTier" as const };
  if (sectionNo === undefined) return { seatNos: [], proposal: "NotFound:section" as const };
  const rows = rowsFor(snapshot, channelKey, takenNos).filter(
    (row) => (sectionNo === null || row.sectionNo === sectionNo) && (tierNo === null || row.tierNo === tierNo),
  );
  const seatNos = pickBest(rows, criteria);
  return seatNos ? { seatNos, proposal: null } : { seatNos: [], proposal: "SeatsUnavailable" as const };
}

function rowsFor(snapshot: SeatMapSnapshot, channelKey: string | null, takenNos: Set<number>): SeatRow[] {
  if (channelKey === null) return snapshot.rows;
  const rows = snapshot.rowsFor(channelKey);
  for (const row of rows)
    for (let index = 0; index < row.free.length; index++)
      if (takenNos.has(row.firstNo + index)) setFree(row, index, false);
  return rows;
}

/** Whether a seat was taken before this batch. With a sales channel only the statement can decide, because the channel may open seats. */
function isGone(snapshot: SeatMapSnapshot, { seatNos, channelKey }: ByHand, takenNos: Set<number>): boolean {
  return (
    channelKey === null &&
    seatNos.some((no) => {
      const row = snapshot.rowOf(no);
      return row?.free[no - row.firstNo] === 0 && !takenNos.has(no);
    })
  );
}

function checked(snapshot: SeatMapSnapshot, seatNos: number[]) {
  const areFree = seatNos.every((no) => {
    const row = snapshot.rowOf(no);
    return row?.free[no - row.firstNo] === 1;
  });
  const alone = snapshot.avoidSingleSeats && areFree && leavesSeatAlone(seatNos, (no) => snapshot.rowOf(no));
  return { seatNos, proposal: alone ? ("SeatLeftAlone" as const) : null };
}
