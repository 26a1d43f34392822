// Sessions: begun by a sign-in, continued by a chain of refresh tokens, and ended for good. A used refresh token that returns late was
// stolen or leaked, so it ends the session.
import { NotFound } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import type { Actor } from "../../../platform/identity/identity.ts";
import type { KeptRows } from "../../../platform/jobs/kept-rows.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import type { Proof } from "../entities/second-factor.ts";
import type { Limits, Origin, SessionKind } from "../entities/session.ts";
import { SESSIONS_TOPIC } from "../../../schema/redis-access.ts";
import { statement } from "../entities/tables.ts";
import { hashToken, REFRESH_TOKEN_DAYS, type Tokens } from "../credentials/tokens.ts";
import { deleteGrantsOf } from "./openid-records.ts";
import { noteDevice } from "./known-devices.ts";

/** Time within which a repeated use counts as a retry after a lost answer. */
const REPEAT_SECONDS = 10;

const newToken = statement((db, { tokenHash, sessionId }: { tokenHash: string; sessionId: string }, { sql: by }) =>
  db
    .insertInto("refresh_token")
    .values({ tokenHash, sessionId, expiresAt: by`now() + ${`${REFRESH_TOKEN_DAYS} days`}::interval` })
    .onConflict((known) => known.doNothing()),
);

interface NewSession {
  id: string;
  userId: string;
  device: string | null;
  place: string | null;
  amr: Proof[];
  kind: SessionKind;
  scopes: readonly string[] | null;
  actorKind: Actor["kind"] | null;
  actorId: string | null;
  eventIds: readonly string[] | null;
}

const newSession = statement((db, given: NewSession, { sql: by }) =>
  db.insertInto("session").values({
    id: given.id,
    userId: given.userId,
    device: given.device,
    place: given.place,
    kind: given.kind,
    actorKind: given.actorKind,
    actorId: given.actorId,
    lastSeenAt: by`app_now()`,
    amr: by<Proof[]>`${given.amr}::text[]`,
    authTime: by`app_now()`,
    scopes: by<string[]>`${given.scopes}::text[]`,
    eventIds: by<string[]>`${given.eventIds}::uuid[]`,
  }),
);

async function store(tx: Tx, token: string, sessionId: string): Promise<void> {
  await newToken.change(tx, { tokenHash: hashToken(token), sessionId });
}

export interface BegunSession {
  sessionId: string;
  userId: string;
  refreshToken: string;
  /** Of a limited session; null: not limited. */
  scopes: readonly string[] | null;
}

export async function beginSession(
  tx: Tx,
  tokens: Tokens,
  userId: string,
  { device, place }: Origin,
  amr: Proof[],
  refreshToken = tokens.firstRefreshToken(),
  limits: Limits | null = null,
): Promise<BegunSession> {
  const sessionId = uuid();
  await newSession.change(tx, {
    id: sessionId,
    userId,
    device: device ?? null,
    place: place ?? null,
    amr,
    kind: limits?.kind ?? "USER",
    scopes: limits?.scopes ?? null,
    actorKind: limits?.actor.kind ?? null,
    actorId: limits?.actor.id ?? null,
    eventIds: limits?.eventIds ?? null,
  });
  await store(tx, refreshToken, sessionId);
  // A guest gets no alert about new devices: there is no account to take over.
  if (limits?.kind !== "GUEST") await noteDevice(tx, tokens, userId, { device, place });
  return { sessionId, userId, refreshToken, scopes: limits?.scopes ?? null };
}

/** Locks the token: of two concurrent uses, the second finds it used. */
const usedToken = statement((db, { tokenHash, sessionDays }: { tokenHash: string; sessionDays: string }, { sql: by }) =>
  db
    .selectFrom("refresh_token as t")
    .innerJoin("session as s", "s.id", "t.sessionId")
    .innerJoin("app_user as u", "u.id", "s.userId")
    .select((of) => [
      "t.sessionId",
      "s.userId",
      "s.scopes",
      of
        .and([
          of("s.endedAt", "is", null),
          of("t.expiresAt", ">", by<Date>`now()`),
          of("u.status", "=", "ACTIVE"),
          of("s.createdAt", ">", by<Date>`app_now() - ${sessionDays}::interval`),
        ])
        .as("usable"),
      of
        .and([
          of("t.usedAt", "is not", null),
          of("t.usedAt", "<", by<Date>`now() - ${`${REPEAT_SECONDS} s`}::interval`),
        ])
        .as("repeated"),
    ])
    .where("t.tokenHash", "=", tokenHash)
    .forUpdate("t"),
);

interface Seen {
  tokenHash: string;
  sessionId: string;
  device: string | null;
  place: string | null;
}

const useToken = statement((db, { tokenHash, sessionId, device, place }: Seen, { sql: by }) =>
  db
    .with("seen", (also) =>
      also
        .updateTable("session")
        .set((of) => ({
          lastSeenAt: by<Date>`app_now()`,
          device: of.fn.coalesce(by<string>`${device}::text`, "device"),
          place: of.fn.coalesce(by<string>`${place}::text`, "place"),
        }))
        .where("id", "=", sessionId),
    )
    .updateTable("refresh_token")
    .set((of) => ({ usedAt: of.fn.coalesce("usedAt", by<Date>`now()`) }))
    .where("tokenHash", "=", tokenHash),
);

const knownToken = statement((db, { tokenHashes }: { tokenHashes: string[] }, { sql: by }) =>
  db
    .selectFrom("refresh_token")
    .select("tokenHash")
    .where((of) => by<boolean>`${of.ref("tokenHash")} = any(${tokenHashes}::text[])`),
);

