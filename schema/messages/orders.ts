// Messages of orders.
import { z } from "zod";
import { defineAudited, defineErasureDone, defineMessage } from "../../platform/core/contracts.ts";

/** The money for an order is set aside; whether to take it is to be assessed. */
export const OrderPaid = defineMessage("orders.OrderPaid", {
  orderId: z.uuid(),
  buyerId: z.uuid(),
  organizationId: z.uuid(),
  eventId: z.uuid(),
  paymentId: z.uuid(),
  amount: z.int(),
  currency: z.string(),
  seatCount: z.int().positive(),
  /** The provider's risk data of the card. */
  card: z.object({ fingerprint: z.string(), riskLevel: z.enum(["normal", "elevated", "highest"]) }),
  /** Network of the payment's start: the gateways' opaque pseudonym. Absent if unknown. */
  network: z.string().optional(),
});

/** The seats are sold: the payment is to be captured. */
export const CaptureRequested = defineMessage("orders.CaptureRequested", { orderId: z.uuid(), paymentId: z.uuid() });

/** The seats are sold, and the clerk has the money: the payment is to be recorded. Nothing is asked of a provider. */
export const PaidAtCounter = defineMessage("orders.PaidAtCounter", {
  orderId: z.uuid(),
  paymentId: z.uuid(),
  /** The guest, or else the organization. */
  buyerId: z.uuid(),
  organizationId: z.uuid(),
  eventId: z.uuid(),
  amount: z.int().nonnegative(),
  currency: z.string(),
  tender: z.enum(["CASH", "TERMINAL", "COMPLIMENTARY"]),
  /** Number on the slip of the terminal. */
  reference: z.string().optional(),
});

/** The order has ended, or uses another payment: the authorization is to be voided. */
export const VoidRequested = defineMessage("orders.VoidRequested", { orderId: z.uuid(), paymentId: z.uuid() });

export const RefundRequested = defineMessage("orders.RefundRequested", {
  refundId: z.uuid(),
  orderId: z.uuid(),
  paymentId: z.uuid(),
  amount: z.int().nonnegative(),
  reason: z.string(),
  /** Only for orders of the counter: whether a clerk hands the money out. Otherwise it waits for one. */
  isPaidOut: z.boolean().optional(),
});

/** What exchanged tickets are worth pays for another order: a part of the payment of the first one becomes a payment of the second. */
export const CreditMoved = defineMessage("orders.CreditMoved", {
  /** ID of the payment that it becomes. */
  creditId: z.uuid(),
  /** The new order. */
  orderId: z.uuid(),
  fromOrderId: z.uuid(),
  /** Payment of the order of the tickets. */
  fromPaymentId: z.uuid(),
  buyerId: z.uuid(),
  organizationId: z.uuid(),
  eventId: z.uuid(),
  amount: z.int().nonnegative(),
  currency: z.string(),
});

export const OrderConfirmed = defineMessage("orders.OrderConfirmed", {
  orderId: z.uuid(),
  buyerId: z.uuid(),
  organizationId: z.uuid(),
  eventId: z.uuid(),
  total: z.int(),
  currency: z.string(),
  tickets: z.int().positive().optional(),
  confirmedAt: z.iso.datetime().optional(),
  /** Only for an order of several events: its parts. */
  events: z.array(z.object({ eventId: z.uuid(), tickets: z.int().positive(), total: z.int() })).optional(),
});

/** Tickets died: they were refunded or exchanged, or a dispute was lost. */
export const TicketsCancelled = defineMessage("orders.TicketsCancelled", {
  /** The refund's or the dispute's id; of an exchange a random one. */
  cancellationId: z.uuid(),
  orderId: z.uuid(),
  organizationId: z.uuid(),
  eventId: z.uuid(),
  tickets: z.int(),
  /** Amount paid for them; of exchanged tickets without the fees. */
  amount: z.int(),
  currency: z.string(),
  at: z.iso.datetime(),
  /** Only for tickets of several events: the parts of the sums. */
  events: z.array(z.object({ eventId: z.uuid(), tickets: z.int(), amount: z.int() })).optional(),
});

/** The order has ended without a sale. */
export const OrderEnded = defineMessage("orders.OrderEnded", {
  orderId: z.uuid(),
  status: z.enum(["CANCELLED", "EXPIRED", "DECLINED"]),
});

/** It has erased what it knows of the person of an erasure. */
export const ErasureDone = defineErasureDone("orders");

/** An action of an organizer or a member of platform staff, for the audit log. */
export const Audited = defineAudited("orders");
