// Sign-in to apps with OpenID Connect: authorization code with PKCE. Names in parentheses are those of the OpenID conformance suite.
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import * as oauth from "oauth4webapi";
import * as client from "openid-client";
import type { TestSupergraph } from "../testkit/supergraph.ts";
import { openBrowser } from "./browser-without-script.ts";
import {
  allow,
  CALLBACK,
  discover,
  exchange,
  GRAPH,
  issuerOf,
  pagesOf,
  personIn,
  register,
  requestOf,
  signInAgain,
  startWithApps,
  tokensFor,
} from "./openid.ts";

let supergraph: TestSupergraph;
beforeAll(async () => {
  supergraph = await startWithApps();
});
afterAll(() => supergraph.stop());

test("publishes its metadata where OpenID Discovery and RFC 8414 look for it (oidcc-discovery-endpoint-verification)", async () => {
  const issuer = issuerOf(supergraph);
  for (const path of ["/oidc/.well-known/openid-configuration", "/.well-known/oauth-authorization-server/oidc"]) {
    const response = await fetch(new URL(path, issuer));
    expect([path, response.status]).toEqual([path, 200]);
    expect(await response.json()).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ["code"],
      code_challenge_methods_supported: ["S256"],
      id_token_signing_alg_values_supported: expect.arrayContaining(["RS256", "EdDSA"]),
      scopes_supported: expect.arrayContaining(["openid", "offline_access", "profile", "email", "orders:read"]),
      authorization_response_iss_parameter_supported: true,
      backchannel_logout_supported: true,
    });
  }
  const found = await fetch(new URL("/oidc/.well-known/openid-configuration", issuer));
  const metadata = (await found.json()) as Record<string, unknown>;
  for (const off of ["registration_endpoint", "introspection_endpoint", "dpop_signing_alg_values_supported"])
    expect(metadata[off]).toBeUndefined();
  expect(metadata.grant_types_supported).not.toContain("client_credentials");
  expect((await fetch(new URL("/.well-known/openid-configuration", issuer))).status).toBe(404);
});

test("the key set has public keys of both algorithms, and the key after the current one (oidcc-server-keys)", async () => {
  const { keys } = (await (await fetch(`${issuerOf(supergraph)}/jwks`)).json()) as { keys: Record<string, string>[] };
  expect(keys.map(({ alg }) => alg).sort()).toEqual(["EdDSA", "EdDSA", "RS256", "RS256"]);
  for (const key of keys) for (const secret of ["d", "p", "q"]) expect(key[secret]).toBeUndefined();
});

test.each(["RS256", "EdDSA"] as const)(
  "a person signs in to an app, which verifies an ID token signed with %s (oidcc-server, oidcc-codereuse-pkce)",
  async (alg) => {
    const app = await register(supergraph, { idTokenAlg: alg });
    const { browser, id, email } = await personIn(supergraph);
    const config = await discover(supergraph, app, alg);
    const request = await requestOf(config, { scope: "openid profile email" });
    const page = await browser.open(`${request.url.pathname}${request.url.search}`);
    expect(page.text).toContain("Calendar");
    expect(page.text).toContain("Hall Ltd.");
    expect(page.text).toContain("See your e-mail address");
    expect(page.text).not.toContain("<script");
    const { url } = await browser.submit(page, { answer: "allow" });
    expect(url.href.startsWith(CALLBACK)).toBe(true);
    expect(url.searchParams.get("iss")).toBe(issuerOf(supergraph));
    const tokens = await exchange(config, request, url);
    const keys = createRemoteJWKSet(new URL(`${issuerOf(supergraph)}/jwks`));
    const { payload, protectedHeader } = await jwtVerify(tokens.id_token!, keys, {
      issuer: issuerOf(supergraph),
      audience: app.id,
      algorithms: [alg],
    });
    expect(protectedHeader.alg).toBe(alg);
    expect(payload).toMatchObject({ sub: id, nonce: request.nonce });
    const person = await client.fetchUserInfo(config, tokens.access_token, id);
    expect(person).toMatchObject({ sub: id, name: "Ada Lovelace", email, email_verified: true });
  },
);

test("a person who is not signed in signs in first, and comes back to the app's question", async () => {
  const config = await discover(supergraph, await register(supergraph, { isPublic: true }));
  const { email } = await personIn(supergraph);
  const browser = openBrowser(pagesOf(supergraph));
  const request = await requestOf(config);
  const page = await browser.open(`${request.url.pathname}${request.url.search}`);
  expect(page.text).toContain("<h1>Sign in</h1>");
  const question = await browser.submit(page, { email, password: "correct horse battery" }, "/session");
  expect(question.text).toContain("asks for access");
  const { url } = await browser.submit(question, { answer: "allow" });
  expect((await exchange(config, request, url)).claims()).toMatchObject({ nonce: request.nonce });
});

test("what was allowed is not asked again in this session; more is, and prompt=none says so (oidcc-prompt-none-logged-in)", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser, id } = await personIn(supergraph);
  await tokensFor(browser, config);
  const quiet = await requestOf(config, { prompt: "none" });
  const { url } = await browser.open(`${quiet.url.pathname}${quiet.url.search}`);
  expect((await exchange(config, quiet, url)).claims()).toMatchObject({ sub: id });
  const more = await requestOf(config, { prompt: "none", scope: "openid orders:read" });
  const refused = await browser.open(`${more.url.pathname}${more.url.search}`);
  expect(refused.url.searchParams.get("error")).toBe("consent_required");
});

