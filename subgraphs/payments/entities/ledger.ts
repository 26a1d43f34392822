import { entity } from "../../../platform/postgres/entities.ts";
import type { Movement, Settlement } from "./accounts.ts";

/** Immutable entries: debits are positive, credits negative. The entries of a group add up to zero. */
export const LedgerEntryEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "LedgerEntry",
    tableName: "ledger_entry",
    uniques: [{ properties: ["groupId", "account"] }],
    properties: {
      id: p.bigint("number").primary().autoincrement(),
      groupId: p.uuid(),
      account: p.text(),
      amount: p.integer(),
      currency: p.text(),
      /** Null for entries of payouts, as `paymentId`. */
      orderId: p.uuid().nullable(),
      paymentId: p.uuid().nullable(),
      what: p.text().$type<Movement | Settlement>(),
      bookedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

/** Outcome of an order, as reported by orders; `total` is in minor units. */
export const OrderClaimEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "OrderClaim",
    tableName: "order_claim",
    properties: {
      orderId: p.uuid().primary(),
      status: p.text().$type<"CONFIRMED" | "ENDED">(),
      total: p.integer().nullable(),
      changedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

/** Unused: webhooks are idempotent without it. The table stays, because migrations drop no tables. */
export const ProviderEventEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "ProviderEvent",
    tableName: "provider_event",
    properties: { id: p.text().primary(), takenAt: p.datetime().defaultRaw("now()") },
  }),
);
