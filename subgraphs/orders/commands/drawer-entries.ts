// Entries in drawers: sales of the counter, and sales that failed. SQL: one statement for a batch.
import type { Tx } from "../../../platform/postgres/database.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Order } from "../entities/order.ts";
import type { SaleAtCounter } from "../entities/counter-sale.ts";

export interface Sold {
  order: Order;
  sale: SaleAtCounter;
  tickets: number;
}

/** Currencies of the open ones, by ID. They can't be closed before this transaction ends. */
export async function lockOpenDrawers(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const open = await rows<{ id: string; currency: string }>(
    tx,
    sql`select id, currency from drawer where id = any(${ids}::uuid[]) and closed_at is null order by id for share`,
  );
  return new Map(open.map(({ id, currency }) => [id, currency]));
}

export async function enterSales(tx: Tx, sold: Sold[]): Promise<void> {
  if (sold.length === 0) return;
  const of = <Value>(value: (one: Sold) => Value) => sold.map(value);
  await rows(
    tx,
    sql`insert into drawer_entry (id, kind, drawer_id, order_id, tender, amount, tickets, given, reference, reason)
        select order_id, 'SALE', drawer_id, order_id, tender, amount, tickets, given, reference, reason
        from unnest(${of(({ order }) => order.id)}::uuid[], ${of(({ sale }) => sale.drawerId)}::uuid[], ${of(({ sale }) => sale.tender)}::text[],
                    ${of(({ order }) => order.total)}::int[], ${of(({ tickets }) => tickets)}::int[], ${of(({ sale }) => sale.given)}::int[],
                    ${of(({ sale }) => sale.reference)}::text[], ${of(({ sale }) => sale.reason)}::text[])
             as s(order_id, drawer_id, tender, amount, tickets, given, reference, reason)
        order by drawer_id, order_id`,
  );
}

/** A sale that failed, such as one whose event was cancelled meanwhile: the clerk gives the money back. Its drawer is still open. */
export async function takeBackSales(tx: Tx, orders: Pick<Order, "id" | "tender">[]): Promise<void> {
  const ids = orders.flatMap(({ id, tender }) => (tender === null ? [] : [id]));
  if (ids.length === 0) return;
  await rows(
    tx,
    sql`insert into drawer_entry (id, kind, drawer_id, order_id, tender, amount, tickets)
        select id, 'FAILED_SALE', drawer_id, order_id, tender, -amount, -tickets from drawer_entry
        where order_id = any(${ids}::uuid[]) and kind = 'SALE' order by drawer_id, id on conflict do nothing`,
  );
}
