// Grants of people to apps, as viewers of the gateway. The session ID of such a viewer is `grant:` and the ID of the grant.
import type { Database } from "../../../platform/postgres/database.ts";
import { GRAPH } from "../entities/app-scopes.ts";
import { statement } from "../entities/tables.ts";

export const GRANT = "grant:";

export interface Grant {
  userId: string;
  email: string;
  emailVerifiedAt: Date | null;
  mustVerify: boolean;
  clientId: string;
  scopes: string[];
}

/** Neither the grant nor the app, its organization or the person has ended, nor the session, unless the grant is offline. */
const openGrants = statement((db, { ids, age }: { ids: readonly string[]; age: string }, { sql }) =>
  db
    .selectFrom("oidc_record as g")
    .innerJoin("app_user as u", "u.id", "g.userId")
    .innerJoin("oauth_client as c", "c.id", "g.clientId")
    .leftJoin("organization as o", "o.id", "c.organizationId")
    .leftJoin("session as s", "s.id", "g.sessionId")
    .select(["g.grantId", "g.userId", "g.clientId", "g.payload", "u.email", "u.emailVerifiedAt", "u.mustVerify"])
    .where("g.model", "=", "Grant")
    .where((of) => sql<boolean>`${of.ref("g.grantId")} = any(${ids}::text[])`)
    .where("g.expiresAt", ">", sql<Date>`app_now()`)
    .where("u.status", "=", "ACTIVE")
    .where("c.removedAt", "is", null)
    .where(({ or, and, eb }) =>
      or([eb("c.organizationId", "is", null), and([eb("o.status", "!=", "CLOSED"), eb("o.suspendedAt", "is", null)])]),
    )
    .where(({ or, and, eb }) =>
      or([
        eb("g.isOffline", "=", true),
        and([eb("s.endedAt", "is", null), eb("s.createdAt", ">", sql<Date>`app_now() - ${age}::interval`)]),
      ]),
    )
    .$narrowType<{ grantId: string; userId: string; clientId: string; email: string }>(),
);

/** By session ID. */
export async function findGrants(
  database: Database,
  sessionIds: readonly string[],
  sessionDays: number,
): Promise<Map<string, Grant>> {
  const ids = sessionIds.filter((id) => id.startsWith(GRANT)).map((id) => id.slice(GRANT.length));
  if (ids.length === 0) return new Map();
  const open = await openGrants.rows(database.read(), { ids, age: `${sessionDays} days` });
  return new Map(
    open.map(({ grantId, payload, ...grant }) => [`${GRANT}${grantId}`, { ...grant, scopes: scopesOfGrant(payload) }]),
  );
}

export function scopesOfGrant(payload: object): string[] {
  const { resources } = payload as { resources?: Record<string, string> };
  return (resources?.[GRAPH] ?? "").split(" ").filter((scope) => scope !== "");
}
