import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Holds that ended without an order are forgotten after a while. */
export const endedHolds: DatabaseMigration = {
  name: "011-ended-holds",
  beside: { index: "hold_ended", definition: "on hold (expires_at) where status in ('RELEASED', 'EXPIRED')" },
};
