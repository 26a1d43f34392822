// Mailed codes: 8 characters, valid for 10 minutes, 5 tries and one use, in the session that requested the code.
import { randomUUID } from "node:crypto";
import { onUniqueViolation, type Database, type Tx } from "../../../platform/postgres/database.ts";
import { unauthenticated, unavailable } from "../../../platform/core/errors.ts";
import { reach } from "../../../platform/core/fault-points.ts";
import type { Viewer } from "../../../platform/identity/identity.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import type { ChangeNotifier } from "../../../platform/redis/pubsub.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { EmailVerified } from "../../../schema/messages/users.ts";
import { isGuest } from "../../../domain/guests.ts";
import {
  EmailCodeEntity,
  NotificationEntity,
  MailCountEntity,
  type EmailCode,
  type SessionPurpose,
} from "../entities/email-code.ts";
import { statement } from "../entities/tables.ts";
import {
  domainOf,
  emailKey,
  isRestricted,
  isVerified,
  UserEntity,
  type User,
  type Verification,
} from "../entities/user.ts";
import { EmailTaken } from "../errors.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { proveGuest } from "./guests.ts";
import { take, useOnce, type CodeServices, type GivenCode } from "./given-codes.ts";
import { mayMail, refuseUntilTomorrow, writeNotification } from "./mail-limits.ts";
import { openAlert } from "./security-alerts.ts";
import { endSessionsOf } from "./sessions.ts";

export const CODE_MINUTES = 10;

/** An ACTIVE user has an address. */
type Owner = User & { email: string; emailKey: string };

/** Locks the account: this serializes changes of its address and its open code. */
export async function lockOwner(tx: Tx, userId: string): Promise<Owner> {
  const owner = await tx.findOne(UserEntity, { id: userId, status: "ACTIVE" }, LOCKED);
  if (!owner) throw unauthenticated(); // erased or suspended in the meantime
  return owner as Owner;
}

const endCodes = statement((db, { userId }: { userId: string }, { sql }) =>
  db
    .updateTable("email_code")
    .set({ endedAt: sql`app_now()` })
    .where("userId", "=", userId)
    .where("endedAt", "is", null),
);

const endCodesFor = statement((db, { userId, purpose }: { userId: string; purpose: SessionPurpose }, { sql }) =>
  db
    .updateTable("email_code")
    .set({ endedAt: sql`app_now()` })
    .where("userId", "=", userId)
    .where("purpose", "=", purpose)
    .where("endedAt", "is", null),
);

interface NewCode {
  id: string;
  purpose: SessionPurpose;
  userId: string;
  sessionId: string;
  email: string;
  /** As a PostgreSQL interval. */
  lifetime: string;
}

const newCode = statement((db, of: NewCode, { sql }) =>
  db
    .insertInto("email_code")
    .values({
      id: of.id,
      purpose: of.purpose,
      userId: of.userId,
      sessionId: of.sessionId,
      email: of.email,
      expiresAt: sql`date_trunc('milliseconds', app_now()) + ${of.lifetime}::interval`,
    })
    .returning(["id", "expiresAt"]),
);

/** Lifetime of the code that a guest gets after a purchase, without a request: the mail may be read later. */
export const GUEST_CODE_HOURS = 24;

/**
 * Opens a code for the address and closes the previous one. A job decides the content of the mail. Undefined if the daily limit is reached.
 */
export async function openCode(
  tx: Tx,
  tokens: Tokens,
  { userId, sessionId }: Pick<Viewer, "userId" | "sessionId">,
  email: string,
  purpose: SessionPurpose = "VERIFY",
): Promise<EmailCode | undefined> {
  const counted = [`account:${userId}`, `address:${tokens.addressHash(emailKey(email))}`];
  for (const whom of counted) if (!(await mayMail(tx, whom))) return undefined;
  await endCodesFor.change(tx, { userId, purpose });
  // A random UUID instead of a time-ordered one: the id must not be guessable.
  const id = randomUUID();
  const ofGuest = isGuest(userId);
  const lifetime = ofGuest ? `${GUEST_CODE_HOURS} hours` : `${CODE_MINUTES} min`;
  const made = await newCode.row(tx, { id, purpose, userId, sessionId, email, lifetime });
  const kind = purpose === "CLAIM" ? "CLAIM_CODE" : ofGuest ? "GUEST_CODE" : "EMAIL_CODE";
  await writeNotification(tx, { kind, userId, email, codeId: id });
  return made!;
}

/** Ends the open code of a user. */
export async function endCodesOf(tx: Tx, userId: string): Promise<void> {
  await endCodes.change(tx, { userId });
}

/** Opens the first code of a new account, unless the daily limit of its address is reached. */
export async function openFirstCode(
  tx: Tx,
  tokens: Tokens,
  of: Pick<Viewer, "userId" | "sessionId">,
  email: string,
): Promise<void> {
  await openCode(tx, tokens, of, email);
}

