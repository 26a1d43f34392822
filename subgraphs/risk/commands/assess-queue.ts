// Assesses the entries of a queue, between its close and its draw. Seating holds the suspicious ones for review. Raw SQL: one statement for up to a
// million entries.
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { publishMany } from "../../../platform/messaging/outbox.ts";
import { change, rows, sql } from "../../../platform/postgres/sql.ts";
import { QueueAssessed } from "../../../schema/messages/risk.ts";
import { isDisposable, type Reason } from "../scoring/score.ts";
import { BURST_OF_DOMAIN, BURST_OF_NETWORK, reasonsToHold, type EntryFeatures } from "../scoring/score-entry.ts";

/** Entries of a message: some 100 KB. */
const ENTRIES_A_MESSAGE = 500;
/** Nobody looks at more of them. Further entries are drawn. */
const MOST_SUSPICIOUS = 100_000;

export interface SuspiciousEntry {
  entryId: string;
  reasons: Reason[];
}

/** @param end ends the job in the transaction that publishes */
export async function assessQueue(database: Database, eventId: string, end: (tx: Tx) => Promise<void>): Promise<void> {
  // Before the transaction: those that publish are short.
  const suspicious = await suspiciousEntries(database, eventId);
  const parts = Math.max(1, Math.ceil(suspicious.length / ENTRIES_A_MESSAGE));
  await database.transaction(async (tx) => {
    await end(tx);
    const isFirst = await change(
      tx,
      sql`update queue_assessment set assessed_at = now() where event_id = ${eventId}::uuid and assessed_at is null`,
    );
    if (isFirst === 0) return;
    await publishMany(
      tx,
      QueueAssessed,
      Array.from({ length: parts }, (_, index) => ({
        key: eventId,
        body: {
          ...{ eventId, part: index + 1, parts },
          suspicious: suspicious
            .slice(index * ENTRIES_A_MESSAGE, (index + 1) * ENTRIES_A_MESSAGE)
            .map(({ entryId, reasons }) => ({
              entryId,
              reasons: reasons.map(({ code, detail }) => ({ code, detail })),
            })),
        },
      })),
    );
    reach("queue assessed, not committed");
  });
}

async function suspiciousEntries(database: Database, eventId: string): Promise<SuspiciousEntry[]> {
  const domains = await rows<{ emailDomain: string }>(
    database.read(),
    sql`select distinct coalesce(v.email_domain, b.email_domain) as email_domain
        from queue_entrant e left join buyer b using (user_id) left join verified_email v using (user_id)
        where e.event_id = ${eventId}::uuid and coalesce(v.email_domain, b.email_domain) is not null`,
  );
  const disposable = domains.map(({ emailDomain }) => emailDomain).filter(isDisposable);
  const candidates = await candidatesOf(database, eventId, disposable);
  return candidates
    .map(({ entryId, ...features }) => ({ entryId, reasons: reasonsToHold(features) }))
    .filter(({ reasons }) => reasons.length > 0);
}

/** Entries with a signal that can hold them. Accounts within half an hour before and after one are a burst. */
function candidatesOf(
  database: Database,
  eventId: string,
  disposable: readonly string[],
): Promise<(EntryFeatures & { entryId: string })[]> {
  return rows(
    database.read(),
    sql`with entrant as (
          select e.entry_id, e.network, nullif(coalesce(v.email_domain, b.email_domain), '') as email_domain, b.registered_at,
            extract(epoch from e.joined_at - b.registered_at)::int as account_age_seconds
          from queue_entrant e left join buyer b using (user_id) left join verified_email v using (user_id)
          where e.event_id = ${eventId}::uuid
        ), counted as (
          select entry_id, coalesce(email_domain, '') as email_domain, account_age_seconds,
            case when network is null then 0 else count(*) over of_network end::int as network_entries,
            case when network is null or registered_at is null then 0 else count(*) over near_in_network end::int as network_burst,
            case when email_domain is null then 0 else count(*) over of_domain end::int as domain_entries,
            case when email_domain is null or registered_at is null then 0 else count(*) over near_in_domain end::int as domain_burst
          from entrant
          window of_network as (partition by network), of_domain as (partition by email_domain),
            near_in_network as (partition by network order by registered_at range between interval '30 minutes' preceding and interval '30 minutes' following),
            near_in_domain as (partition by email_domain order by registered_at range between interval '30 minutes' preceding and interval '30 minutes' following)
        )
        select * from counted
        where email_domain = any(${disposable}::text[]) or network_burst >= ${BURST_OF_NETWORK}::int or domain_burst >= ${BURST_OF_DOMAIN}::int
        order by network_burst desc, entry_id limit ${MOST_SUSPICIOUS}`,
  );
}
