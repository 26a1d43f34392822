// What payments tells the others.
import { z } from "zod";
import { defineMessage } from "../../platform/core/contracts.ts";

const ofOrder = { paymentId: z.uuid(), orderId: z.uuid() };

export const PaymentAuthorized = defineMessage("payments.PaymentAuthorized", {
  ...ofOrder,
  amount: z.int(),
  currency: z.string(),
  card: z.object({ fingerprint: z.string(), riskLevel: z.enum(["normal", "elevated", "highest"]) }),
  /** Where the payment was begun: the gateways' opaque name of a network. Absent where that is not known. */
  network: z.string().optional(),
});

/** Declined, or given up: no money is set aside. */
export const PaymentFailed = defineMessage("payments.PaymentFailed", {
  ...ofOrder,
  failureCode: z.string(),
  buyerId: z.uuid().optional(),
  /** Absent where the provider does not say which card it was. */
  cardFingerprint: z.string().optional(),
  network: z.string().optional(),
});

export const PaymentCaptured = defineMessage("payments.PaymentCaptured", { ...ofOrder, amount: z.int() });

/** The provider refused to capture what it had set aside. */
export const CaptureFailed = defineMessage("payments.CaptureFailed", { ...ofOrder, failureCode: z.string() });

export const PaymentVoided = defineMessage("payments.PaymentVoided", ofOrder);

/** `attempt`: the try that it tells of. One may be done first and fail then; the version before does not say which it was. */
const ofRefund = { ...ofOrder, refundId: z.uuid(), amount: z.int(), attempt: z.int().optional() };

export const PaymentRefunded = defineMessage("payments.PaymentRefunded", ofRefund);

/** The provider will not give it back, or has it back: a person decides whether to try once more. */
export const RefundFailed = defineMessage("payments.RefundFailed", { ...ofRefund, failureCode: z.string() });

/** The buyer's bank wants the money back. */
export const PaymentDisputed = defineMessage("payments.PaymentDisputed", {
  ...ofOrder,
  disputeId: z.uuid(),
  amount: z.int(),
});

/** The bank has decided. `amount`: what went back to the buyer; 0 unless it was lost. */
export const DisputeEnded = defineMessage("payments.DisputeEnded", {
  ...ofOrder,
  disputeId: z.uuid(),
  isLost: z.boolean(),
  amount: z.int(),
});

/** The bank says that it was fraud, before anybody disputes it. */
export const FraudWarned = defineMessage("payments.FraudWarned", ofOrder);
