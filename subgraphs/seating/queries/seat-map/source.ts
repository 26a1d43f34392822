// Reads what the layout of an event is made of. All but the access code never changes once an event is on sale. Raw SQL in prepared
// statements, as all reads of seats.
import type { Database } from "../../../../platform/postgres/database.ts";
import { sql } from "../../../../platform/postgres/sql.ts";
import type { MappedHall, MappedRow } from "../../../../domain/seat-map/layout.ts";
import type { SaleHall } from "../../../../domain/seat-plan.ts";

type Reading = Pick<Database, "prepared">;

export interface Access {
  /** Hash of the code that a request must have; null for an event that is open to all. */
  accessHash: string | null;
}

/** Undefined for an event that was never on sale. */
export async function readAccess(database: Reading, eventId: string): Promise<Access | undefined> {
  const [sale] = await database.prepared<Access>(
    "seat map access",
    sql`select access_hash from sale where event_id = ${eventId}::uuid and not is_tombstone(event_id, organization_id)`,
  );
  return sale;
}

export async function readMappedHall(database: Reading, eventId: string): Promise<MappedHall> {
  const [sections, tiers, rows, [stored]] = await Promise.all([
    database.prepared<{ id: string; name: string }>(
      "seat map sections",
      sql`select section_id as id, name from sale_section where event_id = ${eventId}::uuid order by no`,
    ),
    database.prepared<{ id: string; name: string }>(
      "seat map tiers",
      sql`select tier_id as id, name from sale_tier where event_id = ${eventId}::uuid order by no`,
    ),
    database.prepared<MappedRow>(
      "seat map rows",
      sql`select section_no, row_no, min(row_label) as label, min(no) as first_no, array_agg(number order by no) as numbers,
            array_agg(block order by no) as blocks, array_agg(wheelchair order by no) as wheelchair, array_agg(tier_no order by no) as tier_nos
          from seat where event_id = ${eventId}::uuid group by section_no, row_no order by first_no`,
    ),
    database.prepared<{ hall: SaleHall }>("hall", sql`select hall from sale_hall where event_id = ${eventId}::uuid`),
  ]);
  return { eventId, sections, tiers, rows, hall: stored?.hall };
}
