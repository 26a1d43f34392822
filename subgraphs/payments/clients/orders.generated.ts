// Made by `npm run compose` from orders.graphql. Do not edit.
import type { ServiceOperation } from "../../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A payment to begin. */
export type PaymentToBeginInput = {
  /** ID of the order. */
  orderId: string;
  /** ID of the payment. */
  paymentId: string;
  /** Required buyer of the order. */
  buyerId: string;
  /** Failed payments of the order; their leases are released. */
  ended: Array<string>;
};

/** Why an order can't be paid. */
export type PaymentRefusal =
  | 'NOT_FOUND'
  | 'NOT_PAYABLE';

export type BeginPaymentsMutationVariables = Exact<{
  payments: Array<PaymentToBeginInput> | PaymentToBeginInput;
}>;


export type BeginPaymentsMutation = { beginPayments: Array<{ refusal: PaymentRefusal | null, amount: number | null, currency: string | null, organizationId: string | null, eventId: string | null } | null> };

export type PaymentPermissionFragment = { refusal: PaymentRefusal | null, amount: number | null, currency: string | null, organizationId: string | null, eventId: string | null };

export type BeginPaymentMutationVariables = Exact<{
  orderId: string;
  paymentId: string;
  buyerId: string;
  ended: Array<string> | string;
}>;


export type BeginPaymentMutation = { beginPayment: { refusal: PaymentRefusal | null, amount: number | null, currency: string | null, organizationId: string | null, eventId: string | null } };

export const BeginPayments = "mutation BeginPayments($payments: [PaymentToBeginInput!]!) { beginPayments(payments: $payments) { ...PaymentPermission } } fragment PaymentPermission on PaymentPermission { refusal amount currency organizationId eventId }" as ServiceOperation<BeginPaymentsMutation, BeginPaymentsMutationVariables>;

export const BeginPayment = "mutation BeginPayment($orderId: ID!, $paymentId: ID!, $buyerId: ID!, $ended: [ID!]!) { beginPayment( orderId: $orderId paymentId: $paymentId buyerId: $buyerId ended: $ended ) { ...PaymentPermission } } fragment PaymentPermission on PaymentPermission { refusal amount currency organizationId eventId }" as ServiceOperation<BeginPaymentMutation, BeginPaymentMutationVariables>;
