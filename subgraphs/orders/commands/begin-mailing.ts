// Begins letters to all people with tickets for an event. workflows/write-letters.ts writes them.
import type { Tx } from "../../../platform/postgres/database.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { schedule, unschedule } from "../../../platform/jobs/jobs.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { EventFactsEntity } from "../entities/event-facts.ts";
import { MailingEntity } from "../entities/mailing.ts";
import { lateCodesOf } from "../entities/late-codes.ts";
import { JOBS } from "../job-names.ts";

/** As in the message of catalog. */
interface AnnouncedChange {
  eventId: string;
  organizationId: string;
  version: number;
  oldStartsAt: string | null;
  oldPlace: string | null;
  refundUntil: string | null;
}

/**
 * Changes within `delaySeconds` are told in one letter, which compares the event with what people knew before the first of them. Messages may
 * arrive in any order.
 */
export async function beginChangeLetters(
  tx: Tx,
  { eventId, organizationId, version, oldStartsAt, oldPlace, refundUntil }: AnnouncedChange,
  delaySeconds: number,
): Promise<void> {
  const mailing = await row<{ id: string }>(
    tx,
    sql`insert into mailing as m (id, event_id, organization_id, kind, event_version, old_starts_at, old_place, refund_until)
        values (${uuid()}, ${eventId}, ${organizationId}, 'EVENT_CHANGED', ${version}, ${oldStartsAt}::timestamptz, ${oldPlace}, ${refundUntil}::timestamptz)
        on conflict (event_id) where kind = 'EVENT_CHANGED' and status = 'WAITING' do update set
          event_version = greatest(m.event_version, excluded.event_version),
          created_at = excluded.created_at,
          old_starts_at = case when excluded.event_version < m.event_version then coalesce(excluded.old_starts_at, m.old_starts_at)
                               else coalesce(m.old_starts_at, excluded.old_starts_at) end,
          old_place = case when excluded.event_version < m.event_version then coalesce(excluded.old_place, m.old_place)
                           else coalesce(m.old_place, excluded.old_place) end,
          refund_until = case when excluded.event_version < m.event_version then coalesce(m.refund_until, excluded.refund_until)
                              else coalesce(excluded.refund_until, m.refund_until) end
        returning id`,
  );
  await schedule(tx, "orders", JOBS.mailing, mailing!.id, { mailingId: mailing!.id }, { inSeconds: delaySeconds });
}

/** Time before the event at which people are reminded. */
const REMINDED_BEFORE_MS = 86_400_000;

/** Reschedules the reminder for a new start. Less than a day before the event there is none: the confirmation, or the letter about the change, is recent. */
export async function scheduleReminder(tx: Tx, eventId: string, startsAt: Date): Promise<void> {
  await unschedule(tx, JOBS.remind, eventId);
  const at = new Date(startsAt.getTime() - REMINDED_BEFORE_MS);
  const due = await rows(tx, sql`select 1 where ${at}::timestamptz > app_now()`);
  if (due.length > 0) await schedule(tx, "orders", JOBS.remind, eventId, { eventId }, { at });
}

/** It brings the tickets if their codes are not shown at once, so it waits for them. Events that were described before organizations were sent with them get no reminder. */
export async function beginReminder(tx: Tx, eventId: string): Promise<void> {
  const facts = await tx.findOne(EventFactsEntity, { eventId });
  if (!facts?.organizationId) return;
  const [late] = await lateCodesOf(tx, [eventId]);
  if (late && !late.isShown && late.shownFrom) {
    await schedule(tx, "orders", JOBS.remind, eventId, { eventId }, { at: late.shownFrom });
    return;
  }
  const { organizationId, version: eventVersion } = facts;
  const id = uuid();
  await tx.insert(MailingEntity, { id, eventId, organizationId, kind: "EVENT_REMINDER", eventVersion });
  await schedule(tx, "orders", JOBS.mailing, id, { mailingId: id });
}
