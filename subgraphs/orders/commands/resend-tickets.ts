// Mails the tickets to the buyer again.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound, rateLimited } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { statement } from "../entities/tables.ts";
import { OrderWithoutTickets } from "../errors.ts";
import { audit } from "./audit.ts";
import { lockOrder, type SagaContext } from "./order-rows.ts";
import { writeNotifications } from "./write-notifications.ts";

/** Limit per order, against floods of mail. */
const RESENT_AN_HOUR = 3;
const HOUR_SECONDS = 3_600;

const sentLately = statement((db, { orderId }: { orderId: string }, { sql }) =>
  db
    .selectFrom("letter")
    .select("id")
    .where("orderId", "=", orderId)
    .where("kind", "=", "ORDER_CONFIRMED")
    .where("writtenAt", ">", sql<Date>`now() - ${`${HOUR_SECONDS} s`}::interval`),
);

/** Returns the order's ID. Refusals: OrderWithoutTickets, NotFound; GraphQLError RATE_LIMITED */
export async function resendTickets(
  tx: Tx,
  saga: SagaContext,
  userId: string,
  { orderId, idempotencyKey: key }: { orderId: string; idempotencyKey: string },
): Promise<Outcome> {
  return once(tx, { userId, mutation: "resendTickets", key, input: { orderId } }, async () => {
    const order = await lockOrder(tx, orderId);
    if (!saga.sendsMail) throw badInput("input.orderId", "can't be mailed: the operator has not set SMTP_URL");
    if (!order) throw new NotFound("order");
    if (order.status !== "CONFIRMED" && order.status !== "PARTIALLY_REFUNDED") throw new OrderWithoutTickets();
    if ((await sentLately.count(tx, { orderId })) > RESENT_AN_HOUR) throw rateLimited(HOUR_SECONDS);
    await writeNotifications(tx, saga, [{ orderId, recipientId: order.buyerId, kind: "ORDER_CONFIRMED" }]);
    if (userId !== order.buyerId)
      await audit(tx, { organizationId: order.organizationId, action: "resendTickets", subject: orderId });
    return orderId;
  });
}
