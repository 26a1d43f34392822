// What a payment provider does for us. Every call may be repeated for ever: the provider does the thing once.
// Who got no answer does not know, and asks again.
import type { NextAction } from "../entities/payment.ts";

export interface Card {
  /** The same for the same card, whoever pays with it. */
  fingerprint: string;
  riskLevel: "normal" | "elevated" | "highest";
}

export type Authorization =
  | { outcome: "authorized"; reference: string; card: Card }
  /** `card` if the provider says which it was. */
  | { outcome: "declined"; reference: string; failureCode: string; card?: Card }
  /** The provider has it and is not done, or waits for the buyer. Without a reference it did not even say that. */
  | { outcome: "pending"; reference: string | null; nextAction: NextAction | null };

/** How it stands with a payment in the provider's own books. Amounts in minor units. */
export interface ProviderPayment {
  authorization: Authorization;
  captured: number;
  /** What went back, also what the buyer's bank has taken back. */
  refunded: number;
  /** What was set aside was let go, by whomever. */
  isVoided: boolean;
}

/** A refund may take days, and may fail after it seemed done. */
export type RefundOutcome = { outcome: "done" } | { outcome: "pending" } | { outcome: "failed"; failureCode: string };

/** The provider did not answer in time, or could not be reached: what was asked may or may not have happened. */
export class ProviderTimeout extends Error {}

/** The provider says that this can't be done, and will not change its mind. */
export class ProviderRefused extends Error {
  readonly failureCode: string;

  constructor(failureCode: string) {
    super(`The provider refused: ${failureCode}`);
    this.failureCode = failureCode;
  }
}

export type DisputeStatus = "OPEN" | "WON" | "LOST";

/** What the provider tells us by itself, signed. `id` is the same however often it says so. */
export type ProviderEvent = { id: string } &
  /** Without an authorization the event only says that something changed: retrieve the payment. */
  (
    | { about: "payment"; paymentId: string; reference: string; authorization: Authorization | null }
    | { about: "refund"; refundId: string; outcome: RefundOutcome }
    /** The bank of the buyer wants the money back. */
    | {
        about: "dispute";
        reference: string;
        dispute: { id: string; amount: number; reason: string; status: DisputeStatus };
      }
    /** The bank says that it was fraud, before anybody disputes it. */
    | { about: "fraud warning"; reference: string; kind: string }
    | { about: "nothing of ours" }
  );

export interface AuthorizationRequest {
  paymentId: string;
  orderId: string;
  buyerId: string;
  amount: number;
  currency: string;
  paymentMethod: string;
  /** Where the buyer's browser goes after an action at the provider's. */
  returnUrl: string | null;
  begunAt: Date;
}

export interface RefundRequest {
  reference: string;
  amount: number;
  currency: string;
  refundId: string;
  /** Whether it may have been asked before. */
  again: boolean;
}

/** A payment in the provider's books. */
export interface ProviderEntry extends ProviderPayment {
  reference: string;
  /** Null for one that is not ours: others may share the account. */
  paymentId: string | null;
}

export interface PaymentProvider {
  /** Sets money aside. @throws ProviderTimeout */
  authorize(request: AuthorizationRequest): Promise<Authorization>;
  /** What has become of it. @throws ProviderTimeout, ProviderRefused for a reference that is unknown */
  retrieve(reference: string): Promise<ProviderPayment>;
  /** All payments that the provider has made since then. @throws ProviderTimeout */
  list(since: Date): AsyncIterable<ProviderEntry>;
  /** Takes what was set aside; what was taken already is said as if done now. @throws ProviderTimeout, ProviderRefused */
  capture(reference: string): Promise<void>;
  /** Lets go of what was set aside, or ends what is pending. @throws ProviderTimeout, ProviderRefused if it was taken */
  void(reference: string): Promise<void>;
  /** Gives back some of what was taken. @throws ProviderTimeout */
  refund(request: RefundRequest): Promise<RefundOutcome>;
  /** Reads a webhook. Null for one whose signature is wrong or too old, or that says nothing readable. */
  readWebhook(rawBody: Buffer, headers: Record<string, string | string[] | undefined>): ProviderEvent | null;
  stop(): Promise<void>;
}