test("prompt=none without a session answers login_required (oidcc-prompt-none-not-logged-in)", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { url } = await requestOf(config, { prompt: "none" });
  const page = await openBrowser(pagesOf(supergraph)).open(`${url.pathname}${url.search}`);
  expect(page.url.searchParams.get("error")).toBe("login_required");
});

test("a person who does not allow it sends the app access_denied", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  const request = await requestOf(config);
  const { url } = await allow(browser, request.url, "deny");
  expect(url.searchParams.get("error")).toBe("access_denied");
  await expect(exchange(config, request, url)).rejects.toThrow(client.AuthorizationResponseError);
});

test("is refused without PKCE, and with a plain challenge (oidcc-ensure-request-without-pkce-fails)", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  for (const change of [
    (url: URL) => ["code_challenge", "code_challenge_method"].forEach((name) => url.searchParams.delete(name)),
    (url: URL) => url.searchParams.set("code_challenge_method", "plain"),
  ]) {
    const { url } = await requestOf(config);
    change(url);
    const page = await browser.open(`${url.pathname}${url.search}`);
    expect(page.url.searchParams.get("error")).toBe("invalid_request");
  }
});

test("a code works once: its second use ends what it gave (oidcc-codereuse)", async () => {
  const app = await register(supergraph);
  const config = await discover(supergraph, app);
  const { browser } = await personIn(supergraph);
  const request = await requestOf(config, { scope: "openid offline_access", prompt: "consent" });
  const { url } = await allow(browser, request.url);
  const { refresh_token: refreshToken } = await exchange(config, request, url);
  await expect(exchange(config, request, url)).rejects.toMatchObject({ error: "invalid_grant" });
  await expect(client.refreshTokenGrant(config, refreshToken!)).rejects.toMatchObject({ error: "invalid_grant" });
});

test("of many uses of one code at once, at most one gets tokens", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  const request = await requestOf(config);
  const { url } = await allow(browser, request.url);
  const all = await Promise.allSettled(Array.from({ length: 10 }, () => exchange(config, request, url)));
  expect(all.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
  for (const one of all) if (one.status === "rejected") expect(one.reason).toMatchObject({ error: "invalid_grant" });
});

test("max_age and prompt=login ask for a new proof (oidcc-max-age-1, oidcc-prompt-login)", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  const first = await tokensFor(browser, config);
  const request = await requestOf(config, { prompt: "login" });
  // The proof has to be newer than the request, which is of this second.
  await supergraph.query("users", "update session set auth_time = now() - interval '1 minute'");
  const page = await browser.open(`${request.url.pathname}${request.url.search}`);
  expect(page.url.pathname).toBe("/account/confirm");
  const back = await browser.submit(page, { password: "correct horse battery" });
  const { url } = back.text.includes('name="answer"') ? await browser.submit(back, { answer: "allow" }) : back;
  const tokens = await exchange(config, request, url);
  expect(Number(tokens.claims()!.auth_time)).toBeGreaterThanOrEqual(Number(first.claims()!.iat) - 1);
});

test("the access token of an app is for the API, and has the session and the scopes of what was allowed", async () => {
  const app = await register(supergraph);
  const { browser, id } = await personIn(supergraph);
  const { access_token: token } = await tokensFor(browser, await discover(supergraph, app), {
    scope: "openid orders:read",
  });
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: "EdDSA", typ: "at+jwt" });
  expect(decodeJwt(token)).toMatchObject({
    iss: issuerOf(supergraph),
    sub: id,
    aud: GRAPH,
    client_id: app.id,
    scope: "orders:read",
    sid: expect.stringMatching(/^grant:/),
  });
});

test("works with oauth4webapi, too", async () => {
  const app = await register(supergraph);
  const { browser, id } = await personIn(supergraph);
  const insecure = { [oauth.allowInsecureRequests]: true };
  const issuer = new URL(issuerOf(supergraph));
  const as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure));
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(as.authorization_endpoint!);
  url.search = new URLSearchParams({
    client_id: app.id,
    redirect_uri: CALLBACK,
    response_type: "code",
    scope: "openid email",
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
  }).toString();
  const { url: callback } = await allow(browser, url);
  const own = { client_id: app.id };
  const parameters = oauth.validateAuthResponse(as, own, callback, oauth.expectNoState);
  const response = await oauth.authorizationCodeGrantRequest(
    as,
    own,
    oauth.ClientSecretBasic(app.secret!),
    parameters,
    CALLBACK,
    verifier,
    insecure,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(as, own, response, { requireIdToken: true });
  expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({ sub: id });
  await oauth.validateApplicationLevelSignature(as, response, insecure);
});

test("a question of another browser, or an old one, says what to do", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  const { url } = await requestOf(config);
  const page = await browser.open(`${url.pathname}${url.search}`);
  const other = await personIn(supergraph);
  expect((await other.browser.open(page.url.pathname)).text).toContain("This took too long");
  await supergraph.query("users", "delete from oidc_record where model = 'Interaction'");
  const over = await browser.submit(page, { answer: "allow" });
  expect(over.text).toContain("This took too long");
});

test("another person in the same browser is not taken for the one before", async () => {
  const config = await discover(supergraph, await register(supergraph));
  const { browser } = await personIn(supergraph);
  await tokensFor(browser, config);
  const other = await personIn(supergraph);
  await signInAgain(browser, other);
  const request = await requestOf(config);
  const page = await browser.open(`${request.url.pathname}${request.url.search}`);
  expect(page.text).toContain("asks for access");
  const { url } = await browser.submit(page, { answer: "allow" });
  expect((await exchange(config, request, url)).claims()).toMatchObject({ sub: other.id });
});
