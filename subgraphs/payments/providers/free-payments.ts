// Orders that cost nothing are paid like any other, but no provider hears of them: there is nothing to set aside.
import type { Authorization, PaymentProvider, ProviderPayment } from "./provider.ts";

const PREFIX = "free ";

function authorizationOf(reference: string): Authorization {
  return { outcome: "authorized", reference, card: { fingerprint: reference, riskLevel: "normal" } };
}

/** The provider, but for payments of nothing. */
export function withFreePayments(provider: PaymentProvider): PaymentProvider {
  const isFree = (reference: string) => reference.startsWith(PREFIX);
  return {
    ...provider,
    authorize: async (request) =>
      request.amount === 0 ? authorizationOf(PREFIX + request.paymentId) : provider.authorize(request),
    retrieve: async (reference): Promise<ProviderPayment> =>
      isFree(reference)
        ? { authorization: authorizationOf(reference), captured: 0, refunded: 0, isVoided: false }
        : provider.retrieve(reference),
    capture: async (reference) => (isFree(reference) ? undefined : provider.capture(reference)),
    void: async (reference) => (isFree(reference) ? undefined : provider.void(reference)),
  };
}
