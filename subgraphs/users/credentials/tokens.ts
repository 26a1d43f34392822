// Access tokens, refresh tokens, and the keys that sign them. The JWKS always has the current key and the next one, so caches know a key
// before it signs its first token. During a secret change there are two secrets, and results of both are accepted. Raw SQL: each start
// reads the keys, and MikroORM would make it a third of a second longer.
import {
  createHash,
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  randomUUID,
} from "node:crypto";
import { SignJWT, type JWK } from "jose";
import type { Database, Tx } from "../../../platform/postgres/database.ts";
import { row, rows, sql } from "../../../platform/postgres/sql.ts";
import { seal, tryUnseal, unseal } from "./sealing.ts";

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
  /** Keyed hash of an address, to count mail without storing the address. */
  addressHash(emailKey: string): string;
  /** Seals a secret of a second factor. */
  sealFactor(plain: string): string;
  unsealFactor(sealed: string): Promise<string>;
  /** Sealed with the current secret; undefined if it is already. */
  resealFactor(sealed: string): Promise<string | undefined>;
  jwks(): Promise<{ keys: JWK[] }>;
  ensureKeys(): Promise<void>;
  /** Puts the next key into use if the current one is older than this. The old one stays in the JWKS while its tokens are valid. */
  rotate(olderThanDays: number): Promise<boolean>;
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

interface KeyRow {
  kid: string;
  state: "NEXT" | "CURRENT" | "RETIRED";
  publicJwk: JWK;
  sealedPrivateKey: string;
}

const KEYS_CACHED_MS = 5_000;

export interface Secrets {
  secret: string;
  otherSecret: string | undefined;
}

export function createTokens(database: () => Database, { secret, otherSecret }: Secrets): Tokens {
  const derive = (purpose: string): [Buffer, ...Buffer[]] => {
    const from = (one: string) => Buffer.from(hkdfSync("sha256", one, "", purpose, 32));
    return [from(secret), ...(otherSecret === undefined ? [] : [from(otherSecret)])];
  };
  const sealingKeys = derive("seal signing keys");
  const factorKeys = derive("seal second factors");
  const refreshKeys = derive("derive refresh tokens");
  const invitationKeys = derive("derive invitation tokens");
  const erasureKeys = derive("derive erasure secrets");
  const codeKeys = derive("derive email codes");
  const alertKeys = derive("derive alert codes");
  const addressKeys = derive("hash addresses");
  let cached: { keys: KeyRow[]; at: number } | undefined;

  async function keys(): Promise<KeyRow[]> {
    if (!cached || Date.now() - cached.at > KEYS_CACHED_MS) {
      cached = {
        keys: await rows<KeyRow>(
          database().read(),
          sql`select kid, state, public_jwk, sealed_private_key from signing_key order by changed_at desc`,
        ),
        at: Date.now(),
      };
    }
    return cached.keys;
  }

  async function addKey(tx: Tx, state: "NEXT" | "CURRENT"): Promise<void> {
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    const kid = randomUUID();
    const publicJwk = { ...publicKey.export({ format: "jwk" }), kid, alg: "EdDSA", use: "sig" };
    const sealed = seal(privateKey.export({ format: "pem", type: "pkcs8" }).toString(), sealingKeys[0]);
    // Of two processes that start concurrently, one inserts the key: there is one key in each state.
    await rows(
      tx,
      sql`insert into signing_key (kid, state, public_jwk, sealed_private_key) values (${kid}, ${state}, ${JSON.stringify(publicJwk)}, ${sealed}) on conflict do nothing`,
    );
  }

  /** Seals all keys with the current secret, so that the other one is no longer needed. */
  async function resealKeys(tx: Tx): Promise<void> {
    const sealed = await rows<KeyRow>(tx, sql`select kid, sealed_private_key from signing_key for update`);
    for (const { kid, sealedPrivateKey } of sealed) {
      const plain = await unseal(sealedPrivateKey, sealingKeys);
      if ((await tryUnseal(sealedPrivateKey, sealingKeys[0])) === undefined)
        await rows(
          tx,
          sql`update signing_key set sealed_private_key = ${seal(plain, sealingKeys[0])} where kid = ${kid}`,
        );
    }
  }

  return {
    signAccessToken: async (userId, sessionId, scopes, until) => {
      const current = (await keys()).find((key) => key.state === "CURRENT");
      if (!current) throw new Error("No signing key exists.");
      const end = until?.getTime() ?? Date.now() + ACCESS_TOKEN_SECONDS * 1000;
      const expiresAt = new Date(Math.floor(end / 1000) * 1000);
      const accessToken = await new SignJWT({ sid: sessionId, ...(scopes && { scope: scopes.join(" ") }) })
        .setProtectedHeader({ alg: "EdDSA", kid: current.kid, typ: "at+jwt" })
        .setSubject(userId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .setJti(randomUUID())
        .sign(createPrivateKey(await unseal(current.sealedPrivateKey, sealingKeys)));
      return { accessToken, expiresAt };
    },
    firstRefreshToken: () => randomBytes(32).toString("base64url"),
    nextRefreshTokens: (token) => digests(refreshKeys, token),
    invitationTokens: (invitationId) => digests(invitationKeys, invitationId),
    erasureSecrets: (erasureId) => digests(erasureKeys, erasureId),
    emailCodes: (codeId) => macs(codeKeys, codeId).map(codeOf) as [string, ...string[]],
    alertCodes: (alertId) => digests(alertKeys, alertId),
    addressHash: (emailKey) => digests(addressKeys, emailKey)[0],
    sealFactor: (plain) => seal(plain, factorKeys[0]),
    unsealFactor: (sealed) => unseal(sealed, factorKeys),
    resealFactor: async (sealed) =>
      (await tryUnseal(sealed, factorKeys[0])) === undefined
        ? seal(await unseal(sealed, factorKeys), factorKeys[0])
        : undefined,
    jwks: async () => ({ keys: (await keys()).map((key) => key.publicJwk) }),
    ensureKeys: async () => {
      await database().transaction(async (tx) => {
        await addKey(tx, "CURRENT");
        await addKey(tx, "NEXT");
        await resealKeys(tx);
      });
      cached = undefined;
    },
    rotate: async (olderThanDays) => {
      const rotated = await database().transaction(async (tx) => {
        // Of two concurrent processes, the second waits here, then finds that the key is no longer CURRENT.
        const current = await row<{ old: boolean }>(
          tx,
          sql`select changed_at < now() - ${`${olderThanDays} days`}::interval as old from signing_key where state = 'CURRENT' for update`,
        );
        if (!current?.old) return false;
        await rows(
          tx,
          sql`delete from signing_key where state = 'RETIRED' and changed_at < now() - ${`${2 * ACCESS_TOKEN_SECONDS} s`}::interval`,
        );
        await rows(tx, sql`update signing_key set state = 'RETIRED', changed_at = now() where state = 'CURRENT'`);
        await rows(tx, sql`update signing_key set state = 'CURRENT', changed_at = now() where state = 'NEXT'`);
        await addKey(tx, "NEXT");
        return true;
      });
      cached = undefined;
      return rotated;
    },
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
