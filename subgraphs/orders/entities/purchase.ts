import { entity } from "../../../platform/postgres/entities.ts";

export const PurchaseEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Purchase",
    tableName: "bought",
    properties: {
      orderId: p.uuid().primary(),
      buyerId: p.uuid(),
      eventId: p.uuid(),
      currency: p.text(),
      total: p.integer(),
      tickets: p.integer(),
      confirmedAt: p.datetime(),
      /** Besides eventId. */
      moreEventIds: p.array().columnType("uuid[]").default([]),
    },
  }),
);

/** Cancelled tickets of a purchase, and their price. */
export const ReturnEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Return",
    tableName: "bought_return",
    properties: {
      cancellationId: p.uuid().primary(),
      orderId: p.uuid(),
      tickets: p.integer(),
      amount: p.integer(),
    },
  }),
);

/** A confirmed order in its buyer's list. Amounts in minor units. */
export interface Purchase {
  orderId: string;
  eventId: string;
  /** Of several events the next one, or else the last one. */
  shownId: string;
  currency: string;
  total: number;
  tickets: number;
  confirmedAt: Date;
  ticketsReturned: number;
  returned: number;
  /** From catalog's last message; null until then. */
  eventName: string | null;
  place: string | null;
  startsAt: Date | null;
}
