// Projection of each buyer's purchases. Messages count once and may arrive in any order.
// SQL: one statement adds the purchases of all messages that were read together, instead of a round trip for each.
import { on, onAll } from "../../../platform/messaging/handlers.ts";
import type { Projection } from "../../../platform/messaging/projection.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { OrderConfirmed, TicketsCancelled } from "../../../schema/messages/orders.ts";
import { statement } from "../entities/tables.ts";
import { isCounted, type CountedOrder } from "./confirmed-order.ts";

const addReturn = statement((db, of: { cancellationId: string; orderId: string; tickets: number; amount: number }) =>
  db
    .insertInto("bought_return")
    .values({ cancellationId: of.cancellationId, orderId: of.orderId, tickets: of.tickets, amount: of.amount })
    .onConflict((known) => known.doNothing()),
);

/** As an array of PostgreSQL. */
const moreEventIdsOf = ({ eventId, events = [] }: CountedOrder) =>
  `{${events
    .map((event) => event.eventId)
    .filter((id) => id !== eventId)
    .join(",")}}`;

export const purchasesProjection: Projection = {
  tables: ["bought", "bought_return"],
  handlers: [
    onAll(OrderConfirmed, async (tx, received) => {
      const all = received.map(({ body }) => body).filter(isCounted);
      const of = <Name extends keyof CountedOrder>(name: Name) => all.map((body) => body[name]);
      await rows(
        tx,
        sql`insert into bought (order_id, buyer_id, event_id, currency, total, tickets, confirmed_at, more_event_ids)
            select order_id, buyer_id, event_id, currency, total, tickets, confirmed_at, more_event_ids::uuid[] from unnest(${of("orderId")}::uuid[], ${of("buyerId")}::uuid[], ${of("eventId")}::uuid[], ${of("currency")}::text[], ${of("total")}::int[],
                                 ${of("tickets")}::int[], ${of("confirmedAt")}::timestamptz[], ${all.map(moreEventIdsOf)}::text[])
              as b(order_id, buyer_id, event_id, currency, total, tickets, confirmed_at, more_event_ids)
            on conflict do nothing`,
      );
    }),
    on(TicketsCancelled, async (tx, { cancellationId, orderId, tickets, amount }) => {
      await addReturn.change(tx, { cancellationId, orderId, tickets, amount });
    }),
  ],
};
