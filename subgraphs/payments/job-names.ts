// What payments has to do later, by the names that it goes by.
export const JOBS = {
  settle: "settle-payment",
  capture: "capture-payment",
  void: "void-payment",
  voidPayment: "let-go",
  refund: "refund-payment",
  check: "check-books",
  nightlyReconciliation: "check-books-nightly",
} as const;

/** An order that is to be paid: orders is asked whether it may be. */
export const PAY_WORK = "pay-order";
/** A payment that the provider has not decided. */
export const PAYMENT_WORK = "payment";
export const CAPTURE_WORK = "capture";
export const VOID_WORK = "void";
