// Views of accounts by platform staff.
import type { Database } from "../../../platform/postgres/database.ts";
import type { SupportView } from "../entities/support-view.ts";
import { statement } from "../entities/tables.ts";

const MOST = 100;

const viewsOf = statement((db, { userId }: { userId: string }) =>
  db
    .selectFrom("support_view as v")
    .innerJoin("session as s", "s.id", "v.sessionId")
    .select(["v.sessionId as id", "v.beganAt as at", "v.expiresAt", "s.endedAt"])
    .where("v.userId", "=", userId)
    .orderBy("v.beganAt", "desc")
    .orderBy("v.sessionId", "desc")
    .limit(MOST),
);

/** Last first; at most 100. */
export async function findSupportViews(database: Database, userId: string): Promise<SupportView[]> {
  return viewsOf.rows(database.read(), { userId });
}

/** Both sessions have not ended, and the member of staff may sign in. */
const openViews = statement((db, { ids, age }: { ids: readonly string[]; age: string }, { sql }) =>
  db
    .selectFrom("support_view as v")
    .innerJoin("session as own", "own.id", "v.staffSessionId")
    .innerJoin("app_user as staff", "staff.id", "v.staffId")
    .select(["v.sessionId", "v.staffId", "v.userId"])
    .where((of) => sql<boolean>`${of.ref("v.sessionId")} = any(${ids}::uuid[])`)
    .where("v.expiresAt", ">", sql<Date>`app_now()`)
    .where("own.endedAt", "is", null)
    .where("own.createdAt", ">", sql<Date>`app_now() - ${age}::interval`)
    .where("staff.status", "=", "ACTIVE"),
);

/** Which of these sessions are views that go on. */
export async function findOpenViews(
  database: Database,
  { platformStaff, sessionDays }: { platformStaff: ReadonlySet<string>; sessionDays: number },
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const open = await openViews.rows(database.read(), { ids, age: `${sessionDays} days` });
  const allowed = open.filter(({ staffId, userId }) => platformStaff.has(staffId) && !platformStaff.has(userId));
  return new Set(allowed.map(({ sessionId }) => sessionId));
}

const viewed = statement((db, { sessionId }: { sessionId: string }) =>
  db
    .selectFrom("support_view as v")
    .innerJoin("app_user as u", "u.id", "v.userId")
    .select(["v.beganAt", "u.email", "u.emailVerifiedAt", "u.mustVerify", "u.preferences"])
    .where("v.sessionId", "=", sessionId)
    .where("u.status", "=", "ACTIVE"),
);

/** The viewed person, for the mail; undefined if they can't sign in any more. */
export function findViewedPerson(database: Database, sessionId: string) {
  return viewed.row(database.read(), { sessionId });
}
