// Interface of payment providers. All calls are idempotent; after a timeout callers retry.
import type { NextAction } from "../entities/payment.ts";

export interface Card {
  /** Identifies the card, independently of the buyer. */
  fingerprint: string;
  riskLevel: "normal" | "elevated" | "highest";
}

export type Authorization =
  | { outcome: "authorized"; reference: string; card: Card }
  /** `card` is set if the provider names it. */
  | { outcome: "declined"; reference: string; failureCode: string; card?: Card }
  /** The provider is processing, or waits for the buyer. `reference` is null if the provider has not answered. */
  | { outcome: "pending"; reference: string | null; nextAction: NextAction | null };

/** The provider's record of a payment. Amounts in minor units. */
export interface ProviderPayment {
  authorization: Authorization;
  captured: number;
  /** Refunds and chargebacks. */
  refunded: number;
  /** Whether the authorization was voided, by us or by others. */
  isVoided: boolean;
}

/** A refund may take days, and may fail after it succeeded. */
export type RefundOutcome = { outcome: "done" } | { outcome: "pending" } | { outcome: "failed"; failureCode: string };

/** Timeout, lost connection or temporary error: the outcome of the call is unknown. */
export class ProviderTimeout extends Error {}

/** Permanent refusal by the provider. */
export class ProviderRefused extends Error {
  readonly failureCode: string;

  constructor(failureCode: string) {
    super(`The provider refused: ${failureCode}`);
    this.failureCode = failureCode;
  }
}

export type DisputeStatus = "OPEN" | "WON" | "LOST";

/** A webhook whose signature is valid. */
export type ProviderEvent =
  /** `authorization` is null if the event does not contain it: retrieve the payment. */
  | { about: "payment"; paymentId: string; reference: string; authorization: Authorization | null }
  | { about: "refund"; refundId: string; outcome: RefundOutcome }
  /** Dispute by the buyer's bank. */
  | {
      about: "dispute";
      reference: string;
      dispute: { id: string; amount: number; reason: string; status: DisputeStatus };
    }
  /** Fraud reported by the bank, before any dispute. */
  | { about: "fraud warning"; reference: string; kind: string }
  | { about: "nothing of ours" };

export interface AuthorizationRequest {
  paymentId: string;
  orderId: string;
  buyerId: string;
  amount: number;
  currency: string;
  paymentMethod: string;
  /** Redirect target after an action at the provider. */
  returnUrl: string | null;
  begunAt: Date;
}

export interface RefundRequest {
  reference: string;
  amount: number;
  currency: string;
  refundId: string;
  /** Whether an earlier call may have reached the provider. */
  again: boolean;
}

/** A payment in the provider's list. */
export interface ProviderEntry extends ProviderPayment {
  reference: string;
  /** Null for payments of other applications that share the account. */
  paymentId: string | null;
}

export interface PaymentProvider {
  /** Authorizes a payment. @throws ProviderTimeout */
  authorize(request: AuthorizationRequest): Promise<Authorization>;
  /** Returns the record of a payment. @throws ProviderTimeout, ProviderRefused for an unknown reference */
  retrieve(reference: string): Promise<ProviderPayment>;
  /** Lists all payments created since then. @throws ProviderTimeout */
  list(since: Date): AsyncIterable<ProviderEntry>;
  /** Captures an authorization. @throws ProviderTimeout, ProviderRefused */
  capture(reference: string): Promise<void>;
  /** Voids an authorization, or cancels a pending payment. @throws ProviderTimeout, ProviderRefused if it was captured */
  void(reference: string): Promise<void>;
  /** Refunds some or all of a captured payment. @throws ProviderTimeout */
  refund(request: RefundRequest): Promise<RefundOutcome>;
  /** Verifies and parses a webhook. Null if the signature is invalid or too old, or the body is unreadable. */
  readWebhook(rawBody: Buffer, headers: Record<string, string | string[] | undefined>): ProviderEvent | null;
  stop(): Promise<void>;
}
