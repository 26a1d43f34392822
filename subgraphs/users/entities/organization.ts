import { defineEntity, p, type InferEntity } from "@mikro-orm/postgresql";
import type { OrganizationStatus } from "../schema.generated.ts";

export const OrganizationEntity = defineEntity({
  name: "Organization",
  tableName: "organization",
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    status: p.text().$type<OrganizationStatus>(),
    createdAt: p.datetime(),
  },
});

export type Organization = InferEntity<typeof OrganizationEntity>;
