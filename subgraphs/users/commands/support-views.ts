// Views of accounts by platform staff: sessions that read only, for minutes. One at a time for each session of staff.
import { forbidden, NotFound, rateLimited, unauthenticated } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { schedule } from "../../../platform/jobs/jobs.ts";
import type { KeptRows } from "../../../platform/jobs/kept-rows.ts";
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { rows, sql as bySql } from "../../../platform/postgres/sql.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { SESSIONS_TOPIC } from "../../../schema/redis-access.ts";
import { SessionEntity } from "../entities/session.ts";
import { VIEW_SCOPES, VIEWS_KEPT } from "../entities/support-view.ts";
import { statement } from "../entities/tables.ts";
import { UserEntity } from "../entities/user.ts";
import { SUPPORT_MAIL_JOB } from "../job-names.ts";
import { audit } from "./audit-log.ts";
import { lockUser } from "./memberships.ts";

/** Each view sends a mail. */
const VIEWS_AN_HOUR = 20;
const HOUR_SECONDS = 3_600;

interface NewView {
  sessionId: string;
  userId: string;
  staffId: string;
  staffSessionId: string;
  minutes: number;
}

const newView = statement((db, of: NewView, { sql }) =>
  db.insertInto("support_view").values({
    sessionId: of.sessionId,
    userId: of.userId,
    staffId: of.staffId,
    staffSessionId: of.staffSessionId,
    beganAt: sql`date_trunc('milliseconds', app_now())`,
    expiresAt: sql`date_trunc('milliseconds', app_now()) + ${of.minutes} * interval '1 minute'`,
  }),
);

const viewsOfLastHour = statement((db, { staffId }: { staffId: string }, { sql }) =>
  db
    .selectFrom("support_view")
    .select("sessionId")
    .where("staffId", "=", staffId)
    .where("beganAt", ">", sql<Date>`app_now() - ${`${HOUR_SECONDS} s`}::interval`),
);

/** Locks it: either it is found to be open here, or whoever ends it finds the view. */
const openSession = statement((db, { sessionId, userId }: { sessionId: string; userId: string }) =>
  db
    .selectFrom("session")
    .select("id")
    .where("id", "=", sessionId)
    .where("userId", "=", userId)
    .where("kind", "=", "USER")
    .where("endedAt", "is", null)
    .forShare(),
);

const endViews = statement((db, of: { staffSessionId: string | null; sessionId: string | null }, { sql }) =>
  db
    .updateTable("session")
    .set({ endedAt: sql`now()` })
    .where("endedAt", "is", null)
    .where("id", "in", (views) =>
      views
        .selectFrom("support_view as v")
        .select("v.sessionId")
        .where((view) =>
          view.or([view("v.staffSessionId", "=", of.staffSessionId), view("v.sessionId", "=", of.sessionId)]),
        ),
    )
    .returning("userId"),
);

interface AskedView {
  userId: string;
  minutes: number;
  reason: string;
}

/**
 * Begins a view, and ends the previous one of the same session of staff. Returns the ID of its session.
 * @throws NotFound for a user who is not ACTIVE; FORBIDDEN for platform staff; RATE_LIMITED; UNAUTHENTICATED if the session has ended
 */
export async function beginView(
  tx: Tx,
  notifier: ChangeNotifier,
  platformStaff: ReadonlySet<string>,
  { userId: staffId, sessionId: staffSessionId }: Viewer,
  { userId, minutes, reason }: AskedView,
): Promise<string> {
  if (platformStaff.has(userId)) throw forbidden("Accounts of platform staff can't be viewed.");
  await lockUser(tx, staffId);
  if (!(await openSession.row(tx, { sessionId: staffSessionId, userId: staffId }))) throw unauthenticated();
  const user = await tx.findOne(UserEntity, { id: userId, status: "ACTIVE" });
  if (!user) throw new NotFound("user");
  if ((await viewsOfLastHour.count(tx, { staffId })) >= VIEWS_AN_HOUR) throw rateLimited(HOUR_SECONDS);
  await end(tx, notifier, { staffSessionId, sessionId: null });
  const sessionId = uuid();
  await tx.insert(SessionEntity, {
    id: sessionId,
    userId,
    kind: "SUPPORT",
    scopes: [...VIEW_SCOPES],
    actorKind: "staff",
    actorId: staffId,
  });
  await newView.change(tx, { sessionId, userId, staffId, staffSessionId, minutes });
  await schedule(tx, "users", SUPPORT_MAIL_JOB, sessionId, { sessionId });
  await audit(tx, {
    organizationId: null,
    action: "viewAs",
    subject: userId,
    detail: { sessionId, minutes },
    reason,
  });
  return sessionId;
}

async function end(
  tx: Tx,
  notifier: ChangeNotifier,
  which: { staffSessionId: string | null; sessionId: string | null },
): Promise<string | undefined> {
  const [ended] = await endViews.rows(tx, which);
  if (ended) afterCommit(tx, () => notifier.notify(SESSIONS_TOPIC, ended.userId));
  return ended?.userId;
}

const knownView = statement((db, { sessionId }: { sessionId: string }) =>
  db.selectFrom("support_view").select("userId").where("sessionId", "=", sessionId),
);

/** Ends a view; one that has ended is unchanged. Returns the viewed user. @throws NotFound */
export async function endView(tx: Tx, notifier: ChangeNotifier, sessionId: string): Promise<string> {
  const view = await knownView.row(tx, { sessionId });
  if (!view) throw new NotFound("view");
  if (await end(tx, notifier, { sessionId, staffSessionId: null }))
    await audit(tx, { organizationId: null, action: "endViewAs", subject: view.userId, detail: { sessionId } });
  return view.userId;
}

/** Ends views by people who are no longer platform staff, or of people who are now. Raw SQL: it runs at each start, without MikroORM. */
export async function endViewsWithoutRight(tx: Tx, platformStaff: ReadonlySet<string>): Promise<void> {
  const staff = [...platformStaff];
  await rows(
    tx,
    bySql`update session set ended_at = now() where kind = 'SUPPORT' and ended_at is null
          and (not actor_id::text = any(${staff}::text[]) or user_id::text = any(${staff}::text[]))`,
  );
}

const forgetViews = statement((db, { atMost }: { atMost: number }, { sql }) =>
  db.deleteFrom("session").where("id", "in", (of) =>
    of
      .selectFrom("support_view as v")
      .select("v.sessionId")
      .where("v.beganAt", "<", sql<Date>`app_now() - ${VIEWS_KEPT}::interval`)
      .orderBy("v.beganAt")
      .limit(atMost),
  ),
);

export const keptViews: KeptRows = {
  table: "support_view",
  policy: `for ${VIEWS_KEPT}, with their sessions`,
  forget: (database, atMost) => forgetViews.change(database.read(), { atMost }),
};
