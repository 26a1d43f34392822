// Clients of the OpenID provider: apps of organizations that are open, and those of Boxoffice itself.
import type { Database } from "../../../platform/postgres/database.ts";
import type { IdTokenAlg } from "../entities/openid.ts";
import { statement } from "../entities/tables.ts";

export interface OauthClient {
  id: string;
  name: string;
  /** Null: an app of Boxoffice itself. */
  organizationId: string | null;
  organizationName: string | null;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  backchannelLogoutUri: string | null;
  secretHash: string | null;
  idTokenAlg: IdTokenAlg;
  grantTypes: string[];
}

const client = statement((db, { id }: { id: string }) =>
  db
    .selectFrom("oauth_client as c")
    .leftJoin("organization as o", "o.id", "c.organizationId")
    .select(["c.id", "c.name", "c.organizationId", "c.redirectUris", "c.postLogoutRedirectUris"])
    .select(["c.backchannelLogoutUri", "c.secretHash", "c.idTokenAlg", "c.grantTypes", "o.name as organizationName"])
    .where("c.id", "=", id)
    .where("c.removedAt", "is", null)
    .where(({ or, and, eb }) =>
      or([eb("c.organizationId", "is", null), and([eb("o.status", "!=", "CLOSED"), eb("o.suspendedAt", "is", null)])]),
    ),
);

export async function findClient(database: Database, id: string): Promise<OauthClient | undefined> {
  return client.row(database.read(), { id }) as Promise<OauthClient | undefined>;
}
