// Client of the orders subgraph.
import type { ServiceClient } from "../../../platform/http/service-client.ts";
import type { Decision } from "../entities/intended-decision.ts";
import { DecideOrder } from "./orders.generated.ts";

export interface OrdersClient {
  /** False if the order no longer waits for this decision. */
  decideOrder(decision: Decision): Promise<boolean>;
}

export function createOrdersClient(client: ServiceClient): OrdersClient {
  return {
    decideOrder: async ({ orderId, assessmentId, decision, note }) => {
      const variables = { orderId, assessmentId, allow: decision === "ALLOW", note };
      return (await client.ask(DecideOrder, variables)).decideOrder;
    },
  };
}
