// Rows and seats of a hall as clients read them, and what seating needs to know of them.
import { blocksOf, placeSeats, type Point, type RowCurve } from "../../../../domain/hall.ts";
import type { SaleHall } from "../../../../domain/seat-plan.ts";
import type { Section, SeatRow } from "../../entities/section.ts";

export interface HallSeat {
  label: string;
  position: Point & { isComputed: boolean };
  block: number;
  wheelchair: boolean;
  companion: boolean;
  obstructed: boolean;
  viewNote: string | null;
}

export interface HallRow {
  label: string;
  curve: RowCurve | null;
  aislesAfter: number[];
  seats: HallSeat[];
}

type Rows = Pick<Section, "seatRows">;

const geometryOf = (sections: readonly Rows[]) =>
  sections.map(({ seatRows }) => ({
    rows: (seatRows ?? []).map(({ labels, aislesAfter, curve, points }) => ({
      blocks: blocksOf(labels.length, aislesAfter),
      curve,
      points,
    })),
  }));

/** Rows of each section of a hall. */
export function rowsOf(sections: readonly Rows[]): HallRow[][] {
  const geometry = geometryOf(sections);
  const placed = placeSeats(geometry);
  return sections.map(({ seatRows }, sectionNo) =>
    (seatRows ?? []).map((row, rowNo): HallRow => {
      const { x, y, isComputed } = placed[sectionNo]![rowNo]!;
      const { blocks } = geometry[sectionNo]!.rows[rowNo]!;
      const [wheelchair, companion] = [new Set(row.wheelchair), new Set(row.companion)];
      const views = viewsOf(row);
      return {
        label: row.label,
        curve: row.curve ?? null,
        aislesAfter: row.aislesAfter,
        seats: row.labels.map((label, index) => ({
          label,
          position: { x: x[index]!, y: y[index]!, isComputed },
          block: blocks[index]!,
          wheelchair: wheelchair.has(index + 1),
          companion: companion.has(index + 1),
          obstructed: views.get(index + 1)?.obstructed ?? false,
          viewNote: views.get(index + 1)?.note ?? null,
        })),
      };
    }),
  );
}

const viewsOf = ({ views = [] }: SeatRow) => new Map(views.flatMap((view) => view.seats.map((seat) => [seat, view])));

/** What seating needs besides rows and labels; undefined for a hall that says no more. */
export function saleHallOf(
  sections: readonly (Rows & Pick<Section, "rank" | "shape">)[],
  focalPoint: Point | null,
): SaleHall | undefined {
  const placed = placeSeats(geometryOf(sections));
  const described = sections.map(({ seatRows, rank, shape }, sectionNo): SaleHall["sections"][number] => {
    const rows = placed[sectionNo]!;
    const isDrawn = rows.length > 0 && !rows[0]!.isComputed;
    const seats = rowsOfSection(seatRows ?? []);
    return {
      rank: rank ?? null,
      points: isDrawn ? { x: rows.flatMap(({ x }) => x), y: rows.flatMap(({ y }) => y) } : null,
      shape: shape ?? null,
      companion: seats.flatMap(({ row, before }) => (row.companion ?? []).map((seat) => before + seat)),
      obstructed: seats.flatMap(({ row, before }) =>
        (row.views ?? []).flatMap((view) => (view.obstructed ? view.seats.map((seat) => before + seat) : [])),
      ),
      notes: notesOf(seats),
    };
  });
  const saysMore = described.some(
    ({ rank, points, shape, companion, obstructed, notes }) =>
      rank !== null || points !== null || shape != null || companion.length + obstructed.length + notes.length > 0,
  );
  return saysMore ? { focalPoint, sections: described } : undefined;
}

/** Each text once, with its seats. */
function notesOf(rows: { row: SeatRow; before: number }[]): SaleHall["sections"][number]["notes"] {
  const seatsOf = new Map<string, number[]>();
  for (const { row, before } of rows)
    for (const { note, seats } of row.views ?? []) {
      if (note === null) continue;
      if (!seatsOf.has(note)) seatsOf.set(note, []);
      seatsOf.get(note)!.push(...seats.map((seat) => before + seat));
    }
  return [...seatsOf].map(([text, seats]) => ({ text, seats }));
}

/** The rows, each with the number of seats before it in the section. */
function rowsOfSection(seatRows: readonly SeatRow[]): { row: SeatRow; before: number }[] {
  let before = 0;
  return seatRows.map((row) => {
    const placed = { row, before };
    before += row.labels.length;
    return placed;
  });
}
