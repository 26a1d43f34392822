// What payments asks of orders, now.
import type { ServiceClient } from "../../platform/service-client.ts";

export interface PaymentPermission {
  refusal: "NOT_FOUND" | "NOT_PAYABLE" | null;
  amount: number | null;
  currency: string | null;
  organizationId: string | null;
  eventId: string | null;
}

export interface OrdersClient {
  /** Whether and for how much an order may be paid; takes the lease on paying it. */
  beginPayment(request: {
    orderId: string;
    paymentId: string;
    buyerId: string;
    ended: string[];
  }): Promise<PaymentPermission>;
}

const BEGIN = `mutation ($orderId: ID!, $paymentId: ID!, $buyerId: ID!, $ended: [ID!]!) {
  beginPayment(orderId: $orderId, paymentId: $paymentId, buyerId: $buyerId, ended: $ended) { refusal amount currency organizationId eventId }
}`;

export function createOrdersClient(client: ServiceClient): OrdersClient {
  return {
    beginPayment: async (request) =>
      (await client.ask<{ beginPayment: PaymentPermission }>(BEGIN, request)).beginPayment,
  };
}
