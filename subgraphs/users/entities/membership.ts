import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Role } from "../enums.generated.ts";
import { OrganizationEntity } from "./organization.ts";
import { UserEntity } from "./user.ts";

/** Who was ADDED by an owner was not asked. */
export type MembershipOrigin = "FOUNDED" | "ACCEPTED" | "ADDED";

export const MembershipEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Membership",
    tableName: "membership",
    properties: {
      organizationId: p.manyToOne(of(OrganizationEntity)).mapToPk().name("organization_id").primary(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id").primary(),
      role: p.text().$type<Role>(),
      origin: p.text().$type<MembershipOrigin>().default("ADDED"),
    },
  }),
);

export type Membership = InferEntity<typeof MembershipEntity>;

/** Of a person: in organizations that they founded or agreed to join. */
export const MAX_CHOSEN_MEMBERSHIPS = 50;
/** Of a person: where others added them. These have a limit of their own, so that nobody can use up somebody else's. */
export const MAX_ADDED_MEMBERSHIPS = 50;
/** By one founder within 24 hours. */
export const MAX_ORGANIZATIONS_PER_DAY = 20;

/** Whether `members` would still have an owner after `userId` became `role` (undefined: left). */
export function keepsOwner(
  members: Pick<Membership, "userId" | "role">[],
  userId: string,
  role: Role | undefined,
): boolean {
  return role === "OWNER" || members.some((member) => member.role === "OWNER" && member.userId !== userId);
}
