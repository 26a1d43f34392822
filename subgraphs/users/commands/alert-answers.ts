// Answers to mailed alerts: "this was not me". All sessions end, second factors that were set up since the alert are deleted, and
// no password is valid until a new one is set by requestPasswordReset.
// The row of the account is locked before that of the alert, as a change of the address does.
import { afterCommit, type Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { EmailVerified } from "../../../schema/messages/users.ts";
import { SESSIONS_TOPIC } from "../../../schema/redis-access.ts";
import { KnownNetworkEntity } from "../entities/password-try.ts";
import { ALERT_HOURS, type AlertKind } from "../entities/security-alert.ts";
import { statement } from "../entities/tables.ts";
import { domainOf, UserEntity, type User } from "../entities/user.ts";
import { CodeRejected } from "../errors.ts";
import { hashToken } from "../credentials/tokens.ts";
import { endCodesOf } from "./email-codes.ts";
import { forgetDevices } from "./known-devices.ts";
import { endAlertsAfter, endAlertsOfSignIns } from "./security-alerts.ts";
import { forgetFactorsSince } from "./second-factors.ts";
import { endSessionsOf } from "./sessions.ts";

export interface GivenAlertCode {
  code: string;
  idempotencyKey: string;
}

const REJECTED = "The code is wrong, used or older than 72 hours: check it, or secure the account with a new password.";

/** Account after an answer. */
export interface SecuredAccount {
  email: string;
}

const ownerOf = statement((db, { codeHash, kinds }: { codeHash: string; kinds: readonly AlertKind[] }, { sql }) =>
  db
    .selectFrom("security_alert")
    .select(["userId", "emailKey"])
    .where("codeHash", "=", codeHash)
    .where((alert) => sql<boolean>`${alert.ref("kind")} = any(${kinds}::text[])`),
);

const takeAlert = statement((db, { codeHash, usedKey }: { codeHash: string; usedKey: string }, { sql }) =>
  db
    .updateTable("security_alert")
    .set({ endedAt: sql`app_now()`, usedKey })
    .where("codeHash", "=", codeHash)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`app_now()`)
    .returning(["email", "emailKey", "number"]),
);

const usedAlert = statement((db, { codeHash, usedKey }: { codeHash: string; usedKey: string }) =>
  db.selectFrom("security_alert").select("id").where("codeHash", "=", codeHash).where("usedKey", "=", usedKey),
);

/** When the first alert that was still open was mailed: the other ones may be about the same intruder. */
const firstOpened = statement((db, { userId, number }: { userId: string; number: string }, { sql }) =>
  db
    .selectFrom("security_alert")
    .select((alert) =>
      sql<string>`(min(${alert.ref("expiresAt")}) - ${`${ALERT_HOURS} hours`}::interval)::text`.as("at"),
    )
    .where("userId", "=", userId)
    .where("expiresAt", ">", sql<Date>`app_now()`)
    .where((alert) => alert.or([alert("endedAt", "is", null), alert("number", "=", number)])),
);

interface TakenAlert {
  email: string;
  emailKey: string;
  number: string;
}

/**
 * Uses the code once: runs `act`, then secures the account. A repeat with the same key changes nothing.
 * @throws CodeRejected
 */
async function answer(
  tx: Tx,
  notifier: ChangeNotifier,
  kinds: readonly AlertKind[],
  { code, idempotencyKey }: GivenAlertCode,
  act: (owner: User, alert: TakenAlert) => Promise<void>,
): Promise<SecuredAccount> {
  const codeHash = hashToken(code);
  const mailed = await ownerOf.row(tx, { codeHash, kinds });
  const owner = mailed ? await tx.findOne(UserEntity, { id: mailed.userId }, LOCKED) : null;
  if (owner?.email == null) throw new CodeRejected(REJECTED);
  const given = { codeHash, usedKey: hashToken(idempotencyKey) };
  const alert = await takeAlert.row(tx, given);
  if (alert) {
    const since = (await firstOpened.row(tx, { userId: owner.id, number: alert.number }))!.at;
    await act(owner, alert);
    await secure(tx, notifier, owner, since);
  } else if (!(await usedAlert.row(tx, given))) throw new CodeRejected(REJECTED);
  return { email: mailed!.emailKey === owner.emailKey ? owner.email : masked(owner.email) };
}

/** The code was mailed to an earlier address, whose reader may not learn the present one. */
const masked = (email: string) => `${email[0]}***${email.slice(email.lastIndexOf("@"))}`;

async function secure(tx: Tx, notifier: ChangeNotifier, owner: User, since: string): Promise<void> {
  owner.passwordHash = null;
  owner.pendingEmail = null;
  await tx.flush();
  await endCodesOf(tx, owner.id);
  await forgetFactorsSince(tx, owner.id, since);
  await tx.nativeDelete(KnownNetworkEntity, { userId: owner.id });
  await forgetDevices(tx, owner.id);
  await endSessionsOf(tx, notifier, owner.id);
  afterCommit(tx, () => notifier.notify(SESSIONS_TOPIC, owner.id));
}

/** For a sign-in by another person, or a way to sign in that another person has changed. @throws CodeRejected */
export function reportSignIn(tx: Tx, notifier: ChangeNotifier, given: GivenAlertCode): Promise<SecuredAccount> {
  return answer(tx, notifier, ["SIGN_IN", "FACTOR"], given, ({ id }) => endAlertsOfSignIns(tx, id));
}

/**
 * For a change of the address by another person: the account gets the address back that the alert was mailed to. Later alerts end, so that
 * no later address can undo this. @throws CodeRejected
 */
export function undoEmailChange(tx: Tx, notifier: ChangeNotifier, given: GivenAlertCode): Promise<SecuredAccount> {
  return answer(tx, notifier, ["EMAIL_CHANGE"], given, async (owner, { email, emailKey, number }) => {
    const verifiedAt = new Date();
    Object.assign(owner, { email, emailKey, emailVerifiedAt: verifiedAt });
    await endAlertsAfter(tx, owner.id, number);
    await publish(tx, EmailVerified, owner.id, {
      userId: owner.id,
      emailDomain: domainOf(email),
      verifiedAt: verifiedAt.toISOString(),
    });
  });
}
