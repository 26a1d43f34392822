import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Role } from "../enums.generated.ts";
import { OrganizationEntity } from "./organization.ts";
import { UserEntity } from "./user.ts";

/** ADDED: an owner added the user without consent. */
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
      /** Time at which the member became OWNER; a trigger sets it. */
      ownerSince: p.datetime().nullable(),
    },
  }),
);

export type Membership = InferEntity<typeof MembershipEntity>;

/** Maximum of memberships that a person founded or accepted. */
export const MAX_CHOSEN_MEMBERSHIPS = 50;
/** Maximum of memberships that others gave a person. A separate limit, so that others cannot use up that of a person. */
export const MAX_ADDED_MEMBERSHIPS = 50;
/** Maximum of organizations of one founder within 24 hours. */
export const MAX_ORGANIZATIONS_PER_DAY = 20;

/** Whether `members` still have an owner after `userId` gets `role` (undefined: leaves). */
export function keepsOwner(
  members: Pick<Membership, "userId" | "role">[],
  userId: string,
  role: Role | undefined,
): boolean {
  return role === "OWNER" || members.some((member) => member.role === "OWNER" && member.userId !== userId);
}
