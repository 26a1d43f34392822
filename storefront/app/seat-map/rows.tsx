// The seats of a section as a grid: arrows move by seat and row over the whole section, the space bar chooses, F goes to the next free seat.
// Pattern: https://www.w3.org/WAI/ARIA/apg/patterns/grid/
import { memo, useEffect, useRef, type KeyboardEvent } from "react";
import { useApp } from "../app-context.ts";
import type { Hall } from "./hall.ts";
import { FLAGS, type Row } from "./layout.ts";
import { STATE } from "./packed.ts";
import { fullName } from "./seat-names.ts";

interface Props {
  hall: Hall;
  section: number;
  chosen: readonly number[];
  focus: number | undefined;
  onFocus(seat: number): void;
  priceOf(seat: number): string;
}

function rowsIn({ layout }: Hall, section: number): Row[] {
  return layout.rows.filter((row) => row.section === section);
}

const seatsOf = ({ first, count }: Row) => Array.from({ length: count }, (_, index) => first + index);

/** Where a key leads; undefined for other keys. */
function moved(
  hall: Hall,
  rows: readonly Row[],
  seat: number,
  event: KeyboardEvent,
  isRtl: boolean,
): number | undefined {
  const at = rows.findIndex(({ first, count }) => seat >= first && seat < first + count);
  const row = rows[at]!;
  const place = seat - row.first;
  const inRow = (index: number, where: number) => {
    const other = rows[Math.max(0, Math.min(rows.length - 1, index))]!;
    return other.first + Math.max(0, Math.min(other.count - 1, where));
  };
  const [back, on] = isRtl ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  if (event.key === back) return inRow(at, place - 1);
  if (event.key === on) return inRow(at, place + 1);
  if (event.key === "ArrowUp") return inRow(at - 1, place);
  if (event.key === "ArrowDown") return inRow(at + 1, place);
  if (event.key === "Home") return event.ctrlKey ? inRow(0, 0) : row.first;
  if (event.key === "End") return event.ctrlKey ? inRow(rows.length - 1, Infinity) : row.first + row.count - 1;
  if (event.key.toLowerCase() === "f" && !event.ctrlKey && !event.metaKey) {
    const all = rows.flatMap(seatsOf);
    const from = all.indexOf(seat);
    return [...all.slice(from + 1), ...all.slice(0, from)].find(hall.isFree);
  }
  return undefined;
}

interface CellProps {
  hall: Hall;
  seat: number;
  /** Of the seat now: a cell is rendered again when it changes. */
  state: number;
  isChosen: boolean;
  isCurrent: boolean;
  price: string;
  onFocus(seat: number): void;
}

const Cell = memo(function Cell({ hall, seat, state, isChosen, isCurrent, price, onFocus }: CellProps) {
  const { texts } = useApp();
  const { labels, flags } = hall.layout;
  const isFree = state === STATE.available;
  const name = fullName(hall, seat, price, texts);
  const looks = [
    "seat",
    !isFree && "taken",
    isChosen && "chosen",
    flags[seat]! & FLAGS.wheelchair && "wheelchair",
    flags[seat]! & FLAGS.aisleBefore && "after-aisle",
  ];
  return (
    <span
      role="gridcell"
      data-seat={seat}
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={isChosen}
      aria-disabled={!isFree}
      aria-label={name}
      title={name}
      className={looks.filter(Boolean).join(" ")}
      onClick={() => {
        onFocus(seat);
        hall.toggle(seat);
      }}
      onFocus={() => onFocus(seat)}
    >
      {labels[seat]}
    </span>
  );
});

export function SeatRows({ hall, section, chosen, focus, onFocus, priceOf }: Props) {
  const { texts, locale } = useApp();
  const grid = useRef<HTMLDivElement>(null);
  const rows = rowsIn(hall, section);
  const isHere = focus !== undefined && hall.layout.section[focus] === section;
  const first = rows[0]?.first;
  const current = isHere ? focus : first;
  const wantsFocus = useRef(false);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-seat="${focus}"]`)?.focus();
  }, [focus]);

  function onKeyDown(event: KeyboardEvent): void {
    if (current === undefined) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      return hall.toggle(current);
    }
    const next = moved(hall, rows, current, event, locale === "he");
    if (next === undefined) return;
    event.preventDefault();
    wantsFocus.current = true;
    onFocus(next);
  }

  const { layout } = hall;
  return (
    <div
      className="grid"
      role="grid"
      aria-label={layout.sections[section]!.name}
      aria-multiselectable="true"
      ref={grid}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <div role="row" className="seat-row" key={row.first}>
          <span role="rowheader" className="row-label">
            {texts.seats.row(row.label)}
          </span>
          {seatsOf(row).map((seat) => (
            <Cell
              key={seat}
              hall={hall}
              seat={seat}
              state={hall.now.states[seat]!}
              isChosen={chosen.includes(seat)}
              isCurrent={seat === current}
              price={priceOf(seat)}
              onFocus={onFocus}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
