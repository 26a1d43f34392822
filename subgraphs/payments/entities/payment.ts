// Payments and their transitions: PENDING -> AUTHORIZED | FAILED, AUTHORIZED -> SUCCEEDED | CANCELLED. The refunded amount then decides
// between SUCCEEDED, PARTIALLY_REFUNDED and REFUNDED.
import { entity } from "../../../platform/postgres/entities.ts";
import type { PaymentStatus, Tender } from "../enums.generated.ts";

/** Action of the buyer that the provider waits for, such as 3-D Secure. */
export type NextAction =
  | { kind: "REDIRECT"; url: string; clientSecret: null }
  /** For the provider's own library in the browser. */
  | { kind: "PROVIDER_SDK"; url: null; clientSecret: string };

export const PaymentEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Payment",
    tableName: "payment",
    properties: {
      id: p.uuid().primary(),
      orderId: p.uuid(),
      buyerId: p.uuid(),
      /** REQUESTED: stored by the previous version before orders grants the payment; not visible. */
      status: p.text().$type<PaymentStatus | "REQUESTED">(),
      paymentMethod: p.text(),
      organizationId: p.uuid().nullable(),
      eventId: p.uuid().nullable(),
      amount: p.integer().nullable(),
      currency: p.text().nullable(),
      refunded: p.integer().default(0),
      failureCode: p.text().nullable(),
      providerReference: p.text().nullable().unique(),
      createdAt: p.datetime().defaultRaw("now()"),
      attempts: p.integer().default(1),
      nextAction: p.json<NextAction>().nullable(),
      returnUrl: p.text().nullable(),
      fraudWarning: p.text().nullable(),
      network: p.text().nullable(),
      paidByKey: p.text().nullable(),
      /** Null for a payment at the provider. */
      tender: p.text().$type<Tender>().nullable(),
      tenderReference: p.text().nullable(),
      /** Of a credit: the payment at the provider that has the money. */
      creditedFrom: p.uuid().nullable(),
      /** Part of `refunded` that pays for other orders. */
      credited: p.integer().default(0),
      /** Refunds of the credits that have their money from this payment. */
      creditRefunded: p.integer().default(0),
    },
  }),
);

/** Payment method of a payment that was begun without one. */
export const NO_METHOD = "";

/** A visible payment: orders has granted it. */
export interface Payment {
  id: string;
  orderId: string;
  buyerId: string;
  status: PaymentStatus;
  paymentMethod: string;
  organizationId: string;
  amount: number;
  currency: string;
  refunded: number;
  failureCode: string | null;
  providerReference: string | null;
  nextAction: NextAction | null;
  returnUrl: string | null;
  fraudWarning: string | null;
  /** Network of the buyer, as named by the gateways. */
  network: string | null;
  /** Idempotency key of the request that began the payment; null for payments from before keys were stored. */
  paidByKey: string | null;
  /** How the customer paid at the counter; null for a payment at the provider. */
  tender: Tender | null;
  /** Number on the slip of the terminal. */
  tenderReference: string | null;
  /** Of a credit, which exchanged tickets are worth: the payment at the provider that has the money. */
  creditedFrom: string | null;
  /** Part of `refunded` that pays for other orders. */
  credited: number;
  /** Refunds of the credits that have their money from this payment. */
  creditRefunded: number;
  createdAt: Date;
}

/** What the provider gave back of the payment. */
export function refundedAtProvider({ refunded, credited, creditRefunded }: Payment): number {
  return refunded - credited + creditRefunded;
}
