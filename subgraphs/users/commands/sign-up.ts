// Makes an account. Of two with the same address at once, the database's unique index lets one through.
import { v7 as uuid } from "../../../platform/core/ids.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { publish } from "../../../platform/messaging/outbox.ts";
import { rows, sql } from "../../../platform/postgres/sql.ts";
import { UserRegistered } from "../../../schema/messages/users.ts";
import { domainOf, emailKey, isRestricted, type Verification } from "../entities/user.ts";
import { EmailTaken } from "../errors.ts";
import type { Tokens } from "../credentials/tokens.ts";
import { openFirstCode } from "./email-codes.ts";
import { beginSession, type BegunSession } from "./sessions.ts";

export interface NewUser {
  email: string;
  displayName: string;
  passwordHash: string;
  /** BCP 47, to be written to in. */
  locale: string | undefined;
}

/** Signs the new user in; where mail is sent, a code that verifies the address goes out. @throws EmailTaken */
export async function signUp(
  tx: Tx,
  tokens: Tokens,
  verification: Verification,
  { email, displayName, passwordHash, locale }: NewUser,
): Promise<BegunSession> {
  const mustVerify = verification.sendsMail;
  const userId = uuid();
  const made = await rows(
    tx,
    sql`insert into app_user (id, display_name, email, email_key, password_hash, status, must_verify, preferences)
        values (${userId}, ${displayName}, ${email}, ${emailKey(email)}, ${passwordHash}, 'ACTIVE', ${mustVerify}, ${JSON.stringify({ locale })}::jsonb) on conflict (email_key) do nothing returning 1`,
  );
  if (made.length === 0) throw new EmailTaken();
  await publish(tx, UserRegistered, userId, {
    userId,
    emailDomain: domainOf(email),
    registeredAt: new Date().toISOString(),
  });
  const session = await beginSession(tx, tokens, userId);
  if (isRestricted({ email, emailVerifiedAt: null, mustVerify }, verification))
    await openFirstCode(tx, tokens, session, email);
  return session;
}
