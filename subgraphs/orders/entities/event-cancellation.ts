import { entity } from "../../../platform/postgres/entities.ts";

export const CancelledEventEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "CancelledEvent",
    tableName: "cancelled_event",
    properties: {
      eventId: p.uuid().primary(),
      reason: p.text(),
      organizationId: p.uuid().nullable(),
      startedAt: p.datetime().defaultRaw("date_trunc('milliseconds', now())"),
      orders: p.integer().default(0),
      lastOrderId: p.uuid().nullable(),
    },
  }),
);

/** Progress of an event's cancellation. Amounts in minor units. */
export interface EventCancellation {
  eventId: string;
  organizationId: string;
  reason: string;
  startedAt: Date;
  orders: number;
  ordersDone: number;
  refunds: number;
  refundsDone: number;
  refundsFailed: number;
  toRefund: number;
  refunded: number;
  currency: string;
}
