// Made by `npm run compose` from schema.graphql. Do not edit.
/** REDIRECT: the buyer's browser is sent to a page. PROVIDER_SDK: the provider's own library in the browser takes over. */
export type PaymentNextActionKind =
  | 'REDIRECT'
  | 'PROVIDER_SDK';

/** FAILED: the provider will not give it back, or has it back; `retryRefund` tries once more. */
export type RefundStatus =
  | 'PENDING'
  | 'DONE'
  | 'FAILED';

/** WON: the money stays. LOST: it went back to the buyer, and the order's tickets are cancelled. */
export type DisputeStatus =
  | 'OPEN'
  | 'WON'
  | 'LOST';

/** REFUND_RETURNED: a refund that came back. CHARGEBACK: a dispute that was lost. */
export type StatementEntryKind =
  | 'CAPTURE'
  | 'REFUND'
  | 'REFUND_RETURNED'
  | 'CHARGEBACK';

/**
 * LEDGER_AND_PAYMENT: a payment and what is booked for it. PAYMENT_AND_ORDER: what was captured and what the order says. PAYMENT_AND_PROVIDER: a payment and the provider's. UNKNOWN_TO_US: a payment that only the provider knows. OPEN_TOO_LONG: a payment or refund that does not come
 * to its end. LEDGER_BALANCE: debits and credits of a currency.
 */
export type DiscrepancyKind =
  | 'LEDGER_AND_PAYMENT'
  | 'PAYMENT_AND_ORDER'
  | 'PAYMENT_AND_PROVIDER'
  | 'UNKNOWN_TO_US'
  | 'OPEN_TOO_LONG'
  | 'LEDGER_BALANCE';

/**
 * LEDGER_AND_PAYMENT: a payment and what is booked for it. PAYMENT_AND_ORDER: what was captured and what the order says. PAYMENT_AND_PROVIDER: a payment and the provider's. UNKNOWN_TO_US: a payment that only the provider knows. OPEN_TOO_LONG: a payment or refund that does not come
 * to its end. LEDGER_BALANCE: debits and credits of a currency.
 */
export type BooksFindingKind =
  | 'LEDGER_AND_PAYMENT'
  | 'PAYMENT_AND_ORDER'
  | 'PAYMENT_AND_PROVIDER'
  | 'UNKNOWN_TO_US'
  | 'OPEN_TOO_LONG'
  | 'LEDGER_BALANCE';

/** AUTHORIZED: the money is set aside. SUCCEEDED: it was taken. CANCELLED: what was set aside was let go. */
export type PaymentStatus =
  | 'PENDING'
  | 'AUTHORIZED'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'CANCELLED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED';

