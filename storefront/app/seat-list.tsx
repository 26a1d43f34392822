// Seats with their prices, as on a receipt.
import { useApp } from "./app-context.ts";
import type { Money } from "./format.ts";
import { Price } from "./price.tsx";
import type { Texts } from "./texts/en.ts";

export interface NamedSeat {
  row: string | null;
  number: string | null;
  section: { name: string } | null;
}

/** Such as `Block E, Row C, seat 12`. */
export function seatName(seat: NamedSeat | null, { seats }: Texts): string {
  if (!seat) return "";
  const { section, row, number } = seat;
  return [section?.name, row !== null && seats.row(row), number !== null && seats.seat(number)]
    .filter(Boolean)
    .join(", ");
}

export function SeatList({
  items,
}: {
  items: readonly { price: Money; priceName: string | null; seat: (NamedSeat & { id: string }) | null }[];
}) {
  const { texts } = useApp();
  return (
    <ul className="receipt">
      {items.map(({ seat, price, priceName }, index) => (
        <li key={seat?.id ?? index}>
          <span>
            {seatName(seat, texts)}
            {priceName !== null && <span className="quiet small block">{priceName}</span>}
          </span>
          <Price of={price} />
        </li>
      ))}
    </ul>
  );
}
