import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Role } from "../schema.generated.ts";

export const INVITATION_DAYS = 7;

export const InvitationEntity = defineEntity({
  name: "Invitation",
  tableName: "invitation",
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    email: p.text(),
    role: p.text().$type<Role>(),
    tokenHash: p.text(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});

/** `token` is there only in the answer to whoever invited. */
export type Invitation = InferEntity<typeof InvitationEntity> & { token?: string };
