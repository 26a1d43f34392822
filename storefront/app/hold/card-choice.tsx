// How to pay. The test provider's cards stand in for a form of a real one.
import { useApp } from "../app-context.ts";
import { StripeCard } from "./stripe-card.tsx";

export function CardChoice({ chosen }: { chosen: string }) {
  const { texts, stripeKey } = useApp();
  if (stripeKey !== undefined) return <StripeCard stripeKey={stripeKey} />;
  return (
    <fieldset className="choices">
      <legend>{texts.hold.card}</legend>
      <p className="quiet">{texts.hold.cardNote}</p>
      {Object.entries(texts.hold.cards).map(([card, text]) => (
        <label key={card} className="check">
          <input type="radio" name="card" value={card} defaultChecked={card === chosen} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
