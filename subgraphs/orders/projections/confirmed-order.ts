// What read models are told of a confirmed order.
import type { z } from "zod";
import type { OrderConfirmed } from "../../../schema/messages/orders.ts";

type ConfirmedOrder = z.infer<(typeof OrderConfirmed)["body"]>;
export type CountedOrder = ConfirmedOrder & Required<Pick<ConfirmedOrder, "tickets" | "confirmedAt">>;

/** False for what was told before these were part of it: it is in the list of orders alone. */
export function isCounted(order: ConfirmedOrder): order is CountedOrder {
  return order.tickets !== undefined && order.confirmedAt !== undefined;
}
