// What happens to an account after it was made: changed, suspended, restored, erased.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { recordIntervention } from "../../../platform/postgres/interventions.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { UserErased, UserSuspended } from "../../../schema/messages/users.ts";
import { KnownNetworkEntity } from "../entities/password-try.ts";
import { emailKey, ERASED, UserEntity, type Preferences, type User } from "../entities/user.ts";
import { forgetCodes } from "./email-codes.ts";
import { leaveAll } from "./memberships.ts";
import { endSessionsOf, forgetSessionOrigins } from "./sessions.ts";

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

/** The same password in the form that hashes are made of; not if it was changed meanwhile. */
export async function replaceHash(tx: Tx, { id, passwordHash }: User, preparedHash: string): Promise<void> {
  await tx.nativeUpdate(UserEntity, { id, passwordHash }, { passwordHash: preparedHash });
}

/**
 * Brings keys of addresses into their normalized form; a key that another account has already stays as it is. In SQL, for it runs at each
 * start: MikroORM would add 40 MB and a third of a second to it.
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

/** What is not said, or undefined, stays. */
export async function setPreferences(tx: Tx, userId: string, preferences: Preferences): Promise<void> {
  const user = await tx.findOneOrFail(UserEntity, { id: userId }, LOCKED);
  const said = Object.fromEntries(Object.entries(preferences).filter(([, value]) => value !== undefined));
  user.preferences = { ...user.preferences, ...said };
}

/** Suspends (with a reason) or restores; what is already so stays so. @throws NotFound for unknown and deleted users. */
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
}

/** Erases the person. The id stays, so that orders and payments still add up. @throws LastOwner */
export async function eraseUser(tx: Tx, notifier: ChangeNotifier, userId: string): Promise<void> {
  await leaveAll(tx, userId);
  await forgetCodes(tx, userId);
  await tx.nativeDelete(KnownNetworkEntity, { userId });
  await tx.nativeUpdate(UserEntity, { id: userId }, ERASED);
  await endSessionsOf(tx, notifier, userId);
  await forgetSessionOrigins(tx, userId);
  await publish(tx, UserErased, userId, { userId });
}
