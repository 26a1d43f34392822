// What a person would lose with the account.
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

export interface DeletionConsequences {
  validTickets: number;
  openOrders: number;
}

/** Assumed duration of an event without an end, as in catalog. */
const USUAL_HOURS = "6 hours";

export async function deletionConsequencesOf(database: Database, userId: string): Promise<DeletionConsequences> {
  const found = await row<DeletionConsequences>(
    database.read(),
    sql`select
          (select count(*)::int from ticket t left join event_facts f using (event_id) where t.holder_id = ${userId} and t.status = 'VALID'
            and coalesce(f.ends_at, f.starts_at + ${USUAL_HOURS}::interval, 'infinity') > app_now()) as valid_tickets,
          (select count(*)::int from purchase where buyer_id = ${userId} and status in ('AWAITING_PAYMENT', 'PROCESSING', 'IN_REVIEW')) as open_orders`,
  );
  return found!;
}
