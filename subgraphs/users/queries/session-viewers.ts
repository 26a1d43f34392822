// Whom access tokens stand for, for the gateway.
import { MAX_MEMBERSHIPS } from "../../../platform/identity/identity.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { statement } from "../entities/tables.ts";
import type { UsersConfig } from "../config.ts";
import type { Membership } from "../entities/membership.ts";
import { isRestricted, type Verification } from "../entities/user.ts";
import type { Loaders } from "./loaders.ts";

export interface SessionViewer {
  userId: string;
  staff: boolean;
  verified: boolean;
  memberships: Membership[];
}

/** A session ends so long after it began, however often it was refreshed. */
const openSessions = statement((db, { ids, age }: { ids: readonly string[]; age: string }, { sql }) =>
  db
    .selectFrom("session as s")
    .innerJoin("app_user as u", "u.id", "s.userId")
    .select(["s.id", "s.userId", "u.email", "u.emailVerifiedAt", "u.mustVerify"])
    .where((of) => sql<boolean>`${of.ref("s.id")} = any(${ids}::uuid[])`)
    .where("s.endedAt", "is", null)
    .where("u.status", "=", "ACTIVE")
    .where("s.createdAt", ">", sql<Date>`app_now() - ${age}::interval`)
    .$narrowType<{ email: string }>(),
);

/** In the order of the ids; null for a session that has ended, or never was. */
export async function findSessionViewers(
  { database, loaders }: { database: Database; loaders: Loaders },
  { platformStaff, sessionDays }: Pick<UsersConfig, "platformStaff" | "sessionDays">,
  verification: Verification,
  sessionIds: readonly string[],
): Promise<(SessionViewer | null)[]> {
  const ids = sessionIds.map(uuidOrNull).filter((id) => id !== null);
  const open = await openSessions.rows(database.read(), { ids, age: `${sessionDays} days` });
  const openById = new Map(open.map((session) => [session.id, session]));
  return Promise.all(
    sessionIds.map(async (sessionId) => {
      const session = openById.get(sessionId);
      if (session === undefined) return null;
      const { userId } = session;
      return {
        userId,
        staff: platformStaff.has(userId),
        verified: !isRestricted(session, verification),
        memberships: await countingMemberships(loaders, userId),
      };
    }),
  );
}

/**
 * Those that a token can carry, chosen ones before those that somebody was added to. There are no more than that; only accounts from
 * before there was a limit may have more.
 */
async function countingMemberships(loaders: Loaders, userId: string): Promise<Membership[]> {
  const memberships = await loaders.membershipsOfUser.load(userId);
  const chosenFirst = [...memberships].sort((a, b) => Number(a.origin === "ADDED") - Number(b.origin === "ADDED"));
  return chosenFirst.slice(0, MAX_MEMBERSHIPS);
}
