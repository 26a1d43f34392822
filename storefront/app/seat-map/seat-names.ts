// Seats of the map in words.
import type { Texts } from "../texts/en.ts";
import type { Hall } from "./hall.ts";
import { FLAGS } from "./layout.ts";
import { STATE } from "./packed.ts";

export function shortName({ layout }: Hall, seat: number, { seats: texts }: Texts): string {
  const row = layout.rows[layout.row[seat]!];
  const section = layout.sections[layout.section[seat]!]!.name;
  return [section, row && texts.row(row.label), texts.seat(layout.labels[seat]!)].filter(Boolean).join(", ");
}

/** Such as `Row C, seat 12, €45.00, free, on the aisle`. */
export function fullName(hall: Hall, seat: number, price: string, { seats: texts }: Texts): string {
  const { layout, now } = hall;
  const flags = layout.flags[seat]!;
  const state = now.states[seat];
  const row = layout.rows[layout.row[seat]!];
  return [
    row && texts.row(row.label),
    texts.seat(layout.labels[seat]!),
    price,
    state === STATE.available
      ? texts.free
      : state === STATE.held
        ? texts.held
        : state === STATE.sold
          ? texts.sold
          : texts.notForSale,
    flags & FLAGS.wheelchair && texts.wheelchair,
    flags & FLAGS.companion && texts.companion,
    flags & FLAGS.obstructed && (layout.notes.get(seat) ?? texts.obstructed),
    flags & (FLAGS.aisleBefore | FLAGS.aisleAfter) && texts.aisle,
  ]
    .filter(Boolean)
    .join(", ");
}
