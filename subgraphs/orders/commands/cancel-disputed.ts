// Cancels the tickets of an order after a lost dispute. If several payments paid for it, those that the bank did not take back give back what they
// paid for tickets that nobody has used.
import { randomUUID } from "node:crypto";
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";
import { cancelTickets, liveTickets } from "./cancel-tickets.ts";
import { spendUndisputed, type Fund } from "./order-funds.ts";
import { addSteps, type SagaContext } from "./order-rows.ts";
import { giveBackAtMost, requestRefunds } from "./refund-tickets.ts";

interface Lost {
  /** ID of the cancellation: that of the dispute for its first one. */
  name: string;
  /** What the bank took back; 0 if that is counted already. */
  amount: number;
}

/** The order is locked. Tickets that another order claims stay, until that order has ended. */
export async function cancelDisputed(tx: Tx, saga: SagaContext, order: Order, { name, amount }: Lost): Promise<void> {
  const { id: orderId } = order;
  const ticketIds = await liveTickets(tx, orderId);
  const { funds, kept } = await shareOut(tx, order, ticketIds, amount);
  const { status } = await cancelTickets(tx, saga, order, ticketIds, { name, reason: null, ...(kept && { kept }) });
  const rest = funds.reduce((sum, fund) => sum + fund.amount, 0);
  await giveBackAtMost.change(tx, { orderId, status, amount: amount + rest });
  await addSteps(tx, [{ orderId, status, note: "The dispute was lost: the bank returned the money to the buyer." }]);
  const reason = "Another payment for the tickets was taken back by the bank.";
  await requestRefunds(tx, order, funds, { refundId: randomUUID(), reason, ticketIds: [], askedBy: null });
}

interface Share {
  funds: Fund[];
  /** What the organization keeps for each ticket; undefined for an order of one payment, which the bank decides on. */
  kept?: number[];
}

interface Paid {
  id: string;
  price: number;
  isUsed: boolean;
  /** What was given back for a cancelled ticket. */
  back: number | null;
}

/** What the bank took counts for tickets that nobody has used first. Used ones are not refunded. */
async function shareOut(tx: Tx, order: Order, ticketIds: string[], amount: number): Promise<Share> {
  if (order.credit === 0 || ticketIds.length === 0) return { funds: [] };
  const all = await rows<Paid>(
    tx,
    sql`select id, price, status = 'USED' as is_used, case when status = 'CANCELLED' then price - kept end as back
        from ticket where order_id = ${order.id}`,
  );
  const byId = new Map(all.map((ticket) => [ticket.id, ticket]));
  const tickets = ticketIds.map((id) => byId.get(id)!);
  const worthOf = (some: Paid[]) => some.reduce((sum, { price }) => sum + price, 0);
  // What the bank took while another order claimed tickets is counted in the order, and for no ticket.
  const before = order.refunded - all.reduce((sum, { back }) => sum + (back ?? 0), 0);
  const taken = amount + Math.max(0, before);
  const funds = await spendUndisputed(tx, order, worthOf(tickets.filter(({ isUsed }) => !isUsed)) - taken);
  const back = taken + funds.reduce((sum, fund) => sum + fund.amount, 0);
  let left = Math.max(0, worthOf(tickets) - back);
  const kept = new Map<string, number>();
  for (const { id, price } of tickets.toSorted((a, b) => Number(b.isUsed) - Number(a.isUsed))) {
    kept.set(id, Math.min(left, price));
    left -= Math.min(left, price);
  }
  return { funds, kept: ticketIds.map((id) => kept.get(id)!) };
}
