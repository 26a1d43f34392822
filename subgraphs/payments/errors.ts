// Refusals of payments. NotFound and IdempotencyKeyReused are the platform's.
import { DomainError } from "../../platform/core/errors.ts";

export class PaymentDeclined extends DomainError {
  constructor(paymentId: string, failureCode: string) {
    super("The payment was declined: try another card.", { paymentId, failureCode });
  }
}

export class OrderNotPayable extends DomainError {
  constructor() {
    super("The order does not await payment, or another payment is in progress.");
  }
}

export class PayoutTooHigh extends DomainError {
  constructor(owed: { amount: number; currency: string }) {
    super("The organization is owed less: record at most the amount in `owed`.", { owed });
  }
}

export class PayoutReferenceTaken extends DomainError {
  constructor(payoutId: string) {
    super("A payout of the organization with this reference is recorded already.", { payoutId });
  }
}
