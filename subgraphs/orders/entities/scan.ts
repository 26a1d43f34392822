import { entity, type Loaded } from "../../../platform/postgres/entities.ts";
import type { PassageKind, ScanOutcome } from "../enums.generated.ts";

export const ScanEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "Scan",
    tableName: "scan",
    properties: {
      eventId: p.uuid().primary(),
      id: p.uuid().primary(),
      ticketId: p.uuid().nullable(),
      scannedAt: p.datetime(),
      uploadedAt: p.datetime().defaultRaw("date_trunc('milliseconds', now())"),
      scannerId: p.uuid(),
      gate: p.text().nullable(),
      gateId: p.uuid().nullable(),
      kind: p.text().$type<PassageKind>().default("ENTRY"),
      outcome: p.text().$type<ScanOutcome>(),
    },
  }),
);

/** `problem`: reason of a rejection. Rejected scans are not stored. */
export type Scan = Loaded<typeof ScanEntity> & { problem?: string };
