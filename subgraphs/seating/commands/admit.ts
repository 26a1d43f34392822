// Admission to a sale with a waiting room: a token for the person whose turn it is, and the check of that token before seats are held.
import { LRUCache } from "lru-cache";
import { NotFound } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { selectKey } from "../../../platform/postgres/idempotency.ts";
import { row, sql } from "../../../platform/postgres/sql.ts";
import { AdmissionRequired, NotYourTurn, SaleFull } from "../errors.ts";
import type { AdmissionTokens } from "../engine/queue/admission-tokens.ts";

/** From the admission on, if the person has seats to order or to pay. */
const LONGEST_SECONDS = 1_800;
const RETRY_AT_LEAST_SECONDS = 2;
const RETRY_AT_MOST_SECONDS = 60;
const RETRY_IF_FULL_SECONDS = 5;

export interface Admission {
  token: string;
  expiresAt: Date;
  extendableUntil: Date;
}

interface Verdict {
  verdict: "ADMITTED" | "NotYourTurn" | "SaleFull" | "NotFound";
  rank: number | null;
  serving: number;
  perMinute: number;
  endsAt: Date;
  extendableUntil: Date;
}

/** Repeated by somebody who is inside it gives a new token, and the one before counts no more. @throws NotFound, NotYourTurn, SaleFull */
export async function enterSale(
  database: Database,
  tokens: AdmissionTokens,
  { eventId, userId }: { eventId: string; userId: string },
): Promise<Admission> {
  const id = uuid();
  const { verdict, rank, serving, perMinute, endsAt, extendableUntil } = await database.transaction(async (tx) => {
    const decided = await row<Verdict>(
      tx,
      sql`select * from enter_sale(${eventId}::uuid, ${userId}::uuid, ${id}::uuid, ${LONGEST_SECONDS}::int)`,
    );
    reach("person admitted, not committed");
    return decided!;
  });
  if (verdict === "NotFound") throw new NotFound("entry of a queue");
  if (verdict === "SaleFull") throw new SaleFull({ serving, retryAfterSeconds: RETRY_IF_FULL_SECONDS });
  if (verdict === "NotYourTurn")
    throw new NotYourTurn({ serving, retryAfterSeconds: retryAfter(rank, serving, perMinute) });
  const token = await tokens.sign({ id, eventId, userId, rank: rank! }, extendableUntil);
  return { token, expiresAt: endsAt, extendableUntil };
}

function retryAfter(rank: number | null, serving: number, perMinute: number): number {
  if (rank === null || perMinute <= 0) return RETRY_AT_MOST_SECONDS;
  const seconds = Math.ceil((60 * (rank - serving)) / perMinute / 2);
  return Math.min(RETRY_AT_MOST_SECONDS, Math.max(RETRY_AT_LEAST_SECONDS, seconds));
}

/** How long a process may not know of a new queue. */
const UNKNOWN_FOR_MS = 5_000;
const MOST_EVENTS = 10_000;

export interface Door {
  /**
   * @param token of a request for seats; undefined or null without
   * @param request whose repeat gets its first result
   * @throws AdmissionRequired while the event has a queue, unless the person is inside, and has sent the newest token
   */
  check(of: {
    eventId: string;
    userId: string;
    token: string | null | undefined;
    request: { mutation: string; key: string };
  }): Promise<void>;
}

/**
 * Events without a queue that is not closed are remembered, so that a request for their seats takes no statement more. A queue therefore counts from some
 * seconds after it was made on. Of an event with a queue the database decides each request, before the lock of the sale.
 */
export function createDoor(database: Database, tokens: AdmissionTokens): Door {
  const open = new LRUCache<string, true>({ max: MOST_EVENTS, ttl: UNKNOWN_FOR_MS });
  return {
    check: async ({ eventId, userId, token, request }) => {
      if (open.has(eventId)) return;
      const claims = token == null ? undefined : await tokens.verify(token);
      const isOwn = claims?.eventId === eventId && claims.userId === userId;
      const found = await row<{ isClosed: boolean; mayHold: boolean }>(
        database.read(),
        sql`select q.state = 'CLOSED' as is_closed, q.opens_at > app_now()
              or coalesce(e.state = 'INSIDE' and e.admission_id = ${isOwn ? claims.id : null}::uuid and e.admission_ends_at > app_now(), false) as may_hold
            from queue q left join queue_entry e on e.event_id = q.event_id and e.user_id = ${userId}::uuid
            where q.event_id = ${eventId}::uuid`,
      );
      // A closed queue never opens again.
      if (!found || found.isClosed) open.set(eventId, true);
      else if (!found.mayHold && !(await row(database.read(), selectKey({ userId, ...request }))))
        throw new AdmissionRequired(eventId);
    },
  };
}
