// What an organization still owes to its buyers, as other subgraphs have told it.
import type { Tx } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

/**
 * Whether there are valid tickets for an event that is not over, or money that is not settled: an order, a refund or a dispute under
 * way. An event whose times are not known is taken for one in the future, and an organization whose sales are not all known for one that owes.
 */
export async function owesSomething(em: Tx, organizationId: string): Promise<boolean> {
  const found = await row<{ owes: boolean }>(
    em,
    sql`select not o.sales_known
          or exists (select 1 from sold_order s where s.organization_id = o.id and not s.is_settled)
          or exists (select 1 from sold_order s join open_claim c on c.order_id = s.order_id and not c.is_settled where s.organization_id = o.id)
          or exists (
            select 1 from sold_order s left join event_end e on e.event_id = s.event_id
            where s.organization_id = o.id and (e.ends_at is null or e.ends_at > app_now())
            group by s.event_id
            having sum(s.tickets) > coalesce((
              select sum(r.tickets) from returned_tickets r where r.organization_id = o.id and r.event_id = s.event_id
            ), 0)
          ) as owes
        from organization o where o.id = ${organizationId}`,
  );
  return found?.owes ?? false;
}
