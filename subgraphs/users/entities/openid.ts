// Tables of the OpenID provider.
import type { JWK } from "jose";
import { entity } from "../../../platform/postgres/entities.ts";
import { OrganizationEntity } from "./organization.ts";
import { UserEntity } from "./user.ts";

export const RsaSigningKeyEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "RsaSigningKey",
    tableName: "rsa_signing_key",
    properties: {
      kid: p.text().primary(),
      state: p.text().$type<"NEXT" | "CURRENT" | "RETIRED">(),
      publicJwk: p.json<JWK>(),
      sealedPrivateKey: p.text(),
      changedAt: p.datetime().defaultRaw("now()"),
    },
  }),
);

export type IdTokenAlg = "RS256" | "EdDSA";

/** An app that signs people in. */
export const OauthClientEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "OauthClient",
    tableName: "oauth_client",
    properties: {
      id: p.text().primary(),
      /** Null: an app of Boxoffice itself, which asks for no consent. */
      organizationId: p.manyToOne(of(OrganizationEntity)).mapToPk().name("organization_id").nullable(),
      name: p.text(),
      redirectUris: p.array(),
      postLogoutRedirectUris: p.array().default([]),
      backchannelLogoutUri: p.text().nullable(),
      /** Null: a public client. */
      secretHash: p.text().nullable(),
      idTokenAlg: p.text().$type<IdTokenAlg>().default("RS256"),
      grantTypes: p.array().default(["authorization_code", "refresh_token"]),
      createdBy: p.manyToOne(of(UserEntity)).mapToPk().name("created_by").nullable(),
      createdAt: p.datetime().defaultRaw("now()"),
      removedAt: p.datetime().nullable(),
    },
  }),
);

export type OidcPayload = Record<string, unknown>;

/** A code, token, grant, session or interaction of the provider. */
export const OidcRecordEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "OidcRecord",
    tableName: "oidc_record",
    properties: {
      model: p.text().primary(),
      idHash: p.text().primary(),
      payload: p.json<OidcPayload>(),
      /** ID of a record that is found by another key. */
      sealedId: p.text().nullable(),
      uidHash: p.text().nullable(),
      userCodeHash: p.text().nullable(),
      /** Of a grant: its own ID, which is no secret. */
      grantId: p.text().nullable(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id").nullable(),
      clientId: p.text().nullable(),
      /** Of a session or grant: the session of the person that it belongs to. */
      sessionId: p.uuid().nullable(),
      /** A grant that outlives that session. */
      isOffline: p.boolean().default(false),
      consumedAt: p.datetime().nullable(),
      /** Of a device code: when its device last asked. */
      polledAt: p.datetime().nullable(),
      expiresAt: p.datetime(),
    },
  }),
);
