// Cancels the tickets of an order after a lost dispute. If several payments paid for it, those that the bank did not take back give back what they
// paid for tickets that nobody has used.
import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";
import { cancelTickets, liveTickets } from "./cancel-tickets.ts";
import { spendUndisputed } from "./order-funds.ts";
import { addSteps, type SagaContext } from "./order-rows.ts";
import { giveBackAtMost, requestRefunds } from "./refund-tickets.ts";

interface Lost {
  /** ID of the cancellation: that of the dispute for its first one. */
  name: string;
  /** What the bank took back for these tickets. */
  amount: number;
}

/** The order is locked. Tickets that another order claims stay, until that order has ended. */
export async function cancelDisputed(tx: Tx, saga: SagaContext, order: Order, { name, amount }: Lost): Promise<void> {
  const { id: orderId } = order;
  const ticketIds = await liveTickets(tx, orderId);
  const worth = order.credit > 0 ? await worthOfUnused(tx, ticketIds) : 0;
  const { status } = await cancelTickets(tx, saga, order, ticketIds, { name, reason: null });
  const funds = await spendUndisputed(tx, order, worth - amount);
  const rest = funds.reduce((sum, fund) => sum + fund.amount, 0);
  await giveBackAtMost.change(tx, { orderId, status, amount: amount + rest });
  await addSteps(tx, [{ orderId, status, note: "The dispute was lost: the bank returned the money to the buyer." }]);
  const reason = "Another payment for the tickets was taken back by the bank.";
  await requestRefunds(tx, order, funds, { refundId: randomUUID(), reason, ticketIds: [], askedBy: null });
}

async function worthOfUnused(tx: Tx, ticketIds: string[]): Promise<number> {
  const unused = await row<{ sum: number }>(
    tx,
    sql`select coalesce(sum(price), 0)::int as sum from ticket where id = any(${ticketIds}::uuid[]) and status = 'VALID'`,
  );
  return unused!.sum;
}