/** Gives the same answer whether or not an address needs verification. @throws RATE_LIMITED, UNAVAILABLE without mail */
export async function requestEmailCode(
  tx: Tx,
  tokens: Tokens,
  { sendsMail }: Verification,
  viewer: Viewer,
): Promise<EmailCode> {
  if (!sendsMail) throw unavailable("Mail");
  const { pendingEmail, email } = await lockOwner(tx, viewer.userId);
  const code = await openCode(tx, tokens, viewer, pendingEmail ?? email);
  if (!code) return refuseUntilTomorrow(tx);
  return code;
}

/**
 * With mail, the new address takes effect when its code is used, and the answer does not reveal whether it is taken. Otherwise it takes
 * effect at once. @throws EmailTaken, RATE_LIMITED
 */
export async function changeEmail(
  tx: Tx,
  services: { tokens: Tokens; notifier: ChangeNotifier; verification: Verification },
  viewer: Viewer,
  email: string,
): Promise<void> {
  const { tokens, verification } = services;
  const owner = await lockOwner(tx, viewer.userId);
  const isSame = emailKey(email) === owner.emailKey;
  if (isSame || !verification.sendsMail || isVerified({ email, emailVerifiedAt: null }, verification)) {
    await settleEmail(tx, services, viewer, owner, email, isSame ? (owner.emailVerifiedAt ?? null) : null);
    return;
  }
  owner.pendingEmail = email;
  if (!(await openCode(tx, tokens, viewer, email))) await refuseUntilTomorrow(tx);
}

/** @throws EmailTaken */
async function settleEmail(
  tx: Tx,
  { tokens, notifier, verification }: { tokens: Tokens; notifier: ChangeNotifier; verification: Verification },
  { userId, sessionId }: Viewer,
  owner: Owner,
  email: string,
  emailVerifiedAt: Date | null,
): Promise<void> {
  const before = { email: owner.email, emailKey: owner.emailKey, isRestricted: isRestricted(owner, verification) };
  Object.assign(owner, { email, emailKey: emailKey(email), emailVerifiedAt, pendingEmail: null });
  await onUniqueViolation(tx.flush(), new EmailTaken());
  await endCodes.change(tx, { userId });
  if (owner.emailKey !== before.emailKey) {
    await endSessionsOf(tx, notifier, userId, sessionId);
    if (verification.sendsMail) await tellOfChange(tx, tokens, userId, before);
  }
  if (verification.sendsMail && !isVerified({ email, emailVerifiedAt }, verification)) return;
  const verifiedAt = new Date().toISOString();
  await publish(tx, EmailVerified, userId, { userId, emailDomain: domainOf(email), verifiedAt });
}

interface EmailBefore {
  email: string;
  emailKey: string;
  /** Then the address may be that of a stranger, who gets no code. */
  isRestricted: boolean;
}

/** Mails a notification to the previous address, with a code that undoes the change. */
async function tellOfChange(tx: Tx, tokens: Tokens, userId: string, before: EmailBefore): Promise<void> {
  const { email } = before;
  if (!before.isRestricted) await openAlert(tx, tokens, { kind: "EMAIL_CHANGE", userId, email });
  else if (await mayMail(tx, `address:${tokens.addressHash(before.emailKey)}`))
    await writeNotification(tx, { kind: "EMAIL_CHANGED", userId, email });
}

/** Verifies the address that the code was mailed to. Refusals: CodeRejected, EmailTaken, IdempotencyKeyReused */
export async function useCode(
  database: Database,
  services: CodeServices,
  viewer: Viewer,
  given: GivenCode,
): Promise<void> {
  const verify = async (tx: Tx) => {
    if (isGuest(viewer.userId)) return proveGuest(tx, services.notifier, viewer, () => take(tx, given.id));
    const owner = await lockOwner(tx, viewer.userId);
    const { email } = await take(tx, given.id);
    await settleEmail(tx, services, viewer, owner, email, new Date());
    reach("address verified, not stored");
  };
  await useOnce(database, services, viewer, { mutation: "useCode", purpose: "VERIFY" }, given, verify);
}

/** Deletes codes to the address of an erased person. The daily count of the address stays, under a keyed hash. */
export async function forgetCodes(tx: Tx, { id, emailKey: key }: User): Promise<void> {
  if (key) await tx.nativeDelete(EmailCodeEntity, { emailKey: key });
  const counted = [
    `account:${id}`,
    `inviter:${id}`,
    `passkeys of ${id}`,
    `identities of ${id}`,
    `wrong factors of ${id}`,
  ];
  await tx.nativeDelete(MailCountEntity, { whom: { $in: counted } });
}

const CODES_KEPT = "1 day";

const oldCounts = statement((db, _, { sql }) =>
  db.deleteFrom("mail_count").where("day", "<", sql<string>`app_now()::date - 1`),
);

const oldCodes = statement((db, _, { sql }) =>
  db.deleteFrom("email_code").where("expiresAt", "<", sql<Date>`app_now() - ${CODES_KEPT}::interval`),
);

export async function forgetOldCodes(database: Database): Promise<number> {
  const em = database.read();
  await oldCounts.change(em, {});
  return oldCodes.change(em, {});
}

export async function deleteNotification(tx: Tx, id: string): Promise<void> {
  await tx.nativeDelete(NotificationEntity, { id });
}
