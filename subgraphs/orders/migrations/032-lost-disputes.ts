import type { DatabaseMigration } from "../../../platform/postgres/migrator.ts";

/** Which payment of an order the bank took back: tickets that were being exchanged then are cancelled later. */
export const lostDisputes: DatabaseMigration = {
  name: "032-lost-disputes",
  statements: `
-- Of a dispute that was lost: its payment. The others of the order are not disputed.
alter table order_dispute add column lost_payment_id uuid;
`,
};
