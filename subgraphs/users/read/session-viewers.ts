// Whom access tokens stand for, for the gateway.
import { uuidOrNull } from "../../../platform/input.ts";
import { rows, sql } from "../../../platform/sql.ts";
import type { Context } from "../access.ts";
import type { Membership } from "../entities/membership.ts";

export interface SessionViewer {
  userId: string;
  staff: boolean;
  memberships: Membership[];
}

/** In the order of the ids; null for a session that has ended, or never was. */
export async function findSessionViewers(
  { database, loaders }: Context,
  platformStaff: ReadonlySet<string>,
  sessionIds: readonly string[],
): Promise<(SessionViewer | null)[]> {
  const ids = sessionIds.map(uuidOrNull).filter((id) => id !== null);
  const open = await rows<{ id: string; userId: string }>(
    database.read(),
    sql`select s.id, s.user_id from session s join app_user u on u.id = s.user_id
        where s.id = any(${ids}::uuid[]) and s.ended_at is null and u.status = 'ACTIVE'`,
  );
  const userOf = new Map(open.map(({ id, userId }) => [id, userId]));
  return Promise.all(
    sessionIds.map(async (sessionId) => {
      const userId = userOf.get(sessionId);
      if (userId === undefined) return null;
      return {
        userId,
        staff: platformStaff.has(userId),
        memberships: await loaders.membershipsOfUser.load(userId),
      };
    }),
  );
}
