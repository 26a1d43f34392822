// Apps of organizations: clients of the OpenID provider.
import { NotFound } from "../../../platform/core/errors.ts";
import { v7 as uuid } from "../../../platform/core/ids.ts";
import { once, type Outcome } from "../../../platform/postgres/idempotency.ts";
import type { Tx } from "../../../platform/postgres/database.ts";
import { hashToken, type Tokens } from "../credentials/tokens.ts";
import { OauthClientEntity } from "../entities/openid.ts";
import { OrganizationEntity } from "../entities/organization.ts";
import { LOCKED } from "../../../platform/postgres/session.ts";
import { statement } from "../entities/tables.ts";
import { AppLimitReached } from "../errors.ts";
import { audit } from "./audit-log.ts";
import { deleteOfClient } from "./openid-records.ts";

const MAX_APPS = 20;

export interface NewApp {
  organizationId: string;
  name: string;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  backchannelLogoutUri: string | undefined;
  isPublic: boolean;
  usesDeviceFlow: boolean;
  idempotencyKey: string;
}

const DEVICE_FLOW = "urn:ietf:params:oauth:grant-type:device_code";

const keepApp = statement((db, { id, name, redirectUris, grantTypes }: OwnApp, { sql }) =>
  db
    .insertInto("oauth_client")
    .values({
      id,
      name,
      redirectUris: sql<string[]>`${redirectUris}::text[]`,
      postLogoutRedirectUris: sql<string[]>`'{}'::text[]`,
      grantTypes: sql<string[]>`${grantTypes}::text[]`,
      idTokenAlg: "EdDSA",
    })
    .onConflict((known) =>
      known.column("id").doUpdateSet((of) => ({
        redirectUris: of.ref("excluded.redirectUris"),
        grantTypes: of.ref("excluded.grantTypes"),
      })),
    ),
);

interface OwnApp {
  id: string;
  name: string;
  redirectUris: string[];
  grantTypes: string[];
}

/** Registers the public clients of Boxoffice itself: the playground of the gateway, and the scanner. */
export async function keepOwnApps(tx: Tx, publicUrl: string): Promise<void> {
  const signedIn = new URL("/playground/signed-in", publicUrl).href;
  const own: OwnApp[] = [
    { id: "playground", name: "Playground", redirectUris: [signedIn], grantTypes: ["authorization_code"] },
    { id: "scanner", name: "Boxoffice scanner", redirectUris: [], grantTypes: [DEVICE_FLOW, "refresh_token"] },
  ];
  for (const app of own) await keepApp.change(tx, app);
}

const countApps = statement((db, { organizationId }: { organizationId: string }) =>
  db
    .selectFrom("oauth_client")
    .select("id")
    .where("organizationId", "=", organizationId)
    .where("removedAt", "is", null),
);

/** Creates the app. Returns its id, from which its secret is derived. Refusals: IdempotencyKeyReused, AppLimitReached. */
export async function createApp(tx: Tx, tokens: Tokens, userId: string, app: NewApp): Promise<Outcome> {
  const { idempotencyKey, organizationId, name, redirectUris, postLogoutRedirectUris, isPublic } = app;
  const request = { userId, mutation: "createApp", key: idempotencyKey, input: app };
  return once(tx, request, async () => {
    // Locked: the limit also holds for concurrent requests.
    await tx.findOne(OrganizationEntity, { id: app.organizationId }, LOCKED);
    if ((await countApps.count(tx, { organizationId: app.organizationId })) >= MAX_APPS)
      throw new AppLimitReached(MAX_APPS);
    const id = uuid();
    const secretHash = isPublic ? null : hashToken(tokens.appSecrets(id)[0]);
    await tx.insert(OauthClientEntity, {
      id,
      organizationId,
      name,
      redirectUris,
      postLogoutRedirectUris,
      backchannelLogoutUri: app.backchannelLogoutUri ?? null,
      secretHash,
      grantTypes: grantTypesOf(app),
      createdBy: userId,
    });
    await audit(tx, { organizationId, action: "createApp", subject: id });
    return id;
  });
}

const DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

const grantTypesOf = ({ redirectUris, usesDeviceFlow }: NewApp) => [
  ...(redirectUris.length > 0 ? ["authorization_code"] : []),
  "refresh_token",
  ...(usesDeviceFlow ? [DEVICE_CODE] : []),
];

const markRemoved = statement((db, { id }: { id: string }, { sql }) =>
  db
    .updateTable("oauth_client")
    .set({ removedAt: sql<Date>`now()` })
    .where("id", "=", id)
    .where("removedAt", "is", null),
);

/** Ends the app, and everything that people have allowed to it. Idempotent. */
export async function removeApp(tx: Tx, id: string, organizationId: string): Promise<void> {
  if ((await markRemoved.change(tx, { id })) > 0) await audit(tx, { organizationId, action: "removeApp", subject: id });
  await deleteOfClient(tx, id);
}

const removeAccess = statement((db, { userId, clientId }: { userId: string; clientId: string }) =>
  db
    .deleteFrom("oidc_record")
    .where("grantId", "in", (of) =>
      of
        .selectFrom("oidc_record as g")
        .select("g.grantId")
        .where("g.model", "=", "Grant")
        .where("g.userId", "=", userId)
        .where("g.clientId", "=", clientId),
    ),
);

/** Ends what a person has allowed to an app. @throws NotFound if there is nothing */
export async function endAppAccess(tx: Tx, userId: string, clientId: string): Promise<void> {
  if ((await removeAccess.change(tx, { userId, clientId })) === 0) throw new NotFound("app");
}
