// Viewers of access tokens, for the gateway.
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

/** Open sessions. A session has a maximum age, however often it was refreshed. */
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

/** Returns viewers in the order of the ids; null for an ended or unknown session. */
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

/** Memberships that a token can carry, chosen ones before added ones. Only accounts from before the limit may have more. */
async function countingMemberships(loaders: Loaders, userId: string): Promise<Membership[]> {
  const memberships = await loaders.membershipsOfUser.load(userId);
  const chosenFirst = [...memberships].sort((a, b) => Number(a.origin === "ADDED") - Number(b.origin === "ADDED"));
  return chosenFirst.slice(0, MAX_MEMBERSHIPS);
}
