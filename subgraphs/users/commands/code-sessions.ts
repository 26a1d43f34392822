// Uses of a mailed code without a session: it proves that the person reads the address, and begins a session.
import type { Tx } from "../../../platform/postgres/database.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { EmailVerified, UserRegistered } from "../../../schema/messages/users.ts";
import type { Registration } from "../entities/email-code.ts";
import { ALERT_HOURS } from "../entities/security-alert.ts";
import type { Origin } from "../entities/session.ts";
import { statement } from "../entities/tables.ts";
import {
  domainOf,
  emailKey,
  isRestricted,
  plainEmailKey,
  UserEntity,
  type User,
  type Verification,
} from "../entities/user.ts";
import { CodeRejected, EmailTaken } from "../errors.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { forgetIdentities } from "./identities.ts";
import { writeNotification } from "./mail-limits.ts";
import { openAlert } from "./security-alerts.ts";
import { insertUser } from "./sign-up.ts";
import { forgetFactors, passFirstFactor, type SignInOutcome } from "./second-factors.ts";
import { beginSession, endSessionsOf, type BegunSession } from "./sessions.ts";

export interface CodeSession {
  email: string;
  refreshToken: string;
  origin: Origin;
  verification: Verification;
}

/** @throws CodeRejected without an account that may sign in */
async function lockByEmail(tx: Tx, email: string): Promise<User> {
  const keys = [...new Set([plainEmailKey(email), emailKey(email)])];
  const found = await tx.find(UserEntity, { emailKey: { $in: keys }, status: "ACTIVE" }, LOCKED);
  const owner = found.find((user) => user.emailKey === keys[0]) ?? found[0];
  if (!owner) throw new CodeRejected();
  return owner;
}

/** Publishes that the person reads the address. */
export async function noteVerified(tx: Tx, userId: string, email: string): Promise<void> {
  await publish(tx, EmailVerified, userId, {
    userId,
    emailDomain: domainOf(email),
    verifiedAt: new Date().toISOString(),
  });
}

/**
 * Signs in. For an unverified address, password, identities and second factors may be those of a stranger who typed the address: they become invalid,
 * and all sessions end. Accounts from before verification keep them, and accounts of a verified domain keep their second factors.
 */
export async function signInByCode(
  tx: Tx,
  tokens: Tokens,
  notifier: ChangeNotifier,
  { email, refreshToken, origin, verification }: CodeSession,
): Promise<SignInOutcome> {
  const owner = await lockByEmail(tx, email);
  if (owner.emailVerifiedAt == null) {
    if (owner.mustVerify) {
      owner.passwordHash = null;
      await forgetIdentities(tx, owner.id);
      if (isRestricted(owner, verification)) await forgetFactors(tx, owner.id);
      await endSessionsOf(tx, notifier, owner.id);
    }
    owner.emailVerifiedAt = new Date();
    await noteVerified(tx, owner.id, email);
  }
  await tx.flush();
  return passFirstFactor(tx, tokens, { userId: owner.id, origin, amr: ["email"], token: refreshToken });
}

/** Sets the password, ends all sessions of the account, and mails a notification to its address. Second factors of its owner stay. */
export async function resetPassword(
  tx: Tx,
  tokens: Tokens,
  notifier: ChangeNotifier,
  { email, refreshToken, origin, verification, passwordHash }: CodeSession & { passwordHash: string },
): Promise<SignInOutcome> {
  const owner = await lockByEmail(tx, email);
  owner.passwordHash = passwordHash;
  if (owner.emailVerifiedAt == null) {
    if (owner.mustVerify) await forgetIdentities(tx, owner.id);
    if (isRestricted(owner, verification)) await forgetFactors(tx, owner.id);
    owner.emailVerifiedAt = new Date();
    await noteVerified(tx, owner.id, email);
  }
  await tx.flush();
  reach("password replaced, sessions not ended");
  await endSessionsOf(tx, notifier, owner.id);
  await tellOfReset(tx, tokens, owner.id, owner.email!);
  return passFirstFactor(tx, tokens, { userId: owner.id, origin, amr: ["email"], token: refreshToken });
}

const newerWaysIn = statement((db, { userId }: { userId: string }, { sql }) => {
  const since = sql<Date>`app_now() - ${`${ALERT_HOURS} hours`}::interval`;
  return db
    .selectFrom("passkey")
    .select("userId")
    .where("userId", "=", userId)
    .where("createdAt", ">", since)
    .unionAll(
      db
        .selectFrom("identity")
        .select("userId")
        .where("userId", "=", userId)
        .where("createdAt", ">", since)
        .where("removedAt", "is", null),
    );
});

/**
 * A reset removes no passkey: a person who only reads the mail would get past the second factor. But the mail offers to remove what was added
 * shortly before, which may be an intruder's.
 */
async function tellOfReset(tx: Tx, tokens: Tokens, userId: string, email: string): Promise<void> {
  const hasNew = (await newerWaysIn.row(tx, { userId })) !== undefined;
  const notice = "FACTORS_AT_RESET";
  if (hasNew && (await openAlert(tx, tokens, { kind: "FACTOR", notice, userId, email }))) return;
  await writeNotification(tx, { kind: "PASSWORD_RESET", userId, email });
}

/** @throws EmailTaken */
export async function register(
  tx: Tx,
  tokens: Tokens,
  { email, refreshToken, origin, registration }: Omit<CodeSession, "verification"> & { registration: Registration },
): Promise<BegunSession> {
  const { displayName, passwordHash, locale } = registration;
  const userId = uuid();
  const made = await insertUser(tx, {
    id: userId,
    displayName,
    email,
    emailKey: emailKey(email),
    passwordHash,
    mustVerify: true,
    emailVerifiedAt: new Date(),
    preferences: locale === undefined ? {} : { locale },
  });
  if (!made) throw new EmailTaken();
  const registeredAt = new Date().toISOString();
  await publish(tx, UserRegistered, userId, { userId, emailDomain: domainOf(email), registeredAt });
  await noteVerified(tx, userId, email);
  return beginSession(tx, tokens, userId, origin, ["email"], refreshToken);
}
