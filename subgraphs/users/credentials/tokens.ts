// Access tokens, refresh tokens, and codes that are derived from secrets. During a secret change there are two secrets, and results of both
// are accepted.
import { createHash, createHmac, hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { Database } from "../../../platform/postgres/database.ts";
import { seal, tryUnseal, unseal } from "./sealing.ts";
import { createSigningKeys, type SigningKeys } from "./signing-keys.ts";

export const ACCESS_TOKEN_SECONDS = 600;
export const REFRESH_TOKEN_DAYS = 30;
/** Issuer and audience of access tokens; the gateway requires both. */
export const ISSUER = "boxoffice-users";
export const AUDIENCE = "boxoffice";

export interface Tokens {
  /**
   * @param scopes of a limited session
   * @param until for a session without a refresh token
   */
  signAccessToken(
    userId: string,
    sessionId: string,
    scopes?: readonly string[] | null,
    until?: Date,
  ): Promise<{ accessToken: string; expiresAt: Date }>;
  firstRefreshToken(): string;
  /**
   * Successors of a refresh token, derived from it by each secret. So a retry after a lost answer gets the same one. The first is for new
   * tokens.
   */
  nextRefreshTokens(token: string): [string, ...string[]];
  /** Tokens of an invitation, derived from its id as above. */
  invitationTokens(invitationId: string): [string, ...string[]];
  /** Codes of 8 characters to be mailed, derived from the id of the code as above. */
  emailCodes(codeId: string): [string, ...string[]];
  /** Codes that answer an alert, derived from its id as above. */
  alertCodes(alertId: string): [string, ...string[]];
  /** Secrets that show the receipts of an erasure, derived from its id as above. */
  erasureSecrets(erasureId: string): [string, ...string[]];
  /** Secrets of apps, derived from their ids as above. */
  appSecrets(appId: string): [string, ...string[]];
  /** Keyed hash of an address, to count mail without storing the address. */
  addressHash(emailKey: string): string;
  /** Seals a secret of a second factor. */
  sealFactor(plain: string): string;
  unsealFactor(sealed: string): Promise<string>;
  /** Sealed with the current secret; undefined if it is already. */
  resealFactor(sealed: string): Promise<string | undefined>;
  /** Seals the ID of an OpenID record, which is a secret. */
  sealId(id: string): string;
  /** Undefined for one that was sealed with a secret of before. */
  unsealId(sealed: string): Promise<string | undefined>;
  /** Keys that sign the cookies of the OpenID provider; the first signs, all are accepted. */
  cookieKeys(): string[];
  keys: SigningKeys;
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export interface Secrets {
  secret: string;
  otherSecret: string | undefined;
}

export function createTokens(database: () => Database, { secret, otherSecret }: Secrets): Tokens {
  const derive = (purpose: string): [Buffer, ...Buffer[]] => {
    const from = (one: string) => Buffer.from(hkdfSync("sha256", one, "", purpose, 32));
    return [from(secret), ...(otherSecret === undefined ? [] : [from(otherSecret)])];
  };
  const factorKeys = derive("seal second factors");
  const refreshKeys = derive("derive refresh tokens");
  const invitationKeys = derive("derive invitation tokens");
  const erasureKeys = derive("derive erasure secrets");
  const codeKeys = derive("derive email codes");
  const alertKeys = derive("derive alert codes");
  const appKeys = derive("derive secrets of apps");
  const idKeys = derive("seal ids of OpenID records");
  const cookieKeys = derive("sign cookies of OpenID");
  const addressKeys = derive("hash addresses");
  const keys = createSigningKeys(database, derive("seal signing keys"));

  return {
    signAccessToken: async (userId, sessionId, scopes, until) => {
      const { kid, key } = await keys.current();
      const end = until?.getTime() ?? Date.now() + ACCESS_TOKEN_SECONDS * 1000;
      const expiresAt = new Date(Math.floor(end / 1000) * 1000);
      const accessToken = await new SignJWT({ sid: sessionId, ...(scopes && { scope: scopes.join(" ") }) })
        .setProtectedHeader({ alg: "EdDSA", kid, typ: "at+jwt" })
        .setSubject(userId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .setJti(randomUUID())
        .sign(key);
      return { accessToken, expiresAt };
    },
    firstRefreshToken: () => randomBytes(32).toString("base64url"),
    nextRefreshTokens: (token) => digests(refreshKeys, token),
    invitationTokens: (invitationId) => digests(invitationKeys, invitationId),
    erasureSecrets: (erasureId) => digests(erasureKeys, erasureId),
    emailCodes: (codeId) => macs(codeKeys, codeId).map(codeOf) as [string, ...string[]],
    alertCodes: (alertId) => digests(alertKeys, alertId),
    sealId: (id) => seal(id, idKeys[0]),
    unsealId: async (sealed) => {
      for (const key of idKeys) {
        const id = await tryUnseal(sealed, key);
        if (id !== undefined) return id;
      }
      return undefined;
    },
    cookieKeys: () => cookieKeys.map((key) => key.toString("base64url")),
    appSecrets: (appId) => digests(appKeys, appId),
    addressHash: (emailKey) => digests(addressKeys, emailKey)[0],
    sealFactor: (plain) => seal(plain, factorKeys[0]),
    unsealFactor: (sealed) => unseal(sealed, factorKeys),
    resealFactor: async (sealed) =>
      (await tryUnseal(sealed, factorKeys[0])) === undefined
        ? seal(await unseal(sealed, factorKeys), factorKeys[0])
        : undefined,
    keys,
  };
}

function macs(keys: Buffer[], text: string): Buffer[] {
  return keys.map((key) => createHmac("sha256", key).update(text).digest());
}

function digests(keys: [Buffer, ...Buffer[]], text: string): [string, ...string[]] {
  return macs(keys, text).map((mac) => mac.toString("base64url")) as [string, ...string[]];
}

/** Digits and letters without lookalikes, and without vowels, so that codes spell no words. */
export const CODE_ALPHABET = "23456789BCDFGHJKLMNPQRSTVWXZ";
const CODE_LENGTH = 8;

function codeOf(mac: Buffer): string {
  let rest = BigInt(`0x${mac.toString("hex")}`);
  let code = "";
  for (const base = BigInt(CODE_ALPHABET.length); code.length < CODE_LENGTH; rest /= base)
    code += CODE_ALPHABET[Number(rest % base)];
  return code;
}
