// Hands out a refund of the counter that had no clerk, such as that of a cancelled event.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { RefundRequested } from "../../../schema/messages/orders.ts";
import { statement } from "../entities/tables.ts";
import { RefundNotDue } from "../errors.ts";
import { audit } from "./audit.ts";
import { enterRefund } from "./drawers.ts";
import { lockOrder } from "./order-rows.ts";

const refundById = statement((db, { refundId }: { refundId: string }) =>
  db.selectFrom("refund").selectAll().where("id", "=", refundId),
);

const entryOf = statement((db, { refundId }: { refundId: string }) =>
  db.selectFrom("drawer_entry").select("id").where("id", "=", refundId).where("kind", "=", "REFUND"),
);

export interface PayOutRefund {
  refundId: string;
  reference: string | null;
  idempotencyKey: string;
}

/** Returns the order's ID. Refusals: NotFound, RefundNotDue, DrawerNotOpen, IdempotencyKeyReused */
export function payOutRefund(
  tx: Tx,
  clerkId: string,
  orderId: string,
  { idempotencyKey: key, ...input }: PayOutRefund,
): Promise<Outcome> {
  return once(tx, { userId: clerkId, mutation: "payOutRefund", key, input }, async () => {
    const { refundId, reference } = input;
    const order = await lockOrder(tx, orderId);
    const refund = await refundById.row(tx, { refundId });
    if (!order || refund?.orderId !== orderId) throw new NotFound("refund");
    const { tender, organizationId, currency, paymentId } = order;
    // The order is locked, so the entry is found by any other request for this refund.
    if (tender === null || (await entryOf.row(tx, { refundId }))) throw new RefundNotDue();
    const { amount, reason, ticketIds } = refund;
    await enterRefund(
      tx,
      clerkId,
      { id: orderId, organizationId, currency, tender },
      {
        refundId,
        amount,
        tickets: ticketIds.length,
        reference,
      },
    );
    const body = { refundId, orderId, paymentId: paymentId!, amount, reason, isPaidOut: true };
    await publish(tx, RefundRequested, orderId, body);
    await audit(tx, {
      organizationId,
      action: "payOutRefund",
      subject: orderId,
      detail: { refundId, amount, currency },
    });
    return orderId;
  });
}
