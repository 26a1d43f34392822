import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Buyers list their active holds, and an order may have several holds. */
export const severalHolds: DatabaseMigration[] = [
  {
    name: "016-active-holds-of-buyer",
    beside: { index: "hold_active_of_buyer", definition: "on hold (buyer_id, expires_at) where status = 'ACTIVE'" },
  },
  {
    name: "016-holds-of-order",
    beside: { index: "hold_of_order", definition: "on hold (order_id) where order_id is not null" },
  },
  { name: "016-orders-of-several-holds", statements: "alter table hold drop constraint hold_order_id_key;" },
];
