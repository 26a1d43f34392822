// Invitations: for one address, valid once, for a week. The token is derived from the id of the invitation, so a repeated request gets the
// same token. Only its hash is stored.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { INVITATION_DAYS, InvitationEntity } from "../entities/invitation.ts";
import { statement } from "../entities/tables.ts";
import { emailKey, isVerified, UserEntity, type Verification } from "../entities/user.ts";
import { EmailNotVerified } from "../errors.ts";
import type { Role } from "../enums.generated.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import { audit } from "./audit-log.ts";
import { mayMail, refuseUntilTomorrow, writeNotification } from "./mail-limits.ts";
import { join, lockUser, membersOf } from "./memberships.ts";
import { lockOrganization, resumeIfPaused } from "./organization-status.ts";

export interface NewInvitation {
  organizationId: string;
  email: string;
  role: Role;
  idempotencyKey: string;
}

const newInvitation = statement(
  (db, of: Omit<NewInvitation, "idempotencyKey"> & { id: string; tokenHash: string }, { sql }) =>
    db.insertInto("invitation").values({
      id: of.id,
      organizationId: of.organizationId,
      email: of.email,
      role: of.role,
      tokenHash: of.tokenHash,
      expiresAt: sql`now() + ${`${INVITATION_DAYS} days`}::interval`,
    }),
);

/** Of two concurrent uses of the token, one succeeds. */
const takeInvitation = statement((db, { tokenHash }: { tokenHash: string }, { sql }) =>
  db
    .updateTable("invitation")
    .set({ endedAt: sql`now()` })
    .where("tokenHash", "=", tokenHash)
    .where("endedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .returning("role"),
);

/** Invitations that one person may have mailed on a day. */
const MAILED_OF_PERSON_A_DAY = 50;

/** @throws RATE_LIMITED */
async function mailInvitation(
  tx: Tx,
  tokens: Tokens,
  userId: string,
  email: string,
  invitationId: string,
): Promise<void> {
  const counted: [string, number?][] = [
    [`address:${tokens.addressHash(emailKey(email))}`],
    [`inviter:${userId}`, MAILED_OF_PERSON_A_DAY],
  ];
  for (const [whom, atMost] of counted) if (!(await mayMail(tx, whom, atMost))) await refuseUntilTomorrow(tx);
  await writeNotification(tx, { kind: "INVITATION", userId: null, email, invitationId });
}

/** Creates the invitation, and mails it if mail is enabled. Returns its ID. Refusals: IdempotencyKeyReused. @throws RATE_LIMITED */
export async function inviteMember(
  tx: Tx,
  tokens: Tokens,
  { sendsMail }: Pick<Verification, "sendsMail">,
  userId: string,
  invitation: NewInvitation,
): Promise<Outcome> {
  const { idempotencyKey, ...input } = invitation;
  return once(tx, { userId, mutation: "inviteMember", key: idempotencyKey, input }, async () => {
    const id = uuid();
    await newInvitation.change(tx, { ...input, id, tokenHash: hashToken(tokens.invitationTokens(id)[0]) });
    if (sendsMail) await mailInvitation(tx, tokens, userId, input.email, id);
    const { organizationId, role } = input;
    await audit(tx, { organizationId, action: "inviteMember", subject: id, detail: { role } });
    return id;
  });
}

/**
 * Returns the id of the organization.
 * @throws NotFound unless the token is open and for this user's address, EmailNotVerified unless the address is verified,
 * MembershipLimitReached
 */
export async function acceptInvitation(
  tx: Tx,
  verification: Verification,
  userId: string,
  token: string,
): Promise<string> {
  // The lock prevents a concurrent change of the address.
  await lockUser(tx, userId);
  const user = await tx.findOne(UserEntity, { id: userId });
  const tokenHash = hashToken(token);
  const meant = await tx.findOne(InvitationEntity, { tokenHash });
  if (!meant || !user?.email || emailKey(meant.email) !== emailKey(user.email)) throw new NotFound("invitation");
  const { organizationId } = meant;
  const organization = await lockOrganization(tx, organizationId);
  const members = await membersOf(tx, organization);
  if (members.some((member) => member.userId === userId)) return organizationId; // a repeat: accepted already
  if (verification.sendsMail && !isVerified(user, verification)) throw new EmailNotVerified();
  const taken = await takeInvitation.row(tx, { tokenHash });
  if (!taken) throw new NotFound("invitation");
  await join(tx, organizationId, userId, taken.role, "ACCEPTED");
  if (taken.role === "OWNER") await resumeIfPaused(tx, organization);
  await audit(tx, { organizationId, action: "acceptInvitation", subject: meant.id, detail: { role: taken.role } });
  return organizationId;
}

/** Revokes the token. Idempotent. */
export async function revokeInvitation(
  tx: Tx,
  { id, organizationId }: { id: string; organizationId: string },
): Promise<void> {
  const revoked = await tx.nativeUpdate(InvitationEntity, { id, endedAt: null }, { endedAt: new Date() });
  if (revoked > 0) await audit(tx, { organizationId, action: "revokeInvitation", subject: id });
}
