import { entity, type Loaded } from "../../../platform/postgres/entities.ts";

export const ReconciliationEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "BooksCheck",
    tableName: "books_check",
    properties: {
      id: p.uuid().primary(),
      startedAt: p.datetime(),
      finishedAt: p.datetime().nullable(),
      payments: p.integer().default(0),
    },
  }),
);

export type Reconciliation = Loaded<typeof ReconciliationEntity>;
