// Identities of people at other providers, and sign-ins that wait for a provider.
import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import { UserEntity } from "./user.ts";

export const IdentityEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Identity",
    tableName: "identity",
    uniques: [{ properties: ["issuer", "subject"] }],
    properties: {
      id: p.uuid().primary(),
      issuer: p.text(),
      /** Identifier of the person at the issuer; never reused there. */
      subject: p.text(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id"),
      /** Address or name at the provider. */
      label: p.text().nullable(),
      createdAt: p.datetime(),
      lastUsedAt: p.datetime().nullable(),
      removedAt: p.datetime().nullable(),
    },
  }),
);

export type Identity = InferEntity<typeof IdentityEntity>;

export const ExternalSignInEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "ExternalSignIn",
    tableName: "external_sign_in",
    properties: {
      stateHash: p.text().primary(),
      issuer: p.text(),
      secretHash: p.text(),
      sessionId: p.uuid().nullable(),
      expiresAt: p.datetime(),
    },
  }),
);

/** Provider of identities, as its operator configured it. */
export interface IdentityProvider {
  /** Short name, in addresses. */
  id: string;
  /** Name for people. */
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Domains whose verified addresses are believed, in lower case. */
  trustedDomains: ReadonlySet<string>;
  /** Whether its statement that a second factor was used counts. */
  trustsMfa: boolean;
}

/** What a provider says about a person. */
export interface Claims {
  issuer: string;
  subject: string;
  /** Only if the provider says that it is verified. */
  email: string | undefined;
  label: string | undefined;
  name: string | undefined;
  locale: string | undefined;
  /** Whether the provider has asked for a second factor, and its statement counts. */
  hasSecondFactor: boolean;
}
