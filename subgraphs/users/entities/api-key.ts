import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { OrganizationScope } from "../../../domain/scopes.ts";
import type { Role } from "../enums.generated.ts";
import { OrganizationEntity } from "./organization.ts";

export type KeyRole = Exclude<Role, "OWNER">;

export const ApiKeyEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "ApiKey",
    tableName: "api_key",
    properties: {
      id: p.uuid().primary(),
      organizationId: p.manyToOne(of(OrganizationEntity)).mapToPk().name("organization_id"),
      name: p.text(),
      /** SHA-256 of the whole key, in base64url. */
      keyHash: p.text(),
      role: p.text().$type<KeyRole>(),
      scopes: p.array().$type<OrganizationScope[]>(),
      /** Null: all events. */
      eventIds: p.array().columnType("uuid[]").nullable(),
      createdBy: p.uuid(),
      createdAt: p.datetime().defaultRaw("date_trunc('milliseconds', now())"),
      expiresAt: p.datetime(),
      /** To the minute. */
      lastUsedAt: p.datetime().nullable(),
      revokedAt: p.datetime().nullable(),
    },
  }),
);

/** `key` is present only in the answer to the person who created it. */
export type ApiKey = InferEntity<typeof ApiKeyEntity> & { key?: string };
