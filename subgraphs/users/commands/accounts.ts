// What happens to an account after it was made: changed, suspended, restored, erased.
import type { Tx } from "../../../platform/database.ts";
import { NotFound } from "../../../platform/errors.ts";
import { publish } from "../../../platform/outbox.ts";
import type { Hints } from "../../../platform/pubsub.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import { UserErased, UserSuspended } from "../../../schema/messages/users.ts";
import { keepsOwner, type Membership } from "../entities/membership.ts";
import { ERASED, UserEntity, type Preferences } from "../entities/user.ts";
import { LastOwner } from "../errors.ts";
import { forgetCodes } from "./email-codes.ts";
import { endSessionsOf } from "./sessions.ts";

export async function updateProfile(tx: Tx, userId: string, displayName: string): Promise<void> {
  await tx.nativeUpdate(UserEntity, { id: userId }, { displayName });
}

export async function setPassword(
  tx: Tx,
  hints: Hints,
  userId: string,
  keepSession: string,
  passwordHash: string,
): Promise<void> {
  await tx.nativeUpdate(UserEntity, { id: userId }, { passwordHash });
  await endSessionsOf(tx, hints, userId, keepSession);
}

export async function setPreferences(tx: Tx, userId: string, preferences: Preferences): Promise<void> {
  await rows(
    tx,
    sql`update app_user set preferences = preferences || ${JSON.stringify(preferences)}::jsonb where id = ${userId}`,
  );
}

/** Suspends (with a reason) or restores; what is already so stays so. @throws NotFound for unknown and deleted users. */
export async function setStatus(
  tx: Tx,
  hints: Hints,
  userId: string,
  status: "ACTIVE" | "SUSPENDED",
  reason: string,
): Promise<void> {
  const user = await row<{ status: string }>(tx, sql`select status from app_user where id = ${userId} for update`);
  if (!user || user.status === "DELETED") throw new NotFound("user");
  if (user.status === status) return;
  await tx.nativeUpdate(UserEntity, { id: userId }, { status });
  if (status === "SUSPENDED") {
    await endSessionsOf(tx, hints, userId);
    await publish(tx, UserSuspended, userId, { userId, reason });
  }
}

/** Erases the person. The id stays, so that orders and payments still add up. @throws LastOwner */
export async function eraseUser(tx: Tx, hints: Hints, userId: string): Promise<void> {
  const owned = await rows<{ organizationId: string }>(
    tx,
    sql`select organization_id from membership where user_id = ${userId} order by organization_id`,
  );
  for (const { organizationId } of owned) {
    await row(tx, sql`select 1 from organization where id = ${organizationId} for update`);
    const members = await rows<Membership>(
      tx,
      sql`select organization_id, user_id, role from membership where organization_id = ${organizationId}`,
    );
    if (!keepsOwner(members, userId, undefined)) throw new LastOwner();
  }
  await rows(tx, sql`delete from membership where user_id = ${userId}`);
  await forgetCodes(tx, userId);
  await tx.nativeUpdate(UserEntity, { id: userId }, ERASED);
  await endSessionsOf(tx, hints, userId);
  await publish(tx, UserErased, userId, { userId });
}
