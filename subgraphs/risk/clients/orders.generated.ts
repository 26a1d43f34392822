// Made by `npm run compose` from orders.graphql. Do not edit.
import type { ServiceOperation } from "../../../platform/http/service-client.ts";
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type DecideOrderMutationVariables = Exact<{
  orderId: string;
  assessmentId: string;
  allow: boolean;
  note?: string | null;
}>;


export type DecideOrderMutation = { decideOrder: boolean };

export const DecideOrder = "mutation DecideOrder($orderId: ID!, $assessmentId: ID!, $allow: Boolean!, $note: String) { decideOrder( orderId: $orderId assessmentId: $assessmentId allow: $allow note: $note ) }" as ServiceOperation<DecideOrderMutation, DecideOrderMutationVariables>;
