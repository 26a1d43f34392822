// The seats of a package: what belongs together is shown, extended and given back as one.
import type { HoldInFull } from "../../page-data/hold.ts";
import { useApp } from "../app-context.ts";
import { HeldSeats, nameOf, ReleaseButton, TimeRow } from "./held-seats.tsx";
import { isComplete } from "./packages-of-holds.ts";

interface Props {
  holds: readonly HoldInFull[];
  /** Whether other seats are paid together with it. */
  isOneOfSeveral: boolean;
}

export function HeldPackage({ holds, isOneOfSeveral }: Props) {
  const { texts } = useApp();
  const [first] = holds;
  if (!first) return null;
  return (
    <section className="group of-package" aria-label={nameOf(first)}>
      <p className="kicker">{texts.packages.kind}</p>
      <h2>{nameOf(first)}</h2>
      <p className="quiet">{texts.packages.belongs(first.packageHoldIds?.length ?? holds.length)}</p>
      {isOneOfSeveral && <TimeRow hold={first} />}
      <div className="groups">
        {holds.map((hold) => (
          <HeldSeats key={hold.id} hold={hold} isOneOfSeveral isOfPackage typed={null} />
        ))}
      </div>
      {isComplete(holds) && <ReleaseButton hold={first} isOneOfSeveral={isOneOfSeveral} />}
    </section>
  );
}
