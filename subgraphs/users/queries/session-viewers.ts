// Whom access tokens stand for, for the gateway.
import { MAX_MEMBERSHIPS } from "../../../platform/identity/identity.ts";
import { uuidOrNull } from "../../../platform/core/input.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { isYoung } from "../entities/session.ts";
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

/** In the order of the ids; null for a session that has ended, or never was. */
export async function findSessionViewers(
  { database, loaders }: { database: Database; loaders: Loaders },
  { platformStaff, sessionDays }: Pick<UsersConfig, "platformStaff" | "sessionDays">,
  verification: Verification,
  sessionIds: readonly string[],
): Promise<(SessionViewer | null)[]> {
  const ids = sessionIds.map(uuidOrNull).filter((id) => id !== null);
  const open = await rows<{
    id: string;
    userId: string;
    email: string;
    emailVerifiedAt: Date | null;
    mustVerify: boolean;
  }>(
    database.read(),
    sql`select s.id, s.user_id, u.email, u.email_verified_at, u.must_verify from session s join app_user u on u.id = s.user_id
        where s.id = any(${ids}::uuid[]) and s.ended_at is null and u.status = 'ACTIVE' and ${isYoung(sessionDays)}`,
  );
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
