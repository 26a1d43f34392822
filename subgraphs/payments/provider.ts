// What a payment provider does for us. Every call carries a key of its own and may be repeated with it for ever: the
// provider does the thing once. Who got no answer does not know, and asks again.

export interface Card {
  /** The same for the same card, whoever pays with it. */
  fingerprint: string;
  riskLevel: "normal" | "elevated" | "highest";
}

export type Authorization =
  | { outcome: "authorized"; reference: string; card: Card }
  | { outcome: "declined"; reference: string; failureCode: string }
  /** The provider has it and is not done. */
  | { outcome: "pending" };

/** The provider did not answer in time, or could not be reached: what was asked may or may not have happened. */
export class ProviderSilent extends Error {}

/** The provider says that this can't be done, and will not change its mind. */
export class ProviderRefused extends Error {
  readonly failureCode: string;

  constructor(failureCode: string) {
    super(`The provider refused: ${failureCode}`);
    this.failureCode = failureCode;
  }
}

/** What the provider tells us by itself, signed. */
export interface ProviderEvent {
  id: string;
  /** Our payment's id, as we gave it at authorization. */
  paymentId: string;
  authorization?: Authorization;
}

export interface PaymentProvider {
  /** Sets money aside. @throws ProviderSilent */
  authorize(request: {
    paymentId: string;
    orderId: string;
    amount: number;
    currency: string;
    paymentMethod: string;
  }): Promise<Authorization>;
  /** Takes what was set aside. @throws ProviderSilent, ProviderRefused */
  capture(reference: string): Promise<void>;
  /** Lets go of what was set aside. @throws ProviderSilent, ProviderRefused */
  void(reference: string): Promise<void>;
  /** Gives back some of what was taken. @throws ProviderSilent, ProviderRefused */
  refund(reference: string, amount: number, refundId: string): Promise<void>;
  /** Reads a webhook. Null for one whose signature is wrong or too old. */
  readWebhook(rawBody: Buffer, signature: string | undefined): ProviderEvent | null;
  stop(): Promise<void>;
}
