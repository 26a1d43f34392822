// Context of the resolvers, with loads of readable orders and tickets.
import { NotFound } from "../../../platform/core/errors.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { SubgraphContext } from "../../../platform/subgraph.ts";
import type { SagaContext } from "../commands/order-rows.ts";
import type { Moving } from "../workflows/move-tickets.ts";
import type { Placing } from "../workflows/place-order.ts";
import type { Returning } from "../workflows/return-tickets.ts";
import type { SeatingClient } from "../clients/seating.ts";
import type { UsersClient } from "../clients/users.ts";
import type { OrdersConfig } from "../config.ts";
import type { Order } from "../entities/order.ts";
import type { OrderItem } from "../entities/order-item.ts";
import type { Ticket } from "../entities/ticket.ts";
import type { Printer } from "../notifications/printer.ts";
import type { OrderFollowing } from "../subscriptions/order-updates.ts";
import type { AdmissionCounter } from "../queries/gates.ts";
import type { Loaders } from "../queries/loaders.ts";
import type { TicketCodes } from "../entities/ticket-codes.ts";

export type Context = SubgraphContext<Loaders>;

export interface OrdersServices {
  config: OrdersConfig;
  placing: Placing;
  moving: Moving;
  returning: Returning;
  following: () => OrderFollowing;
  codes: TicketCodes;
  counter: AdmissionCounter;
  printer: Printer;
  saga: () => SagaContext;
  users: UsersClient;
  seating: SeatingClient;
}

/** An order that the viewer may read. @throws NotFound for any other */
export async function readable(context: Context, orderId: string): Promise<Order> {
  const id = uuidOrNull(orderId);
  const order = id ? await context.loaders.order.load(id) : null;
  if (!order) throw new NotFound("order");
  return order;
}

export async function orderNow(context: Context, id: string): Promise<Order> {
  context.loaders.order.clear(id);
  return readable(context, id);
}

export async function readableTicket(context: Context, ticketId: string): Promise<Ticket> {
  const id = uuidOrNull(ticketId);
  const ticket = id ? await context.loaders.ticket.load(id) : null;
  if (!ticket) throw new NotFound("ticket");
  return ticket;
}

export const seatOf = (item: OrderItem) => ({
  id: item.seatId,
  section: { id: item.sectionId, name: item.sectionName },
  row: item.rowLabel,
  number: item.number,
});
