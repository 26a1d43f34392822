// Orders that are paid at the counter. The transaction that stores such an order pays it and enters it in the clerk's drawer. So an order of the
// counter never awaits payment. SQL: one statement for a batch.
import type { Tx } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Order, Tender } from "../entities/order.ts";
import { DrawerNotOpen, SaleTotalChanged } from "../errors.ts";
import type { Granted, Placed } from "../workflows/place-order.ts";
import { advanceOrders } from "./advance-orders.ts";
import type { SagaContext } from "./order-rows.ts";

/** Decided by the clerk's request; stored in the intent. */
export interface SaleAtCounter {
  /** Open drawer of the clerk; null if there is none: then only a repeated request has a result. */
  drawerId: string | null;
  /** The payment that the sale makes. */
  paymentId: string;
  tender: Tender;
  expectedTotal: number;
  given: number | null;
  reference: string | null;
  reason: string | null;
  /** Absent: the order belongs to the organization. */
  guestId?: string;
}

/** Complimentary tickets cost nothing; the discount shows their price. Other prices are unchanged. */
export function atCounterPrice(granted: Granted): Granted {
  if (granted.intent.body.counter?.tender !== "COMPLIMENTARY") return granted;
  const seats = granted.answer.seats.map((seat) => {
    const { base } = seat.priceBreakdown;
    const line = { kind: "DISCOUNT" as const, name: "Complimentary", amount: -base, isIncluded: false, rate: null };
    return { ...seat, price: 0, priceBreakdown: { base, lines: [line], total: 0 } };
  });
  return { ...granted, answer: { ...granted.answer, seats } };
}

interface Sold {
  order: Order;
  sale: SaleAtCounter;
  tickets: number;
}

/**
 * Pays the new orders of the counter. A sale whose drawer was closed meanwhile, or whose total differs, is cancelled and refused.
 * @param made the new orders, by ID
 */
export async function payAtCounter(
  tx: Tx,
  saga: SagaContext,
  granted: Granted[],
  made: Map<string, Order>,
): Promise<Map<string, Placed>> {
  const all = granted.flatMap(({ intent: { id, body }, answer }): Sold[] => {
    const order = made.get(id);
    return order && body.counter ? [{ order, sale: body.counter, tickets: answer.seats.length }] : [];
  });
  if (all.length === 0) return new Map();
  const currencies = await lockOpenDrawers(
    tx,
    all.flatMap(({ sale }) => sale.drawerId ?? []),
  );
  const placed = all.map((one) => ({ ...one, refusal: refusalOf(one, currencies.get(one.sale.drawerId ?? "")) }));
  await enterSales(
    tx,
    placed.filter(({ refusal }) => !refusal),
  );
  await advanceOrders(
    tx,
    saga,
    placed.map(({ order, sale: { paymentId }, refusal }) => ({
      orderId: order.id,
      sagaEvent: refusal ? { type: "CancelRequested", note: refusal.message } : { type: "PaidAtCounter", paymentId },
    })),
  );
  reach("counter sale stored, not committed");
  return new Map(placed.map(({ order: { id }, refusal }) => [id, refusal ? { refusal } : { orderId: id }]));
}

function refusalOf({ order, sale }: Sold, currency: string | undefined): DrawerNotOpen | SaleTotalChanged | undefined {
  if (currency === undefined) return new DrawerNotOpen();
  const { total: amount } = order;
  const isAsExpected = amount === sale.expectedTotal && order.currency === currency;
  return isAsExpected ? undefined : new SaleTotalChanged({ amount, currency: order.currency });
}

/** Currencies of the open ones, by ID. They can't be closed before this transaction ends. */
async function lockOpenDrawers(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const open = await rows<{ id: string; currency: string }>(
    tx,
    sql`select id, currency from drawer where id = any(${ids}::uuid[]) and closed_at is null order by id for share`,
  );
  return new Map(open.map(({ id, currency }) => [id, currency]));
}

async function enterSales(tx: Tx, sold: Sold[]): Promise<void> {
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
