// Refunds of tickets, and their outcomes.
import { randomUUID } from "node:crypto";
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { RefundRequested } from "../../../schema/messages/orders.ts";
import type { Order } from "../entities/order.ts";
import { statement } from "../entities/tables.ts";
import type { OrderStatus } from "../schema.generated.ts";
import { addSteps, cancellationTopic, lockOrder, ORDERS_TOPIC, type SagaContext } from "./order-rows.ts";
import { enterRefund } from "./drawers.ts";
import { cancelTickets } from "./cancel-tickets.ts";
import { spend, type Fund } from "./order-funds.ts";

interface GivenBack {
  orderId: string;
  status: OrderStatus;
  amount: number;
}

const giveBack = statement((db, of: GivenBack) =>
  db
    .updateTable("purchase")
    .set((order) => ({ status: of.status, phase: null, refunded: order("refunded", "+", of.amount) }))
    .where("id", "=", of.orderId),
);

/** For orders with a dispute. Capped at the total: refunds that were requested during the dispute, and exchanged tickets, are counted before. */
export const giveBackAtMost = statement((db, of: GivenBack, { sql }) =>
  db
    .updateTable("purchase")
    .set((order) => ({
      status: of.status,
      phase: null,
      refunded: sql<number>`least(${order.ref("total")}, ${order("refunded", "+", of.amount)})`,
    }))
    .where("id", "=", of.orderId),
);

interface NewRefund {
  refundId: string;
  orderId: string;
  amount: number;
  reason: string;
  ticketIds: string[];
  askedBy: string | null;
  cancelledEventId: string | null;
}

const newRefund = statement((db, of: NewRefund) =>
  db.insertInto("refund").values({
    id: of.refundId,
    orderId: of.orderId,
    amount: of.amount,
    reason: of.reason,
    ticketIds: of.ticketIds,
    askedBy: of.askedBy,
    cancelledEventId: of.cancelledEventId,
  }),
);

interface Refunding {
  reason: string;
  askedBy: string | null;
  cancelledEventId?: string;
  /** For an order of the counter: the clerk hands the money out, and it is entered in the drawer. Otherwise it waits for a clerk. */
  handedOut?: { reference: string | null } | undefined;
  /** The buyer gave them back. `fees`: parts of the prices that the organization keeps, in the sequence of the tickets. */
  returned?: { fees: number[] };
}

/**
 * Cancels and refunds tickets, and releases their seats. The caller has checked that the order is refundable.
 * Refusals: DrawerNotOpen
 */
export async function refundTickets(
  tx: Tx,
  saga: SagaContext,
  order: Order,
  ticketIds: string[],
  { reason, askedBy, cancelledEventId, handedOut, returned }: Refunding,
): Promise<string> {
  const refundId = randomUUID();
  const { amount, status } = await cancelTickets(tx, saga, order, ticketIds, {
    name: refundId,
    reason: returned ? null : reason,
    ...(returned && { kept: returned.fees, letter: "TICKETS_RETURNED" }),
  });
  await giveBack.change(tx, { orderId: order.id, status, amount });
  if (order.tender !== null && askedBy !== null && handedOut) {
    const entry = { refundId, amount, tickets: ticketIds.length, reference: handedOut.reference };
    await enterRefund(tx, askedBy, { ...order, tender: order.tender }, entry);
  }
  await addSteps(tx, [{ orderId: order.id, status, note: reason }]);
  const about = { refundId, reason, ticketIds, askedBy, cancelledEventId: cancelledEventId ?? null };
  await requestRefunds(tx, order, await spend(tx, order, amount), about, handedOut !== undefined);
  afterCommit(tx, () => saga.notifier.notify(ORDERS_TOPIC, order.id));
  return refundId;
}

interface AboutRefund {
  refundId: string;
  reason: string;
  ticketIds: string[];
  askedBy: string | null;
  cancelledEventId?: string | null;
}

/** A refund of each payment that gives money back. The first one has the ID, and the tickets. */
export async function requestRefunds(
  tx: Tx,
  order: Order,
  funds: Fund[],
  { refundId: firstId, reason, ticketIds, askedBy, cancelledEventId = null }: AboutRefund,
  isHandedOut = false,
): Promise<void> {
  for (const [index, { paymentId, amount }] of funds.entries()) {
    const refundId = index === 0 ? firstId : randomUUID();
    const of = { orderId: order.id, amount, reason, askedBy, cancelledEventId };
    await newRefund.change(tx, { ...of, refundId, ticketIds: index === 0 ? ticketIds : [] });
    await publish(tx, RefundRequested, order.id, {
      refundId,
      orderId: order.id,
      paymentId,
      amount,
      reason,
      ...(order.tender !== null && { isPaidOut: isHandedOut || amount === 0 }),
    });
  }
}

interface Told {
  refundId: string;
  status: "DONE" | "FAILED";
  attempt: number | null;
}

/** `attempt`: null in messages of the previous version. */
const settleRefund = statement((db, { refundId, status, attempt }: Told, { sql }) =>
  db
    .updateTable("refund")
    .set((of) => ({ status, attempt: sql<number>`coalesce(${attempt}::int, ${of.ref("attempt")})` }))
    .where("id", "=", refundId)
    .where(
      (
        of,
      ) => sql<boolean>`coalesce((${attempt}::int, ${status} = 'FAILED') > (${of.ref("attempt")}, ${of.ref("status")} = 'FAILED'),
                                    ${of.ref("status")} <> ${status})`,
    )
    .returning("cancelledEventId"),
);

/**
 * Records the outcome of a refund. After a failure the buyer sees the reason, and the box office retries.
 * Messages may arrive in any order: outcomes of earlier attempts are ignored. A success never replaces the failure of the same attempt.
 */
export async function noteRefund(
  tx: Tx,
  saga: SagaContext,
  { orderId, refundId, attempt = null }: { orderId: string; refundId: string; attempt?: number | null | undefined },
  failureCode: string | null,
): Promise<void> {
  const order = await lockOrder(tx, orderId);
  const status = failureCode === null ? "DONE" : "FAILED";
  const refund = await settleRefund.row(tx, { refundId, status, attempt });
  if (!order || !refund) return;
  if (failureCode !== null)
    await addSteps(tx, [
      {
        orderId,
        status: order.status,
        note: `A refund failed (${failureCode}). The box office will handle it.`,
      },
    ]);
  const { cancelledEventId } = refund;
  afterCommit(tx, () => {
    saga.notifier.notify(ORDERS_TOPIC, orderId);
    if (cancelledEventId !== null) saga.notifier.notify(cancellationTopic(cancelledEventId));
  });
}
