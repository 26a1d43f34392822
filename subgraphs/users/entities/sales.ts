// Projection of the obligations of organizations, from messages of orders, payments and catalog.
import { entity } from "../../../platform/postgres/entities.ts";

export const SoldOrderEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "SoldOrder",
    tableName: "sold_order",
    properties: {
      orderId: p.uuid().primary(),
      /** Null if the message of the end was handled first. */
      organizationId: p.uuid().nullable(),
      eventId: p.uuid().nullable(),
      tickets: p.integer(),
      isSettled: p.boolean(),
    },
  }),
);

export const ReturnedTicketsEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "ReturnedTickets",
    tableName: "returned_tickets",
    properties: {
      cancellationId: p.uuid().primary(),
      organizationId: p.uuid(),
      eventId: p.uuid(),
      tickets: p.integer(),
    },
  }),
);

/** A refund or a dispute. */
export const OpenClaimEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "OpenClaim",
    tableName: "open_claim",
    properties: { claimId: p.uuid().primary(), orderId: p.uuid(), isSettled: p.boolean() },
  }),
);

export const EventEndEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "EventEnd",
    tableName: "event_end",
    properties: { eventId: p.uuid().primary(), version: p.integer(), endsAt: p.datetime() },
  }),
);
