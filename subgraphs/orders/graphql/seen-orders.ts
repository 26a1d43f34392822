// What a viewer sees of an order: readers of one of its tickets see a part of it.
import { mayReadTicket } from "../access.ts";
import { eventIdsOf, type SeenOrder } from "../entities/order.ts";
import { breakdownOf, type OrderItem } from "../entities/order-item.ts";
import type { Ticket } from "../entities/ticket.ts";
import type { Context } from "./context.ts";

/** All tickets of an order; of a partial order those that the viewer may read. */
export async function ticketsSeen({ loaders, viewer }: Context, order: SeenOrder): Promise<Ticket[]> {
  const tickets = await loaders.ticketsOfOrder.load(order.id);
  return order.isPartial ? tickets.filter((ticket) => mayReadTicket(viewer, ticket)) : tickets;
}

/** All items of an order; of a partial order those of the viewer's tickets. */
export async function itemsSeen({ loaders, viewer }: Context, order: SeenOrder): Promise<OrderItem[]> {
  const items = await loaders.itemsOfOrder.load(order.id);
  if (!order.isPartial) return items;
  const held = (await loaders.ticketsOfOrder.load(order.id)).filter(({ holderId }) => holderId === viewer?.userId);
  return items.filter(({ position }) => held.some((ticket) => ticket.position === position)).map(withoutCode);
}

/** All events of an order; of a partial order those of the tickets that the viewer may read. */
export async function eventIdsSeen(context: Context, order: SeenOrder): Promise<string[]> {
  const all = eventIdsOf(order);
  if (!order.isPartial || all.length === 1) return all;
  const seen = new Set((await ticketsSeen(context, order)).map(({ eventId }) => eventId));
  return all.filter((id) => seen.has(id));
}

/** A discount is named by the buyer's promo code, which is not shown to others. */
function withoutCode(item: OrderItem): OrderItem {
  const { lines, ...sums } = breakdownOf(item);
  const named = lines.map((line) => (line.kind === "DISCOUNT" ? { ...line, name: "Discount" } : line));
  return { ...item, breakdown: { ...sums, lines: named } };
}

/** Refunded amount; of a partial order that of the viewer's tickets. */
export async function refundedSeen({ loaders, viewer }: Context, order: SeenOrder): Promise<number> {
  if (!order.isPartial) return order.refunded;
  const tickets = await loaders.ticketsOfOrder.load(order.id);
  return tickets
    .filter(({ holderId, status }) => holderId === viewer?.userId && status === "CANCELLED")
    .reduce((sum, { price }) => sum + price, 0);
}
