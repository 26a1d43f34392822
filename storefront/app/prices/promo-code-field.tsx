// A promo code: it gives a discount, or opens a price.
import { useApp } from "../app-context.ts";

export function PromoCodeField({ code }: { code: string }) {
  const { texts } = useApp();
  return (
    <div className="field">
      <label htmlFor="code">
        {texts.event.code} <span className="quiet">({texts.event.optional})</span>
      </label>
      <input
        id="code"
        name="code"
        defaultValue={code}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </div>
  );
}
