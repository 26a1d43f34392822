// Invitations: for one address, good once, for a week. The token is a function of the invitation's id, so that
// whoever repeats the request gets the same one, and only its hash is stored.
import type { Tx } from "../../../platform/database.ts";
import { NotFound } from "../../../platform/errors.ts";
import { once, type Outcome } from "../../../platform/idempotency.ts";
import { v7 as uuid } from "../../../platform/ids.ts";
import { row, rows, sql } from "../../../platform/sql.ts";
import { INVITATION_DAYS } from "../entities/invitation.ts";
import { emailKey, isVerified, type Verification } from "../entities/user.ts";
import { EmailNotVerified } from "../errors.ts";
import type { Role } from "../schema.generated.ts";
import { hashToken, type Tokens } from "../tokens.ts";

export interface NewInvitation {
  organizationId: string;
  email: string;
  role: Role;
  idempotencyKey: string;
}

/** Makes the invitation; answers with its id. Refusals: IdempotencyKeyReused */
export async function inviteMember(
  tx: Tx,
  tokens: Tokens,
  userId: string,
  invitation: NewInvitation,
): Promise<Outcome> {
  const { idempotencyKey, ...input } = invitation;
  return once(tx, { userId, mutation: "inviteMember", key: idempotencyKey, input }, async () => {
    const id = uuid();
    await rows(
      tx,
      sql`insert into invitation (id, organization_id, email, role, token_hash, expires_at)
          values (${id}, ${input.organizationId}, ${input.email}, ${input.role}, ${hashToken(tokens.invitationTokens(id)[0])}, now() + ${`${INVITATION_DAYS} days`}::interval)`,
    );
    return id;
  });
}

/**
 * Answers with the organization's id.
 * @throws NotFound unless the token is open and meant for this user's address, EmailNotVerified while anybody might have typed that address
 */
export async function acceptInvitation(
  tx: Tx,
  verification: Verification,
  userId: string,
  token: string,
): Promise<string> {
  // Locked, so that the address is not changed meanwhile.
  const user = await row<{ email: string; emailKey: string; emailVerifiedAt: Date | null }>(
    tx,
    sql`select email, email_key, email_verified_at from app_user where id = ${userId} for share`,
  );
  const found = await row<{ id: string; organizationId: string; email: string; role: Role; open: boolean }>(
    tx,
    sql`select id, organization_id, email, role, ended_at is null and expires_at > now() as open from invitation where token_hash = ${hashToken(token)} for update`,
  );
  if (!found || !user || emailKey(found.email) !== user.emailKey) throw new NotFound("invitation");
  const member = await row(
    tx,
    sql`select 1 from membership where organization_id = ${found.organizationId} and user_id = ${userId}`,
  );
  if (member) return found.organizationId; // accepted before: said as if done now
  if (verification.sendsMail && !isVerified(user, verification)) throw new EmailNotVerified();
  if (!found.open) throw new NotFound("invitation");
  await rows(tx, sql`insert into membership values (${found.organizationId}, ${userId}, ${found.role})`);
  await rows(tx, sql`update invitation set ended_at = now() where id = ${found.id}`);
  return found.organizationId;
}

/** The token stops working; nothing happens if it has already. */
export async function revokeInvitation(tx: Tx, invitationId: string): Promise<void> {
  await rows(tx, sql`update invitation set ended_at = coalesce(ended_at, now()) where id = ${invitationId}`);
}
