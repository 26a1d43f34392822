// Identity on every hop. The gateway identifies the viewer to a subgraph by a short-lived token, signed with the gateway's key; a subgraph
// that calls another signs with its own key. Requests without such a token are anonymous, and each token is valid for one audience only.
import { readFileSync } from "node:fs";
import { createHmac, createPrivateKey, createSecretKey, hkdfSync, type KeyObject } from "node:crypto";
import {
  createLocalJWKSet,
  errors,
  jwtVerify,
  SignJWT,
  type CryptoKey,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyResult,
} from "jose";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { forbidden, unauthenticated } from "../core/errors.ts";

/** The role of the viewer by organization id; at most MAX_MEMBERSHIPS of them. */
export type Memberships = Record<string, string>;

/** A token travels in a header, and Node refuses headers of more than 16 KiB: every list in it has an end. */
export const MAX_MEMBERSHIPS = 100;
export const MAX_SCOPES = 20;
export const MAX_EVENT_IDS = 50;

export interface Viewer {
  userId: string;
  sessionId: string;
  staff: boolean;
  /** False for an account that may do less until its e-mail address is verified. */
  verified: boolean;
  /** Within the last hour the person has used a passkey in this session, or a code mailed to the account. */
  proven?: true;
  memberships: Memberships;
  /** Users is down, and the session is not cached: the viewer is served without roles. */
  rolesUnknown?: true;
  /** Scopes that limit what the viewer may do; absent: all that the account may do. */
  scopes?: readonly string[];
  /** Who acts, if it is not the owner of the account in a session of their own. */
  actor?: Actor;
  /** Events that the viewer is limited to, all of one organization; absent: all events. */
  eventIds?: readonly string[];
}

export const ACTOR_KINDS = ["app", "device", "key", "staff", "guest"] as const;

export interface Actor {
  kind: (typeof ACTOR_KINDS)[number];
  id: string;
}

/** Requirements on a viewer in a schema: scopes by @requiresScopes, policies by @policy. */
export interface Grants {
  scopes: ReadonlySet<string>;
  policies: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();
const STAFF: ReadonlySet<string> = new Set(["staff"]);
const MEMBER: ReadonlySet<string> = new Set(["member"]);

/**
 * The scope `staff` is that of platform staff. The policy `member` applies to users with a role in any organization, and to staff;
 * resolvers check the organization and the role.
 */
export function grantsOf(viewer: Viewer): Grants {
  const isMember = viewer.staff || Object.keys(viewer.memberships).length > 0;
  return { scopes: viewer.staff ? STAFF : NOTHING, policies: isMember ? MEMBER : NOTHING };
}

/** Requirements of a schema: alternatives of lists; all items of one list must be granted. */
export interface Requirement {
  scopes?: string[][] | undefined;
  policies?: string[][] | undefined;
}

/** Whether all of it is granted. */
export function meets(grants: Grants, { scopes, policies }: Requirement): boolean {
  const holds = (alternatives: string[][] | undefined, granted: ReadonlySet<string>) =>
    alternatives === undefined || alternatives.some((all) => all.every((one) => granted.has(one)));
  return holds(scopes, grants.scopes) && holds(policies, grants.policies);
}

/** Caller of a request: the gateway (for a viewer or anonymous), another subgraph, or unauthenticated. */
export type Caller =
  | { kind: "gateway"; viewer: Viewer | null; network?: string }
  | { kind: "service"; name: string }
  | { kind: "stranger" };

const GATEWAY = "gateway";
/**
 * The public gateway, for anonymous clients. Subgraphs refuse its tokens if they name a viewer, so a stolen key can't impersonate users.
 */
export const PUBLIC_GATEWAY = "public-gateway";
/** All claims of an anonymous token. */
const OF_NOBODY = new Set(["iss", "aud", "iat", "exp"]);
const ALGORITHM = "EdDSA";
/** Long enough to be reused for a while, short enough to be worthless when found. */
const LIFETIME_SECONDS = 30;

const id = z.string().max(100);

/** Each cached entry expires. */
export const viewerClaims = z.object({
  service: z.literal(true).optional(),
  sub: id.optional(),
  sid: id.optional(),
  staff: z.boolean().optional(),
  unverified: z.literal(true).optional(),
  proven: z.literal(true).optional(),
  rolesUnknown: z.literal(true).optional(),
  memberships: z
    .record(id, z.string().max(20))
    .refine((memberships) => Object.keys(memberships).length <= MAX_MEMBERSHIPS)
    .optional(),
  scopes: z.array(z.string().max(30)).max(MAX_SCOPES).optional(),
  actor: z.strictObject({ kind: z.enum(ACTOR_KINDS), id }).optional(),
  events: z.array(id).max(MAX_EVENT_IDS).optional(),
  net: id.optional(),
});

export interface Signer {
  name: string;
  key: KeyObject;
}

/** @throws Error if the file is not a private key. */
export function loadSigner(name: string, file: string): Signer {
  return { name, key: createPrivateKey(readFileSync(file)) };
}

const NETWORK_NAME_BYTES = 16;

/**
 * Pseudonyms of networks (HMAC): a subgraph can recognize a network without learning its address. All gateways except the public one derive
 * the HMAC key from their shared signing key, so no extra secret is needed. After a change of that key every network is new once: an
 * account under attack temporarily loses its known networks.
 */
export function createNetworkNames({ key }: Signer): (network: string) => string {
  const secret = key.export({ format: "der", type: "pkcs8" });
  // A KeyObject, because createHmac with bytes takes eight times as long.
  const derived = createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", "network names", 32)));
  return (network) =>
    createHmac("sha256", derived).update(network).digest().subarray(0, NETWORK_NAME_BYTES).toString("base64url");
}

async function sign(signer: Signer, audience: string, claims: JWTPayload): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: signer.name })
    .setIssuer(signer.name)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(signer.key);
}

