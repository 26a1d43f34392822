// Amounts of money, and what they are made of.
import { useApp } from "./app-context.ts";
import type { Money } from "./format.ts";

export function Price({ of }: { of: Money }) {
  const { format } = useApp();
  return (
    <span className="price" suppressHydrationWarning>
      {format.money(of)}
    </span>
  );
}

interface Line {
  kind: string;
  name: string;
  included: boolean;
  amount: Money;
}

/** Lines that are added to the base price; those that it already contains are in brackets. */
export function Breakdown({ base, lines, total }: { base: Money; lines: readonly Line[]; total?: Money }) {
  const { texts } = useApp();
  return (
    <dl className="breakdown">
      <div>
        <dt>{texts.event.basePrice}</dt>
        <dd>
          <Price of={base} />
        </dd>
      </div>
      {lines.map(({ kind, name, included, amount }, index) => (
        <div key={index} className={included ? "included" : kind === "DISCOUNT" ? "discount" : undefined}>
          <dt>{name}</dt>
          <dd>
            {included && "("}
            <Price of={amount} />
            {included && ")"}
          </dd>
        </div>
      ))}
      {total && (
        <div className="total">
          <dt>{texts.hold.total}</dt>
          <dd>
            <Price of={total} />
          </dd>
        </div>
      )}
    </dl>
  );
}
