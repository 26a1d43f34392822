// Sessions: begun by signing in, carried on by one refresh token at a time, ended for good.
// A refresh token that comes back late was stolen or leaked, so the whole session ends.
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import type { KeptRows } from "../../../platform/jobs/kept-rows.ts";
import type { Hints } from "../../../platform/redis/pubsub.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { isYoung } from "../entities/session.ts";
import { hashToken, REFRESH_TOKEN_DAYS, type Tokens } from "../credentials/tokens.ts";

/** Hints that a user's sessions have ended or count for something else, with the user's id. */
export const SESSIONS = "sessions";

/** A repeat within this time is taken for one whose answer was lost. */
const REPEAT_SECONDS = 10;

async function store(tx: Tx, token: string, sessionId: string): Promise<void> {
  await rows(
    tx,
    sql`insert into refresh_token (token_hash, session_id, expires_at) values (${hashToken(token)}, ${sessionId}, now() + ${`${REFRESH_TOKEN_DAYS} days`}::interval)
        on conflict do nothing`,
  );
}

export interface BegunSession {
  sessionId: string;
  userId: string;
  refreshToken: string;
}

export async function beginSession(tx: Tx, tokens: Tokens, userId: string): Promise<BegunSession> {
  const sessionId = uuid();
  await rows(tx, sql`insert into session (id, user_id) values (${sessionId}, ${userId})`);
  const refreshToken = tokens.firstRefreshToken();
  await store(tx, refreshToken, sessionId);
  return { sessionId, userId, refreshToken };
}

/** Undefined for a token that is unknown, over, or was used before: then its session is ended too. */
export async function refreshSession(
  tx: Tx,
  tokens: Tokens,
  hints: Hints,
  refreshToken: string,
  sessionDays: number,
): Promise<BegunSession | undefined> {
  const found = await row<{ sessionId: string; userId: string; usable: boolean; repeated: boolean }>(
    tx,
    sql`select t.session_id, s.user_id,
               s.ended_at is null and t.expires_at > now() and u.status = 'ACTIVE' and ${isYoung(sessionDays)} as usable,
               t.used_at is not null and t.used_at < now() - ${`${REPEAT_SECONDS} s`}::interval as repeated
        from refresh_token t join session s on s.id = t.session_id join app_user u on u.id = s.user_id
        where t.token_hash = ${hashToken(refreshToken)} for update of t`,
  );
  if (!found?.usable) return undefined;
  if (found.repeated) {
    await endSessions(tx, hints, sql`id = ${found.sessionId}`);
    return undefined;
  }
  await rows(
    tx,
    sql`update refresh_token set used_at = coalesce(used_at, now()) where token_hash = ${hashToken(refreshToken)}`,
  );
  const [first, ...others] = tokens.nextRefreshTokens(refreshToken);
  const before =
    others.length > 0 &&
    (await row<{ tokenHash: string }>(
      tx,
      sql`select token_hash from refresh_token where token_hash = any(${others.map(hashToken)}::text[])`,
    ));
  const next = others.find((other) => before && hashToken(other) === before.tokenHash) ?? first;
  await store(tx, next, found.sessionId);
  return { sessionId: found.sessionId, userId: found.userId, refreshToken: next };
}

async function endSessions(tx: Tx, hints: Hints, which: ReturnType<typeof sql>): Promise<void> {
  const ended = await rows<{ userId: string }>(
    tx,
    sql`update session set ended_at = now() where ended_at is null and ${which} returning user_id`,
  );
  // Gateways believe a session for up to 5 seconds; the hint makes them look again at once.
  for (const userId of new Set(ended.map((session) => session.userId)))
    afterCommit(tx, () => hints.send(SESSIONS, userId));
}

export function endSession(tx: Tx, hints: Hints, sessionId: string): Promise<void> {
  return endSessions(tx, hints, sql`id = ${sessionId}`);
}

/** A session without a token that could carry it on has ended: so long after that it is forgotten. */
const SESSIONS_KEPT = "30 days";

export const keptSessions: KeptRows = {
  table: "refresh_token",
  policy: `for ${SESSIONS_KEPT} after they ran out, with their sessions`,
  forget: (database, atMost) =>
    database.transaction(async (tx) => {
      const over = await rows<{ sessionId: string }>(
        tx,
        sql`delete from refresh_token where token_hash in (
              select token_hash from refresh_token where expires_at < app_now() - ${SESSIONS_KEPT}::interval
              order by expires_at limit ${atMost} for update skip locked)
            returning session_id`,
      );
      await rows(
        tx,
        sql`delete from session s where id = any(${over.map(({ sessionId }) => sessionId)}::uuid[])
              and not exists (select from refresh_token where session_id = s.id) and not exists (select from email_code where session_id = s.id)`,
      );
      return over.length;
    }),
};

/** Ends all sessions of a user, but for the one to keep. */
export function endSessionsOf(tx: Tx, hints: Hints, userId: string, keep: string | null = null): Promise<void> {
  return endSessions(tx, hints, sql`user_id = ${userId} and id is distinct from ${keep}::uuid`);
}
