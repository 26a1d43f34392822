// What orders has to do later, by the names that its jobs go by.
export const JOBS = {
  place: "place-order",
  expire: "expire-order",
  assessmentOverdue: "assessment-overdue",
  reviewOverdue: "review-overdue",
  sell: "sell-seats",
  release: "release-seats",
  cancelEvent: "cancel-event-orders",
  notification: "send-letter",
  cancelOrder: "cancel-order-of-event",
} as const;

/** An order that is not done: whoever has the item looks at what the order waits for. */
export const ORDER_WORK = "order";
/** A hold that is to become an order. */
export const PLACE_WORK = "place-order";
