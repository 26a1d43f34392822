// The rows of a section as a form: every seat is a checkbox, so it works with any device and without a script.
import type { PageData } from "../../page-data.ts";
import type { SeatInSection } from "../../page-data/seats.ts";
import { useApp } from "../app-context.ts";
import { keptPath } from "../exchange/kept-path.ts";
import { KeptFields } from "../exchange/kept.tsx";
import { hasSeveralPrices, standardPrice } from "../prices/offers.ts";
import { ShownPrices } from "../prices/shown.tsx";
import { Form } from "../links.tsx";
import type { Texts } from "../texts/en.ts";

type Data = PageData["seats"];
type Section = NonNullable<Data["section"]>;

function rowsOf(seats: readonly SeatInSection[]): [label: string, seats: SeatInSection[]][] {
  const rows = new Map<string, SeatInSection[]>();
  for (const seat of seats) {
    const label = seat.row ?? "";
    const row = rows.get(label);
    if (row) row.push(seat);
    else rows.set(label, [seat]);
  }
  return [...rows];
}

export function describe(seat: SeatInSection, price: string, { seats: texts }: Texts): string {
  const states = { AVAILABLE: texts.free, HELD: texts.held, SOLD: texts.sold, BLOCKED: texts.notForSale };
  return [
    seat.row !== null && texts.row(seat.row),
    seat.number !== null && texts.seat(seat.number),
    price,
    states[seat.status],
    seat.wheelchair && texts.wheelchair,
    seat.companion && texts.companion,
    seat.obstructed && (seat.viewNote ?? texts.obstructed),
  ]
    .filter(Boolean)
    .join(", ");
}

export function SectionRows({ data: { event, selection }, section }: { data: Data; section: Section }) {
  const { texts, format } = useApp();
  const tier = section.seats[0]?.priceTier?.id;
  const prices = new Map(
    event.priceTiers.map(({ id, price }) => [id, format.money(standardPrice(event, id) ?? price)]),
  );
  return (
    <Form action={keptPath(`/e/${event.id}/seats`, selection, [["section", section.id]])} className="rows">
      <input type="hidden" name="section" value={section.id} />
      <KeptFields selection={selection} />
      {tier !== undefined && <ShownPrices event={event} tier={tier} />}
      {hasSeveralPrices(event) && <input type="hidden" name="then" value="prices" />}
      <h3>{section.name}</h3>
      <div className="grid">
        {rowsOf(section.seats).map(([label, seats]) => (
          <fieldset key={label} className="seat-row">
            <legend>{label && texts.seats.row(label)}</legend>
            {seats.map((seat, index) => (
              <label
                key={seat.id}
                className={[
                  "seat",
                  seat.status !== "AVAILABLE" && "taken",
                  seat.wheelchair && "wheelchair",
                  index > 0 && seats[index - 1]!.block !== seat.block && "after-aisle",
                ]
                  .filter(Boolean)
                  .join(" ")}
                title={describe(seat, prices.get(seat.priceTier?.id ?? "") ?? "", texts)}
              >
                <input
                  type="checkbox"
                  name="seat"
                  value={seat.id}
                  disabled={seat.status !== "AVAILABLE"}
                  defaultChecked={selection.seatIds.includes(seat.id) && seat.status === "AVAILABLE"}
                />
                <span className="sr">{describe(seat, prices.get(seat.priceTier?.id ?? "") ?? "", texts)}</span>
                <span aria-hidden="true">{seat.number ?? "·"}</span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <button className="big">{hasSeveralPrices(event) ? texts.prices.next : texts.enter.submit}</button>
    </Form>
  );
}
