// What somebody has bought, in one look: a read model of what orders tells, each message counted once in whatever order it comes.
import { z } from "zod";
import { on, onAll } from "../../../platform/messaging/reactions.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import type { Projection } from "../../../platform/messaging/projection.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { OrderConfirmed, TicketsCancelled } from "../../../schema/messages/orders.ts";
import { isCounted, type CountedOrder } from "./confirmed-order.ts";
import type { Purchase } from "../entities/purchase.ts";

export const purchasesProjection: Projection = {
  tables: ["bought", "bought_return"],
  reactions: [
    onAll(OrderConfirmed, async (tx, heard) => {
      const all = heard.map(({ body }) => body).filter(isCounted);
      const of = <Name extends keyof CountedOrder>(name: Name) => all.map((body) => body[name]);
      await rows(
        tx,
        sql`insert into bought (order_id, buyer_id, event_id, currency, total, tickets, confirmed_at)
            select * from unnest(${of("orderId")}::uuid[], ${of("buyerId")}::uuid[], ${of("eventId")}::uuid[], ${of("currency")}::text[], ${of("total")}::int[],
                                 ${of("tickets")}::int[], ${of("confirmedAt")}::timestamptz[])
            on conflict do nothing`,
      );
    }),
    on(TicketsCancelled, async (tx, { cancellationId, orderId, tickets, amount }) => {
      await rows(
        tx,
        sql`insert into bought_return (cancellation_id, order_id, tickets, amount) values (${cancellationId}, ${orderId}, ${tickets}, ${amount}) on conflict do nothing`,
      );
    }),
  ],
};

const cursorSchema = z.object({ at: cursorKey.time, orderId: cursorKey.id });

/** Newest first; if `upcoming`, of events that have not begun, soonest first. */
export async function purchasesOf(
  database: Database,
  buyerId: string,
  { upcoming, ...args }: { first?: number | null; after?: string | null; upcoming?: boolean | null },
): Promise<Connection<Purchase>> {
  const request = pageRequest(args, cursorSchema);
  const matching = upcoming
    ? sql`b.buyer_id = ${buyerId}::uuid and f.starts_at > app_now()`
    : sql`b.buyer_id = ${buyerId}::uuid`;
  const [key, order] = upcoming ? [sql`f.starts_at`, sql`asc`] : [sql`b.confirmed_at`, sql`desc`];
  const after = request.after && sql`(${request.after.at}::timestamptz, ${request.after.orderId}::uuid)`;
  const beyond = !after
    ? sql`true`
    : upcoming
      ? sql`(f.starts_at, b.order_id) > ${after}`
      : sql`(b.confirmed_at, b.order_id) < ${after}`;
  const em = database.read();
  const source = sql`bought b left join event_facts f using (event_id)`;
  const found = await rows<Purchase>(
    em,
    sql`select b.*, f.name as event_name, f.place, f.starts_at, back.tickets_returned, back.returned from ${source}
          cross join lateral (select coalesce(sum(r.tickets), 0)::int as tickets_returned, coalesce(sum(r.amount), 0)::int as returned
                              from bought_return r where r.order_id = b.order_id) back
        where ${matching} and ${beyond} order by ${key} ${order}, b.order_id ${order} limit ${request.first + 1}`,
  );
  return connectionOf(
    found,
    request,
    () => countOf(em, sql`${source} where ${matching}`),
    ({ startsAt, confirmedAt, orderId }) => ({
      at: (upcoming ? startsAt! : confirmedAt).toISOString(),
      orderId,
    }),
  );
}
