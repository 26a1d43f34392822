import { defineEntity, p, type InferEntity } from "@mikro-orm/postgresql";
import type { Role } from "../schema.generated.ts";

export const MembershipEntity = defineEntity({
  name: "Membership",
  tableName: "membership",
  properties: { organizationId: p.uuid().primary(), userId: p.uuid().primary(), role: p.text().$type<Role>() },
});

export type Membership = InferEntity<typeof MembershipEntity>;

/** Whether `members` would still have an owner after `userId` became `role` (undefined: left). */
export function keepsOwner(
  members: Pick<Membership, "userId" | "role">[],
  userId: string,
  role: Role | undefined,
): boolean {
  return role === "OWNER" || members.some((member) => member.role === "OWNER" && member.userId !== userId);
}
