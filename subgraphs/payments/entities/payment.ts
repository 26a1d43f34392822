// A payment and the states it goes through:
// PENDING -> AUTHORIZED | FAILED | CANCELLED, AUTHORIZED -> SUCCEEDED | CANCELLED, SUCCEEDED -> PARTIALLY_REFUNDED -> REFUNDED.
import { entity } from "../../../platform/postgres/entities.ts";
import type { PaymentStatus } from "../enums.generated.ts";

/** What the buyer has to do before the provider goes on, such as 3-D Secure. */
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
      /** REQUESTED: orders has not said yet whether and for how much; nobody sees such a payment. */
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
    },
  }),
);

/** One that the world may know of. */
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
  /** Where it was begun, as the gateways name it. */
  network: string | null;
  /** The idempotency key of the request that began it; null for what was begun before keys were kept. */
  paidByKey: string | null;
  createdAt: Date;
}
