// Made by `npm run compose` from schema.graphql. Do not edit.
/** How a customer pays at the counter. TERMINAL: a card terminal that Boxoffice does not drive. COMPLIMENTARY: the tickets cost nothing. */
export type Tender =
  | 'CASH'
  | 'TERMINAL'
  | 'COMPLIMENTARY';

/** REDIRECT: open a page in the buyer's browser. PROVIDER_SDK: continue with the provider's browser library. */
export type PaymentNextActionKind =
  | 'REDIRECT'
  | 'PROVIDER_SDK';

/** FAILED: the provider refused the refund, or the money was returned to the provider. Retry it with `retryRefund`. */
export type RefundStatus =
  | 'PENDING'
  | 'DONE'
  | 'FAILED';

/** WON: the organization keeps the money. LOST: the buyer gets the money back, and the order's tickets are cancelled. */
export type DisputeStatus =
  | 'OPEN'
  | 'WON'
  | 'LOST';

/**
 * REFUND_RETURNED: a refund that the bank returned. CHARGEBACK: a lost dispute. CREDIT_GIVEN, CREDIT_TAKEN: what exchanged tickets are worth, of their order
 * and of the new one.
 */
export type StatementEntryKind =
  | 'CAPTURE'
  | 'REFUND'
  | 'REFUND_RETURNED'
  | 'CHARGEBACK'
  | 'CREDIT_GIVEN'
  | 'CREDIT_TAKEN';

/**
 * LEDGER_AND_PAYMENT: a payment differs from its ledger entries. PAYMENT_AND_ORDER: the captured amount differs from the order.
 * PAYMENT_AND_PROVIDER: a payment differs from the provider's record. UNKNOWN_TO_US: only the provider has the payment.
 * OPEN_TOO_LONG: a payment or refund does not end. LEDGER_BALANCE: debits and credits of a currency differ.
 */
export type DiscrepancyKind =
  | 'LEDGER_AND_PAYMENT'
  | 'PAYMENT_AND_ORDER'
  | 'PAYMENT_AND_PROVIDER'
  | 'UNKNOWN_TO_US'
  | 'OPEN_TOO_LONG'
  | 'LEDGER_BALANCE';

/**
 * LEDGER_AND_PAYMENT: a payment differs from its ledger entries. PAYMENT_AND_ORDER: the captured amount differs from the order.
 * PAYMENT_AND_PROVIDER: a payment differs from the provider's record. UNKNOWN_TO_US: only the provider has the payment.
 * OPEN_TOO_LONG: a payment or refund does not end. LEDGER_BALANCE: debits and credits of a currency differ.
 */
export type BooksFindingKind =
  | 'LEDGER_AND_PAYMENT'
  | 'PAYMENT_AND_ORDER'
  | 'PAYMENT_AND_PROVIDER'
  | 'UNKNOWN_TO_US'
  | 'OPEN_TOO_LONG'
  | 'LEDGER_BALANCE';

/** AUTHORIZED: the amount is reserved. SUCCEEDED: the amount was captured. CANCELLED: the authorization was voided. */
export type PaymentStatus =
  | 'PENDING'
  | 'AUTHORIZED'
  | 'SUCCEEDED'
  | 'FAILED'
  | 'CANCELLED'
  | 'PARTIALLY_REFUNDED'
  | 'REFUNDED';

