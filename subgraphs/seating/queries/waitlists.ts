// Waiting lists and their entries as the API shows them.
import { z } from "zod";
import { byId } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import {
  connectionOf,
  countOf,
  cursorKey,
  pageRequest,
  type Connection,
} from "../../../platform/graphql/pagination.ts";
import { row, rows, sql, type Sql } from "../../../platform/postgres/sql.ts";
import type { Waitlist } from "../entities/waitlist.ts";
import type { WaitlistEntry } from "../entities/waitlist-entry.ts";

/** Lists by event. A list that the job has not closed yet is shown as closed. */
export const waitlistById = (database: Database) =>
  byId<Waitlist>(
    (ids) =>
      rows(
        database.read(),
        sql`select w.event_id, s.organization_id, w.offer_seconds, w.hold_back_seconds, w.closes_before_start_seconds, t.closes_at,
              case when s.state = 'CLOSED' or least(s.sales_end_at, s.closes_at) <= app_now() then 'ENDED'
                when w.state = 'OPEN' and t.closes_at <= app_now() then 'CLOSED' else w.state end as state
            from waitlist w join sale s using (event_id)
              cross join lateral (select s.starts_at - make_interval(secs => w.closes_before_start_seconds) as closes_at) t
            where w.event_id = any(${ids}::uuid[])`,
      ),
    ({ eventId }) => eventId,
  );

const selectEntries = (where: Sql) =>
  sql`select e.id, e.event_id, s.organization_id, e.no, e.user_id, e.quantity, e.at_least, e.together, e.wheelchair_places, e.joined_at, e.hold_id, e.offers,
        e.passed_because, case when e.state = 'OFFERED' and h.status = 'ACTIVE' and h.expires_at <= app_now() then 'EXPIRED' else e.state end as state,
        case when e.state = 'OFFERED' then h.expires_at end as offered_until,
        array(select t.tier_id::text from sale_tier t where t.event_id = e.event_id and t.no = any(e.tier_nos) order by t.no) as tier_ids,
        array(select c.section_id::text from sale_section c where c.event_id = e.event_id and c.no = any(e.section_nos) order by c.no) as section_ids
      from waitlist_entry e join sale s using (event_id) left join hold h on h.id = e.hold_id
      where ${where}`;

export function waitlistEntry(database: Database, id: string): Promise<WaitlistEntry | undefined> {
  return row(database.read(), selectEntries(sql`e.id = ${id}::uuid`));
}

/** Several entries, in no order. */
export function waitlistEntriesById(
  database: Pick<Database, "read">,
  ids: readonly string[],
): Promise<WaitlistEntry[]> {
  return rows(database.read(), selectEntries(sql`e.id = any(${[...ids]}::uuid[])`));
}

/** The open entry of a person, or else the last one. */
export function waitlistEntryOf(
  database: Database,
  eventId: string,
  userId: string,
): Promise<WaitlistEntry | undefined> {
  return row(
    database.read(),
    selectEntries(sql`e.event_id = ${eventId}::uuid and e.user_id = ${userId}::uuid order by e.no desc limit 1`),
  );
}

/** Number of entries that wait before this one. */
export async function aheadOf(database: Database, { eventId, no }: WaitlistEntry): Promise<number> {
  const found = await row<{ n: number }>(
    database.read(),
    sql`select count(*)::int as n from waitlist_entry where event_id = ${eventId}::uuid and state = 'WAITING' and no < ${no}::bigint`,
  );
  return found!.n;
}

const cursorSchema = z.object({ no: cursorKey.count });

export async function waitlistEntries(
  database: Database,
  eventId: string,
  args: { first?: number | null; after?: string | null },
): Promise<Connection<WaitlistEntry>> {
  const request = pageRequest(args, cursorSchema);
  const open = sql`e.event_id = ${eventId}::uuid and e.state in ('WAITING', 'OFFERED')`;
  const found = await rows<WaitlistEntry>(
    database.read(),
    selectEntries(sql`${open} and e.no > ${request.after?.no ?? 0}::bigint order by e.no limit ${request.first + 1}`),
  );
  return connectionOf(
    found,
    request,
    () => countOf(database.read(), sql`waitlist_entry e where ${open}`),
    ({ no }) => ({ no: Number(no) }),
  );
}
