// The price of one seat: a list of prices, with the conditions of the chosen one below it.
import { useId, useState } from "react";
import { useApp } from "../app-context.ts";
import { conditionsOf, labelOf } from "./conditions.ts";
import type { Offer } from "./offers.ts";

interface Props {
  offers: readonly Offer[];
  /** ID of the seat, for the name of the field. */
  seat: string;
  name: string;
  zone: string;
  isWheelchairPlace: boolean;
  chosen: string;
  /** Without it, the conditions of all prices are listed: no script shows those of the chosen one. */
  onChoose?: (key: string) => void;
}

export function PriceChoice({ offers, seat, name, zone, isWheelchairPlace, chosen, onChoose }: Props) {
  const app = useApp();
  const id = useId();
  const [own, setOwn] = useState(chosen);
  const current = onChoose ? chosen : own;
  const offer = offers.find(({ key }) => key === current);
  const isPossible = ({ status, plan }: Offer) =>
    status === "OPEN" && (isWheelchairPlace || !plan.wheelchairPlacesOnly);
  const conditions = offer ? conditionsOf(offer, zone, app) : [];
  return (
    <div className="price-choice">
      <label className="sr" htmlFor={id}>
        {app.texts.prices.of(name)}
      </label>
      <select
        id={id}
        name={`price.${seat}`}
        value={current}
        aria-describedby={conditions.length > 0 ? `${id}-if` : undefined}
        onChange={({ target }) => (onChoose ?? setOwn)(target.value)}
      >
        {offers.map((one) => (
          <option
            key={one.key}
            value={one.key}
            disabled={!isPossible(one) && one.key !== current}
            suppressHydrationWarning
          >
            {labelOf(one, app)}
          </option>
        ))}
      </select>
      {conditions.length > 0 && (
        <p className="quiet small" id={`${id}-if`} suppressHydrationWarning>
          {conditions.join(" · ")}
        </p>
      )}
    </div>
  );
}
