import { defineEntity, p, type InferEntity } from "@mikro-orm/postgresql";

export const OrganizationEntity = defineEntity({
  name: "Organization",
  tableName: "organization",
  properties: { id: p.uuid().primary(), name: p.text(), createdAt: p.datetime() },
});

export type Organization = InferEntity<typeof OrganizationEntity>;
