// What Stripe's objects mean to us: amounts in minor units, authorizations, refunds, disputes and webhook events.
import type Stripe from "stripe";
import type { NextAction } from "../entities/payment.ts";
import type { Authorization, Card, DisputeStatus, ProviderEvent, ProviderPayment, RefundOutcome } from "./provider.ts";

/**
 * Currencies whose unit at Stripe is not the minor unit of ISO 4217, with the number of Stripe's units in a minor unit.
 * Source: https://docs.stripe.com/currencies#special-cases
 */
const UNITS: Record<string, number> = { ISK: 100, UGX: 100, MGA: 0.01 };

export function toStripe(amount: number, currency: string): number {
  return amount * (UNITS[currency.toUpperCase()] ?? 1);
}

function fromStripe(amount: number, currency: string): number {
  return amount / (UNITS[currency.toUpperCase()] ?? 1);
}

export function codeOf(error: { decline_code?: string; code?: string }): string {
  return error.decline_code ?? error.code ?? "refused";
}

export function chargeOf(intent: Stripe.PaymentIntent): Stripe.Charge | undefined {
  return typeof intent.latest_charge === "object" ? (intent.latest_charge ?? undefined) : undefined;
}

function cardOf(intent: Stripe.PaymentIntent): Card {
  const charge = chargeOf(intent);
  const level = charge?.outcome?.risk_level;
  return {
    fingerprint: charge?.payment_method_details?.card?.fingerprint ?? "unknown",
    riskLevel: level === "elevated" || level === "highest" ? level : "normal",
  };
}

/** The last declined card, if Stripe names it. */
export function refusedCard(intent: Stripe.PaymentIntent): { card?: Card } {
  const fingerprint = intent.last_payment_error?.payment_method?.card?.fingerprint;
  return fingerprint ? { card: { fingerprint, riskLevel: "normal" } } : {};
}

/** @param lost in Stripe's units */
export function standingOf(intent: Stripe.PaymentIntent, lost: number): ProviderPayment {
  return {
    authorization: toAuthorization(intent),
    captured: fromStripe(intent.amount_received, intent.currency),
    refunded: fromStripe((chargeOf(intent)?.amount_refunded ?? 0) + lost, intent.currency),
    isVoided: intent.status === "canceled",
  };
}

function nextActionOf(intent: Stripe.PaymentIntent): NextAction | null {
  const url = intent.next_action?.redirect_to_url?.url;
  if (url) return { kind: "REDIRECT", url, clientSecret: null };
  if (!intent.next_action || intent.client_secret === null) return null;
  return { kind: "PROVIDER_SDK", url: null, clientSecret: intent.client_secret };
}

export function toAuthorization(intent: Stripe.PaymentIntent): Authorization {
  const reference = intent.id;
  switch (intent.status) {
    case "requires_capture":
    case "succeeded":
      return { outcome: "authorized", reference, card: cardOf(intent) };
    case "requires_payment_method":
    case "canceled": {
      const error = intent.last_payment_error;
      const failureCode = error?.decline_code ?? error?.code ?? intent.cancellation_reason ?? intent.status;
      return { outcome: "declined", reference, failureCode, ...refusedCard(intent) };
    }
    default:
      return { outcome: "pending", reference, nextAction: nextActionOf(intent) };
  }
}

export function toOutcome(refund: Stripe.Refund): RefundOutcome {
  switch (refund.status) {
    case "succeeded":
      return { outcome: "done" };
    case "failed":
    case "canceled":
      return { outcome: "failed", failureCode: refund.failure_reason ?? refund.status };
    default:
      return { outcome: "pending" };
  }
}

/** An inquiry (warning_…) counts as open: it takes no money yet, but the tickets must be frozen. */
function toDisputeStatus(status: string): DisputeStatus {
  if (status === "lost") return "LOST";
  return ["won", "warning_closed", "prevented"].includes(status) ? "WON" : "OPEN";
}

function idOf(named: string | { id: string } | null | undefined): string | null {
  return typeof named === "string" ? named : (named?.id ?? null);
}

/** Unknown kinds and shapes are "nothing of ours". */
export function toEvent(event: Stripe.Event): ProviderEvent {
  switch (event.type) {
    case "payment_intent.amount_capturable_updated":
    case "payment_intent.payment_failed":
    case "payment_intent.canceled":
    case "payment_intent.requires_action": {
      const intent = event.data.object;
      const paymentId = intent.metadata?.payment_id;
      return paymentId === undefined
        ? { about: "nothing of ours" }
        : { about: "payment", paymentId, reference: intent.id, authorization: null };
    }
    case "refund.created":
    case "refund.updated":
    case "refund.failed": {
      const refund = event.data.object;
      const refundId = refund.metadata?.refund_id;
      return refundId === undefined
        ? { about: "nothing of ours" }
        : { about: "refund", refundId, outcome: toOutcome(refund) };
    }
    case "charge.dispute.created":
    case "charge.dispute.updated":
    case "charge.dispute.closed": {
      const { id: disputeId, amount, currency, reason, status, payment_intent: intent } = event.data.object;
      const reference = idOf(intent);
      const dispute = { id: disputeId, amount: fromStripe(amount, currency), reason, status: toDisputeStatus(status) };
      return reference === null ? { about: "nothing of ours" } : { about: "dispute", reference, dispute };
    }
    case "radar.early_fraud_warning.created": {
      const { fraud_type: kind, payment_intent: intent } = event.data.object;
      const reference = idOf(intent);
      return reference === null ? { about: "nothing of ours" } : { about: "fraud warning", reference, kind };
    }
    default:
      return { about: "nothing of ours" };
  }
}
