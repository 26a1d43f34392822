// Prices of a tier as a buyer can choose them now, and what several seats cost at them. The API decides: a total that differs is refused.
import type { EventInFull } from "../../page-data/event.ts";
import type { EventOfSeats } from "../../page-data/seats.ts";
import type { Money } from "../format.ts";

type EventWithPrices = Pick<EventInFull | EventOfSeats, "priceTiers" | "availability">;
type Tier = EventWithPrices["priceTiers"][number];
type Plan = Tier["prices"][number];
type Now = NonNullable<EventWithPrices["availability"]>["tiers"][number]["prices"][number];

/** Seats at an amount; without a number: all further ones. */
export interface Step {
  amount: number;
  seats: number | null;
}

export interface Offer {
  name: string;
  /** Empty for the standard price: in forms and addresses. */
  key: string;
  price: Money;
  status: Now["status"];
  phase: string | null;
  endsAt: string | null;
  left: number | null;
  /** What the first and the further seats cost. */
  steps: Step[];
  plan: Plan;
}

/** After the tickets that are left of the present phase, the following phases apply. */
function stepsOf(plan: Plan, now: Pick<Now, "price" | "phase" | "left">): Step[] {
  const steps: Step[] = [{ amount: now.price.amount, seats: now.phase === null ? null : now.left }];
  const at = plan.phases.findIndex(({ name }) => name === now.phase);
  if (at === -1) return [{ amount: now.price.amount, seats: null }];
  for (const { price, quantity } of plan.phases.slice(at + 1)) steps.push({ amount: price.amount, seats: quantity });
  steps.push({ amount: plan.price.amount, seats: null });
  const last = steps.findIndex(({ seats }) => seats === null);
  return steps.slice(0, last + 1);
}

/** @returns the standard price first */
export function offersOf({ priceTiers, availability }: EventWithPrices, tierId: string): Offer[] {
  const tier = priceTiers.find(({ id }) => id === tierId);
  const current = availability?.tiers.find(({ priceTier }) => priceTier?.id === tierId)?.prices ?? [];
  return (tier?.prices ?? []).map((plan) => {
    const price = plan.standard && plan.phases.length === 0 ? tier!.price : plan.price;
    const now = current.find(({ name }) => name === plan.name) ?? {
      ...{ price, phase: null, endsAt: null, left: null, status: "OPEN" as const },
    };
    return {
      name: plan.name,
      key: plan.standard ? "" : plan.name,
      price: now.price,
      status: now.status,
      phase: now.phase,
      endsAt: now.endsAt,
      left: now.left,
      steps: stepsOf(plan, now),
      plan,
    };
  });
}

/** Whether buyers choose between prices. */
export const hasSeveralPrices = ({ priceTiers }: EventWithPrices): boolean =>
  priceTiers.some(({ prices }) => prices.length > 1);

/** Whether a price has phases, conditions or a further price: the list of prices explains them. */
export const explainsPrices = ({ priceTiers }: EventWithPrices): boolean =>
  priceTiers.some(({ prices }) => prices.length > 1 || prices.some(({ phases }) => phases.length > 0));

export function costOf(steps: readonly Step[], seats: number): number {
  let [cost, rest] = [0, seats];
  for (const step of steps) {
    const here = Math.min(rest, step.seats ?? rest);
    cost += here * step.amount;
    rest -= here;
  }
  return cost;
}

export interface Chosen {
  tier: string;
  /** Of the price. */
  key: string;
}

/** Undefined if a tier has no such price. */
export function totalOf(event: EventWithPrices, chosen: readonly Chosen[]): number | undefined {
  const seats = new Map<string, { offer: Offer | undefined; count: number }>();
  for (const { tier, key } of chosen) {
    const id = `${tier} ${key}`;
    const known = seats.get(id);
    if (known) known.count += 1;
    else seats.set(id, { offer: offersOf(event, tier).find((one) => one.key === key), count: 1 });
  }
  let total = 0;
  for (const { offer, count } of seats.values()) {
    if (!offer) return undefined;
    total += costOf(offer.steps, count);
  }
  return total;
}

/** What a seat of the tier costs now without a choice. */
export const standardPrice = (event: EventWithPrices, tier: string): Money | undefined =>
  offersOf(event, tier).find(({ key }) => key === "")?.price;
