// Records of the OpenID provider. A session of the provider, and a grant that is not offline, count only while the session of the person
// that they belong to is open. So whatever ends that session ends them.
import type { Database } from "../../../platform/postgres/database.ts";
import type { OidcPayload } from "../entities/openid.ts";
import { statement } from "../entities/tables.ts";

export interface FoundRecord {
  idHash: string;
  payload: OidcPayload;
  sealedId: string | null;
  sessionId: string | null;
  consumedAt: Date | null;
}

/** Keys under which a record is found, as hashes. */
export type RecordKey = { idHash: string } | { uidHash: string } | { userCodeHash: string };

interface Asked {
  model: string;
  idHash?: string;
  uidHash?: string;
  userCodeHash?: string;
  age: string;
}

const find = statement((db, { model, idHash, uidHash, userCodeHash, age }: Asked, { sql, has }) => {
  let query = db
    .selectFrom("oidc_record as r")
    .leftJoin("app_user as u", "u.id", "r.userId")
    .leftJoin("session as s", "s.id", "r.sessionId")
    .select(["r.idHash", "r.payload", "r.sealedId", "r.sessionId", "r.consumedAt"])
    .where("r.model", "=", model)
    .where(({ or, and, eb, not }) => {
      const hasSession = and([
        eb("s.endedAt", "is", null),
        eb("s.createdAt", ">", sql<Date>`app_now() - ${age}::interval`),
      ]);
      return or([
        not(eb("r.model", "in", ["Session", "Grant"])),
        eb("r.userId", "is", null),
        and([eb("u.status", "=", "ACTIVE"), or([eb("r.isOffline", "=", true), hasSession])]),
      ]);
    });
  if (has("idHash")) query = query.where("r.idHash", "=", idHash!);
  if (has("uidHash")) query = query.where("r.uidHash", "=", uidHash!);
  if (has("userCodeHash")) query = query.where("r.userCodeHash", "=", userCodeHash!);
  return query;
});

export async function findRecord(
  database: Database,
  model: string,
  key: RecordKey,
  sessionDays: number,
): Promise<FoundRecord | undefined> {
  return find.row(database.read(), { model, ...key, age: `${sessionDays} days` }) as Promise<FoundRecord | undefined>;
}
