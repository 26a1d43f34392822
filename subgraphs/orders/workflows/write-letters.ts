// Writes the letters of a mailing, and jobs that send them, by a job that resumes after a crash. The letters of some orders, their jobs and the
// progress are one transaction. The id of a letter is derived from the mailing and its recipient: no letter is written twice.
import { reach } from "../../../platform/core/fault-points.ts";
import { inSeconds, scheduleMany, type JobContext } from "../../../platform/jobs/jobs.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import type { NotificationDeps } from "../commands/write-notifications.ts";
import { EventFactsEntity } from "../entities/event-facts.ts";
import { MailingEntity, type Mailing } from "../entities/mailing.ts";
import { JOBS } from "../job-names.ts";

/** Orders per transaction. */
const ORDERS_TOGETHER = 200;
/** Pause between transactions, so that other mail is sent in between. */
const PAUSE_SECONDS = 1;
/** Letters per job: after a crash these are sent again, with the same Message-ID. */
export const LETTERS_TOGETHER = 20;

type Job = Pick<JobContext, "database" | "complete" | "postpone">;

export async function writeLetters(job: Job, { sendsMail }: NotificationDeps, mailingId: string): Promise<void> {
  await job.database.transaction(async (tx) => {
    const mailing = await tx.findOne(MailingEntity, { id: mailingId }, LOCKED);
    if (!mailing || mailing.status === "DONE") return job.complete(tx);
    if (mailing.status === "WAITING") {
      const facts = await tx.findOne(EventFactsEntity, { eventId: mailing.eventId });
      if (!facts || facts.version < mailing.eventVersion) return job.postpone(tx, inSeconds(PAUSE_SECONDS));
      if (!sendsMail || isNeedless(mailing as Mailing, facts)) {
        await tx.nativeUpdate(MailingEntity, { id: mailingId }, { status: "DONE" });
        return job.complete(tx);
      }
    }
    const isLast = await writeSome(tx, mailing as Mailing);
    reach("letters written, not committed");
    await (isLast ? job.complete(tx) : job.postpone(tx, inSeconds(PAUSE_SECONDS)));
  });
}

/** A change that was taken back before anybody was told. */
function isNeedless(mailing: Mailing, facts: { startsAt: Date; place: string }): boolean {
  const { kind, oldStartsAt, oldPlace, refundUntil } = mailing;
  const isAsBefore =
    (oldStartsAt === null || oldStartsAt.getTime() === facts.startsAt.getTime()) &&
    (oldPlace === null || oldPlace === facts.place);
  return kind === "EVENT_CHANGED" && isAsBefore && refundUntil === null;
}

interface Written {
  lastOrderId: string | null;
  orders: number;
  letterIds: string[];
}

/**
 * Holders get a letter, and of a change the buyer, too. A person gets the organizer's letter once, other letters once for each order. True if
 * these were the last orders.
 */
async function writeSome(tx: Tx, mailing: Mailing): Promise<boolean> {
  const { id, eventId, organizationId, kind, tierName, sectionId, lastOrderId } = mailing;
  const isOnce = kind === "ORGANIZER_LETTER";
  const rest = sql`p.id > coalesce(${lastOrderId}::uuid, '00000000-0000-0000-0000-000000000000') and p.status in ('CONFIRMED', 'PARTIALLY_REFUNDED')
              order by p.id limit ${ORDERS_TOGETHER}`;
  const written = await row<Written>(
    tx,
    sql`with next as (
          select id, buyer_id from (
            (select p.id, p.buyer_id from purchase p where p.event_id = ${eventId} and ${rest})
            union all
            (select p.id, p.buyer_id from purchase p where p.more_event_ids <> '{}' and p.more_event_ids @> array[${eventId}::uuid] and ${rest})
          ) p order by id limit ${ORDERS_TOGETHER}
        ), held as (
          select distinct t.order_id, t.holder_id, n.buyer_id
          from next n join ticket t on t.order_id = n.id join order_item i on i.order_id = t.order_id and i.position = t.position
          where t.event_id = ${eventId} and t.status <> 'CANCELLED' and (${tierName}::text is null or i.tier_name = ${tierName})
            and (${sectionId}::uuid is null or i.section_id = ${sectionId})
        ), person as (
          select order_id, holder_id as recipient_id from held
          union select order_id, buyer_id from held where ${kind === "EVENT_CHANGED"}
        ), written as (
          insert into letter (id, order_id, recipient_id, kind, mailing_id)
          select md5(${id}::text || recipient_id::text || case when ${isOnce} then '' else order_id::text end)::uuid,
            order_id, recipient_id, ${kind}, ${id}::uuid
          from person p
          -- Tickets of the counter without a guest belong to the organization.
          where p.recipient_id <> ${organizationId} and not (${isOnce} and exists (select from unsubscribed u where u.user_id = p.recipient_id and u.organization_id = ${organizationId}))
          on conflict (id) do nothing returning id
        )
        select (select n.id from next n order by n.id desc limit 1) as last_order_id, (select count(*)::int from next) as orders,
          array(select w.id from written w order by w.id)::text[] as letter_ids`,
  );
  const { letterIds, orders } = written!;
  const isLast = orders < ORDERS_TOGETHER;
  const jobs: string[][] = [];
  for (let from = 0; from < letterIds.length; from += LETTERS_TOGETHER)
    jobs.push(letterIds.slice(from, from + LETTERS_TOGETHER));
  await scheduleMany(
    tx,
    "orders",
    JOBS.notifications,
    jobs.map((ids) => ({ key: ids[0]!, body: { letterIds: ids } })),
  );
  await tx.nativeUpdate(
    MailingEntity,
    { id },
    {
      status: isLast ? "DONE" : "WRITING",
      letters: mailing.letters + letterIds.length,
      lastOrderId: written!.lastOrderId ?? lastOrderId,
    },
  );
  return isLast;
}
