// The price tier of the best seats.
import type { EventInFull } from "../../page-data/event.ts";
import { useApp } from "../app-context.ts";
import { standardPrice } from "../prices/offers.ts";

interface TiersProps {
  event: EventInFull;
  chosen: string;
  onChoose?: (tier: string) => void;
}

export function Tiers({ event, chosen, onChoose }: TiersProps) {
  const { priceTiers, availability } = event;
  const { texts, format } = useApp();
  const isSoldOut = (id: string) =>
    availability?.tiers.some(({ priceTier, available }) => priceTier?.id === id && available === 0);
  return (
    <div className="field grow">
      <label htmlFor="tier">{texts.event.tier}</label>
      <select
        id="tier"
        name="tier"
        defaultValue={chosen}
        onChange={onChoose && (({ target }) => onChoose(target.value))}
      >
        <option value="">{texts.event.anyTier}</option>
        {priceTiers.map(({ id, name, price }) => (
          <option key={id} value={id} disabled={isSoldOut(id)} suppressHydrationWarning>
            {`${name} · ${format.money(standardPrice(event, id) ?? price)}`}
          </option>
        ))}
      </select>
    </div>
  );
}
