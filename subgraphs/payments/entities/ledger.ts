import { entity } from "../../../platform/postgres/entities.ts";

/** Debits if positive, credits if negative; those of one group add up to nothing. They never change. */
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
      orderId: p.uuid(),
      paymentId: p.uuid(),
      what: p.text().$type<"CAPTURE" | "REFUND" | "REFUND_RETURNED" | "CHARGEBACK">(),
      bookedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

/** What orders has said that has become of an order; its total is in minor units. */
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

/** A webhook that was taken: each id once. */
export const ProviderEventEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "ProviderEvent",
    tableName: "provider_event",
    properties: { id: p.text().primary(), takenAt: p.datetime().defaultRaw("now()") },
  }),
);
