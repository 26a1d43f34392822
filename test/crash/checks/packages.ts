// Packages: the holds that were made together share their fate, because the price is that of the whole.
import { acknowledged } from "../history.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Check } from "./check.ts";

type PackageHold = Snapshot["packageHolds"][number];

function difference(holds: PackageHold[]): string | undefined {
  const differs = (of: (hold: PackageHold) => unknown) => new Set(holds.map(of)).size > 1;
  if (holds.length < 2) return "has one hold";
  if (differs(({ orderId }) => orderId)) return "is in one order with a part of its holds";
  if (differs(({ status }) => status)) return `has holds that are ${holds.map(({ status }) => status).join(" and ")}`;
  return differs(({ seats }) => seats) ? "has other numbers of seats at its events" : undefined;
}

export const PACKAGES: Check[] = [
  {
    holds: "P1: the holds of a package end together, in one order or in none, and none of them was lost",
    violations: ({ history, snapshot: { packageHolds } }) => {
      const groups = Map.groupBy(packageHolds, ({ group }) => group);
      const torn = [...groups].flatMap(([group, holds]) => {
        const what = difference(holds);
        return what ? [`package ${group} ${what}`] : [];
      });
      const known = new Set(packageHolds.map(({ id }) => id));
      const lost = acknowledged(history, "package").flatMap(({ answer }) =>
        ((answer.holds ?? []) as { id: string }[])
          .filter(({ id }) => !known.has(id))
          .map(({ id }) => `hold ${id} was acknowledged, and is gone`),
      );
      return [...torn, ...lost];
    },
  },
];
