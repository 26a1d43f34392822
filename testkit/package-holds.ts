import type { System } from "../local/system.ts";
import { query } from "./inspect.ts";

/** Hold of a package. */
export interface PackageHoldState {
  id: string;
  /** ID that the holds of the package have in common. */
  group: string;
  status: string;
  orderId: string | null;
  /** Number of its seats. */
  seats: number;
}

export function packageHoldsOf(system: System): Promise<PackageHoldState[]> {
  return query(
    system,
    "seating",
    `select id, package_group as "group", status, order_id as "orderId", cardinality(seat_nos) as seats from hold
     where package_group is not null order by package_group, id`,
  );
}
