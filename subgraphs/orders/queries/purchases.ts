// What a buyer has bought.
import { z } from "zod";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  countOf,
  cursorKey,
  connectionOf,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Purchase } from "../entities/purchase.ts";

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
