// Free orders take the same payment flow, without calls to the provider.
import { NO_METHOD } from "../entities/payment.ts";
import type { Authorization, PaymentProvider, ProviderPayment } from "./provider.ts";

const PREFIX = "free ";

function authorizationOf(reference: string): Authorization {
  return { outcome: "authorized", reference, card: { fingerprint: reference, riskLevel: "normal" } };
}

/** Wraps a provider; payments of amount 0 are authorized, captured and voided without a call, and others need a payment method. */
export function withFreePayments(provider: PaymentProvider): PaymentProvider {
  const isFree = (reference: string) => reference.startsWith(PREFIX);
  return {
    ...provider,
    authorize: async (request) => {
      const { amount, paymentId, paymentMethod } = request;
      if (amount === 0) return authorizationOf(PREFIX + paymentId);
      // The provider knows no such reference, and is not asked for it.
      if (paymentMethod === NO_METHOD)
        return { outcome: "declined", reference: `refused ${paymentId}`, failureCode: "payment_method_missing" };
      return provider.authorize(request);
    },
    retrieve: async (reference): Promise<ProviderPayment> =>
      isFree(reference)
        ? { authorization: authorizationOf(reference), captured: 0, refunded: 0, isVoided: false }
        : provider.retrieve(reference),
    capture: async (reference) => (isFree(reference) ? undefined : provider.capture(reference)),
    void: async (reference) => (isFree(reference) ? undefined : provider.void(reference)),
  };
}
