// Talks to identity providers (OpenID Connect): authorization code with PKCE, state and nonce. What a provider publishes about itself is read
// at the first sign-in, not at the start. Requests go to its published endpoints only.
import { createHash } from "node:crypto";
import type { Configuration, CustomFetch, IDToken, UserInfoResponse } from "openid-client";
import { isStorable, line } from "../../../platform/core/input.ts";
import { EmailAddress } from "../../../platform/graphql/scalars.ts";
import type { Logger } from "../../../platform/telemetry/logger.ts";
import type { Claims, IdentityProvider } from "../entities/identity.ts";
import { locale as localeSchema } from "../inputs.ts";
import { isSafeUrl } from "./identity-providers.ts";

const TIMEOUT_SECONDS = 5;
/** Time for which a provider that was away is not asked again. */
const AWAY_MS = 5_000;
/** Age after which the published metadata are read again. */
const METADATA_MS = 3_600_000;
/** Answers of a provider that are awaited at once; more sign-ins are refused. */
const AT_ONCE = 32;
const LARGEST_ANSWER = 512 * 1024;
const SUBJECT_LENGTH = 255;

/** The provider does not answer. */
export class ProviderAway extends Error {}
/** The answer of the provider is not acceptable, or the person has cancelled there. */
export class AnswerRejected extends Error {}

export interface ProviderClient {
  readonly provider: IdentityProvider;
  /** Address at the provider that begins the sign-in. @throws ProviderAway, AnswerRejected */
  authorizationUrl(flow: Flow): Promise<string>;
  /** Exchanges the code of an answer, and checks what the provider says. @throws ProviderAway, AnswerRejected */
  claimsOf(flow: Flow, response: string): Promise<Claims>;
}

/** Both are random. The secret stays in the browser. */
export interface Flow {
  state: string;
  secret: string;
}

/** What the flow needs beside the state, derived from the secret of the browser: nothing of it is stored. */
const derived = (purpose: string, { secret }: Flow) =>
  createHash("sha256").update(`${purpose} ${secret}`).digest("base64url");

/** @param publicUrl origin of the pages for people. Each provider has a redirect URI of its own, so that none gets the code of another. */
export function createProviderClient(provider: IdentityProvider, publicUrl: string, logger: Logger): ProviderClient {
  const redirectUri = new URL(`/account/external/callback/${provider.id}`, publicUrl).href;
  let known: { configuration: Promise<Configuration>; until: number } | undefined;
  let running = 0;

  /** Concurrent sign-ins share a request, and a failure for a while. */
  function configuration(): Promise<Configuration> {
    if (!known || known.until < Date.now()) {
      const asked = { configuration: discover(provider), until: Date.now() + METADATA_MS };
      known = asked;
      asked.configuration.catch(() => (asked.until = Date.now() + AWAY_MS));
    }
    return known.configuration;
  }

  async function limited<T>(work: () => Promise<T>): Promise<T> {
    if (running >= AT_ONCE) throw new ProviderAway(`${AT_ONCE} requests to ${provider.issuer} are running.`);
    running++;
    try {
      return await work();
    } catch (error) {
      const refusal = refusalOf(error);
      logger.warn({ issuer: provider.issuer, problem: refusal.message }, "answer of an identity provider refused");
      throw refusal;
    } finally {
      running--;
    }
  }

  return {
    provider,
    authorizationUrl: (flow) =>
      limited(async () => {
        const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import("openid-client");
        return buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope: "openid email profile",
          state: flow.state,
          nonce: derived("nonce", flow),
          code_challenge: await calculatePKCECodeChallenge(derived("verifier", flow)),
          code_challenge_method: "S256",
        }).href;
      }),
    claimsOf: (flow, response) =>
      limited(async () => {
        const { authorizationCodeGrant, fetchUserInfo } = await import("openid-client");
        const answered = new URL(redirectUri);
        answered.search = response;
        const discovered = await configuration();
        const tokens = await authorizationCodeGrant(discovered, answered, {
          expectedState: flow.state,
          expectedNonce: derived("nonce", flow),
          pkceCodeVerifier: derived("verifier", flow),
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        const hasMore = claims.email === undefined && discovered.serverMetadata().userinfo_endpoint !== undefined;
        const more = hasMore ? await fetchUserInfo(discovered, tokens.access_token, claims.sub) : {};
        return claimsIn(provider, { ...more, ...claims });
      }),
  };
}

