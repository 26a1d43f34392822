// The chosen seats of a section, each with a list of prices: the step after the rows, without a script.
import type { PageData } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { keptPath, type Field } from "../exchange/kept-path.ts";
import { KeptFields } from "../exchange/kept.tsx";
import { Form, Link } from "../links.tsx";
import { offersOf } from "../prices/offers.ts";
import { PriceChoice } from "../prices/price-choice.tsx";
import { PriceList } from "../prices/price-list.tsx";
import { PromoCodeField } from "../prices/promo-code-field.tsx";
import { ShownPrices } from "../prices/shown.tsx";
import { seatName } from "../seat-list.tsx";

type Data = PageData["seats"];
type Section = NonNullable<Data["section"]>;

export function SeatPrices({ data: { event, selection }, section }: { data: Data; section: Section }) {
  const { texts } = useApp();
  const seats = section.seats.filter(({ id, status }) => status === "AVAILABLE" && selection.seatIds.includes(id));
  const tier = seats[0]?.priceTier?.id ?? "";
  const offers = offersOf(event, tier);
  const page = `/e/${event.id}/seats`;
  const again = keptPath(page, selection, [["section", section.id], ...seats.map(({ id }): Field => ["seat", id])]);
  return (
    <Form action={keptPath(page, selection, [["section", section.id]])} className="panel">
      <h2>{texts.prices.choose}</h2>
      <p className="quiet">{texts.prices.chooseText}</p>
      <input type="hidden" name="section" value={section.id} />
      <input type="hidden" name="tier" value={tier} />
      <ShownPrices event={event} tier={tier} />
      <KeptFields selection={selection} />
      <ul className="receipt">
        {seats.map((seat) => {
          const name = seatName({ ...seat, section }, texts);
          return (
            <li key={seat.id} className="priced">
              <input type="hidden" name="seat" value={seat.id} />
              <span>{name}</span>
              <PriceChoice
                offers={offers}
                seat={seat.id}
                name={name}
                zone={event.timeZone}
                isWheelchairPlace={seat.wheelchair}
                chosen={selection.prices[seat.id] ?? ""}
              />
            </li>
          );
        })}
      </ul>
      <PriceList offers={offers} zone={event.timeZone} />
      <PromoCodeField code={selection.promoCode} />
      <button className="big">{texts.enter.submit}</button>
      <Link href={again}>{texts.prices.change}</Link>
    </Form>
  );
}
