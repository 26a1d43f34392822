// Somebody else's OpenID provider, for tests: a real one, at which everybody is who they say they are.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, decodeJwt, type JWK, type JWTPayload } from "jose";
import { Provider } from "oidc-provider";
import { until } from "./until.ts";

export interface PersonElsewhere {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  /** Proofs that the provider reports. */
  amr?: string[];
}

export interface RunningIdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Number of requests of each path. */
  requests: Map<string, number>;
  /** Changes the claims of each ID token, or replaces the token. */
  tamper(change: ((claims: JWTPayload, sign: (claims: JWTPayload) => Promise<string>) => Promise<string>) | null): void;
  /** Answers every request with this status from now on; `silent`: does not answer; null: works. */
  fail(how: number | "silent" | null): void;
  /** Signs in at the provider. @returns the address that it sends the browser to, with its answer */
  signIn(authorizationUrl: string, person: PersonElsewhere): Promise<URL>;
  stop(): Promise<void>;
}

/** @param redirectUris of the client. @param hasMoreInUserInfo whether the ID token has no more than the subject */
export async function startIdentityProvider(
  redirectUris: string[],
  { hasMoreInUserInfo = true } = {},
): Promise<RunningIdentityProvider> {
  const people = new Map<string, PersonElsewhere>();
  const requests: RunningIdentityProvider["requests"] = new Map();
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), kid: "elsewhere", alg: "RS256", use: "sig" };
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: jwk.kid! }).sign(privateKey);
  let change: Parameters<RunningIdentityProvider["tamper"]>[0] = null;
  let failure: number | "silent" | null = null;
  const unanswered = new Set<ServerResponse>();

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: "boxoffice", clientSecret: "a secret of the client at the provider" };
  const provider = createProvider(issuer, people, { ...client, redirectUris, jwk, hasMoreInUserInfo });
  const handle = provider.callback();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url!, issuer);
    requests.set(pathname, (requests.get(pathname) ?? 0) + 1);
    if (failure === "silent") return void unanswered.add(response);
    if (failure !== null) return void response.writeHead(failure).end();
    if (pathname.startsWith("/interaction/")) {
      const person = JSON.parse(decodeURIComponent(String(request.headers["x-person"]))) as PersonElsewhere;
      people.set(person.sub, person);
      const login = { accountId: person.sub, ...(person.amr && { amr: person.amr }) };
      return provider.interactionFinished(request, response, { login });
    }
    if (pathname === "/token" && change) return tampered(request, response);
    await handle(request, response);
  }

  /** Replaces the ID token in the answer of the provider. */
  async function tampered(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const end = response.end.bind(response);
    response.end = ((body: Buffer | string) => {
      const answered = JSON.parse(String(body)) as { id_token?: string };
      const replaced = answered.id_token
        ? change!(decodeJwt(answered.id_token), sign).then((id_token) => JSON.stringify({ ...answered, id_token }))
        : Promise.resolve(String(body));
      void replaced.then((text) => {
        response.setHeader("content-length", Buffer.byteLength(text));
        end(text);
      });
      return response;
    }) as ServerResponse["end"];
    await handle(request, response);
  }

  return {
    issuer,
    ...client,
    requests,
    tamper: (how) => (change = how),
    fail: (how) => {
      failure = how;
      if (how !== "silent") for (const response of unanswered) response.destroy();
    },
    signIn: (authorizationUrl, person) => signInAt(issuer, authorizationUrl, person),
    stop: async () => {
      for (const response of unanswered) response.destroy();
      server.closeAllConnections();
      server.close();
      await until(() => Promise.resolve(!server.listening), "the provider has stopped");
    },
  };
}

/** Follows the redirects of the provider until one leads elsewhere. */
async function signInAt(issuer: string, authorizationUrl: string, person: PersonElsewhere): Promise<URL> {
  const cookies = new Map<string, string>();
  for (let url = new URL(authorizationUrl); ;) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { "x-person": encodeURIComponent(JSON.stringify(person)), cookie };
    const response = await fetch(url, { redirect: "manual", headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      cookies.set(name!, value!);
    }
    const location = response.headers.get("location");
    if (location === null) throw new Error(`The provider answered: ${await response.text()}`);
    url = new URL(location, url);
    if (url.origin !== issuer) return url;
  }
}

interface ProviderOptions {
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
  jwk: JWK;
  hasMoreInUserInfo: boolean;
}

function createProvider(
  issuer: string,
  people: ReadonlyMap<string, PersonElsewhere>,
  { clientId, clientSecret, redirectUris, jwk, hasMoreInUserInfo }: ProviderOptions,
): Provider {
  // Warns of its adapter in memory, which is meant here.
  const { warn } = console;
  console.warn = () => {};
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: redirectUris,
        scope: "openid email profile",
      },
    ],
    jwks: { keys: [jwk as never] },
    cookies: { keys: ["a key of cookies at the provider"] },
    claims: { openid: ["sub", "amr"], email: ["email", "email_verified"], profile: ["name"] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    conformIdTokenClaims: hasMoreInUserInfo,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ ...people.get(accountId)!, sub: accountId }),
    }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  console.warn = warn;
  return provider;
}
