import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { Role } from "../enums.generated.ts";
import { OrganizationEntity } from "./organization.ts";

export const INVITATION_DAYS = 7;

export const InvitationEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Invitation",
    tableName: "invitation",
    properties: {
      id: p.uuid().primary(),
      organizationId: p.manyToOne(of(OrganizationEntity)).mapToPk().name("organization_id"),
      email: p.text(),
      role: p.text().$type<Role>(),
      tokenHash: p.text().unique(),
      expiresAt: p.datetime(),
      endedAt: p.datetime().nullable(),
    },
  }),
);

/** `token` is present only in the answer to the inviter. */
export type Invitation = InferEntity<typeof InvitationEntity> & { token?: string };
