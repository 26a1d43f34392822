import type { EventInFull } from "../../page-data.ts";
import { useApp } from "../app-context.ts";
import { Breakdown, Price } from "../price.tsx";

export function Prices({ event: { priceTiers, availability, status } }: { event: EventInFull }) {
  const { texts } = useApp();
  const leftIn = (id: string) => availability?.tiers.find(({ priceTier }) => priceTier?.id === id)?.available;
  return (
    <section>
      <h2>{texts.event.prices}</h2>
      <p className="quiet">{texts.event.priceNote}</p>
      <ul className="tiers">
        {priceTiers.map(({ id, name, price, breakdown }) => {
          const left = leftIn(id);
          return (
            <li key={id}>
              <div className="tier">
                <span>{name}</span>
                {status === "ON_SALE" && left !== undefined && (
                  <span className="quiet">{left === 0 ? texts.find.soldOut : texts.event.left(left)}</span>
                )}
                <Price of={price} />
              </div>
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
