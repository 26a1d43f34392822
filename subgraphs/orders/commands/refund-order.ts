// Refunds tickets at the price that was paid.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { statement } from "../entities/tables.ts";
import { OrderNotRefundable } from "../errors.ts";
import { audit } from "./audit.ts";
import { lockOrder, type SagaContext } from "./order-rows.ts";
import { refundTickets } from "./refund-tickets.ts";

export interface RefundOrder {
  orderId: string;
  /** Null for all tickets. */
  ticketIds: string[] | null;
  reason: string;
  /** Number on the slip of the terminal, for an order that was paid by terminal. */
  reference?: string | undefined;
  idempotencyKey: string;
}

const ticketsOf = statement((db, { orderId }: { orderId: string }) =>
  db
    .selectFrom("ticket")
    .select(["id", "status", "price", "exchangeId"])
    .where("orderId", "=", orderId)
    .orderBy("position"),
);

/**
 * Returns the refund's ID. Refusals: OrderNotRefundable, DrawerNotOpen for an order of the counter, NotFound for a ticket of another order,
 * IdempotencyKeyReused
 */
export async function refundOrder(
  tx: Tx,
  saga: SagaContext,
  userId: string,
  { idempotencyKey, ...input }: RefundOrder,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "refundOrder", key: idempotencyKey, input }, async () => {
    const order = await lockOrder(tx, input.orderId);
    if (!order) throw new NotFound("order");
    const tickets = await ticketsOf.rows(tx, { orderId: order.id });
    const wanted =
      input.ticketIds === null
        ? tickets.filter(({ status }) => status !== "CANCELLED")
        : input.ticketIds.map((id) => tickets.find((ticket) => ticket.id === uuidOrNull(id)));
    const known = wanted.filter((ticket) => ticket !== undefined);
    if (known.length < wanted.length) throw new NotFound("ticket");
    const refundable = !order.isFrozen && (order.status === "CONFIRMED" || order.status === "PARTIALLY_REFUNDED");
    const isGone = known.some(({ status, exchangeId }) => status === "CANCELLED" || exchangeId !== null);
    if (!refundable || known.length === 0 || isGone) throw new OrderNotRefundable();
    const ticketIds = known.map(({ id }) => id);
    const { reason, reference = null } = input;
    const handedOut = order.tender === null ? undefined : { reference };
    const refundId = await refundTickets(tx, saga, order, ticketIds, { reason, askedBy: userId, handedOut });
    const { organizationId, id: subject, currency } = order;
    const amount = known.reduce((sum, { price }) => sum + price, 0);
    const detail = { refundId, tickets: ticketIds.length, amount, currency };
    await audit(tx, { organizationId, action: "refundOrder", subject, detail, reason });
    return refundId;
  });
}
