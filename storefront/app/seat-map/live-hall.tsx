// The hall of an event, live: the map, the same seats by row, and the choice.
import { startTransition, useEffect, useState, useSyncExternalStore } from "react";
import type { EventOfSeats, Selection } from "../../page-data/seats.ts";
import { useApp } from "../app-context.ts";
import { standardPrice } from "../prices/offers.ts";
import { Choice } from "./choice.tsx";
import type { Hall } from "./hall.ts";
import { Key } from "./key.tsx";
import { SeatMap } from "./map.tsx";
import { SeatRows } from "./rows.tsx";

interface Props {
  event: EventOfSeats;
  selection: Selection;
  hall: Hall;
}

export function LiveHall({ event, selection, hall }: Props) {
  const { texts, format } = useApp();
  const view = useSyncExternalStore(hall.subscribe, hall.view);
  const { layout } = hall;
  const seated = layout.sections.map((one, index) => ({ ...one, index })).filter(({ kind }) => kind === "SEATED");
  const wanted = layout.sections.findIndex(({ id }) => id === selection.section);
  const [section, setSection] = useState(wanted === -1 ? (seated[0]?.index ?? 0) : wanted);
  const [focus, setFocus] = useState<number>();
  // The map is painted first: a section may have a thousand seats.
  const [hasRows, setHasRows] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setHasRows(true)));
    return () => cancelAnimationFrame(frame);
  }, []);
  const prices = layout.tiers.map(({ id }) => {
    const price = standardPrice(event, id);
    return price ? format.money(price) : "";
  });
  return (
    <div className="live-hall">
      <section aria-label={texts.seats.map}>
        <SeatMap hall={hall} focus={focus} section={section} />
        <Key hall={hall} prices={prices} isLive={view.isLive} />
      </section>
      <Choice event={event} selection={selection} hall={hall} view={view} />
      <section aria-labelledby="rows" className="stacked">
        <h2 id="rows">{texts.seats.rows}</h2>
        <p className="quiet">{texts.seats.rowsHelp}</p>
        <div className="inline">
          <label htmlFor="section">{texts.seats.section}</label>
          <select id="section" value={section} onChange={({ target }) => setSection(Number(target.value))}>
            {seated.map(({ name, index, count }) => (
              <option key={index} value={index}>
                {`${name}: ${texts.seats.freeOf(hall.free[index]!, count)}`}
              </option>
            ))}
          </select>
        </div>
        {hasRows && (
          <SeatRows
            hall={hall}
            section={section}
            chosen={view.chosen}
            focus={focus}
            onFocus={setFocus}
            priceOf={(seat) => prices[layout.tier[seat]!]!}
          />
        )}
      </section>
    </div>
  );
}
