/** How far the orders of a cancelled event are done with. Amounts in minor units. */
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
