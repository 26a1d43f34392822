// Identifies the viewer: verifies access tokens against the JWKS of users, and polls users every few seconds for ended sessions and changed
// roles (sessions.ts). While users is down, cached sessions stay valid until the token expires: nobody can sign out during that time. Roles
// of a new session are then unknown: fields without a role still work, and results that depend on a role are UNAVAILABLE instead of null,
// NotFound or FORBIDDEN.
import { GraphQLError } from "graphql";
import { createRemoteJWKSet, errors, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { unauthenticated, unavailable } from "../../platform/core/errors.ts";
import {
  ACTOR_KINDS,
  bearer,
  createNetworkNames,
  signForViewer,
  type Signer,
  type Viewer,
} from "../../platform/identity/identity.ts";
import { isApiKey, readApiKey, referenceOfKey, type ApiKeyReference } from "../../platform/identity/api-keys.ts";
import type { ChangeNotifier } from "../../platform/redis/pubsub.ts";
import type { ServiceClient } from "../../platform/http/service-client.ts";
import { networkOf } from "../core/addresses.ts";
import type { GatewayContext } from "../core/context.ts";
import { Refused } from "../core/refused.ts";
import { createSessions } from "./sessions.ts";
import { SessionViewers, ViewerChanges } from "./users.generated.ts";
import { SESSIONS_TOPIC } from "../../schema/redis-access.ts";

/** Access tokens of sessions, as signed by users. */
const ISSUER = "boxoffice-users";
const AUDIENCE = "boxoffice";
/** The API as the audience of tokens of apps; their issuer is the OpenID provider. */
const GRAPH = "urn:boxoffice:graph";
/** Session IDs of the provider's tokens begin so: of apps, and of scanner devices. */
const OF_PROVIDER = ["grant:", "device:"];
const GRANT = "grant:";
/** RFC 9068: other JWTs signed by the same key are not access tokens. */
const TYPE = "at+jwt";
const ALGORITHMS = ["EdDSA"];

/** Reuse time of a token, within its 30 s validity at subgraphs; a viewer with changed roles gets a new token. */
const TOKEN_REUSED_MS = 10_000;
const TOKENS_KEPT = 20_000;
/** Anonymous tokens: one for each subgraph, and one for each network that sends mutations. */
const NOBODYS_HEADERS_KEPT = 5_000;

const actorKinds = z.enum(ACTOR_KINDS);

const KEYS_KEPT = 5_000;
const INVALID_KEY = "The API key is not valid, was revoked or has expired: create a new one.";
const INVALID_TOKEN = "The access token is not valid or has expired: refresh the session or sign in again.";

/** Claims of an access token with a verified signature. */
interface Verified {
  sessionId: string;
  userId: string;
  /** Whether the token has the claim `scope`: its viewer is limited, even if users can't say how. */
  isLimited: boolean;
  /** Of an app's token: it may have less than the person has allowed. */
  scopes: readonly string[] | undefined;
  until: Date;
}

interface SignedHeaders {
  headers: readonly string[] | Promise<readonly string[]>;
  at: number;
}

interface HeadersKept {
  get(key: string): SignedHeaders | undefined;
  set(key: string, headers: SignedHeaders): unknown;
}

export type Identified = Pick<GatewayContext, "viewer" | "viewerUntil">;

export interface Identity {
  /**
   * By an access token or an API key.
   * @param address the client's: API keys that are not known are counted by it
   * @throws GraphQLError UNAUTHENTICATED for one that is not, or no longer, good. @throws Refused after too many such keys
   */
  identify(authorization: string | undefined, address?: string): Promise<Identified>;
  /** The same session later, without a token. @throws GraphQLError UNAUTHENTICATED if it has ended */
  renew(identified: Identified): Promise<Identified>;
  /**
   * The header that identifies the viewer to a subgraph; synchronous if cached.
   * @param address for a mutation, the client's address: subgraphs get its network as a keyed hash
   */
  headersFor(subgraph: string, viewer: Viewer | null, address?: string): readonly string[] | Promise<readonly string[]>;
  /** Invalidates the cached sessions of a user, or of all users: roles or sessions have changed. */
  forgetSessions(userId?: string): void;
  /** Calls back when sessions of a user, or of any user, may have ended or changed. */
  onSessionsChanged(listener: (userId?: string) => void): () => void;
  stop(): void;
}

/** @throws Refused: 401 for an invalid token, 503 if it can't be verified now */
export async function orRefuse(identifying: Promise<Identified>): Promise<Identified> {
  try {
    return await identifying;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new Refused(error.extensions.code === "UNAUTHENTICATED" ? 401 : 503, [error]);
  }
}

const NOBODY: Identified = { viewer: null, viewerUntil: null };

/** For a supergraph without identity: every request is anonymous. */
export const noIdentity: Identity = {
  identify: async () => NOBODY,
  renew: async () => NOBODY,
  headersFor: () => [],
  forgetSessions: () => {},
  onSessionsChanged: () => () => {},
  stop: () => {},
};

/** A token is valid at a subgraph for 30 s; it is renewed well before. */
function keptHeaders(known: HeadersKept, key: string, sign: () => Promise<string>): SignedHeaders["headers"] {
  const before = known.get(key);
  if (before && Date.now() - before.at < TOKEN_REUSED_MS) return before.headers;
  const entry: SignedHeaders = { at: Date.now(), headers: [] };
  entry.headers = sign().then((token) => {
    entry.headers = ["authorization", `Bearer ${token}`];
    return entry.headers;
  });
  known.set(key, entry);
  return entry.headers;
}

/** For a gateway with public data only: every request is anonymous, with any token. */
export function createNobodysIdentity(signer: Signer): Identity {
  const known = new Map<string, SignedHeaders>();
  const headersFor = (subgraph: string) => keptHeaders(known, subgraph, () => signForViewer(signer, subgraph, null));
  return { ...noIdentity, headersFor };
}

/** The same viewer with no other scopes than these. Equal ones are one object, which keeps its signed headers. */
function createNarrowing(): (viewer: Viewer, scopes: readonly string[]) => Viewer {
  const known = new WeakMap<Viewer, Map<string, Viewer>>();
  return (viewer, allowed) => {
    const scopes = (viewer.scopes ?? []).filter((scope) => allowed.includes(scope));
    if (scopes.length === viewer.scopes?.length) return viewer;
    let narrower = known.get(viewer);
    if (!narrower) known.set(viewer, (narrower = new Map()));
    const key = scopes.join(" ");
    let found = narrower.get(key);
    if (!found) narrower.set(key, (found = { ...viewer, scopes }));
    return found;
  };
}

export function createIdentity(options: {
  usersUrl: string;
  users: ServiceClient;
  signer: Signer;
  notifier: ChangeNotifier;
  /** @throws Refused */
  admitKey(address: string): void;
  /** Origin of the pages for people, and those of before: the OpenID provider there signs tokens of apps. */
  publicUrls: readonly string[];
}): Identity {
  const { usersUrl, users, signer, notifier, admitKey, publicUrls } = options;
  const audiences = new Map([[ISSUER, AUDIENCE]]);
  for (const publicUrl of publicUrls) audiences.set(new URL("/oidc", publicUrl).href, GRAPH);
  const keys = createRemoteJWKSet(new URL("/.well-known/jwks.json", usersUrl), {
    cacheMaxAge: 10 * 60_000,
    cooldownDuration: 1_000,
    timeoutDuration: 3_000,
  });
  const nameOfNetwork = createNetworkNames(signer);
  const sessions = createSessions({
    ask: async (sessionIds) => {
      const { sessionViewers } = await users.ask(SessionViewers, { sessionIds: [...sessionIds] });
      return sessionIds.map((sessionId, index) => {
        const found = sessionViewers[index];
        if (!found) return null;
        const memberships = Object.fromEntries(found.memberships.map((one) => [one.organizationId, one.role]));
        const { userId, staff, verified, proven, scopes, actor, eventIds } = found;
        return {
          userId,
          sessionId,
          staff,
          verified,
          ...(proven && { proven: true }),
          memberships,
          ...(scopes && { scopes }),
          ...(actor && { actor: { id: actor.id, kind: actorKinds.parse(actor.kind) } }),
          ...(eventIds && { eventIds }),
        };
      });
    },
    changesAfter: async (after) => (await users.ask(ViewerChanges, { after })).viewerChanges,
    onChanged: (userId) => tell(userId),
  });
  const nobodysHeaders = new LRUCache<string, SignedHeaders>({ max: NOBODYS_HEADERS_KEPT });
  const viewersHeaders = new WeakMap<Viewer, Map<string, SignedHeaders>>();
  const narrowed = createNarrowing();
  /** Access tokens with verified signatures. */
  const verified = new LRUCache<string, Verified>({ max: TOKENS_KEPT });
  /** API keys that users knew. */
  const knownKeys = new LRUCache<string, ApiKeyReference>({ max: KEYS_KEPT });
  const listeners = new Set<(userId?: string) => void>();
  const tell = (userId?: string) => {
    for (const listener of listeners) listener(userId);
  };
  const forgetSessions = (userId?: string) => {
    sessions.forget(userId);
    tell(userId);
  };
  const stopListening = notifier.listen(SESSIONS_TOPIC, forgetSessions);

  async function verify(token: string): Promise<Verified> {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      typ: TYPE,
      issuer: [...audiences.keys()],
      requiredClaims: ["sub", "sid", "exp"],
    }).catch((error: unknown) => {
      if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
        throw unavailable("The sign-in service", error);
      throw unauthenticated(INVALID_TOKEN);
    });
    const isOfApp = payload.iss !== ISSUER;
    const sid = String(payload.sid);
    const isOfIssuer = isOfApp ? OF_PROVIDER.some((kind) => sid.startsWith(kind)) : !sid.startsWith(GRANT);
    if (payload.aud !== audiences.get(payload.iss!) || !isOfIssuer) throw unauthenticated(INVALID_TOKEN);
    const found = {
      sessionId: sid,
      userId: String(payload.sub),
      isLimited: isOfApp || payload.scope !== undefined,
      scopes: isOfApp ? String(payload.scope ?? "").split(" ") : undefined,
      until: new Date((payload.exp ?? 0) * 1_000),
    };
    verified.set(token, found);
    return found;
  }

  function headersKept(viewer: Viewer | null): HeadersKept {
    if (!viewer) return nobodysHeaders;
    let known = viewersHeaders.get(viewer);
    if (!known) viewersHeaders.set(viewer, (known = new Map()));
    return known;
  }

  async function viewerOf({ sessionId, userId, isLimited, scopes }: Omit<Verified, "until">): Promise<Viewer> {
    const viewer = await sessions.viewerOf(sessionId, userId);
    if (!viewer) throw unauthenticated("The session has ended: sign in again.");
    // Users is down: what the viewer may do is unknown, so it may do nothing.
    if (viewer.rolesUnknown && isLimited) return { ...viewer, scopes: [] };
    return scopes ? narrowed(viewer, scopes) : viewer;
  }

  async function identifyKey(text: string, address: string | undefined): Promise<Identified> {
    const known = knownKeys.get(text);
    if (!known && address !== undefined) admitKey(address);
    const key = known ?? readApiKey(text);
    const viewer = key && (await sessions.viewerOf(referenceOfKey(key), key.id));
    if (!viewer) {
      knownKeys.delete(text);
      throw unauthenticated(INVALID_KEY);
    }
    if (viewer.rolesUnknown) return { viewer: { ...viewer, scopes: [] }, viewerUntil: null };
    knownKeys.set(text, key);
    return { viewer, viewerUntil: null };
  }

  const headersFor: Identity["headersFor"] = (subgraph, viewer, address) => {
    const network = address === undefined ? undefined : networkOf(address);
    return keptHeaders(headersKept(viewer), `${subgraph} ${network ?? ""}`, () =>
      signForViewer(signer, subgraph, viewer, network === undefined ? undefined : nameOfNetwork(network)),
    );
  };

  return {
    identify: async (authorization, address) => {
      if (authorization === undefined || authorization === "") return NOBODY;
      const token = bearer(authorization);
      if (!token) throw unauthenticated("The header `authorization` must be `Bearer` and an access token or API key.");
      if (isApiKey(token)) return identifyKey(token, address);
      const found = verified.get(token) ?? (await verify(token));
      if (found.until.getTime() <= Date.now()) throw unauthenticated(INVALID_TOKEN);
      return { viewer: await viewerOf(found), viewerUntil: found.until };
    },
    renew: async ({ viewer, viewerUntil }) => {
      if (!viewer) return NOBODY;
      const scopes = viewer.actor?.kind === "app" ? viewer.scopes : undefined;
      return { viewer: await viewerOf({ ...viewer, isLimited: viewer.scopes !== undefined, scopes }), viewerUntil };
    },
    headersFor,
    forgetSessions,
    onSessionsChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      stopListening();
      sessions.stop();
    },
  };
}
