// Makes an account. Of two with the same address at once, the database's unique index lets one through.
import { v7 as uuid } from "../../../platform/ids.ts";
import type { Tx } from "../../../platform/database.ts";
import { publish } from "../../../platform/outbox.ts";
import { rows, sql } from "../../../platform/sql.ts";
import { UserRegistered } from "../../../schema/messages/users.ts";
import { emailKey } from "../entities/user.ts";
import { EmailTaken } from "../errors.ts";

export interface NewUser {
  email: string;
  displayName: string;
  passwordHash: string;
}

/** Answers with the user's id. @throws EmailTaken */
export async function signUp(tx: Tx, { email, displayName, passwordHash }: NewUser): Promise<string> {
  const userId = uuid();
  const made = await rows(
    tx,
    sql`insert into app_user (id, display_name, email, email_key, password_hash, status)
        values (${userId}, ${displayName}, ${email}, ${emailKey(email)}, ${passwordHash}, 'ACTIVE') on conflict (email_key) do nothing returning 1`,
  );
  if (made.length === 0) throw new EmailTaken();
  await publish(tx, UserRegistered, userId, {
    userId,
    emailDomain: email.slice(email.lastIndexOf("@") + 1).toLowerCase(),
    registeredAt: new Date().toISOString(),
  });
  return userId;
}
