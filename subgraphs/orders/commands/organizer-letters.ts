// Letters of organizers: limits, and who wants none. workflows/write-letters.ts writes one for each recipient.
import type { Tx } from "../../../platform/postgres/database.ts";
import { badInput, NotFound, rateLimited } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { change, row, rows, sql } from "../../../platform/postgres/sql.ts";
import { CancelledEventEntity } from "../entities/event-cancellation.ts";
import { EventFactsEntity } from "../entities/event-facts.ts";
import { MailingEntity } from "../entities/mailing.ts";
import { countAudience, type AudienceCount } from "../entities/organizer-letter.ts";
import type { SendLetter } from "../inputs.ts";
import { JOBS } from "../job-names.ts";
import { audit } from "./audit.ts";
import type { NotificationDeps } from "./write-notifications.ts";

const LETTERS_A_DAY = 3;

export interface NewLetter extends SendLetter {
  eventId: string;
  organizationId: string;
}

/** Returns the letter's ID. Refusals: NotFound, IdempotencyKeyReused @throws GraphQLError BAD_USER_INPUT, RATE_LIMITED */
export async function sendLetter(
  tx: Tx,
  { sendsMail }: NotificationDeps,
  userId: string,
  { idempotencyKey: key, ...input }: NewLetter,
): Promise<Outcome> {
  return once(tx, { userId, mutation: "sendLetter", key, input }, async () => {
    const { eventId, organizationId, subject, body, tierName, sectionId } = input;
    if (!sendsMail) throw badInput("input.eventId", "can't be mailed: the operator has not set SMTP_URL");
    // Letters of one event wait for each other here, so that the limit holds.
    const facts = await tx.findOne(EventFactsEntity, { eventId }, LOCKED);
    if (!facts) throw new NotFound("event");
    if (sectionId !== null && !facts.sections?.some(({ id }) => id === sectionId)) throw new NotFound("section");
    await checkEvent(tx, eventId);
    await checkLimit(tx, eventId);
    const { recipients } = (await row<AudienceCount>(tx, countAudience(input)))!;
    if (recipients === 0) throw badInput("input", "reaches nobody: no such ticket was sold, or all have unsubscribed");
    const id = uuid();
    const letter = { subject, body, tierName, sectionId, writtenBy: userId };
    await tx.insert(MailingEntity, { id, eventId, organizationId, kind: "ORGANIZER_LETTER", ...letter });
    await schedule(tx, "orders", JOBS.mailing, id, { mailingId: id });
    await audit(tx, { organizationId, action: "sendLetter", subject: id, detail: { eventId, recipients } });
    return id;
  });
}

async function checkEvent(tx: Tx, eventId: string): Promise<void> {
  const isCancelled = (await tx.findOne(CancelledEventEntity, { eventId })) !== null;
  const over = await rows(
    tx,
    sql`select 1 from event_facts where event_id = ${eventId} and coalesce(ends_at, starts_at) < app_now()`,
  );
  if (isCancelled || over.length > 0) throw badInput("input.eventId", "is cancelled or over");
}

async function checkLimit(tx: Tx, eventId: string): Promise<void> {
  const lately = await row<{ letters: number; waitSeconds: number | null }>(
    tx,
    sql`select count(*)::int as letters, ceil(extract(epoch from min(created_at) + interval '24 hours' - app_now()))::int as wait_seconds
        from mailing where event_id = ${eventId} and kind = 'ORGANIZER_LETTER' and created_at > app_now() - interval '24 hours'`,
  );
  if (lately!.letters >= LETTERS_A_DAY) throw rateLimited(Math.max(1, lately!.waitSeconds ?? 1));
}

/** Idempotent. A guest who has become part of an account is that account. */
export async function setSubscription(
  tx: Tx,
  { organizationId, userId }: { organizationId: string; userId: string },
  isSubscribed: boolean,
): Promise<void> {
  if (isSubscribed)
    await change(
      tx,
      sql`delete from unsubscribed where organization_id = ${organizationId} and user_id = current_account(${userId}::uuid)`,
    );
  else
    await change(
      tx,
      sql`insert into unsubscribed (user_id, organization_id) select ${userId}::uuid, ${organizationId}::uuid
          where not exists (select from unsubscribed where organization_id = ${organizationId} and user_id = current_account(${userId}::uuid))`,
    );
}
