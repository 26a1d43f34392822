import { entity } from "../../../platform/postgres/entities.ts";
import { UserEntity } from "./user.ts";

export const DataExportEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "DataExport",
    tableName: "data_export",
    properties: {
      id: p.uuid().primary(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id"),
      requestedAt: p.datetime().defaultRaw("now()"),
      readyAt: p.datetime().nullable(),
    },
  }),
);

export const DataExportPartEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "DataExportPart",
    tableName: "data_export_part",
    properties: {
      exportId: p.manyToOne(of(DataExportEntity)).mapToPk().name("export_id").primary(),
      subgraph: p.text().primary(),
      no: p.integer().primary(),
      tableName: p.text(),
      sealed: p.text(),
      next: p.text().nullable(),
    },
  }),
);

export const EXPORT_KEPT = "7 days";

/** Export of a person's own data. */
export interface DataExport {
  id: string;
  requestedAt: Date;
  readyAt: Date | null;
  expiresAt: Date;
}

/** Page of a table of a subgraph. */
export interface ExportPart {
  subgraph: string;
  no: number;
  tableName: string;
  sealed: string;
  next: string | null;
}
