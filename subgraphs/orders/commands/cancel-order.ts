// Cancels an order, for its buyer or the box office.
import type { Tx } from "../../../platform/postgres/database.ts";
import type { Order } from "../entities/order.ts";
import { advanceOrder } from "./advance-orders.ts";
import { audit } from "./audit.ts";
import type { SagaContext } from "./order-rows.ts";

/** False if the order can't be cancelled any more. */
export async function cancelOrder(
  tx: Tx,
  saga: SagaContext,
  userId: string,
  { id, buyerId, organizationId }: Order,
  reason: string | null,
): Promise<boolean> {
  const isCancelled = await advanceOrder(tx, saga, id, { type: "CancelRequested", note: reason });
  if (isCancelled && userId !== buyerId)
    await audit(tx, { organizationId, action: "cancelOrder", subject: id, reason });
  return isCancelled;
}
