// A payment and the states it goes through:
// PENDING -> AUTHORIZED | FAILED | CANCELLED, AUTHORIZED -> SUCCEEDED | CANCELLED, SUCCEEDED -> PARTIALLY_REFUNDED -> REFUNDED.
import { sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { PaymentStatus } from "../schema.generated.ts";

/** What the buyer has to do before the provider goes on, such as 3-D Secure. */
export type NextAction =
  | { kind: "REDIRECT"; url: string; clientSecret: null }
  /** For the provider's own library in the browser. */
  | { kind: "PROVIDER_SDK"; url: null; clientSecret: string };

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

/** Payments that the world may know of; the condition speaks of `p`. */
export function selectPayments(where: Sql): Sql {
  return sql`select p.* from payment p where p.status <> 'REQUESTED' and (${where})`;
}
