// Tokens of people inside: JWTs (RFC 7519) by the key of seating, each for one person at one event. The newest one counts (commands/admit.ts).
import {
  createLocalJWKSet,
  errors,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JSONWebKeySet,
  type JWTPayload,
} from "jose";
import { LRUCache } from "lru-cache";
import type { Signer } from "../../../../platform/identity/identity.ts";

const ALGORITHM = "EdDSA";
const TYPE = "admission+jwt";
const AUDIENCE = "boxoffice-sale";
const KEPT = 5_000;
const LONGEST_TOKEN = 1_000;

export interface AdmissionClaims {
  /** ID of the admission. */
  id: string;
  eventId: string;
  userId: string;
  rank: number;
}

export interface AdmissionTokens {
  sign(claims: AdmissionClaims, expiresAt: Date): Promise<string>;
  /** Undefined for a token that is not valid now. */
  verify(token: string): Promise<AdmissionClaims | undefined>;
}

export function createAdmissionTokens(signer: Signer, trustedKeys: JSONWebKeySet): AdmissionTokens {
  const keys = createLocalJWKSet(trustedKeys);
  const options = {
    algorithms: [ALGORITHM],
    audience: AUDIENCE,
    issuer: signer.name,
    typ: TYPE,
    requiredClaims: ["exp", "iss", "sub", "jti", "evt", "rank"],
  };
  // One person sends a token with each hold.
  const verified = new LRUCache<string, { claims: AdmissionClaims; expiresAt: number }>({ max: KEPT });

  async function payloadOf(token: string): Promise<JWTPayload> {
    try {
      return (await jwtVerify(token, keys, options)).payload;
    } catch (several) {
      if (!(several instanceof errors.JWKSMultipleMatchingKeys)) throw several;
      for await (const key of several as AsyncIterable<CryptoKey>) {
        const found = await jwtVerify(token, key, options).catch(() => undefined);
        if (found) return found.payload;
      }
      throw new errors.JWSSignatureVerificationFailed();
    }
  }

  return {
    sign: ({ id, eventId, userId, rank }, expiresAt) =>
      new SignJWT({ evt: eventId, rank })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: signer.name })
        .setIssuer(signer.name)
        .setAudience(AUDIENCE)
        .setSubject(userId)
        .setJti(id)
        .setIssuedAt()
        .setExpirationTime(expiresAt)
        .sign(signer.key),
    verify: async (token) => {
      if (token.length > LONGEST_TOKEN) return undefined;
      const known = verified.get(token);
      if (known) return known.expiresAt > Date.now() ? known.claims : undefined;
      try {
        const { jti, sub, evt, rank, exp } = await payloadOf(token);
        const claims = { id: String(jti), eventId: String(evt), userId: String(sub), rank: Number(rank) };
        verified.set(token, { claims, expiresAt: Number(exp) * 1_000 });
        return claims;
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined;
        throw error;
      }
    },
  };
}
