// Letters of organizers, and who gets them.
import type { Database } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import {
  countAudience,
  type Audience,
  type AudienceCount,
  type OrganizerLetter,
} from "../entities/organizer-letter.ts";

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

export async function audienceOf(database: Database, audience: Audience): Promise<AudienceCount> {
  return (await row<AudienceCount>(database.read(), countAudience(audience)))!;
}

export async function isUnsubscribed(
  database: Database,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<boolean> {
  const found = await rows(
    database.read(),
    sql`select 1 from unsubscribed where organization_id = ${organizationId} and user_id = current_account(${userId}::uuid)`,
  );
  return found.length > 0;
}