async function discover(provider: IdentityProvider): Promise<Configuration> {
  try {
    return await discoverOnce(provider);
  } catch (error) {
    if (!(refusalOf(error) instanceof ProviderAway)) throw error;
    return discoverOnce(provider);
  }
}

async function discoverOnce({ issuer, clientId, clientSecret }: IdentityProvider): Promise<Configuration> {
  const client = await import("openid-client");
  const { href, origin } = new URL(issuer);
  const endpoints = new Set<string>();
  const fetchOwn: CustomFetch = (url, options) => {
    const isOwn = endpoints.size === 0 ? URL.parse(url)?.origin === origin : endpoints.has(url);
    if (!isOwn || !isSafeUrl(url)) throw new AnswerRejected(`${url} is no endpoint of ${issuer}.`);
    return fetchLimited(url, options);
  };
  const isPlain = issuer.startsWith("http:");
  const found = await client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    [client.customFetch]: fetchOwn,
    timeout: TIMEOUT_SECONDS,
    execute: [client.enableNonRepudiationChecks, ...(isPlain ? [client.allowInsecureRequests] : [])],
  });
  const { issuer: stated, token_endpoint, jwks_uri, userinfo_endpoint } = found.serverMetadata();
  if (new URL(stated).href !== href) throw new AnswerRejected(`${issuer} says that it is ${stated}.`);
  for (const url of [token_endpoint, jwks_uri, userinfo_endpoint]) if (url !== undefined) endpoints.add(url);
  return found;
}

async function fetchLimited(url: string, options: Parameters<CustomFetch>[1]): Promise<Response> {
  try {
    const response = await fetch(url, options as RequestInit);
    if (response.status >= 500) {
      await response.body?.cancel();
      throw new ProviderAway(`${url} answered with ${response.status}.`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += (chunk as Uint8Array).length;
      if (size > LARGEST_ANSWER) throw new AnswerRejected(`The answer of ${url} is too large.`);
      chunks.push(chunk as Uint8Array);
    }
    const { status, headers } = response;
    return new Response(size === 0 ? null : Buffer.concat(chunks), { status, headers });
  } catch (error) {
    if (error instanceof ProviderAway || error instanceof AnswerRejected) throw error;
    throw new ProviderAway(`${url} does not answer.`, { cause: error });
  }
}

/** Errors of the library keep ours as their cause. */
function refusalOf(error: unknown): ProviderAway | AnswerRejected {
  for (let one = error; one instanceof Error; one = one.cause)
    if (one instanceof ProviderAway || one instanceof AnswerRejected) return one;
  const { message, code, error: answered } = error as { message: string; code?: string; error?: string };
  if (code === "OAUTH_TIMEOUT") return new ProviderAway(message, { cause: error });
  return new AnswerRejected([message, answered ?? code].filter(Boolean).join(": "), { cause: error });
}

function claimsIn(
  { issuer, trustsMfa }: IdentityProvider,
  claims: IDToken & Partial<Omit<UserInfoResponse, keyof IDToken>>,
): Claims {
  const { sub, amr } = claims;
  if (sub.length === 0 || sub.length > SUBJECT_LENGTH || !isStorable(sub))
    throw new AnswerRejected("The subject must have 1 to 255 characters that can be stored.");
  const email = addressIn(claims.email);
  const name = line(100).safeParse(claims.name).data;
  return {
    issuer,
    subject: sub,
    email: claims.email_verified === true ? email : undefined,
    label: email ?? name,
    name,
    locale: localeSchema.safeParse(claims.locale).data,
    hasSecondFactor: trustsMfa && Array.isArray(amr) && amr.includes("mfa"),
  };
}

function addressIn(value: unknown): string | undefined {
  try {
    return EmailAddress.parseValue(value) as string;
  } catch {
    return undefined;
  }
}
