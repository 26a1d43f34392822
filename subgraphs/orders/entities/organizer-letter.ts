import { sql, type Sql } from "../../../platform/postgres/sql.ts";

/** A letter of the organizer, with the numbers of its recipients. */
export interface OrganizerLetter {
  id: string;
  eventId: string;
  subject: string;
  body: string;
  tierName: string | null;
  sectionId: string | null;
  writtenBy: string;
  writtenAt: Date;
  isWritten: boolean;
  recipients: number;
  pending: number;
  sent: number;
  failed: number;
  skipped: number;
}

export interface Audience {
  eventId: string;
  organizationId: string;
  tierName: string | null;
  sectionId: string | null;
}

export interface AudienceCount {
  recipients: number;
  unsubscribed: number;
}

/** Holders of tickets that are not cancelled. */
export function countAudience({ eventId, organizationId, tierName, sectionId }: Audience): Sql {
  return sql`select count(*) filter (where not is_out)::int as recipients, count(*) filter (where is_out)::int as unsubscribed
        from (
          select distinct t.holder_id,
            exists (select from unsubscribed u where u.user_id = t.holder_id and u.organization_id = ${organizationId}) as is_out
          from ticket t join order_item i on i.order_id = t.order_id and i.position = t.position
          where t.event_id = ${eventId} and t.status <> 'CANCELLED' and (${tierName}::text is null or i.tier_name = ${tierName})
            and (${sectionId}::uuid is null or i.section_id = ${sectionId})
        ) person`;
}
