import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import { OrderEntity } from "./order.ts";
import { TicketEntity } from "./ticket.ts";

/** A move of a ticket to another seat; at most one of a ticket is OPEN. */
export const TicketMoveEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "TicketMove",
    tableName: "ticket_move",
    properties: {
      id: p.uuid().primary(),
      ticketId: p.manyToOne(of(TicketEntity)).mapToPk().name("ticket_id"),
      orderId: p.manyToOne(of(OrderEntity)).mapToPk().name("order_id"),
      fromSeat: p.text(),
      toSeat: p.text(),
      /** The clerk. */
      askedBy: p.uuid(),
      reason: p.text(),
      status: p.text().$type<"OPEN" | "DONE" | "REFUSED" | "UNDONE">().default("OPEN"),
      createdAt: p.datetime().defaultRaw("date_trunc('milliseconds', app_now())"),
      endedAt: p.datetime().nullable(),
    },
  }),
);

export type TicketMove = Loaded<typeof TicketMoveEntity>;
