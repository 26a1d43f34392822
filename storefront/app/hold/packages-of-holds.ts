// What holds are ordered together. Those of a package are ordered, extended and given back as one.
interface Held {
  id: string;
  packageHoldIds: string[] | null;
}

/** Of holds that belong together; a hold without a package is alone. */
const keyOf = ({ id, packageHoldIds }: Held): string => packageHoldIds?.join(" ") ?? id;

/** In the order of the first of each. */
export function togetherIn<Hold extends Held>(holds: readonly Hold[]): Hold[][] {
  const groups = new Map<string, Hold[]>();
  for (const hold of holds) groups.set(keyOf(hold), [...(groups.get(keyOf(hold)) ?? []), hold]);
  return [...groups.values()];
}

/** Whether none of the package has ended. */
export const isComplete = (together: readonly Held[]): boolean =>
  together.length === (together[0]?.packageHoldIds?.length ?? 1);

interface Sold {
  event: { organization: { id: string } | null } | null;
  total: { currency: string };
}

/** Holds of one organizer in one currency can be one order. */
export const sellerOf = ({ event, total }: Sold): string => `${event?.organization?.id} ${total.currency}`;
