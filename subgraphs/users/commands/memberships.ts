// Members of organizations. The row of the person is locked first, then that of the organization. So limits hold for concurrent additions,
// and two owners who remove each other concurrently are serialized.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import {
  keepsOwner,
  MAX_ADDED_MEMBERSHIPS,
  MAX_CHOSEN_MEMBERSHIPS,
  MembershipEntity,
  type Membership,
  type MembershipOrigin,
} from "../entities/membership.ts";
import type { Organization } from "../entities/organization.ts";
import { statement } from "../entities/tables.ts";
import { LastOwner, MembershipLimitReached, type ElevationRequired } from "../errors.ts";
import { owesSomething } from "../entities/obligations.ts";
import type { Role } from "../enums.generated.ts";
import { audit } from "./audit-log.ts";
import { lockOrganization, resumeIfPaused, setOrganizationStatus } from "./organization-status.ts";

/** NO KEY UPDATE: rows that refer to the user can still be inserted. */
const lockedUser = statement((db, { userId }: { userId: string }) =>
  db
    .selectFrom("app_user")
    .select("id")
    .where("id", "=", userId)
    .where("status", "<>", "DELETED")
    .where("kind", "=", "PERSON")
    .forNoKeyUpdate(),
);

/** @throws NotFound for an unknown or deleted user, and for a guest */
export async function lockUser(tx: Tx, userId: string): Promise<void> {
  if (!(await lockedUser.row(tx, { userId }))) throw new NotFound("user");
}

/** Members of an organization, whose row is locked. */
export function membersOf(tx: Tx, { id }: Organization): Promise<Membership[]> {
  return tx.find(MembershipEntity, { organizationId: id });
}

/** Adds a membership. The row of the person is locked. @throws MembershipLimitReached */
export async function join(
  tx: Tx,
  organizationId: string,
  userId: string,
  role: Role,
  origin: MembershipOrigin,
): Promise<void> {
  const isAdded = origin === "ADDED";
  const limit = isAdded ? MAX_ADDED_MEMBERSHIPS : MAX_CHOSEN_MEMBERSHIPS;
  const counted = await tx.count(MembershipEntity, { userId, origin: isAdded ? "ADDED" : { $ne: "ADDED" } });
  if (counted >= limit) throw new MembershipLimitReached(limit, isAdded);
  await tx.insert(MembershipEntity, { organizationId, userId, role, origin });
}

/**
 * Adds the user or changes the role; without a role, removes the user. `refusal`: thrown if the change gives or takes the role OWNER.
 * @throws NotFound, LastOwner, MembershipLimitReached, ElevationRequired
 */
export async function setMember(
  tx: Tx,
  organizationId: string,
  userId: string,
  role: Role | undefined,
  refusal?: ElevationRequired,
): Promise<void> {
  await lockUser(tx, userId);
  const organization = await lockOrganization(tx, organizationId);
  const members = await membersOf(tx, organization);
  const isOwner = members.some((member) => member.userId === userId && member.role === "OWNER");
  if (refusal && isOwner !== (role === "OWNER")) throw refusal;
  if (role === undefined) return leave(tx, organization, userId);
  const hasOwner = members.some((member) => member.role === "OWNER");
  if (hasOwner && !keepsOwner(members, userId, role)) throw new LastOwner(organization);
  const member = members.find((one) => one.userId === userId);
  if (member?.role !== role)
    await audit(tx, {
      organizationId,
      action: "setMember",
      subject: userId,
      detail: { role, previousRole: member?.role ?? null },
    });
  if (member) member.role = role;
  else await join(tx, organizationId, userId, role, "ADDED");
  if (role === "OWNER") await resumeIfPaused(tx, organization);
}

/**
 * Leaves all organizations, in order of their ids, which prevents deadlocks.
 * @param evenIfOwing an organization that owes something is paused for platform staff: the person is erased again in a restored database
 * @throws LastOwner
 */
export async function leaveAll(tx: Tx, userId: string, evenIfOwing = false): Promise<void> {
  await lockUser(tx, userId);
  const joined = await tx.find(
    MembershipEntity,
    { userId },
    { orderBy: { organizationId: "asc" }, disableIdentityMap: true },
  );
  for (const { organizationId } of joined)
    await leave(tx, await lockOrganization(tx, organizationId), userId, evenIfOwing);
}

/**
 * A member who was added without consent can always leave. If that was the last owner, the organization is paused for platform staff. A
 * last owner who founded or joined it can leave once it has no open obligations: then it is closed.
 * @throws LastOwner
 */
async function leave(tx: Tx, organization: Organization, userId: string, evenIfOwing = false): Promise<void> {
  const members = await membersOf(tx, organization);
  const own = members.find((member) => member.userId === userId);
  if (!own) return;
  const isLastOwner = own.role === "OWNER" && !keepsOwner(members, userId, undefined);
  const owes = isLastOwner && own.origin !== "ADDED" && (await owesSomething(tx, organization.id));
  if (owes && !evenIfOwing) throw new LastOwner(organization);
  await tx.nativeDelete(MembershipEntity, { organizationId: organization.id, userId });
  await audit(tx, {
    organizationId: organization.id,
    action: "setMember",
    subject: userId,
    detail: { role: null, previousRole: own.role },
  });
  if (isLastOwner) await setOrganizationStatus(tx, organization, own.origin === "ADDED" || owes ? "PAUSED" : "CLOSED");
}
