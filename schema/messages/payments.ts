// Messages of payments.
import { z } from "zod";
import { defineAudited, defineErasureDone, defineMessage } from "../../platform/core/contracts.ts";

const ofOrder = { paymentId: z.uuid(), orderId: z.uuid() };

export const PaymentAuthorized = defineMessage("payments.PaymentAuthorized", {
  ...ofOrder,
  amount: z.int(),
  currency: z.string(),
  card: z.object({ fingerprint: z.string(), riskLevel: z.enum(["normal", "elevated", "highest"]) }),
  /** Network of the payment's start: the gateways' opaque pseudonym. Absent if unknown. */
  network: z.string().optional(),
});

/** Declined or timed out: nothing is authorized. */
export const PaymentFailed = defineMessage("payments.PaymentFailed", {
  ...ofOrder,
  failureCode: z.string(),
  buyerId: z.uuid().optional(),
  /** Absent if the provider does not identify the card. */
  cardFingerprint: z.string().optional(),
  network: z.string().optional(),
});

export const PaymentCaptured = defineMessage("payments.PaymentCaptured", { ...ofOrder, amount: z.int() });

/** The provider refused to capture the authorized amount. */
export const CaptureFailed = defineMessage("payments.CaptureFailed", { ...ofOrder, failureCode: z.string() });

export const PaymentVoided = defineMessage("payments.PaymentVoided", ofOrder);

/** `attempt`: number of the reported attempt. An attempt may succeed first and fail later; the previous version omits the number. */
const ofRefund = { ...ofOrder, refundId: z.uuid(), amount: z.int(), attempt: z.int().optional() };

export const PaymentRefunded = defineMessage("payments.PaymentRefunded", ofRefund);

/** The provider refused the refund, or it was returned: a person decides whether to retry. */
export const RefundFailed = defineMessage("payments.RefundFailed", { ...ofRefund, failureCode: z.string() });

/** The buyer's bank wants the money back. */
export const PaymentDisputed = defineMessage("payments.PaymentDisputed", {
  ...ofOrder,
  disputeId: z.uuid(),
  amount: z.int(),
});

/** The bank has decided. `amount`: amount returned to the buyer; 0 unless the dispute was lost. */
export const DisputeEnded = defineMessage("payments.DisputeEnded", {
  ...ofOrder,
  disputeId: z.uuid(),
  isLost: z.boolean(),
  amount: z.int(),
});

/** The bank's fraud warning, before any dispute. */
export const FraudWarned = defineMessage("payments.FraudWarned", ofOrder);

/** It has erased what it knows of the person of an erasure. */
export const ErasureDone = defineErasureDone("payments");

/** An action of an organizer or a member of platform staff, for the audit log. */
export const Audited = defineAudited("payments");
