// How many of the best seats at each price: adults, children, members.
import { useEffect, useState } from "react";
import type { EventInFull } from "../../page-data/event.ts";
import type { Selection } from "../../page-data/seats.ts";
import { useApp } from "../app-context.ts";
import { conditionsOf } from "../prices/conditions.ts";
import { costOf, offersOf, type Offer } from "../prices/offers.ts";
import { Tiers } from "./tiers.tsx";

interface Props {
  event: EventInFull;
  selection: Selection;
  most: number;
}

/** A price by its key, in each of the tiers that have it. */
interface Kind {
  key: string;
  offers: Map<string, Offer>;
}

function kindsOf(event: EventInFull): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { id } of event.priceTiers)
    for (const offer of offersOf(event, id)) {
      const kind = kinds.get(offer.key) ?? { key: offer.key, offers: new Map<string, Offer>() };
      kinds.set(offer.key, kind);
      kind.offers.set(id, offer);
    }
  return [...kinds.values()];
}

/** Undefined if it depends on the tier. */
function totalIn(kinds: readonly Kind[], tiers: readonly string[], counts: Record<string, number>): number | undefined {
  const totals = tiers.map((tier) =>
    kinds.reduce((sum, { key, offers }) => {
      const count = counts[key] ?? 0;
      const offer = offers.get(tier);
      return count === 0 ? sum : sum + (offer ? costOf(offer.steps, count) : NaN);
    }, 0),
  );
  return totals.every((total) => total === totals[0]) ? totals[0] : undefined;
}

export function Counts({ event, selection, most }: Props) {
  const { texts, format } = useApp();
  const [tier, setTier] = useState(selection.tier);
  const further = Object.values(selection.counts).reduce((sum, count) => sum + count, 0);
  const [counts, setCounts] = useState<Record<string, number>>({
    ...selection.counts,
    "": Math.min(most, selection.quantity - further),
  });
  // Without a script a total would not follow the choice.
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const kinds = kindsOf(event);
  const tiers = tier ? [tier] : event.priceTiers.map(({ id }) => id);
  const total = totalIn(kinds, tiers, counts);
  const currency = event.priceTiers[0]?.price.currency ?? "EUR";
  return (
    <>
      {event.priceTiers.length > 1 && <Tiers event={event} chosen={selection.tier} onChoose={setTier} />}
      <fieldset className="counts">
        <legend>{texts.prices.tickets}</legend>
        {kinds.map((kind) => (
          <Count
            key={kind.key}
            kind={kind}
            tiers={tiers}
            zone={event.timeZone}
            most={most}
            count={counts[kind.key] ?? 0}
            onChange={(count) => setCounts({ ...counts, [kind.key]: count })}
          />
        ))}
      </fieldset>
      {isScripted && total !== undefined && Number.isFinite(total) && (
        <p className="sum" role="status">
          {texts.seats.total(format.money({ amount: total, currency }))}
        </p>
      )}
    </>
  );
}

interface CountProps {
  kind: Kind;
  tiers: readonly string[];
  zone: string;
  most: number;
  count: number;
  onChange(count: number): void;
}

function Count({ kind: { key, offers }, tiers, zone, most, count, onChange }: CountProps) {
  const app = useApp();
  const { texts, format } = app;
  const here = tiers.flatMap((tier) => offers.get(tier) ?? []);
  const offer = here.reduce<Offer | undefined>(
    (low, one) => (low && low.price.amount <= one.price.amount ? low : one),
    undefined,
  );
  const named = here.length > 0 ? here : [...offers.values()];
  const name = [...new Set(named.map((one) => one.name))].filter(Boolean).join(" / ");
  const isSame = here.every((one) => one.price.amount === offer?.price.amount);
  const conditions = offer ? conditionsOf(offer, zone, app) : [];
  const id = `n-${key || "standard"}`.replaceAll(/\s+/g, "-");
  const price = offer && format.money(offer.price);
  return (
    <div className="per-price">
      <label htmlFor={id}>{name || texts.event.quantity}</label>
      <span className="price" suppressHydrationWarning>
        {price === undefined ? "–" : isSame ? price : texts.find.from(price)}
      </span>
      <select
        id={id}
        name={key === "" ? "standard" : `n.${key}`}
        value={count}
        disabled={offer !== undefined && offer.status !== "OPEN" && count === 0}
        aria-describedby={conditions.length > 0 ? `${id}-if` : undefined}
        onChange={({ target }) => onChange(Number(target.value))}
      >
        {Array.from({ length: most + 1 }, (_, number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
      {conditions.length > 0 && (
        <span className="quiet small if" id={`${id}-if`} suppressHydrationWarning>
          {conditions.join(" · ")}
        </span>
      )}
    </div>
  );
}
