// Which seats the requests of a batch take, one after the other in the order of arrival, each seeing what those before it
// take: a pure function over the row picture.
import { leavesSeatAlone, pickBest, type Wish } from "./best-available.ts";
import type { Picture } from "./pictures.ts";
import { setFree, type SeatRow } from "./row-picture.ts";

/** Seats that were picked by hand, or what to look for. */
export type Wanted = { seatNos: number[] } | { wish: Wish; sectionId: string | null; tierId: string | null };

/** Through a sales channel, only what is set aside for it is looked for. */
export type WantedThrough = Wanted & { channelKey: string | null };

type ByHand = Extract<WantedThrough, { seatNos: number[] }>;

export type Proposal = "SeatsUnavailable" | "SeatLeftAlone" | "NotFound:section" | "NotFound:priceTier";

/** What to ask of the statement, given that nothing has changed; or to look again once the batch is decided. */
export type Choice = { seatNos: number[]; proposal: Proposal | null } | "look again";

export function quantityOf(wanted: Wanted): number {
  return "wish" in wanted ? wanted.wish.quantity : wanted.seatNos.length;
}

/** Answers in the order of `requests`. Leaves the picture as it was. */
export function choose(picture: Picture, requests: WantedThrough[]): Choice[] {
  const taken: [SeatRow, number][] = [];
  const takenNos = new Set<number>();
  const take = (seatNos: number[]) => {
    for (const no of seatNos) {
      takenNos.add(no);
      const row = picture.rowOf(no);
      if (!row || row.free[no - row.firstNo] === 0) continue;
      setFree(row, no - row.firstNo, false);
      taken.push([row, no - row.firstNo]);
    }
  };
  const choices = requests.map((wanted): Choice => {
    if (!("wish" in wanted) && isGone(picture, wanted, takenNos))
      return { seatNos: wanted.seatNos, proposal: "SeatsUnavailable" };
    const choice = "wish" in wanted ? pick(picture, wanted, takenNos) : checked(picture, wanted.seatNos);
    // A refusal that is due to somebody who may yet be refused is none.
    if (choice.proposal && takenNos.size > 0) return "look again";
    if (!choice.proposal) take(choice.seatNos);
    return choice;
  });
  for (const [row, index] of taken) setFree(row, index, true);
  return choices;
}

function pick(
  picture: Picture,
  { wish, sectionId, tierId, channelKey }: Extract<WantedThrough, { wish: Wish }>,
  takenNos: Set<number>,
) {
  const sectionNo = sectionId === null ? null : picture.sections.get(sectionId);
  const tierNo = tierId === null ? null : picture.tiers.get(tierId);
  if (tierNo === undefined) return { seatNos: [], proposal: "NotFound:priceTier" as const };
  if (sectionNo === undefined) return { seatNos: [], proposal: "NotFound:section" as const };
  const rows = rowsFor(picture, channelKey, takenNos).filter(
    (row) => (sectionNo === null || row.sectionNo === sectionNo) && (tierNo === null || row.tierNo === tierNo),
  );
  const seatNos = pickBest(rows, wish);
  return seatNos ? { seatNos, proposal: null } : { seatNos: [], proposal: "SeatsUnavailable" as const };
}

function rowsFor(picture: Picture, channelKey: string | null, takenNos: Set<number>): SeatRow[] {
  if (channelKey === null) return picture.rows;
  const rows = picture.rowsFor(channelKey);
  for (const row of rows)
    for (let index = 0; index < row.free.length; index++)
      if (takenNos.has(row.firstNo + index)) setFree(row, index, false);
  return rows;
}

/** Whether one of the seats was gone before this batch. A sales channel may open what is set aside; the statement knows. */
function isGone(picture: Picture, { seatNos, channelKey }: ByHand, takenNos: Set<number>): boolean {
  return (
    channelKey === null &&
    seatNos.some((no) => {
      const row = picture.rowOf(no);
      return row?.free[no - row.firstNo] === 0 && !takenNos.has(no);
    })
  );
}

function checked(picture: Picture, seatNos: number[]) {
  const areFree = seatNos.every((no) => {
    const row = picture.rowOf(no);
    return row?.free[no - row.firstNo] === 1;
  });
  const alone = picture.avoidSingleSeats && areFree && leavesSeatAlone(seatNos, (no) => picture.rowOf(no));
  return { seatNos, proposal: alone ? ("SeatLeftAlone" as const) : null };
}
