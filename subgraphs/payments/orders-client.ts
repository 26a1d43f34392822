// What payments asks of orders, now.
import { askAll, type ServiceClient } from "../../platform/http/service-client.ts";

export interface PaymentPermission {
  refusal: "NOT_FOUND" | "NOT_PAYABLE" | null;
  amount: number | null;
  currency: string | null;
  organizationId: string | null;
  eventId: string | null;
}

export interface PaymentToBegin {
  orderId: string;
  paymentId: string;
  buyerId: string;
  /** Payments of the order that failed. */
  ended: string[];
}

export interface OrdersClient {
  /**
   * Whether and for how much orders may be paid; takes the leases on paying them. An Error in the place of one that could not be decided.
   * @throws what ServiceClient.ask throws
   */
  beginPayments(payments: PaymentToBegin[]): Promise<(PaymentPermission | Error)[]>;
}

const PERMISSION = "{ refusal amount currency organizationId eventId }";
const BEGIN = `mutation ($payments: [PaymentToBeginInput!]!) { beginPayments(payments: $payments) ${PERMISSION} }`;
const BEGIN_ONE = `mutation ($orderId: ID!, $paymentId: ID!, $buyerId: ID!, $ended: [ID!]!) {
  beginPayment(orderId: $orderId, paymentId: $paymentId, buyerId: $buyerId, ended: $ended) ${PERMISSION}
}`;

export function createOrdersClient(client: ServiceClient): OrdersClient {
  return {
    beginPayments: (payments) =>
      askAll(
        payments,
        async () =>
          (await client.ask<{ beginPayments: (PaymentPermission | null)[] }>(BEGIN, { payments })).beginPayments,
        async (payment) =>
          (await client.ask<{ beginPayment: PaymentPermission }>(BEGIN_ONE, { ...payment })).beginPayment,
      ),
  };
}
