// Second factors of accounts: authenticator apps, recovery codes, and sign-ins that wait for one.
import { entity } from "../../../platform/postgres/entities.ts";
import { UserEntity } from "./user.ts";

/**
 * Proof of identity, with the names of RFC 8176: password, code of an authenticator app, mailed code, passkey of one device or of several,
 * recovery code, sign-in at an identity provider, second factor there.
 */
export type Proof = "pwd" | "otp" | "email" | "hwk" | "swk" | "recovery" | "ext" | "mfa";

export const TotpEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "Totp",
    tableName: "totp",
    properties: {
      id: p.uuid().primary(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id"),
      /** Session that asked for it. */
      enrolledIn: p.uuid(),
      sealedSecret: p.text(),
      /** Step of the last used code. */
      lastStep: p.integer().default(0),
      createdAt: p.datetime().defaultRaw("now()"),
      /** Null while it is pending. */
      confirmedAt: p.datetime().nullable(),
    },
  }),
);

export const RecoveryCodeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "RecoveryCode",
    tableName: "recovery_code",
    properties: {
      codeHash: p.text().primary(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id"),
      usedAt: p.datetime().nullable(),
    },
  }),
);

/** Sign-in that waits for the second factor. */
export const SignInChallengeEntity = entity(({ defineEntity, p, of }) =>
  defineEntity({
    name: "SignInChallenge",
    tableName: "sign_in_challenge",
    properties: {
      tokenHash: p.text().primary(),
      userId: p.manyToOne(of(UserEntity)).mapToPk().name("user_id"),
      amr: p.array().$type<Proof[]>(),
      tries: p.integer().default(0),
      expiresAt: p.datetime(),
      endedAt: p.datetime().nullable(),
    },
  }),
);

export const StaffSinceEntity = entity(({ defineEntity, p }) =>
  defineEntity({
    name: "StaffSince",
    tableName: "staff_since",
    properties: { userId: p.uuid().primary(), since: p.datetime() },
  }),
);
