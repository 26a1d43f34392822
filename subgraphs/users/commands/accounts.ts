// Changes of an account: profile, password, preferences, status.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { recordIntervention } from "../../../platform/postgres/interventions.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { UserSuspended } from "../../../schema/messages/users.ts";
import { statement } from "../entities/tables.ts";
import { emailKey, UserEntity, type Preferences, type User } from "../entities/user.ts";
import { audit } from "./audit-log.ts";
import { endSessionsOf } from "./sessions.ts";

export async function updateProfile(tx: Tx, userId: string, displayName: string): Promise<void> {
  await tx.nativeUpdate(UserEntity, { id: userId }, { displayName });
}

export async function setPassword(
  tx: Tx,
  notifier: ChangeNotifier,
  userId: string,
  keepSession: string,
  passwordHash: string,
): Promise<void> {
  await tx.nativeUpdate(UserEntity, { id: userId }, { passwordHash });
  await endSessionsOf(tx, notifier, userId, keepSession);
}

const unchangedUser = statement((db, { userId, passwordHash }: { userId: string; passwordHash: string }) =>
  db
    .selectFrom("app_user")
    .select("id")
    .where("id", "=", userId)
    .where("status", "=", "ACTIVE")
    .where("passwordHash", "=", passwordHash)
    .forShare(),
);

/**
 * Whether the account is active and the password is still the one that was compared. Changes of both, and of second factors, wait for this
 * transaction: then they end the session that it begins.
 */
export async function hasStill(tx: Tx, userId: string, passwordHash: string): Promise<boolean> {
  return (await unchangedUser.row(tx, { userId, passwordHash })) !== undefined;
}

/** Replaces the hash by one of the prepared password, unless the password was changed in the meantime. */
export async function replaceHash(tx: Tx, { id, passwordHash }: User, preparedHash: string): Promise<void> {
  await tx.nativeUpdate(UserEntity, { id, passwordHash }, { passwordHash: preparedHash });
}

/**
 * Normalizes keys of addresses. A key whose normalized form belongs to another account stays. Raw SQL: it runs at each start, to which
 * MikroORM would add 40 MB and a third of a second.
 */
export async function normalizeEmailKeys(tx: Tx): Promise<void> {
  const beyondAscii = await rows<{ id: string; email: string }>(
    tx,
    sql`select id, email from app_user where email_key ~ '[^ -~]'`,
  );
  for (const { id, email } of beyondAscii) {
    const key = emailKey(email);
    await rows(
      tx,
      sql`update app_user set email_key = ${key} where id = ${id} and not exists (select 1 from app_user where email_key = ${key})`,
    );
  }
}

/** Sets the preferences that are not undefined; the others stay. */
export async function setPreferences(tx: Tx, userId: string, preferences: Preferences): Promise<void> {
  const user = await tx.findOneOrFail(UserEntity, { id: userId }, LOCKED);
  const said = Object.fromEntries(Object.entries(preferences).filter(([, value]) => value !== undefined));
  user.preferences = { ...user.preferences, ...said };
}

/** Suspends an account (with a reason) or restores it. Idempotent. @throws NotFound for unknown and deleted users */
export async function setStatus(
  tx: Tx,
  notifier: ChangeNotifier,
  { userId, status, by, reason }: { userId: string; status: "ACTIVE" | "SUSPENDED"; by: string; reason: string | null },
): Promise<void> {
  const user = await tx.findOne(UserEntity, { id: userId }, LOCKED);
  if (!user || user.status === "DELETED") throw new NotFound("user");
  if (user.status === status) return;
  user.status = status;
  if (status === "SUSPENDED") {
    await endSessionsOf(tx, notifier, userId);
    await publish(tx, UserSuspended, userId, { userId, reason: reason ?? "" });
  }
  const action = status === "SUSPENDED" ? "suspendUser" : "restoreUser";
  await recordIntervention(tx, { subjectId: userId, action, byUser: by, reason });
  await audit(tx, { organizationId: null, action, subject: userId, reason });
}
