// Names of jobs and kinds of work items.
export const JOBS = {
  place: "place-order",
  expire: "expire-order",
  assessmentOverdue: "assessment-overdue",
  reviewOverdue: "review-overdue",
  sell: "sell-seats",
  release: "release-seats",
  cancelEvent: "cancel-event-orders",
  notification: "send-letter",
  notifications: "send-letters",
  mailing: "write-letters",
  waitlistOffer: "send-waitlist-offer",
  remind: "remind-of-event",
  cancelOrder: "cancel-order-of-event",
  invoices: "write-invoices",
  recountSales: "recount-sales",
} as const;

/** An open order, which waits for seats or a deadline. */
export const ORDER_WORK = "order";
/** A hold that becomes an order. */
export const PLACE_WORK = "place-order";
/** A ticket that is moved to another seat. */
export const MOVE_WORK = "move-ticket";
