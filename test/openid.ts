// Apps that sign people in, and the browsers of these people.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import * as client from "openid-client";
import { freePorts } from "../local/servers/ports.ts";
import { PASSWORD, signUp, type Person } from "../local/fixtures.ts";
import { startPassingOn } from "../testkit/storefront.ts";
import { startSupergraph, type TestSupergraph } from "../testkit/supergraph.ts";
import { openBrowser, type Browser, type Shown } from "./browser-without-script.ts";

export const CALLBACK = "https://app.example/callback";
export const GRAPH = "urn:boxoffice:graph";

/** A system whose pages people reach at PUBLIC_URL, which is the storefront's origin: the gateway has another port. */
export async function startWithApps(overrides: Record<string, string> = {}): Promise<TestSupergraph> {
  const [port] = await freePorts(1);
  const supergraph = await startSupergraph({ PUBLIC_URL: `http://localhost:${port}`, ...overrides });
  const pages = await startPassingOn(supergraph.url, port);
  const stop = async () => {
    await pages.stop();
    await supergraph.stop();
  };
  return { ...supergraph, stop };
}

export interface App {
  id: string;
  /** Undefined for a public client. */
  secret: string | undefined;
}

export interface AppSettings {
  name?: string;
  redirectUris?: string[];
  postLogoutRedirectUris?: string[];
  backchannelLogoutUri?: string;
  isPublic?: boolean;
  idTokenAlg?: "RS256" | "EdDSA";
}

/** An app of a new organization, registered in the database. */
export async function register(supergraph: TestSupergraph, settings: AppSettings = {}): Promise<App> {
  const { name = "Calendar", redirectUris = [CALLBACK], postLogoutRedirectUris = [], idTokenAlg = "RS256" } = settings;
  const app = {
    id: `app-${randomUUID()}`,
    secret: settings.isPublic ? undefined : randomBytes(32).toString("base64url"),
  };
  const hash = app.secret === undefined ? null : createHash("sha256").update(app.secret).digest("hex");
  const organization = randomUUID();
  await supergraph.query("users", "insert into organization (id, name) values ($1, 'Hall Ltd.')", [organization]);
  await supergraph.query(
    "users",
    `insert into oauth_client (id, organization_id, name, redirect_uris, post_logout_redirect_uris, backchannel_logout_uri, secret_hash, id_token_alg)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      app.id,
      organization,
      name,
      redirectUris,
      postLogoutRedirectUris,
      settings.backchannelLogoutUri ?? null,
      hash,
      idTokenAlg,
    ],
  );
  return app;
}

/** What people and apps see of a system. */
export type Reached = Pick<TestSupergraph, "url" | "env" | "client">;

/** Where people see pages. */
export const pagesOf = (supergraph: Pick<Reached, "env">) => supergraph.env.PUBLIC_URL!;

export const issuerOf = (supergraph: Pick<Reached, "env">) => new URL("/oidc", supergraph.env.PUBLIC_URL).href;

/** Discovers the provider, as openid-client does. Repeats it while a system that has just started answers "try again soon" (503). */
export async function discover(
  supergraph: Pick<Reached, "env">,
  { id, secret }: App,
  idTokenAlg: "RS256" | "EdDSA" = "RS256",
): Promise<client.Configuration> {
  const auth = secret === undefined ? client.None() : client.ClientSecretBasic(secret);
  const metadata = { id_token_signed_response_alg: idTokenAlg };
  const options = { execute: [client.allowInsecureRequests] };
  for (const deadline = performance.now() + 120_000; ; await delay(100))
    try {
      return await client.discovery(new URL(issuerOf(supergraph)), id, metadata, auth, options);
    } catch (error) {
      const { cause } = error as Error;
      const isBusy = cause instanceof Response && cause.status === 503;
      if (!isBusy || performance.now() > deadline) throw error;
    }
}

export interface SignedIn extends Person {
  browser: Browser;
}

/** A person who is signed in in a browser. */
export async function personIn(supergraph: Reached): Promise<SignedIn> {
  const person = await signUp(supergraph.client, "Ada Lovelace", `${randomUUID()}@example.org`);
  const browser = openBrowser(pagesOf(supergraph));
  await signInAgain(browser, person);
  return { ...person, browser };
}

export async function signInAgain(browser: Browser, { email }: Pick<Person, "email">): Promise<Shown> {
  return browser.submit(await browser.open("/account/sign-in"), { email, password: PASSWORD }, "/session");
}

export interface Request {
  url: URL;
  verifier: string;
  state: string;
  nonce: string;
}

export async function requestOf(
  config: client.Configuration,
  parameters: Record<string, string> = {},
): Promise<Request> {
  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: CALLBACK,
    scope: "openid",
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    state,
    nonce,
    ...parameters,
  });
  return { url, verifier, state, nonce };
}

/** Opens the app's request, and answers the question whether it may. */
export async function allow(browser: Browser, url: URL, answer: "allow" | "deny" = "allow"): Promise<Shown> {
  const page = await browser.open(`${url.pathname}${url.search}`);
  return page.text.includes('name="answer"') ? browser.submit(page, { answer }) : page;
}

export type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

export function exchange(
  config: client.Configuration,
  { verifier, state, nonce }: Request,
  callback: URL,
): Promise<Tokens> {
  return client.authorizationCodeGrant(config, callback, {
    pkceCodeVerifier: verifier,
    expectedState: state,
    expectedNonce: nonce,
    idTokenExpected: true,
  });
}

/** The whole way, from the app's button to its tokens. */
export async function tokensFor(
  browser: Browser,
  config: client.Configuration,
  parameters: Record<string, string> = {},
): Promise<Tokens> {
  const request = await requestOf(config, parameters);
  const { url } = await allow(browser, request.url);
  return exchange(config, request, url);
}
