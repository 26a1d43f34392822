// Confirmed orders in projections.
import type { z } from "zod";
import type { OrderConfirmed } from "../../../schema/messages/orders.ts";

type ConfirmedOrder = z.infer<(typeof OrderConfirmed)["body"]>;
export type CountedOrder = ConfirmedOrder & Required<Pick<ConfirmedOrder, "tickets" | "confirmedAt">>;

/** False for messages from before these fields existed: their orders are in no projection. */
export function isCounted(order: ConfirmedOrder): order is CountedOrder {
  return order.tickets !== undefined && order.confirmedAt !== undefined;
}
