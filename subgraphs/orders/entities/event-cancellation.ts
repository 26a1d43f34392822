import { entity } from "../../../platform/postgres/entities.ts";
import { sql, type Sql } from "../../../platform/postgres/sql.ts";

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

const OVER = sql`('CANCELLED', 'EXPIRED', 'DECLINED', 'REFUNDED')`;

/** Orders as `o` that still have to be cancelled or refunded. Of several events the others stay, so those count by their tickets. */
export function isToCancel(eventId: Sql | string): Sql {
  return sql`(o.status not in ${OVER} and (o.more_event_ids = '{}' or o.status not in ('CONFIRMED', 'PARTIALLY_REFUNDED')
        or exists (select from ticket t where t.order_id = o.id and t.event_id = ${eventId} and t.status <> 'CANCELLED')))`;
}

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
