import type { InferEntity } from "@mikro-orm/core";
import { entity } from "../../../platform/postgres/entities.ts";
import type { PasskeyPurpose } from "../enums.generated.ts";
import { UserEntity } from "./user.ts";

export const PasskeyEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Passkey",
    tableName: "passkey",
    properties: {
      /** ID of the credential, in base64url. */
      id: p.text().primary(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id"),
      /** COSE key in base64url. */
      publicKey: p.text(),
      /** Number of uses that the authenticator has reported; many always report 0. */
      counter: p.bigint("number"),
      transports: p.array().default([]),
      /** multiDevice: the passkey can be on several devices. */
      deviceType: p.text().$type<"singleDevice" | "multiDevice">(),
      backedUp: p.boolean(),
      /** Model of the authenticator. */
      aaguid: p.uuid(),
      name: p.text(),
      createdAt: p.datetime(),
      lastUsedAt: p.datetime().nullable(),
    },
  }),
);

export type Passkey = InferEntity<typeof PasskeyEntity>;

export const PasskeyChallengeEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "PasskeyChallenge",
    tableName: "passkey_challenge",
    properties: {
      challengeHash: p.text().primary(),
      purpose: p.text().$type<PasskeyPurpose>(),
      sessionId: p.uuid().nullable(),
      expiresAt: p.datetime(),
    },
  }),
);
