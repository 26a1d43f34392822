// Letters of organizers, and who gets them.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import type { OrganizerLetter } from "../entities/organizer-letter.ts";

const MOST = 100;

/** Newest first. */
export function organizerLetters(
  database: Database,
  { eventId, id = null }: { eventId: string; id?: string | null },
): Promise<OrganizerLetter[]> {
  return rows<OrganizerLetter>(
    database.read(),
    sql`select m.id, m.event_id, m.subject, m.body, m.tier_name, m.section_id, m.written_by, m.created_at as written_at, m.status = 'DONE' as is_written,
          m.letters as recipients, l.pending, l.sent, l.failed, l.skipped
        from mailing m cross join lateral (
          select count(*) filter (where status = 'PENDING')::int as pending, count(*) filter (where status = 'SENT')::int as sent,
            count(*) filter (where status = 'FAILED')::int as failed, count(*) filter (where status = 'NEEDLESS')::int as skipped
          from letter where mailing_id = m.id
        ) l
        where m.event_id = ${eventId} and m.kind = 'ORGANIZER_LETTER' and (${id}::uuid is null or m.id = ${id}::uuid)
        order by m.created_at desc, m.id desc limit ${MOST}`,
  );
}

export interface Audience {
  eventId: string;
  organizationId: string;
  tierName: string | null;
  sectionId: string | null;
}

/** Holders of tickets that are not cancelled. */
export async function audienceOf(
  session: Tx | ReturnType<Database["read"]>,
  { eventId, organizationId, tierName, sectionId }: Audience,
): Promise<{ recipients: number; unsubscribed: number }> {
  const counted = await row<{ recipients: number; unsubscribed: number }>(
    session,
    sql`select count(*) filter (where not is_out)::int as recipients, count(*) filter (where is_out)::int as unsubscribed
        from (
          select distinct t.holder_id,
            exists (select from unsubscribed u where u.user_id = t.holder_id and u.organization_id = ${organizationId}) as is_out
          from ticket t join order_item i on i.order_id = t.order_id and i.position = t.position
          where t.event_id = ${eventId} and t.status <> 'CANCELLED' and (${tierName}::text is null or i.tier_name = ${tierName})
            and (${sectionId}::uuid is null or i.section_id = ${sectionId})
        ) person`,
  );
  return counted!;
}

export async function isUnsubscribed(
  session: Tx | ReturnType<Database["read"]>,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<boolean> {
  const found = await rows(
    session,
    sql`select 1 from unsubscribed where organization_id = ${organizationId} and user_id = current_account(${userId}::uuid)`,
  );
  return found.length > 0;
}
