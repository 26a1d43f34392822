import { defineEntity, p, type InferEntity } from "@mikro-orm/core";

export const SeriesEntity = defineEntity({
  name: "Series",
  tableName: "series",
  properties: { id: p.uuid().primary(), organizationId: p.uuid(), name: p.text(), description: p.text().nullable() },
});

export type Series = InferEntity<typeof SeriesEntity>;
