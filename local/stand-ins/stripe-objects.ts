// Complete Stripe API objects for the test provider's payments: the SDK's types, generated from Stripe's OpenAPI description, check every
// field.
import { randomBytes } from "node:crypto";
import type Stripe from "stripe";
import { digest, type ProviderDispute, type ProviderPayment, type ProviderRefund } from "./provider-books.ts";

function stripeId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString("hex")}`;
}

const now = () => Math.floor(Date.now() / 1_000);

const STATUSES: Record<ProviderPayment["status"], Stripe.PaymentIntent.Status> = {
  requires_action: "requires_action",
  processing: "processing",
  authorized: "requires_capture",
  declined: "requires_payment_method",
  captured: "succeeded",
  voided: "canceled",
};

function secondsOf(time: string): number {
  return Math.floor(Date.parse(time) / 1_000);
}

function nextActionOf({
  next_action: action,
  return_url: url,
}: ProviderPayment): Stripe.PaymentIntent.NextAction | null {
  if (!action) return null;
  return url
    ? { type: "redirect_to_url", redirect_to_url: { url: action.url, return_url: url } }
    : { type: "use_stripe_sdk", use_stripe_sdk: {} };
}

function errorOf({ failure_code: code }: ProviderPayment): Stripe.PaymentIntent.LastPaymentError | null {
  if (code === null) return null;
  const why = code === "authentication_failed" ? "payment_intent_authentication_failure" : "card_declined";
  return { type: "card_error", code: why, decline_code: code };
}

export function intentOf(payment: ProviderPayment): Stripe.PaymentIntent {
  const { id, status, amount, currency, metadata } = payment;
  const isAuthorized = status === "authorized" || status === "captured";
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: ["card"],
    amount,
    amount_capturable: status === "authorized" ? amount : 0,
    amount_received: payment.captured,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "manual",
    client_secret: `${id}_secret_${digest(payment.key)}`,
    confirmation_method: "automatic",
    created: secondsOf(payment.created_at),
    currency,
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: errorOf(payment),
    latest_charge: isAuthorized ? chargeIdOf(payment) : null,
    livemode: false,
    managed_payments: null,
    metadata: { ...metadata },
    next_action: nextActionOf(payment),
    on_behalf_of: null,
    payment_method: payment.payment_method,
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: STATUSES[status],
    transfer_data: null,
    transfer_group: null,
  };
}

const chargeIdOf = ({ id }: ProviderPayment) => `ch_${digest(id)}`;

export function chargeOf(payment: ProviderPayment): Stripe.Charge {
  const { fingerprint, risk_level: riskLevel } = payment.card;
  return {
    id: chargeIdOf(payment),
    object: "charge",
    amount: payment.amount,
    amount_captured: payment.captured,
    amount_refunded: payment.refunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: payment.captured > 0,
    created: secondsOf(payment.created_at),
    currency: payment.currency,
    customer: null,
    description: null,
    disputed: payment.disputed,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: null,
    livemode: false,
    metadata: { ...payment.metadata },
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: "approved_by_network",
      reason: null,
      risk_level: riskLevel,
      seller_message: "Payment complete.",
      type: "authorized",
    },
    paid: true,
    payment_intent: payment.id,
    payment_method: payment.payment_method,
    payment_method_details: { type: "card", card: { fingerprint } as Stripe.Charge.PaymentMethodDetails.Card },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    refunds: null,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "succeeded",
    transfer_data: null,
    transfer_group: null,
  };
}

export function refundOf(payment: ProviderPayment, refund: ProviderRefund): Stripe.Refund {
  return {
    id: `re_${digest(`${payment.id} ${payment.refunds.indexOf(refund)}`)}`,
    object: "refund",
    amount: refund.amount,
    balance_transaction: null,
    charge: chargeIdOf(payment),
    created: now(),
    currency: payment.currency,
    customer: null,
    customer_account: null,
    metadata: { refund_id: refund.refund_id },
    payment_intent: payment.id,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
    ...(refund.failure_code !== null && { failure_reason: refund.failure_code }),
  };
}

export function disputeOf(payment: ProviderPayment, { id, amount, reason, status }: ProviderDispute): Stripe.Dispute {
  return {
    id,
    object: "dispute",
    amount,
    balance_transactions: [],
    charge: chargeIdOf(payment),
    created: now(),
    currency: payment.currency,
    enhanced_eligibility_types: [],
    evidence: {} as Stripe.Dispute.Evidence,
    evidence_details: {
      due_by: null,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "manual",
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: payment.id,
    reason,
    status: status === "open" ? "needs_response" : status,
  };
}

export function newFraudWarning(
  asked: Pick<Stripe.Radar.EarlyFraudWarning, "charge" | "fraud_type" | "payment_intent">,
): Stripe.Radar.EarlyFraudWarning {
  return {
    id: stripeId("issfr"),
    object: "radar.early_fraud_warning",
    actionable: true,
    created: now(),
    livemode: false,
    ...asked,
  };
}

export function newEvent(type: string, apiVersion: string, object: object): object {
  return {
    id: stripeId("evt"),
    object: "event",
    api_version: apiVersion,
    created: now(),
    data: { object },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
}
