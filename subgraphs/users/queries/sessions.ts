// Open sessions of a person.
import type { Database } from "../../../platform/postgres/database.ts";
import type { SignedIn } from "../entities/signed-in.ts";
import { statement } from "../entities/tables.ts";

const MOST = 100;

const openSessions = statement((db, { userId, sessionDays }: { userId: string; sessionDays: string }, { sql }) =>
  db
    .selectFrom("session as s")
    .select(["s.id", "s.userId", "s.device", "s.place", "s.createdAt", "s.amr", "s.kind"])
    .select((of) => of.fn.coalesce("s.lastSeenAt", "s.createdAt").as("lastSeenAt"))
    .where("s.userId", "=", userId)
    .where("s.endedAt", "is", null)
    .where("s.createdAt", ">", sql<Date>`app_now() - ${sessionDays}::interval`)
    // A session whose last token has expired cannot be continued.
    .where(({ exists, selectFrom, or }) =>
      or([
        exists(
          selectFrom("refresh_token as t")
            .select("t.tokenHash")
            .whereRef("t.sessionId", "=", "s.id")
            .where("t.expiresAt", ">", sql<Date>`now()`),
        ),
        exists(
          selectFrom("support_view as v")
            .select("v.sessionId")
            .whereRef("v.sessionId", "=", "s.id")
            .where("v.expiresAt", ">", sql<Date>`app_now()`),
        ),
      ]),
    )
    .orderBy("lastSeenAt", "desc")
    .orderBy("s.id", "desc")
    .limit(MOST),
);

/** Open sessions of a user, last seen first; at most 100. */
export async function findSessions(database: Database, userId: string, sessionDays: number): Promise<SignedIn[]> {
  return openSessions.rows(database.read(), { userId, sessionDays: `${sessionDays} days` });
}
