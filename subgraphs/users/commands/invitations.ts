// Invitations: for one address, good once, for a week. The token is a function of the invitation's id, so that
// whoever repeats the request gets the same one, and only its hash is stored.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { INVITATION_DAYS } from "../entities/invitation.ts";
import { emailKey, isVerified, type Verification } from "../entities/user.ts";
import { EmailNotVerified } from "../errors.ts";
import type { Role } from "../schema.generated.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import { join, lockOrganization, lockUser } from "./memberships.ts";
import { resumeIfPaused } from "./organization-status.ts";

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
 * @throws NotFound unless the token is open and meant for this user's address, EmailNotVerified while anybody might have typed that address,
 * MembershipLimitReached
 */
export async function acceptInvitation(
  tx: Tx,
  verification: Verification,
  userId: string,
  token: string,
): Promise<string> {
  // Locked, so that the address is not changed meanwhile.
  await lockUser(tx, userId);
  const user = await row<{ email: string; emailVerifiedAt: Date | null }>(
    tx,
    sql`select email, email_verified_at from app_user where id = ${userId}`,
  );
  const tokenHash = hashToken(token);
  const meant = await row<{ organizationId: string; email: string }>(
    tx,
    sql`select organization_id, email from invitation where token_hash = ${tokenHash}`,
  );
  if (!meant || !user || emailKey(meant.email) !== emailKey(user.email)) throw new NotFound("invitation");
  const { organizationId } = meant;
  const organization = await lockOrganization(tx, organizationId);
  if (organization.members.some((member) => member.userId === userId)) return organizationId; // accepted before: said as if done now
  if (verification.sendsMail && !isVerified(user, verification)) throw new EmailNotVerified();
  const taken = await row<{ role: Role }>(
    tx,
    sql`update invitation set ended_at = now() where token_hash = ${tokenHash} and ended_at is null and expires_at > now() returning role`,
  );
  if (!taken) throw new NotFound("invitation");
  await join(tx, organizationId, userId, taken.role, "ACCEPTED");
  if (taken.role === "OWNER") await resumeIfPaused(tx, organization);
  return organizationId;
}

/** The token stops working; nothing happens if it has already. */
export async function revokeInvitation(tx: Tx, invitationId: string): Promise<void> {
  await rows(tx, sql`update invitation set ended_at = coalesce(ended_at, now()) where id = ${invitationId}`);
}
