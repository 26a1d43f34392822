// Terms of returns, shown before the purchase.
import type { HoldInFull } from "../../page-data/hold.ts";
import { useApp } from "../app-context.ts";
import { termsOf, type EventWithPolicy } from "./terms-of.ts";

export function ReturnTerms({ event, currency }: { event: EventWithPolicy; currency: string }) {
  const terms = termsOf(event, currency, useApp());
  return (
    terms !== undefined && (
      <p className="quiet small" suppressHydrationWarning>
        {terms}
      </p>
    )
  );
}

/** Of each event once, with its name if there are several. */
export function TermsOfHolds({ holds }: { holds: readonly HoldInFull[] }) {
  const app = useApp();
  const events = new Map(holds.flatMap(({ event, total }) => (event ? [[event.id, { event, total }] as const] : [])));
  return [...events.values()].map(({ event, total }) => {
    const terms = termsOf(event, total.currency, app);
    return (
      terms !== undefined && (
        <p className="quiet small" key={event.id} suppressHydrationWarning>
          {events.size > 1 && `${event.name}: `}
          {terms}
        </p>
      )
    );
  });
}
