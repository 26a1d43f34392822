// What Stripe's API answers with, whole: the SDK's types, made from Stripe's OpenAPI description, check every field.
import { randomBytes } from "node:crypto";
import type Stripe from "stripe";

export function stripeId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString("hex")}`;
}

const now = () => Math.floor(Date.now() / 1_000);

export function newIntent(
  asked: Pick<Stripe.PaymentIntent, "amount" | "currency" | "metadata" | "capture_method">,
): Stripe.PaymentIntent {
  const id = stripeId("pi");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: ["card"],
    amount_capturable: 0,
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    client_secret: `${id}_secret_${randomBytes(12).toString("hex")}`,
    confirmation_method: "automatic",
    created: now(),
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    next_action: null,
    on_behalf_of: null,
    payment_method: stripeId("pm"),
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
    status: "requires_confirmation",
    transfer_data: null,
    transfer_group: null,
    ...asked,
  };
}

export function newCharge(intent: Stripe.PaymentIntent, fingerprint: string): Stripe.Charge {
  return {
    id: stripeId("ch"),
    object: "charge",
    amount: intent.amount,
    amount_captured: 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: false,
    created: now(),
    currency: intent.currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: null,
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: {
      advice_code: null,
      network_advice_code: null,
      network_decline_code: null,
      network_status: "approved_by_network",
      reason: null,
      risk_level: "normal",
      seller_message: "Payment complete.",
      type: "authorized",
    },
    paid: true,
    payment_intent: intent.id,
    payment_method: String(intent.payment_method),
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

export function newRefund(
  asked: Pick<Stripe.Refund, "amount" | "currency" | "metadata" | "payment_intent" | "status">,
): Stripe.Refund {
  return {
    id: stripeId("re"),
    object: "refund",
    balance_transaction: null,
    charge: null,
    created: now(),
    customer: null,
    customer_account: null,
    payment_method: null,
    reason: null,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
    ...asked,
  };
}

export function newDispute(
  asked: Pick<Stripe.Dispute, "id" | "amount" | "currency" | "payment_intent" | "reason" | "status" | "charge">,
): Stripe.Dispute {
  return {
    object: "dispute",
    balance_transactions: [],
    created: now(),
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
    ...asked,
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
