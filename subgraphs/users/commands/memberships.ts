// Who works for an organization. The person's row is locked first and then the organization's: so limits hold when
// several add a person at once, and two owners who remove each other at once are seen one after the other.
import type { Tx } from "../../../platform/postgres/database.ts";
import { NotFound } from "../../../platform/core/errors.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import {
  keepsOwner,
  MAX_ADDED_MEMBERSHIPS,
  MAX_CHOSEN_MEMBERSHIPS,
  type Membership,
  type MembershipOrigin,
} from "../entities/membership.ts";
import type { Organization } from "../entities/organization.ts";
import { LastOwner, MembershipLimitReached } from "../errors.ts";
import { owesSomething } from "../entities/obligations.ts";
import type { Role } from "../schema.generated.ts";
import { resumeIfPaused, setOrganizationStatus } from "./organization-status.ts";

interface LockedOrganization {
  id: string;
  name: string;
  status: Organization["status"];
  members: Membership[];
}

/** @throws NotFound for an unknown or deleted user */
export async function lockUser(tx: Tx, userId: string): Promise<void> {
  const user = await row(
    tx,
    sql`select 1 from app_user where id = ${userId} and status <> 'DELETED' for no key update`,
  );
  if (!user) throw new NotFound("user");
}

/** @throws NotFound for one that is unknown or closed */
export async function lockOrganization(tx: Tx, organizationId: string): Promise<LockedOrganization> {
  const organization = await row<Omit<LockedOrganization, "members">>(
    tx,
    sql`select id, name, status from organization where id = ${organizationId} for update`,
  );
  if (!organization || organization.status === "CLOSED") throw new NotFound("organization");
  const members = await rows<Membership>(tx, sql`select * from membership where organization_id = ${organizationId}`);
  return { ...organization, members };
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
  const found = await row<{ n: number }>(
    tx,
    sql`select count(*)::int as n from membership where user_id = ${userId} and (origin = 'ADDED') = ${isAdded}`,
  );
  if (found!.n >= limit) throw new MembershipLimitReached(limit);
  await rows(
    tx,
    sql`insert into membership (organization_id, user_id, role, origin) values (${organizationId}, ${userId}, ${role}, ${origin})`,
  );
}

/** Adds the user or changes the role; without a role: removes. @throws NotFound, LastOwner, MembershipLimitReached */
export async function setMember(tx: Tx, organizationId: string, userId: string, role: Role | undefined): Promise<void> {
  await lockUser(tx, userId);
  const organization = await lockOrganization(tx, organizationId);
  if (role === undefined) return leave(tx, organization, userId);
  const hasOwner = organization.members.some((member) => member.role === "OWNER");
  if (hasOwner && !keepsOwner(organization.members, userId, role)) throw new LastOwner(organization);
  if (organization.members.some((member) => member.userId === userId)) {
    await rows(
      tx,
      sql`update membership set role = ${role} where organization_id = ${organizationId} and user_id = ${userId}`,
    );
  } else await join(tx, organizationId, userId, role, "ADDED");
  if (role === "OWNER") await resumeIfPaused(tx, organization);
}

/** Leaves all organizations, in one order, so that of two people who do so at once neither waits for the other for ever. @throws LastOwner */
export async function leaveAll(tx: Tx, userId: string): Promise<void> {
  await lockUser(tx, userId);
  const joined = await rows<{ organizationId: string }>(
    tx,
    sql`select organization_id from membership where user_id = ${userId} order by organization_id`,
  );
  for (const { organizationId } of joined) await leave(tx, await lockOrganization(tx, organizationId), userId);
}

/**
 * Whoever was added without being asked may always leave: an organization that loses its last owner so is paused for platform
 * staff to look at. Whoever founded or accepted it keeps it while it owes something, else it is closed.
 * @throws LastOwner
 */
async function leave(tx: Tx, organization: LockedOrganization, userId: string): Promise<void> {
  const own = organization.members.find((member) => member.userId === userId);
  if (!own) return;
  const isLastOwner = own.role === "OWNER" && !keepsOwner(organization.members, userId, undefined);
  if (isLastOwner && own.origin !== "ADDED" && (await owesSomething(tx, organization.id)))
    throw new LastOwner(organization);
  await rows(tx, sql`delete from membership where organization_id = ${organization.id} and user_id = ${userId}`);
  if (isLastOwner) await setOrganizationStatus(tx, organization.id, own.origin === "ADDED" ? "PAUSED" : "CLOSED");
}
