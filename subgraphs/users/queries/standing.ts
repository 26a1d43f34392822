// Assurance of the viewer's identity: a recent proof, and the second factor that they need.
import type { Database } from "../../../platform/postgres/database.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import type { Standing } from "../access.ts";
import { statement } from "../entities/tables.ts";

/** Validity of a proof of identity. */
const ELEVATED = "10 minutes";
/** Time that owners and platform staff have to set up a second factor. */
const GRACE = "14 days";

interface Asked {
  userId: string;
  sessionId: string;
  isStaff: boolean;
}

const standing = statement((db, { userId, sessionId, isStaff }: Asked, { sql }) =>
  db
    .selectFrom("app_user as u")
    .select(({ exists, selectFrom, or }) => [
      exists(
        selectFrom("session as s")
          .select("s.id")
          .where("s.id", "=", sessionId)
          .whereRef("s.userId", "=", "u.id")
          .where("s.endedAt", "is", null)
          .where(
            (of) =>
              sql<boolean>`coalesce(${of.ref("s.authTime")}, ${of.ref("s.createdAt")}) > app_now() - ${ELEVATED}::interval`,
          ),
      ).as("isRecent"),
      or([
        exists(
          selectFrom("totp as t")
            .select("t.id")
            .whereRef("t.userId", "=", "u.id")
            .where("t.confirmedAt", "is not", null),
        ),
        exists(selectFrom("passkey as p").select("p.id").whereRef("p.userId", "=", "u.id")),
      ]).as("hasFactor"),
      or([
        exists(
          selectFrom("membership as m")
            .select("m.userId")
            .whereRef("m.userId", "=", "u.id")
            .where("m.ownerSince", "<", sql<Date>`app_now() - ${GRACE}::interval`),
        ),
        exists(
          selectFrom("staff_since as f")
            .select("f.userId")
            .whereRef("f.userId", "=", "u.id")
            .where(sql<boolean>`${isStaff}::boolean`)
            .where("f.since", "<", sql<Date>`app_now() - ${GRACE}::interval`),
        ),
      ]).as("mustHaveFactor"),
    ])
    .where("u.id", "=", userId),
);

const UNKNOWN: Standing = { isRecent: false, hasFactor: false, mustHaveFactor: false };

export async function findStanding(database: Database, { userId, sessionId, staff }: Viewer): Promise<Standing> {
  const found = await standing.row(database.read(), { userId, sessionId, isStaff: staff });
  if (!found) return UNKNOWN;
  const { isRecent, hasFactor, mustHaveFactor } = found;
  return { isRecent: Boolean(isRecent), hasFactor: Boolean(hasFactor), mustHaveFactor: Boolean(mustHaveFactor) };
}
