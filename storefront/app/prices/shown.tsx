// Prices that a form has shown, as fields of it: without a script, the storefront sums them up for the API (pages/shown-total.ts).
import type { EventInFull } from "../../page-data/event.ts";
import type { EventOfSeats } from "../../page-data/seats.ts";
import { offersOf } from "./offers.ts";

/** Each is `tier|steps|key`, such as `t1|2x1500,2500|Child`. */
export function ShownPrices({ event, tier }: { event: EventInFull | EventOfSeats; tier?: string | undefined }) {
  return event.priceTiers
    .filter(({ id }) => tier === undefined || id === tier)
    .flatMap(({ id }) =>
      offersOf(event, id).map(({ key, steps }) => {
        const ladder = steps.map(({ amount, seats }) => (seats === null ? String(amount) : `${seats}x${amount}`));
        return <input type="hidden" key={`${id} ${key}`} name="shown" value={`${id}|${ladder.join(",")}|${key}`} />;
      }),
    );
}
