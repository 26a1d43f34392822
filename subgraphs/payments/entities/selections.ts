// Common selections of payments, refunds and disputes.
import type { Dispute } from "./dispute.ts";
import type { Payment } from "./payment.ts";
import type { Refund } from "./refund.ts";
import type { Db } from "./tables.ts";

/** Visible payments. */
export const payments = (db: Db) =>
  db.selectFrom("payment as p").selectAll("p").where("p.status", "<>", "REQUESTED").$castTo<Payment>();

export const refunds = (db: Db) =>
  db
    .selectFrom("refund as r")
    .innerJoin("payment as p", "p.id", "r.paymentId")
    .selectAll("r")
    .select(["p.currency", "p.creditedFrom"])
    .$castTo<Refund>();

export const disputes = (db: Db) =>
  db
    .selectFrom("dispute as d")
    .innerJoin("payment as p", "p.id", "d.paymentId")
    .selectAll("d")
    .select("p.currency")
    .$castTo<Dispute>();
