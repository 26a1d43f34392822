// Orders that are paid at the counter. The transaction that stores such an order pays it and enters it in the clerk's drawer. So an order of the
// counter never awaits payment.
import type { DomainError } from "../../../platform/core/errors.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { SaleAtCounter } from "../entities/counter-sale.ts";
import type { Order } from "../entities/order.ts";
import { DrawerNotOpen, SaleTotalChanged } from "../errors.ts";
import { advanceOrders } from "./advance-orders.ts";
import { enterSales, lockOpenDrawers, type Sold } from "./drawer-entries.ts";
import type { SagaContext } from "./order-rows.ts";

/** Complimentary tickets cost nothing; the discount shows their price. Other prices are unchanged. */
export function atCounterPrice<Seat extends { price: number; priceBreakdown: { base: number } }>(
  seats: Seat[],
  sale: SaleAtCounter | undefined,
): Seat[] {
  if (sale?.tender !== "COMPLIMENTARY") return seats;
  return seats.map((seat) => {
    const { base } = seat.priceBreakdown;
    const line = { kind: "DISCOUNT" as const, name: "Complimentary", amount: -base, isIncluded: false, rate: null };
    return { ...seat, price: 0, priceBreakdown: { base, lines: [line], total: 0 } };
  });
}

/** A granted placement; `sale` is absent for an order that is paid online. */
interface Granted {
  orderId: string;
  sale: SaleAtCounter | undefined;
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
): Promise<Map<string, { orderId: string } | { refusal: DomainError }>> {
  const all = granted.flatMap(({ orderId, sale, tickets }): Sold[] => {
    const order = made.get(orderId);
    return order && sale ? [{ order, sale, tickets }] : [];
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
