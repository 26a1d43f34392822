// Exports of people's own data, and their parts.
import type { Database } from "../../../platform/postgres/database.ts";
import { EXPORT_KEPT, type DataExport, type ExportPart } from "../entities/data-export.ts";
import { statement } from "../entities/tables.ts";
import type { Preferences } from "../entities/user.ts";

const lastExport = statement((db, { userId }: { userId: string }, { sql }) =>
  db
    .selectFrom("data_export")
    .select(["id", "requestedAt", "readyAt"])
    .select((of) => sql<Date>`${of.ref("requestedAt")} + ${EXPORT_KEPT}::interval`.as("expiresAt"))
    .where("userId", "=", userId)
    .where("requestedAt", ">", sql<Date>`app_now() - ${EXPORT_KEPT}::interval`)
    .orderBy("requestedAt", "desc")
    .limit(1),
);

/** The last export of a person that is still kept. */
export async function findLastExport(database: Database, userId: string): Promise<DataExport | undefined> {
  return lastExport.row(database.read(), { userId });
}

const ownerOf = statement((db, { id }: { id: string }, { sql }) =>
  db
    .selectFrom("data_export as e")
    .innerJoin("app_user as u", "u.id", "e.userId")
    .select(["e.userId", "e.readyAt", "u.email", "u.emailVerifiedAt", "u.mustVerify", "u.preferences"])
    .where("e.id", "=", id)
    .where("u.status", "<>", "DELETED")
    .where("e.requestedAt", ">", sql<Date>`app_now() - ${EXPORT_KEPT}::interval`)
    .$castTo<ExportOwner>(),
);

export interface ExportOwner {
  userId: string;
  readyAt: Date | null;
  email: string | null;
  emailVerifiedAt: Date | null;
  mustVerify: boolean;
  preferences: Preferences;
}

/** Undefined for an export that has expired, or whose person is erased. */
export async function findExportOwner(database: Database, id: string): Promise<ExportOwner | undefined> {
  return ownerOf.row(database.read(), { id });
}

const lastPart = statement((db, { exportId, subgraph }: { exportId: string; subgraph: string }) =>
  db
    .selectFrom("data_export_part")
    .select(["no", "next"])
    .where("exportId", "=", exportId)
    .where("subgraph", "=", subgraph)
    .orderBy("no", "desc")
    .limit(1),
);

/** Last stored part of a subgraph. */
export async function findProgress(
  database: Database,
  exportId: string,
  subgraph: string,
): Promise<{ no: number; next: string | null } | undefined> {
  return lastPart.row(database.read(), { exportId, subgraph });
}

interface After {
  exportId: string;
  subgraph: string;
  no: number;
}

const partAfter = statement((db, { exportId, subgraph, no }: After, { sql }) =>
  db
    .selectFrom("data_export_part")
    .select(["subgraph", "no", "tableName", "sealed", "next"])
    .where("exportId", "=", exportId)
    .where((of) => sql<boolean>`(${of.ref("subgraph")}, ${of.ref("no")}) > (${subgraph}, ${no}::int)`)
    .orderBy("subgraph")
    .orderBy("no")
    .limit(1),
);

/** The parts of an export in order. Each is read when it is needed, so memory holds one. */
export async function* partsOf(database: Database, exportId: string): AsyncGenerator<ExportPart> {
  for (let at = { subgraph: "", no: 0 }; ;) {
    const part = await partAfter.row(database.read(), { exportId, subgraph: at.subgraph, no: at.no });
    if (!part) return;
    yield part;
    at = part;
  }
}
