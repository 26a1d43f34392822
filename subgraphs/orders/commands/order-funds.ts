// What an order's payments can give back. An order that was not paid with a credit has one payment. Any other has a row for each source of its
// money, and refunds and exchanges spend these, so that no card gets more than it has paid. The caller has locked the order.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";

export interface Fund {
  paymentId: string;
  amount: number;
}

/** Spends at most the amount, from the given funds. Returns the parts by position. */
function take(tx: Tx, orderId: string, amount: number, which: Sql): Promise<Fund[]> {
  return rows<Fund>(
    tx,
    sql`with funds as (
          select payment_id, amount - spent as free, coalesce(sum(amount - spent) over (order by position rows between unbounded preceding and 1 preceding), 0) as before
          from order_fund f where order_id = ${orderId} and ${which}
        ), parts as (
          select payment_id, least(free, greatest(0, ${amount}::int - before))::int as part from funds
        ), spending as (
          update order_fund f set spent = f.spent + p.part from parts p
          where f.payment_id = p.payment_id and p.part > 0 returning f.payment_id, p.part as amount, f.position
        )
        select payment_id, amount from spending order by position`,
  );
}

/** The payments that give the amount back, at least one. The buyer's own payment of the order comes first. */
export async function spend(tx: Tx, order: Order, amount: number): Promise<Fund[]> {
  if (order.credit === 0) return [{ paymentId: order.paymentId!, amount }];
  const spent = await take(tx, order.id, amount, sql`true`);
  const total = spent.reduce((sum, part) => sum + part.amount, 0);
  if (total < amount) throw new Error(`Order ${order.id} has ${total} of ${amount} left to give back.`);
  return spent.length > 0 ? spent : [{ paymentId: order.paymentId!, amount: 0 }];
}

/** What payments that the bank did not take back can give, at most the amount. None for an order that was not paid with a credit. */
export async function spendUndisputed(tx: Tx, { id, credit }: Order, amount: number): Promise<Fund[]> {
  if (credit === 0 || amount <= 0) return [];
  const isTakenBack = sql`exists (select from order_dispute d where d.order_id = f.order_id and d.lost_payment_id = f.payment_id)`;
  return take(tx, id, amount, sql`not ${isTakenBack}`);
}

/** The funds of a new order, in the sequence in which they are spent. */
export async function addFunds(tx: Tx, orderId: string, funds: Fund[]): Promise<void> {
  if (funds.length === 0) return;
  await rows(
    tx,
    sql`insert into order_fund (payment_id, order_id, position, amount)
        select payment_id, ${orderId}::uuid, n, amount
        from unnest(${funds.map(({ paymentId }) => paymentId)}::uuid[], ${funds.map(({ amount }) => amount)}::int[]) with ordinality as f(payment_id, amount, n)`,
  );
}