/** Lists are cut: with less in them the viewer may do less. */
function claimsOf(viewer: Viewer): JWTPayload {
  const { scopes, actor, eventIds } = viewer;
  const most = eventIds ? 1 : MAX_MEMBERSHIPS;
  return {
    sub: viewer.userId,
    sid: viewer.sessionId,
    staff: viewer.staff,
    memberships: Object.fromEntries(Object.entries(viewer.memberships).slice(0, most)),
    ...(viewer.verified ? {} : { unverified: true }),
    ...(viewer.proven && { proven: true }),
    ...(viewer.rolesUnknown && { rolesUnknown: true }),
    ...(scopes && { scopes: scopes.slice(0, MAX_SCOPES) }),
    ...(actor && { actor: { kind: actor.kind, id: actor.id } }),
    ...(eventIds && { events: eventIds.slice(0, MAX_EVENT_IDS) }),
  };
}

/** @param network network of the request, from `createNetworkNames`; omitted if not needed */
export function signForViewer(
  signer: Signer,
  audience: string,
  viewer: Viewer | null,
  network?: string,
): Promise<string> {
  const claims = viewer ? claimsOf(viewer) : {};
  return sign(signer, audience, network === undefined ? claims : { ...claims, net: network });
}

export function signForService(signer: Signer, audience: string): Promise<string> {
  return sign(signer, audience, { service: true });
}

const VERIFIED_KEPT = 5_000;

/**
 * Identifies the caller by a token. An absent, invalid, expired or foreign token means unauthenticated. A name may have several keys:
 * during a key change, the old and the new key are trusted.
 */
export function createVerifier(
  audience: string,
  trustedKeys: JSONWebKeySet,
): (token: string | undefined) => Promise<Caller> {
  const keys = createLocalJWKSet(trustedKeys);
  // The gateway sends one token many times; checking its signature once is enough until it expires.
  const verified = new LRUCache<string, { caller: Caller; expiresAt: number }>({ max: VERIFIED_KEPT });

  async function verify(token: string): Promise<Caller> {
    const known = verified.get(token);
    if (known && known.expiresAt > Date.now()) return known.caller;
    const { payload, protectedHeader } = await verifyByAny(token);
    if (payload.iss !== protectedHeader.kid) return { kind: "stranger" };
    const caller = callerOf(payload);
    verified.set(token, { caller, expiresAt: (payload.exp ?? 0) * 1000 });
    return caller;
  }

  async function verifyByAny(token: string): Promise<JWTVerifyResult> {
    const options = { algorithms: [ALGORITHM], audience, requiredClaims: ["exp", "iss"] };
    try {
      return await jwtVerify(token, keys, options);
    } catch (several) {
      if (!(several instanceof errors.JWKSMultipleMatchingKeys)) throw several;
      for await (const key of several as AsyncIterable<CryptoKey>) {
        try {
          return await jwtVerify(token, key, options);
        } catch (error) {
          if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error;
        }
      }
      throw new errors.JWSSignatureVerificationFailed();
    }
  }

  return async (token) => {
    if (!token) return { kind: "stranger" };
    try {
      return await verify(token);
    } catch {
      return { kind: "stranger" };
    }
  };
}

function callerOf(payload: JWTPayload): Caller {
  if (payload.iss === PUBLIC_GATEWAY)
    return Object.keys(payload).every((claim) => OF_NOBODY.has(claim))
      ? { kind: "gateway", viewer: null }
      : { kind: "stranger" };
  const claims = viewerClaims.parse(payload);
  if (claims.service) return { kind: "service", name: String(payload.iss) };
  if (payload.iss !== GATEWAY) return { kind: "stranger" };
  const network = claims.net === undefined ? {} : { network: claims.net };
  if (claims.sub === undefined) return { kind: "gateway", viewer: null, ...network };
  return {
    kind: "gateway",
    ...network,
    viewer: {
      userId: claims.sub,
      sessionId: claims.sid ?? "",
      staff: claims.staff ?? false,
      verified: !claims.unverified,
      ...(claims.proven && { proven: true }),
      memberships: claims.memberships ?? {},
      ...(claims.rolesUnknown && { rolesUnknown: true }),
      ...(claims.scopes && { scopes: claims.scopes }),
      ...(claims.actor && { actor: claims.actor }),
      ...(claims.events && { eventIds: claims.events }),
    },
  };
}

/** Platform staff in another account only read. @throws GraphQLError FORBIDDEN */
export function requireMayChange({ actor }: Viewer): void {
  if (actor?.kind === "staff") throw forbidden("A view of another account only reads: nothing can be changed.");
}

/** @throws GraphQLError UNAUTHENTICATED for an anonymous request. */
export function signedIn(context: { viewer: Viewer | null }): Viewer {
  if (!context.viewer) throw unauthenticated();
  return context.viewer;
}

export function bearer(header: string | undefined): string | undefined {
  const match = /^Bearer ([\w.~+/-]+=*)$/i.exec(header ?? "");
  return match?.[1];
}
