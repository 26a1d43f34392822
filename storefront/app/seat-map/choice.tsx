// What the visitor has chosen, at which prices, what it costs, and how to hold it.
import { useState } from "react";
import type { EventOfSeats, Selection } from "../../page-data/seats.ts";
import { useApp } from "../app-context.ts";
import { keptPath } from "../exchange/kept-path.ts";
import { KeptFields } from "../exchange/kept.tsx";
import { Form } from "../links.tsx";
import { hasSeveralPrices, offersOf, totalOf } from "../prices/offers.ts";
import { PriceChoice } from "../prices/price-choice.tsx";
import { PromoCodeField } from "../prices/promo-code-field.tsx";
import { Price } from "../price.tsx";
import type { Hall, HallView } from "./hall.ts";
import { FLAGS } from "./layout.ts";
import { Losses } from "./losses.tsx";
import { shortName } from "./seat-names.ts";

interface Props {
  event: EventOfSeats;
  selection: Selection;
  hall: Hall;
  view: HallView;
}

export function Choice({ event, selection, hall, view }: Props) {
  const { texts, format } = useApp();
  const { layout } = hall;
  const { chosen } = view;
  /** Prices that are not the standard one, by the ID of the seat. */
  const [prices, setPrices] = useState(selection.prices);
  const tierOf = (seat: number) => layout.tiers[layout.tier[seat]!]!.id;
  const wanted = chosen.map((seat) => ({ tier: tierOf(seat), key: prices[layout.idOf(seat)] ?? "" }));
  const amount = totalOf(event, wanted);
  const currency = event.priceTiers[0]?.price.currency ?? "EUR";
  return (
    <Form action={keptPath(`/e/${event.id}/seats`, selection)} className="choice stub">
      <div className="inside">
        <Losses hall={hall} view={view} />
        <h2 role="status">{chosen.length === 0 ? texts.seats.none : texts.seats.chosen(chosen.length)}</h2>
        {view.isFull && (
          <p className="note bad" role="alert">
            {texts.seats.full(event.maxSeatsPerBuyer)}
          </p>
        )}
        <KeptFields selection={selection} />
        {chosen.length > 0 && (
          <ul className="receipt">
            {chosen.map((seat, index) => (
              <ChosenSeat
                key={seat}
                event={event}
                hall={hall}
                seat={seat}
                chosen={wanted[index]!.key}
                onChoose={(key) => setPrices({ ...prices, [layout.idOf(seat)]: key })}
              />
            ))}
          </ul>
        )}
        {chosen.length > 0 && (
          <>
            {hasSeveralPrices(event) ? (
              <PromoCodeField code={selection.promoCode} />
            ) : (
              selection.promoCode && <input type="hidden" name="code" value={selection.promoCode} />
            )}
            {amount !== undefined && (
              <p className="sum" role="status">
                <input type="hidden" name="total" value={amount} />
                {texts.seats.total(format.money({ amount, currency }))}
              </p>
            )}
            <button className="big">{texts.seats.hold(chosen.length)}</button>
          </>
        )}
      </div>
    </Form>
  );
}

interface ChosenSeatProps {
  event: EventOfSeats;
  hall: Hall;
  seat: number;
  chosen: string;
  onChoose(key: string): void;
}

function ChosenSeat({ event, hall, seat, chosen, onChoose }: ChosenSeatProps) {
  const { texts } = useApp();
  const { layout } = hall;
  const name = shortName(hall, seat, texts);
  const id = layout.idOf(seat);
  const offers = offersOf(event, layout.tiers[layout.tier[seat]!]!.id);
  const price = offers.find(({ key }) => key === chosen)?.price;
  return (
    <li className={offers.length > 1 ? "priced" : undefined}>
      <input type="hidden" name="seat" value={id} />
      <span>{name}</span>
      {offers.length === 1 && price && <Price of={price} />}
      <button
        type="button"
        className="quiet"
        aria-label={`${texts.seats.remove}: ${name}`}
        onClick={() => hall.drop(seat)}
      >
        ×
      </button>
      {offers.length > 1 && (
        <PriceChoice
          offers={offers}
          seat={id}
          name={name}
          zone={event.timeZone}
          isWheelchairPlace={(layout.flags[seat]! & FLAGS.wheelchair) !== 0}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </li>
  );
}
