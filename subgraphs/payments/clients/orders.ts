// What payments asks of orders.
import { askAll, type ServiceClient } from "../../../platform/http/service-client.ts";
import {
  BeginPayment,
  BeginPayments,
  type PaymentPermissionFragment,
  type PaymentToBeginInput,
} from "./orders.generated.ts";

export type PaymentPermission = PaymentPermissionFragment;
/** `ended`: payments of the order that failed. */
export type PaymentToBegin = PaymentToBeginInput & { ended: string[] };

export interface OrdersClient {
  /**
   * Whether and for how much orders may be paid; takes the leases on paying them. An Error in the place of one that could not be decided.
   * @throws what ServiceClient.ask throws
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
