// All prices of a tier with their conditions.
import { useApp } from "../app-context.ts";
import { Price } from "../price.tsx";
import { conditionsOf } from "./conditions.ts";
import type { Offer } from "./offers.ts";

export function PriceList({ offers, zone }: { offers: readonly Offer[]; zone: string }) {
  const app = useApp();
  return (
    <ul className="offers">
      {offers.map((offer) => {
        const conditions = conditionsOf(offer, zone, app);
        return (
          <li key={offer.key} className={offer.status === "OPEN" ? undefined : "off"}>
            <span>{offer.name}</span>
            <Price of={offer.price} />
            {conditions.length > 0 && (
              <span className="quiet small" suppressHydrationWarning>
                {conditions.join(" · ")}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
