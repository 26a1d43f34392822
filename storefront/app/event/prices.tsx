import type { EventInFull } from "../../page-data/event.ts";
import { useApp } from "../app-context.ts";
import { explainsPrices, offersOf, standardPrice } from "../prices/offers.ts";
import { PriceList } from "../prices/price-list.tsx";
import { Breakdown, Price } from "../price.tsx";

export function Prices({ event }: { event: EventInFull }) {
  const { priceTiers, availability, status, timeZone } = event;
  const { texts } = useApp();
  const leftIn = (id: string) => availability?.tiers.find(({ priceTier }) => priceTier?.id === id)?.available;
  return (
    <section>
      <h2>{texts.event.prices}</h2>
      <p className="quiet">{texts.event.priceNote}</p>
      <ul className="tiers">
        {priceTiers.map((tier) => {
          const { id, name, price, breakdown } = tier;
          const left = leftIn(id);
          return (
            <li key={id}>
              <div className="tier">
                <span>{name}</span>
                {status === "ON_SALE" && left !== undefined && (
                  <span className="quiet">{left === 0 ? texts.find.soldOut : texts.event.left(left)}</span>
                )}
                <Price of={standardPrice(event, id) ?? price} />
              </div>
              {explainsPrices({ priceTiers: [tier], availability }) && (
                <PriceList offers={offersOf(event, id)} zone={timeZone} />
              )}
              {breakdown.lines.length > 0 && (
                <details>
                  <summary>{texts.event.includes}</summary>
                  <Breakdown base={breakdown.base} lines={breakdown.lines} total={price} />
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
