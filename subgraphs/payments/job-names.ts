// Names of jobs and kinds of work items.
export const JOBS = {
  settle: "settle-payment",
  capture: "capture-payment",
  void: "void-payment",
  voidPayment: "let-go",
  refund: "refund-payment",
  check: "check-books",
  nightlyReconciliation: "check-books-nightly",
} as const;

/** A payment that orders has not granted yet. */
export const PAY_WORK = "pay-order";
/** A payment that the provider has not decided. */
export const PAYMENT_WORK = "payment";
export const CAPTURE_WORK = "capture";
export const VOID_WORK = "void";
