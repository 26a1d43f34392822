// What risk asks of orders, now.
import type { ServiceClient } from "../../platform/http/service-client.ts";
import type { Decision } from "./commands/decide-review.ts";

export interface OrdersClient {
  /** False if the order does not wait for a decision any more. */
  decideOrder(decision: Decision): Promise<boolean>;
}

const DECIDE_ORDER = `mutation ($orderId: ID!, $assessmentId: ID!, $allow: Boolean!, $note: String) {
  decideOrder(orderId: $orderId, assessmentId: $assessmentId, allow: $allow, note: $note)
}`;

export function createOrdersClient(client: ServiceClient): OrdersClient {
  return {
    decideOrder: async ({ orderId, assessmentId, decision, note }) =>
      (
        await client.ask<{ decideOrder: boolean }>(DECIDE_ORDER, {
          orderId,
          assessmentId,
          allow: decision === "ALLOW",
          note,
        })
      ).decideOrder,
  };
}
