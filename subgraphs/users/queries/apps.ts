// Apps of an organization, and what a person has allowed to apps.
import type { Database } from "../../../platform/postgres/database.ts";
import type { AppAccess } from "../entities/app-access.ts";
import type { App } from "../entities/app.ts";
import { statement } from "../entities/tables.ts";
import { scopesOfGrant } from "./grants.ts";

const apps = statement((db, { id, organizationId }: { id?: string; organizationId?: string }, { has }) => {
  let query = db
    .selectFrom("oauth_client")
    .select(["id", "organizationId", "name", "redirectUris", "postLogoutRedirectUris", "backchannelLogoutUri"])
    .select(["secretHash", "createdAt"])
    .where("organizationId", "is not", null)
    .where("removedAt", "is", null)
    .orderBy("createdAt")
    .orderBy("id");
  if (has("id")) query = query.where("id", "=", id!);
  if (has("organizationId")) query = query.where("organizationId", "=", organizationId!);
  return query;
});

export async function findApp(database: Database, id: string): Promise<App | undefined> {
  return apps.row(database.read(), { id }) as Promise<App | undefined>;
}

/** Oldest first. */
export async function findApps(database: Database, organizationId: string): Promise<App[]> {
  return apps.rows(database.read(), { organizationId }) as Promise<App[]>;
}

const access = statement((db, { userId }: { userId: string }, { sql }) =>
  db
    .selectFrom("oidc_record as g")
    .innerJoin("oauth_client as c", "c.id", "g.clientId")
    .leftJoin("session as s", "s.id", "g.sessionId")
    .select(["c.id as appId", "c.name", "c.organizationId", "g.payload", "g.isOffline"])
    .where("g.model", "=", "Grant")
    .where("g.userId", "=", userId)
    .where("g.expiresAt", ">", sql<Date>`app_now()`)
    .where("c.removedAt", "is", null)
    .where(({ or, and, eb }) =>
      or([eb("g.isOffline", "=", true), and([eb("s.id", "is not", null), eb("s.endedAt", "is", null)])]),
    )
    .orderBy("c.name")
    .orderBy("c.id"),
);

/** One for each app, with what all of its grants allow. */
export async function findAppAccess(database: Database, userId: string): Promise<AppAccess[]> {
  const byApp = new Map<string, AppAccess>();
  for (const { payload, ...grant } of await access.rows(database.read(), { userId })) {
    const known = byApp.get(grant.appId);
    const scopes = new Set([...(known?.scopes ?? []), ...scopesOfGrant(payload)]);
    byApp.set(grant.appId, {
      ...grant,
      scopes: [...scopes].sort(),
      isOffline: grant.isOffline || known?.isOffline === true,
    });
  }
  return [...byApp.values()];
}
