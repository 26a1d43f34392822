// What the looks of seats mean, and what they cost.
import { useApp } from "../app-context.ts";
import type { Hall } from "./hall.ts";

export function Key({ hall, prices, isLive }: { hall: Hall; prices: readonly string[]; isLive: boolean }) {
  const { texts } = useApp();
  return (
    <div className="key-line">
      <ul className="key" aria-label={texts.seats.key}>
        {hall.layout.tiers.map(({ id, name }, index) => (
          <li key={id}>
            <span className={`swatch tier-${index % 8}`} />
            {name} <strong>{prices[index]}</strong>
          </li>
        ))}
        <li>
          <span className="swatch mine" />
          {texts.seats.yours}
        </li>
        <li>
          <span className="swatch held" />
          {texts.seats.held}
        </li>
        <li>
          <span className="swatch gone" />
          {texts.seats.sold}
        </li>
        <li>
          <span className="swatch ring" />
          {texts.seats.wheelchair}
        </li>
      </ul>
      <p className="state" role="status">
        <span className={isLive ? "dot" : "dot off"} />
        {isLive ? texts.seats.live : texts.seats.reconnecting}
      </p>
    </div>
  );
}
