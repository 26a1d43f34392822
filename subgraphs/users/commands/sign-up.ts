// Creates an account. Of two concurrent requests with the same address, the unique index accepts one.
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { onUniqueViolation, type Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { UserRegistered } from "../../../schema/messages/users.ts";
import type { Origin } from "../entities/session.ts";
import { statement } from "../entities/tables.ts";
import { domainOf, emailKey, isRestricted, type User, type Verification } from "../entities/user.ts";
import { EmailTaken } from "../errors.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { openFirstCode } from "./email-codes.ts";
import { beginSession, type BegunSession } from "./sessions.ts";

export interface NewUser {
  email: string;
  displayName: string;
  passwordHash: string;
  /** BCP 47 tag of the language for mail. */
  locale: string | undefined;
}

type Made = Pick<
  User,
  "id" | "displayName" | "email" | "emailKey" | "passwordHash" | "mustVerify" | "emailVerifiedAt" | "preferences"
>;

const newUser = statement((db, user: Made) =>
  db
    .insertInto("app_user")
    .values({
      id: user.id,
      displayName: user.displayName,
      email: user.email,
      emailKey: user.emailKey,
      passwordHash: user.passwordHash,
      status: "ACTIVE",
      mustVerify: user.mustVerify,
      emailVerifiedAt: user.emailVerifiedAt,
      preferences: user.preferences,
    })
    .onConflict((taken) => taken.column("emailKey").doNothing()),
);

/** False if an account with this address exists. @throws EmailTaken if the address is reserved for the account that had it */
export async function insertUser(tx: Tx, user: Made): Promise<boolean> {
  return (await onUniqueViolation(newUser.change(tx, user), new EmailTaken())) > 0;
}

/** Creates the account and a session. If the address must be verified, a code is mailed. @throws EmailTaken */
export async function signUp(
  tx: Tx,
  tokens: Tokens,
  verification: Verification,
  { email, displayName, passwordHash, locale }: NewUser,
  origin: Origin,
): Promise<BegunSession> {
  const mustVerify = verification.sendsMail;
  const userId = uuid();
  const preferences = locale === undefined ? {} : { locale };
  const user = { id: userId, displayName, email, emailKey: emailKey(email), passwordHash, mustVerify, preferences };
  if (!(await insertUser(tx, { ...user, emailVerifiedAt: null }))) throw new EmailTaken();
  await publish(tx, UserRegistered, userId, {
    userId,
    emailDomain: domainOf(email),
    registeredAt: new Date().toISOString(),
  });
  const session = await beginSession(tx, tokens, userId, origin, ["pwd"]);
  if (isRestricted({ email, emailVerifiedAt: null, mustVerify }, verification))
    await openFirstCode(tx, tokens, session, email);
  return session;
}
