// What the visitor has chosen, what it costs, and how to hold it.
import type { EventOfSeats, Selection } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Form } from "../links.tsx";
import { Price } from "../price.tsx";
import type { Hall, HallView } from "./hall.ts";
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
  const priceOf = (seat: number) =>
    event.priceTiers.find(({ id }) => id === layout.tiers[layout.tier[seat]!]!.id)?.price;
  const { chosen } = view;
  const currency = event.priceTiers[0]?.price.currency ?? "EUR";
  const total = { amount: chosen.reduce((sum, seat) => sum + (priceOf(seat)?.amount ?? 0), 0), currency };
  return (
    <Form action={`/e/${event.id}/seats`} className="choice stub">
      <div className="inside">
        <Losses hall={hall} view={view} />
        <h2 role="status">{chosen.length === 0 ? texts.seats.none : texts.seats.chosen(chosen.length)}</h2>
        {view.isFull && (
          <p className="note bad" role="alert">
            {texts.seats.full(event.maxSeatsPerBuyer)}
          </p>
        )}
        {selection.accessCode && <input type="hidden" name="access" value={selection.accessCode} />}
        {selection.promoCode && <input type="hidden" name="code" value={selection.promoCode} />}
        {chosen.length > 0 && (
          <ul className="receipt">
            {chosen.map((seat) => (
              <li key={seat}>
                <input type="hidden" name="seat" value={layout.idOf(seat)} />
                <span>{shortName(hall, seat, texts)}</span>
                {priceOf(seat) && <Price of={priceOf(seat)!} />}
                <button
                  type="button"
                  className="quiet"
                  aria-label={`${texts.seats.remove}: ${shortName(hall, seat, texts)}`}
                  onClick={() => hall.drop(seat)}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
        )}
        {chosen.length > 0 && (
          <>
            <p className="sum">{texts.seats.total(format.money(total))}</p>
            <button className="big">{texts.seats.hold(chosen.length)}</button>
          </>
        )}
      </div>
    </Form>
  );
}

/** Said at once: someone else was quicker. */
function Losses({ hall, view: { losses } }: { hall: Hall; view: HallView }) {
  const { texts } = useApp();
  return (
    <div role="alert" className="losses">
      {losses.map((loss) => (
        <div className="note bad" key={loss.seat}>
          <p>{texts.seats.gone(shortName(hall, loss.seat, texts))}</p>
          {loss.instead !== undefined && hall.isFree(loss.instead) && (
            <button
              type="button"
              className="plain"
              onClick={() => {
                hall.choose(loss.instead!);
                hall.forget(loss);
              }}
            >
              {texts.seats.nearby(shortName(hall, loss.instead, texts))}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
