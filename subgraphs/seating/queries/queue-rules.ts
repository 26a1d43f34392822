// Rules of queues, as they were announced: they never change, so each process reads them once.
import { LRUCache } from "lru-cache";
import type { Database } from "../../../platform/postgres/database.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";

const MOST_QUEUES = 10_000;

export interface QueueRules {
  /** Whether people who join prove some work, unless they have proved more. */
  proofOfWork: boolean;
}

/** @param policy JSON, as announced */
export function rulesOf(policy: string): QueueRules {
  const { proofOfWork } = JSON.parse(policy) as { proofOfWork?: boolean };
  return { proofOfWork: proofOfWork === true };
}

export function createQueueRules(database: Database): (eventId: string) => Promise<QueueRules | undefined> {
  const known = new LRUCache<string, QueueRules>({ max: MOST_QUEUES });
  return async (eventId) => {
    const before = known.get(eventId);
    if (before) return before;
    const found = await row<{ policy: string }>(
      database.read(),
      sql`select policy from queue where event_id = ${eventId}::uuid`,
    );
    if (!found) return undefined;
    const rules = rulesOf(found.policy);
    known.set(eventId, rules);
    return rules;
  };
}

/** Whether work would change nothing: the person has an entry, or nobody can join now. */
export async function isWorkIdle(
  database: Database,
  { eventId, userId }: { eventId: string; userId: string },
): Promise<boolean> {
  const found = await row<{ isIdle: boolean }>(
    database.read(),
    sql`select q.state = 'CLOSED' or q.opens_at > app_now()
          or exists (select from queue_entry e where e.event_id = q.event_id and e.user_id = ${userId}::uuid) as is_idle
        from queue q where q.event_id = ${eventId}::uuid`,
  );
  return found?.isIdle ?? true;
}
