// Client of the orders subgraph.
import { askAll, type ServiceClient } from "../../../platform/http/service-client.ts";
import {
  BeginPayment,
  BeginPayments,
  type PaymentPermissionFragment,
  type PaymentToBeginInput,
} from "./orders.generated.ts";

export type PaymentPermission = PaymentPermissionFragment;
/** `ended`: IDs of the order's failed payments. */
export type PaymentToBegin = PaymentToBeginInput & { ended: string[] };

export interface OrdersClient {
  /**
   * Takes the payment leases of orders. Returns permissions; an Error for each payment without an answer.
   * @throws the errors of ServiceClient.ask
   */
  beginPayments(payments: PaymentToBegin[]): Promise<(PaymentPermission | Error)[]>;
}

export function createOrdersClient(client: ServiceClient): OrdersClient {
  return {
    beginPayments: (payments) =>
      askAll(
        payments,
        async () => (await client.ask(BeginPayments, { payments })).beginPayments,
        async (payment) => (await client.ask(BeginPayment, payment)).beginPayment,
      ),
  };
}
