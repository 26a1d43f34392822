// Who works for an organization. The person's row is locked first and then the organization's: so limits hold when
// several add a person at once, and two owners who remove each other at once are seen one after the other.
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
import { LastOwner, MembershipLimitReached } from "../errors.ts";
import { owesSomething } from "../entities/obligations.ts";
import type { Role } from "../enums.generated.ts";
import { lockOrganization, resumeIfPaused, setOrganizationStatus } from "./organization-status.ts";

/** So that what refers to it can still be written. */
const lockedUser = statement((db, { userId }: { userId: string }) =>
  db.selectFrom("app_user").select("id").where("id", "=", userId).where("status", "<>", "DELETED").forNoKeyUpdate(),
);

/** @throws NotFound for an unknown or deleted user */
export async function lockUser(tx: Tx, userId: string): Promise<void> {
  if (!(await lockedUser.row(tx, { userId }))) throw new NotFound("user");
}

/** With the organization's row locked. */
export function membersOf(tx: Tx, { id }: Organization): Promise<Membership[]> {
  return tx.find(MembershipEntity, { organizationId: id });
}

/** With the person's row locked. @throws MembershipLimitReached */
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

/** Adds the user or changes the role; without a role: removes. @throws NotFound, LastOwner, MembershipLimitReached */
export async function setMember(tx: Tx, organizationId: string, userId: string, role: Role | undefined): Promise<void> {
  await lockUser(tx, userId);
  const organization = await lockOrganization(tx, organizationId);
  if (role === undefined) return leave(tx, organization, userId);
  const members = await membersOf(tx, organization);
  const hasOwner = members.some((member) => member.role === "OWNER");
  if (hasOwner && !keepsOwner(members, userId, role)) throw new LastOwner(organization);
  const member = members.find((one) => one.userId === userId);
  if (member) member.role = role;
  else await join(tx, organizationId, userId, role, "ADDED");
  if (role === "OWNER") await resumeIfPaused(tx, organization);
}

/** Leaves all organizations, in one order, so that of two people who do so at once neither waits for the other for ever. @throws LastOwner */
export async function leaveAll(tx: Tx, userId: string): Promise<void> {
  await lockUser(tx, userId);
  const joined = await tx.find(
    MembershipEntity,
    { userId },
    { orderBy: { organizationId: "asc" }, disableIdentityMap: true },
  );
  for (const { organizationId } of joined) await leave(tx, await lockOrganization(tx, organizationId), userId);
}

/**
 * Whoever was added without being asked may always leave: an organization that loses its last owner so is paused for platform
 * staff to look at. Whoever founded or accepted it keeps it while it owes something, else it is closed.
 * @throws LastOwner
 */
async function leave(tx: Tx, organization: Organization, userId: string): Promise<void> {
  const members = await membersOf(tx, organization);
  const own = members.find((member) => member.userId === userId);
  if (!own) return;
  const isLastOwner = own.role === "OWNER" && !keepsOwner(members, userId, undefined);
  if (isLastOwner && own.origin !== "ADDED" && (await owesSomething(tx, organization.id)))
    throw new LastOwner(organization);
  await tx.nativeDelete(MembershipEntity, { organizationId: organization.id, userId });
  if (isLastOwner) await setOrganizationStatus(tx, organization, own.origin === "ADDED" ? "PAUSED" : "CLOSED");
}