/** Returns the refreshed session; undefined for an invalid token. A token that was used before, and not just now, also ends its session. */
export async function refreshSession(
  tx: Tx,
  tokens: Tokens,
  notifier: ChangeNotifier,
  refreshToken: string,
  { sessionDays, device, place }: Origin & { sessionDays: number },
): Promise<BegunSession | undefined> {
  const tokenHash = hashToken(refreshToken);
  const found = await usedToken.row(tx, { tokenHash, sessionDays: `${sessionDays} days` });
  if (!found?.usable) return undefined;
  if (found.repeated) {
    await endSession(tx, notifier, found.sessionId);
    return undefined;
  }
  await useToken.change(tx, { tokenHash, sessionId: found.sessionId, device: device ?? null, place: place ?? null });
  const [first, ...others] = tokens.nextRefreshTokens(refreshToken);
  const before = others.length > 0 && (await knownToken.row(tx, { tokenHashes: others.map(hashToken) }));
  const next = others.find((other) => before && hashToken(other) === before.tokenHash) ?? first;
  await store(tx, next, found.sessionId);
  return { sessionId: found.sessionId, userId: found.userId, refreshToken: next, scopes: found.scopes };
}

const endOne = statement((db, { sessionId }: { sessionId: string }, { sql: by }) =>
  db
    .updateTable("session")
    .set({ endedAt: by`now()` })
    .where("endedAt", "is", null)
    .where("id", "=", sessionId)
    .returning("userId"),
);

const endAll = statement((db, { userId, keep }: { userId: string; keep: string | null }, { sql: by }) =>
  db
    .updateTable("session")
    .set({ endedAt: by`now()` })
    .where("endedAt", "is", null)
    .where("userId", "=", userId)
    .where("id", "is distinct from", by<string>`${keep}::uuid`)
    .returning("userId"),
);

/** Notifies gateways, which cache a session for up to 5 seconds. */
function tellEnded(tx: Tx, notifier: ChangeNotifier, ended: { userId: string }[]): void {
  for (const userId of new Set(ended.map((session) => session.userId)))
    afterCommit(tx, () => notifier.notify(SESSIONS_TOPIC, userId));
}

const endOwn = statement((db, { userId, sessionId }: { userId: string; sessionId: string }, { sql: by }) =>
  db
    .updateTable("session")
    .set((of) => ({ endedAt: of.fn.coalesce("endedAt", by<Date>`now()`) }))
    .where("id", "=", sessionId)
    .where("userId", "=", userId)
    .returning("userId"),
);

/** Ends a session of the user; one that has ended is unchanged. @throws NotFound for a session of another user */
export async function endOwnSession(
  tx: Tx,
  notifier: ChangeNotifier,
  userId: string,
  sessionId: string,
): Promise<void> {
  const ended = await endOwn.rows(tx, { userId, sessionId });
  if (ended.length === 0) throw new NotFound("session");
  tellEnded(tx, notifier, ended);
}

export async function endSession(tx: Tx, notifier: ChangeNotifier, sessionId: string): Promise<void> {
  tellEnded(tx, notifier, await endOne.rows(tx, { sessionId }));
}

/** Retention of refresh tokens after their expiry, and of sessions that have no other token. */
const SESSIONS_KEPT = "30 days";

const forgetTokens = statement((db, { atMost }: { atMost: number }, { sql: by }) =>
  db
    .deleteFrom("refresh_token")
    .where("tokenHash", "in", (of) =>
      of
        .selectFrom("refresh_token as old")
        .select("old.tokenHash")
        .where("old.expiresAt", "<", by<Date>`app_now() - ${SESSIONS_KEPT}::interval`)
        .orderBy("old.expiresAt")
        .limit(atMost)
        .forUpdate()
        .skipLocked(),
    )
    .returning("sessionId"),
);

const forgetSessions = statement((db, { sessionIds }: { sessionIds: string[] }, { sql: by }) =>
  db
    .deleteFrom("session as s")
    .where((of) => by<boolean>`${of.ref("s.id")} = any(${sessionIds}::uuid[])`)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("refresh_token as t").select("t.tokenHash").whereRef("t.sessionId", "=", "s.id"))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("email_code as c").select("c.id").whereRef("c.sessionId", "=", "s.id"))),
    ),
);

export const keptSessions: KeptRows = {
  table: "refresh_token",
  policy: `for ${SESSIONS_KEPT} after they ran out, with their sessions`,
  forget: (database, atMost) =>
    database.transaction(async (tx) => {
      const over = await forgetTokens.rows(tx, { atMost });
      await forgetSessions.change(tx, { sessionIds: over.map(({ sessionId }) => sessionId) });
      return over.length;
    }),
};

const endChallenges = statement((db, { userId }: { userId: string }, { sql: by }) =>
  db
    .updateTable("sign_in_challenge")
    .set({ endedAt: by`app_now()` })
    .where("userId", "=", userId)
    .where("endedAt", "is", null),
);

/**
 * Ends all sessions of a user, except `keep`, and sign-ins that wait for a second factor. Without `keep` also what the user has allowed to
 * apps, which else may outlive sessions.
 */
export async function endSessionsOf(
  tx: Tx,
  notifier: ChangeNotifier,
  userId: string,
  keep: string | null = null,
): Promise<void> {
  // First: a sign-in that ends its challenge at this moment has begun its session then.
  await endChallenges.change(tx, { userId });
  if (keep === null) await deleteGrantsOf(tx, userId);
  tellEnded(tx, notifier, await endAll.rows(tx, { userId, keep }));
}
