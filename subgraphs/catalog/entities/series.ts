import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";

export const SeriesEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Series",
    tableName: "series",
    properties: {
      id: p.uuid().primary(),
      organizationId: p.uuid(),
      name: p.text(),
      description: p.text().nullable(),
      createdAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

export type Series = Omit<InferEntity<typeof SeriesEntity>, "createdAt">;
