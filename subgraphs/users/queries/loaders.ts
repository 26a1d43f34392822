import { byId, manyById } from "../../../platform/core/batching.ts";
import type { Database } from "../../../platform/postgres/database.ts";
import { interventionsLoader } from "../../../platform/postgres/interventions.ts";
import { InvitationEntity } from "../entities/invitation.ts";
import { ApiKeyEntity } from "../entities/api-key.ts";
import { DeviceEntity } from "../entities/device.ts";
import { MembershipEntity } from "../entities/membership.ts";
import { OrganizationEntity } from "../entities/organization.ts";
import { UserEntity } from "../entities/user.ts";

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(database: Database) {
  const ids = (values: readonly string[]) => ({ $in: [...values] });
  return {
    interventions: interventionsLoader(database),
    user: byId(
      (keys) => database.read().find(UserEntity, { id: ids(keys) }),
      (user) => user.id,
    ),
    organization: byId(
      (keys) => database.read().find(OrganizationEntity, { id: ids(keys) }),
      (organization) => organization.id,
    ),
    membershipsOfUser: manyById(
      (keys) => database.read().find(MembershipEntity, { userId: ids(keys) }, { orderBy: { organizationId: "asc" } }),
      (membership) => membership.userId,
    ),
    membersOfOrganization: manyById(
      (keys) => database.read().find(MembershipEntity, { organizationId: ids(keys) }, { orderBy: { userId: "asc" } }),
      (membership) => membership.organizationId,
    ),
    openApiKeys: manyById(
      (keys) =>
        database
          .read()
          .find(
            ApiKeyEntity,
            { organizationId: ids(keys), revokedAt: null },
            { orderBy: { createdAt: "asc", id: "asc" } },
          ),
      (key) => key.organizationId,
    ),
    openDevices: manyById(
      (keys) =>
        database
          .read()
          .find(
            DeviceEntity,
            { organizationId: ids(keys), revokedAt: null },
            { orderBy: { createdAt: "asc", id: "asc" } },
          ),
      (device) => device.organizationId,
    ),
    openInvitations: manyById(
      (keys) =>
        database
          .read()
          .find(
            InvitationEntity,
            { organizationId: ids(keys), endedAt: null, expiresAt: { $gt: new Date() } },
            { orderBy: { id: "asc" } },
          ),
      (invitation) => invitation.organizationId,
    ),
  };
}
