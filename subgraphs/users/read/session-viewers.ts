// Whom access tokens stand for, for the gateway.
import { uuidOrNull } from "../../../platform/input.ts";
import { rows, sql } from "../../../platform/sql.ts";
import type { Context } from "../access.ts";
import type { Membership } from "../entities/membership.ts";
import { isRestricted, type Verification } from "../entities/user.ts";

export interface SessionViewer {
  userId: string;
  staff: boolean;
  verified: boolean;
  memberships: Membership[];
}

/** In the order of the ids; null for a session that has ended, or never was. */
export async function findSessionViewers(
  { database, loaders }: Context,
  platformStaff: ReadonlySet<string>,
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
        where s.id = any(${ids}::uuid[]) and s.ended_at is null and u.status = 'ACTIVE'`,
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
        memberships: await loaders.membershipsOfUser.load(userId),
      };
    }),
  );
}
