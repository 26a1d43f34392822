// The price of one seat: a list of prices, with the conditions of the chosen one below it.
import { useId } from "react";
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
  /** Without it, no script shows the conditions of the chosen price: they are listed elsewhere. */
  onChoose?: (key: string) => void;
}

export function PriceChoice({ offers, seat, name, zone, isWheelchairPlace, chosen, onChoose }: Props) {
  const app = useApp();
  const id = useId();
  const offer = offers.find(({ key }) => key === chosen);
  const isPossible = ({ status, plan }: Offer) =>
    status === "OPEN" && (isWheelchairPlace || !plan.wheelchairPlacesOnly);
  const conditions = offer && onChoose ? conditionsOf(offer, zone, app) : [];
  return (
    <div className="price-choice">
      <label className="sr" htmlFor={id}>
        {app.texts.prices.of(name)}
      </label>
      <select
        id={id}
        name={`price.${seat}`}
        {...(onChoose ? { value: chosen, onChange: ({ target }) => onChoose(target.value) } : { defaultValue: chosen })}
        aria-describedby={conditions.length > 0 ? `${id}-if` : undefined}
      >
        {offers.map((one) => (
          <option
            key={one.key}
            value={one.key}
            disabled={!isPossible(one) && one.key !== chosen}
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
